"""Claims as facts: one situation or several, with what support, in which graph."""

from typing import Any

import pytest

from app.graphs import fact_graph, read_facts
from app.model import Fact, Span, Status
from app.resolution.derivation import derivation
from app.vocab import Iris, cg
from tests.resolution.making import UNNAMED, Report, named, time

IRIS = Iris()


def facts(*reports: Report, copies: dict[str, str] | None = None) -> list[Fact]:
    found = [report.done() for report in reports]
    origins = {item.article.id: item.article.id for item in found} | (copies or {})
    quads = set(derivation(found, IRIS, origins=origins))
    wanted = {IRIS.graph(name) for name in ("facts", "reported", "planned", "unconfirmed")}
    return read_facts([quad for quad in quads if quad.graph_name in wanted], IRIS)


def only(*reports: Report) -> Fact:
    (fact,) = facts(*reports)
    return fact


def mayer_like(published: str | None = None) -> Report:
    lasted = Span(start=0, end=4, text="after just two months")
    return (
        Report("text", published=published)
        .says("Ines Roth", "heldRole", "Dunmore", qualifiers={"responsibility": "data operations"}, phase="ended")
        .says("Ines Roth", "left", "Dunmore", duration="P2M", duration_days=(45, 77), duration_span=lasted)
    )


def test_role_and_membership_are_one_tenure_where_one_role_is_known() -> None:
    fact = only(mayer_like())
    assert fact.slots["responsibility"] == ("data operations",)
    assert (fact.time.ended, fact.time.duration, fact.time.duration_min_days) == (True, "P2M", 45)
    assert (fact.time.end.latest, fact.time.start.latest, fact.time.text) == (None, None, ("after just two months",))


def test_a_publication_date_bounds_an_ended_tenure_and_says_how() -> None:
    time_ = only(mayer_like("2025-09-01")).time
    assert (time_.end.latest, time_.start.latest, time_.end.earliest) == ("2025-09-01", "2025-07-18", None)
    assert "told on 2025-09-01 (metadata)" in time_.start.because


def test_a_time_at_which_a_state_held_lies_between_its_start_and_its_end() -> None:
    held = time("in 2019", "2019", "2019-01-01", "2019-12-31")
    was = Report("a").says("Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "CFO"}, phase="ended", date=held)
    fact = only(was)
    assert (fact.time.start.earliest, fact.time.start.latest) == (None, "2019-12-31")
    assert (fact.time.end.earliest, fact.time.end.latest) == ("2019-01-01", None)
    assert fact.time.end.because == ('held "in 2019" (stated)',)
    gone = time("2018", "2018", "2018-01-01", "2018-12-31")
    left = Report("b").says("Ines Roth", "left", "Dunmore", date=gone)
    assert [aspect.name for aspect in only(was, left).aspects if aspect.status is Status.DISPUTED] == ["time"]


@pytest.mark.parametrize(("published", "latest"), [("2025-02", "2025-02-28"), ("2025", "2025-12-31"), ("spring", None)])
def test_a_month_or_year_of_publication_bounds_by_its_last_day(published: str, latest: str | None) -> None:
    end = only(mayer_like(published)).time.end
    assert (end.latest, end.because) == (latest, (f"told in {published} (metadata)",) if latest else ())


def test_several_roles_are_several_tenures_and_leaving_ends_the_membership() -> None:
    found = facts(
        Report("text")
        .says("Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "CFO"})
        .says("Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chair"})
        .says("Ines Roth", "left", "Dunmore")
    )
    ended = [fact for fact in found if fact.time.ended]
    assert len(found) == 3
    assert [fact.slots.get("title") for fact in ended] == [None]


def test_two_names_of_one_office_are_one_role() -> None:
    fact = only(
        Report("a").says("Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "CEO"}),
        Report("b").says("Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chief executive"}),
    )
    assert fact.slots["role"] == ("role/chief-executive",)
    assert fact.article_count == 2


def test_an_investment_that_two_articles_size_differently_is_one_with_a_dispute() -> None:
    fact = only(
        Report("a").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "45000000", "currency": "USD"}),
        Report("b").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "60000000", "currency": "USD"}),
    )
    assert fact.status is Status.ASSERTED
    assert fact.slots["amount"] == ("45000000", "60000000")
    assert [aspect.name for aspect in fact.aspects if aspect.status is Status.DISPUTED] == ["amount"]


def test_an_article_that_comes_back_to_an_investment_without_the_amount_speaks_of_the_same() -> None:
    report = Report("a").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "45000000"})
    fact = only(report.says("Orbis", "investedIn", "Tessel"))
    assert (fact.slots["amount"], len(fact.supported_by)) == (("45000000",), 2)
    assert len(facts(report.says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "60000000"}))) == 2


def test_a_rounded_amount_is_refined_and_not_disputed() -> None:
    fact = only(
        Report("a").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "14000000000"}),
        Report("b").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "14300000000"}),
    )
    assert fact.slots["amount"] == ("14300000000",)
    assert all(aspect.status is not Status.DISPUTED for aspect in fact.aspects)


def test_two_rounds_are_two_investments() -> None:
    rounds = Report("a")
    for name in ("Series A", "Series B"):
        rounds.says("Orbis", "investedIn", "Tessel", qualifiers={"round": name})
    assert len(facts(rounds)) == 2


def test_copies_of_one_story_are_one_origin() -> None:
    one, two = (Report(text).says("Orbis", "acquired", "Velt") for text in ("a", "b"))
    copy = {two.article.id: one.article.id}
    (fact,) = facts(one, two, copies=copy)
    assert (fact.article_count, fact.independent_origins) == (2, 1)


def test_hearsay_plans_and_denials_lie_outside_the_facts_graph() -> None:
    found = facts(
        Report("text")
        .says("Orbis", "acquired", "Velt", attribution=(UNNAMED,))
        .says("Orbis", "acquired", "Juno", phase="planned")
        .says("Orbis", "acquired", "Lumen", polarity="negated", attribution=(named("Orbis"),))
        .says("Orbis", "acquired", "Cobble", certainty="possible")
        .says("Orbis", "acquired", "Sable")
    )
    target = {(fact.slots.get("target") or fact.slots["object"])[0].partition("/")[2]: fact for fact in found}
    graphs = {name: fact_graph(fact) for name, fact in target.items()}
    assert graphs == {
        "velt": "reported",
        "juno": "planned",
        "lumen": "unconfirmed",
        "cobble": "unconfirmed",
        "sable": "facts",
    }
    assert target["lumen"].type == "NegativeFact"


def test_only_undisputed_facts_make_shortcuts() -> None:
    report = (
        Report("text")
        .says("Orbis", "acquired", "Velt")
        .says("Orbis", "acquired", "Velt", polarity="negated", attribution=(named("Orbis"),))
        .says("Orbis", "acquired", "Sable")
    )
    found = report.done()
    quads = set(derivation([found], IRIS, origins={found.article.id: found.article.id}))
    bought = {str(quad.object) for quad in quads if quad.predicate == cg("acquiredOrganization")}
    assert bought == {str(IRIS.entity("organization/sable"))}


def test_an_announcement_is_not_the_date_of_the_deal() -> None:
    fact = only(Report("a").says("Orbis", "investedIn", "Tessel", announced=time("June", "XXXX-06")))
    assert fact.time.announced_edtf == "XXXX-06"
    assert fact.time.date_edtf is None
    assert fact.time.announced.earliest is None


def test_times_that_refine_each_other_are_no_conflict() -> None:
    fact = only(
        Report("a").says("Orbis", "acquired", "Velt", date=time("2024", "2024", "2024-01-01", "2024-12-31")),
        Report("b").says("Orbis", "acquired", "Velt", date=time("May 2024", "2024-05", "2024-05-01", "2024-05-31")),
    )
    assert fact.time.date_edtf == "2024-05"
    assert (fact.time.date.earliest, fact.time.date.latest) == ("2024-05-01", "2024-05-31")


def test_times_that_contradict_each_other_bound_nothing() -> None:
    fact = only(
        Report("a").says("Orbis", "acquired", "Velt", date=time("2023", "2023", "2023-01-01", "2023-12-31")),
        Report("b").says("Orbis", "acquired", "Velt", date=time("2024", "2024", "2024-01-01", "2024-12-31")),
    )
    assert fact.time.date_edtf is None
    assert (fact.time.date.earliest, fact.time.date.latest) == (None, None)
    (disputed,) = (aspect for aspect in fact.aspects if aspect.status is Status.DISPUTED)
    assert (disputed.name, len(disputed.supported_by)) == ("time", 2)


def test_until_when_it_is_to_go_on_is_its_end_to_come() -> None:
    may = time("the end of May", "2026-05", "2026-05-01", "2026-05-31")
    goes = Report("a", published="2026-04-17").says(
        "Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chair"}, phase="ongoing", end=may
    )
    fact = only(goes)
    assert (fact.realised, fact.time.ended, fact.time.end.latest) == (True, False, "2026-05-31")
    june = time("3 June", "2026-06-03", "2026-06-03", "2026-06-03")
    gone = Report("b", published="2026-06-22").says(
        "Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chair"}, phase="ended", end=june
    )
    fact = only(goes, gone)
    assert (fact.time.ended, fact.time.end.earliest, fact.time.end.latest) == (True, "2026-06-03", "2026-06-03")
    assert not any(aspect.status is Status.DISPUTED for aspect in fact.aspects)


def test_what_was_planned_is_no_word_against_what_came_of_it() -> None:
    april = time("1 April", "2026-04-01", "2026-04-01", "2026-04-01")
    may = time("4 May", "2026-05-04", "2026-05-04", "2026-05-04")
    plan = Report("a").says("Ines Roth", "joined", "Dunmore", phase="planned", date=april)
    came = Report("b").says("Ines Roth", "joined", "Dunmore", phase="completed", date=may)
    fact = only(plan, came)
    assert (fact.time.start.earliest, fact.time.start.latest) == ("2026-05-04", "2026-05-04")
    assert not any(aspect.status is Status.DISPUTED for aspect in fact.aspects)
    other = Report("c").says("Ines Roth", "joined", "Dunmore", phase="planned", date=may)
    assert any(aspect.status is Status.DISPUTED for aspect in only(plan, other).aspects)


def test_who_is_appointed_may_begin_later_than_it_is_told() -> None:
    april = time("this month", "2026-04", "2026-04-01", "2026-04-30")
    chosen = Report("a", published="2026-02-09").says(
        "Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chair"}, phase="started"
    )
    began = Report("b", published="2026-04-30").says(
        "Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chair"}, phase="started", start=april
    )
    fact = only(chosen, began)
    assert (fact.time.start.earliest, fact.time.start.latest) == ("2026-04-01", "2026-04-30")
    assert not any(aspect.status is Status.DISPUTED for aspect in fact.aspects)
    told_as_holder = Report("c", published="2026-02-09").says(
        "Ines Roth", "heldRole", "Dunmore", qualifiers={"title": "chair"}, phase="ongoing"
    )
    assert any(aspect.status is Status.DISPUTED for aspect in only(told_as_holder, began).aspects)


@pytest.mark.parametrize(
    ("other", "manners", "disputed"),
    [
        ("resigned", ("dismissed", "resigned"), True),
        ("retired", ("dismissed", "retired"), True),
        ("unstated", ("dismissed",), False),
        ("moved", ("dismissed",), False),
        ("dismissed", ("dismissed",), False),
    ],
)
def test_nobody_is_dismissed_and_resigns(other: str, manners: tuple[str, ...], disputed: bool) -> None:
    fact = only(
        Report("a").says("Ines Roth", "left", "Dunmore", qualifiers={"manner": "dismissed"}),
        Report("b").says("Ines Roth", "left", "Dunmore", qualifiers={"manner": other}),
    )
    assert fact.slots["manner"] == manners
    assert any(a.name == "manner" and a.status is Status.DISPUTED for a in fact.aspects) is disputed


def test_a_detail_that_only_sources_give_is_no_part_of_an_asserted_fact() -> None:
    fact = only(
        Report("a")
        .says("Orbis", "tensionWith", "Velt")
        .says("Orbis", "tensionWith", "Velt", qualifiers={"topic": "late deliveries"}, attribution=(UNNAMED,))
    )
    assert fact.status is Status.ASSERTED
    assert "topic" not in fact.slots
    assert [aspect.status for aspect in fact.aspects if aspect.name == "topic"] == [Status.REPORTED]


def test_a_reported_fact_keeps_its_reported_details() -> None:
    fact = only(Report("a").says("Orbis", "acquired", "Velt", qualifiers={"amount": "5"}, attribution=(UNNAMED,)))
    assert fact.slots["amount"] == ("5",)


def test_who_was_no_member_is_none_whatever_the_tense() -> None:
    fact = only(Report("a").says("Ines Roth", "memberOf", "Velt", phase="ended", polarity="negated"))
    assert (fact.type, fact.status) == ("NegativeFact", Status.NEGATED)


def test_who_denies_having_held_a_role_vouches_for_nothing() -> None:
    by = (named("Ines Roth"),)
    fact = only(Report("a").says("Ines Roth", "heldRole", "Velt", phase="ended", polarity="negated", attribution=by))
    assert (fact.type, fact.status) == ("NegativeFact", Status.DENIED)


def test_who_denies_that_a_contract_ended_vouches_for_the_contract() -> None:
    by = (named("Quill"),)
    fact = only(Report("a").says("Quill", "supplies", "Orbis", phase="ended", polarity="negated", attribution=by))
    assert (fact.type, fact.status, fact.time.ended) == ("VendorRelationship", Status.STATED, False)


def test_what_an_author_says_did_not_end_need_not_have_been() -> None:
    fact = only(Report("a").says("Quill", "supplies", "Orbis", phase="ended", polarity="negated"))
    assert (fact.status, fact_graph(fact)) == (Status.POSSIBLE, "unconfirmed")


def test_two_durations_that_cannot_both_be_true_are_a_dispute_and_neither_wins() -> None:
    fact = only(
        Report("a").says("Lee Han", "memberOf", "Orbis", duration="P2M", duration_days=(45, 77)),
        Report("b").says("Lee Han", "memberOf", "Orbis", duration="P3Y", duration_days=(913, 1281)),
    )
    assert (fact.time.duration, fact.time.duration_min_days) == (None, None)
    (disputed,) = (aspect for aspect in fact.aspects if aspect.status is Status.DISPUTED)
    assert (disputed.name, len(disputed.supported_by)) == ("time", 2)


def test_a_narrower_duration_refines_a_wider_one() -> None:
    fact = only(
        Report("a").says("Lee Han", "memberOf", "Orbis", duration="P2M", duration_days=(45, 77)),
        Report("b").says("Lee Han", "memberOf", "Orbis", duration="P10W", duration_days=(67, 73)),
    )
    assert (fact.time.duration_min_days, fact.time.duration_max_days) == (67, 73)
    assert not [aspect for aspect in fact.aspects if aspect.status is Status.DISPUTED]


def test_who_weighed_a_deal_bears_no_witness_that_it_was_agreed() -> None:
    weighed = Report("a").says("Orbis", "acquired", "Velt", phase="considered", certainty="possible")
    agreed = Report("b").says("Orbis", "acquired", "Velt", phase="planned")
    reported = Report("c").says("Orbis", "acquired", "Velt", phase="planned", attribution=(UNNAMED,))
    assert (only(weighed, agreed).article_count, only(weighed, agreed).independent_origins) == (1, 1)
    assert only(weighed, agreed, reported).independent_origins == 2
    assert only(weighed).independent_origins == 1


def test_two_words_for_one_beginning_are_no_dispute() -> None:
    chief = {"title": "chief executive"}
    first = time("1 April", "2026-04-01", "2026-04-01", "2026-04-01")
    month = time("this month", "2026-04", "2026-04-01", "2026-04-30")
    fact = only(
        Report("a", published="2026-02-09")
        .says("Ines Roth", "heldRole", "Velt", qualifiers=chief, phase="started")
        .says("Ines Roth", "joined", "Velt", phase="planned", date=first),
        Report("b", published="2026-04-30").says(
            "Ines Roth", "heldRole", "Velt", qualifiers=chief, phase="started", start=month
        ),
    )
    assert (fact.time.start.earliest, fact.time.start.latest) == ("2026-04-01", "2026-04-01")
    assert not [aspect for aspect in fact.aspects if aspect.status is Status.DISPUTED]


# --- who leaves an organisation leaves with every post there ---------------------------------------------------------

CHIEF, CHAIR = {"title": "chief executive"}, {"title": "chair"}


def two_posts() -> Report:
    return (
        Report("posts", published="2026-04-17")
        .says("Ines Roth", "heldRole", "Velt", qualifiers=CHIEF, phase="ongoing")
        .says("Ines Roth", "heldRole", "Velt", qualifiers=CHAIR, phase="ongoing")
    )


def over(*reports: Report) -> dict[str, bool]:
    found = facts(*reports)
    return {fact.slots["title"][0]: fact.time.ended for fact in found if "title" in fact.slots}


def gone(**fields: Any) -> Report:
    return Report("gone", published="2026-06-22").says("Ines Roth", "left", "Velt", phase="completed", **fields)


def test_who_leaves_leaves_with_every_post() -> None:
    assert over(two_posts(), gone()) == {"chief executive": True, "chair": True}


def test_a_rumour_or_a_denial_of_leaving_ends_no_post() -> None:
    assert not any(over(two_posts(), gone(attribution=(UNNAMED,))).values())
    assert not any(over(two_posts(), gone(polarity="negated")).values())


def test_a_post_that_somebody_has_later_is_not_ended_by_the_departure_before() -> None:
    back = Report("back", published="2026-08-01").says(
        "Ines Roth", "heldRole", "Velt", qualifiers=CHAIR, phase="ongoing"
    )
    assert over(two_posts(), gone(), back) == {"chief executive": True, "chair": False}


def test_a_post_that_ended_or_began_at_another_time_is_left_alone() -> None:
    june = time("this month", "2026-06", "2026-06-01", "2026-06-30")
    since = time("in July", "2026-07", "2026-07-01", "2026-07-31")
    until = time("until 2019", "2019", "2019-01-01", "2019-12-31")
    adviser = Report("b", published="2026-05-01").says(
        "Ines Roth", "heldRole", "Velt", qualifiers={"title": "adviser"}, phase="started", start=since
    )
    treasurer = Report("c").says(
        "Ines Roth", "heldRole", "Velt", qualifiers={"title": "treasurer"}, phase="ended", end=until
    )
    found = facts(two_posts(), adviser, treasurer, gone(date=june))
    ends = {f.slots["title"][0]: f.time.end.latest for f in found if "title" in f.slots}
    assert ends == {"chief executive": "2026-06-22", "chair": "2026-06-22", "adviser": None, "treasurer": "2019-12-31"}
    assert not [a for fact in found for a in fact.aspects if a.status is Status.DISPUTED]


def test_a_departure_to_come_dates_the_end_of_every_post() -> None:
    autumn = time("September", "2026-09", "2026-09-01", "2026-09-30")
    leaves = Report("b", published="2026-06-22").says("Ines Roth", "left", "Velt", phase="planned", date=autumn)
    found = [fact for fact in facts(two_posts(), leaves) if "title" in fact.slots]
    assert [(fact.time.ended, fact.time.end.latest) for fact in found] == [(False, "2026-09-30")] * 2


def test_a_short_title_is_the_office_that_the_same_person_holds() -> None:
    short = Report("b").says("Ines Roth", "heldRole", "Velt", qualifiers={"title": "chief"}, phase="ongoing")
    assert sorted(over(two_posts(), short)) == ["chair", "chief executive"]
    assert only(short).slots["title"] == ("chief",)
    other = Report("c").says("Ines Roth", "heldRole", "Velt", qualifiers={"title": "finance chief"}, phase="ongoing")
    assert len(facts(short, other)) == 2
