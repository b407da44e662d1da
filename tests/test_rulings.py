"""What people decide: facts follow, rebuilds keep it, and undoing it leaves no trace but in the log."""

from datetime import date
from itertools import permutations

import pytest

from app.errors import BadInput, ClaimgraphError, NotFound
from app.model import Article, Document, Extraction, Ruling, RulingKind, Status, rejection
from app.pipeline import decide, ingest, merge, rebuild, remove, split, withdraw
from app.query.ask import ask
from app.query.history import changes
from app.query.known import known_by
from app.query.lookup import Lookup
from app.rulings import standing
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.resolution.making import Report, named
from tests.test_pipeline import canonical

IRIS = Iris()
HOUSE_SPEAKS = (named("Umbra"),)


class Told:
    """An engine that was told what each article says: these tests are about what follows from it."""

    name, version = "test", "1"

    def __init__(self, reports: list[Report]) -> None:
        self._said = {found.article.id: found for found in (report.done() for report in reports)}

    def extract(self, document: Document) -> Extraction:
        """What it was told."""
        return self._said[document.article.id]


def filled(*reports: Report) -> EmbeddedStore:
    store = EmbeddedStore()
    for report in reports:  # one by one, so that each makes its own entry in the log
        ingest(store, IRIS, [report.article], Told([report]))
    return store


def ids(store: EmbeddedStore) -> set[str]:
    return {entity.id for entity in Lookup(store, IRIS).entities()}


def of_amount(store: EmbeddedStore) -> tuple[str, ...]:
    (fact,) = Lookup(store, IRIS).facts(relation="acquired")
    return fact.slots["amount"]


HOUSE = Report("a").says("Umbra", "acquired", "Velt")
GROUP = Report("b").says("Umbra Freight", "acquired", "Juno")
SAME = Ruling(kind=RulingKind.SAME, about=("organization/umbra", "organization/umbra-freight"), reason="its full name")


def test_names_ruled_the_same_are_one_entity_until_it_is_undone() -> None:
    store = filled(HOUSE, GROUP)
    before = canonical(store)
    decide(store, IRIS, SAME)
    assert "organization/umbra" not in ids(store)
    assert Lookup(store, IRIS).entity("organization/umbra").id == "organization/umbra-freight"  # it redirects
    ruled = canonical(store)
    decide(store, IRIS, SAME)
    rebuild(store, IRIS)
    assert canonical(store) == ruled
    withdraw(store, IRIS, SAME.id)
    assert canonical(store) == before


def test_a_name_ruled_different_is_two_entities_whatever_joins_them() -> None:
    renamed = Report("a").entity("Alder", aliases=("Pinecrest",)).says("Alder", "acquired", "Velt")
    other = Report("b").says("Pinecrest", "acquired", "Juno")
    store = filled(renamed, other)
    assert "organization/pinecrest" not in ids(store)
    decide(store, IRIS, Ruling(kind=RulingKind.DIFFERENT, about=("organization/alder", "organization/pinecrest")))
    assert {"organization/alder", "organization/pinecrest"} <= ids(store)


def test_namesakes_can_be_told_apart_by_the_articles_that_name_them() -> None:
    one, two = Report("a").says("Apex", "acquired", "Velt"), Report("b").says("Apex", "acquired", "Juno")
    store = filled(one, two)
    assert "organization/apex" in ids(store)
    apart = tuple(IRIS.local_entity(report.article.id, "apex").value for report in (one, two))
    decide(store, IRIS, Ruling(kind=RulingKind.DIFFERENT, about=apart))
    assert len([id_ for id_ in ids(store) if id_.startswith("organization/apex")]) == 2


def test_a_ruling_outlives_the_articles_that_it_spoke_of() -> None:
    store = filled(HOUSE, GROUP)
    decide(store, IRIS, SAME)
    ruled = canonical(store)
    remove(store, IRIS, GROUP.article.id)
    ingest(store, IRIS, [GROUP.article], Told([GROUP]))
    assert canonical(store) == ruled


@pytest.mark.parametrize("about", [(), ("organization/umbra",), ("organization/umbra", "organization/umbra")])
def test_a_ruling_about_fewer_than_two_names_is_refused(about: tuple[str, ...]) -> None:
    with pytest.raises(BadInput, match="two names"):
        decide(filled(HOUSE), IRIS, Ruling(kind=RulingKind.SAME, about=about))


@pytest.mark.parametrize(
    "other",
    ["role/chief-executive", "lee-han", "organization"],
    ids=["role", "no id", "kind alone"],
)
def test_what_can_never_be_one_is_refused_and_nothing_is_kept(other: str) -> None:
    said = Report("c").entity("Lee Han", "Person").says("Lee Han", "memberOf", "Umbra")
    store = filled(HOUSE, said)
    before = canonical(store)
    with pytest.raises(BadInput, match="no id that a ruling"):
        decide(store, IRIS, Ruling(kind=RulingKind.SAME, about=("organization/umbra", other)))
    assert canonical(store) == before


def kinds_apart(*, firms: int, people: int) -> list[Report]:
    """Articles that take Umbra Tell for a firm, and such as take it for a person."""
    as_firm = [Report(f"firm {n}").says("Velt", "acquired", "Umbra Tell") for n in range(firms)]
    as_person = [Report(f"person {n}").says("Umbra Tell", "memberOf", "Juno") for n in range(people)]
    for report in as_person:
        report.says("Umbra Tell", "founded", "Orbis")
    return [*as_firm, *as_person]


FIRM_AND_PERSON = ("organization/umbra-tell", "person/umbra-tell")


@pytest.mark.parametrize(
    ("firms", "people", "kind"), [(1, 1, "organization"), (2, 1, "organization"), (1, 2, "person")]
)
def test_what_articles_took_for_two_kinds_can_be_ruled_one_of_the_kind_of_most(
    firms: int, people: int, kind: str
) -> None:
    store = filled(*kinds_apart(firms=firms, people=people))
    before, lookup = canonical(store), Lookup(store, IRIS)
    assert ids(store) >= {*FIRM_AND_PERSON}
    merge(store, IRIS, *FIRM_AND_PERSON)
    one = f"{kind}/umbra-tell"
    assert ids(store) & {*FIRM_AND_PERSON} == {one}
    assert {lookup.entity(id_).id for id_ in FIRM_AND_PERSON} == {one}
    # What only the other kind could be or do was misread; who founds a firm may be either.
    told = {fact.relation: fact.slots for fact in lookup.facts(scope="all")}
    assert set(told) == {"founded", "acquired" if kind == "organization" else "memberOf"}
    assert told["founded"]["founder"] == (one,)
    incremental = canonical(store)
    rebuild(store, IRIS)
    assert canonical(store) == incremental
    split(store, IRIS, one)
    assert canonical(store) == before


def test_a_firm_that_is_ruled_a_person_employs_nobody() -> None:
    at_it = Report("at").says("Lee Han", "memberOf", "Umbra Tell")
    store = filled(at_it, *kinds_apart(firms=0, people=2))
    merge(store, IRIS, *FIRM_AND_PERSON)
    assert [fact.slots["person"] for fact in Lookup(store, IRIS).facts(relation="memberOf")] == [("person/umbra-tell",)]


def test_of_a_firm_and_a_place_ruled_one_the_kind_of_most_articles_holds() -> None:
    town = Report("b").entity("Velt", "Place").says("Juno", "headquarteredIn", "Velt")
    store = filled(Report("a").entity("Velt"), town, Report("c").entity("Velt", "Place"))
    merge(store, IRIS, "organization/velt", "place/velt")
    assert ids(store) == {"organization/juno", "place/velt"}
    assert [fact.relation for fact in Lookup(store, IRIS).facts()] == ["headquarteredIn"]


def test_a_ruling_may_be_about_names_that_come_later() -> None:
    store = filled(HOUSE)
    decide(store, IRIS, SAME)
    ingest(store, IRIS, [GROUP.article], Told([GROUP]))
    assert "organization/umbra" not in ids(store)


def test_what_is_not_there_cannot_be_retracted_or_undone() -> None:
    store = filled(HOUSE)
    with pytest.raises(NotFound, match="no article 'beef'"):
        decide(store, IRIS, Ruling(kind=RulingKind.RETRACTED, about=("beef",)))
    with pytest.raises(NotFound, match="no article 'a b'"):
        decide(store, IRIS, Ruling(kind=RulingKind.RETRACTED, about=("a b",)))
    with pytest.raises(NotFound, match="no ruling 'beef'"):
        withdraw(store, IRIS, "beef")


def test_deciding_otherwise_takes_the_place_of_what_was_decided() -> None:
    store = filled(HOUSE, GROUP)
    decide(store, IRIS, SAME)
    decision = decide(store, IRIS, Ruling(kind=RulingKind.DIFFERENT, about=SAME.about))
    assert decision.withdrawn == (SAME,)
    assert {"organization/umbra", "organization/umbra-freight"} <= ids(store)


def test_a_split_takes_back_what_holds_an_entity_together_or_says_that_nothing_does() -> None:
    store = filled(HOUSE, GROUP)
    before = canonical(store)
    merge(store, IRIS, *SAME.about)
    assert split(store, IRIS, "organization/umbra").withdrawn[0].id == SAME.id
    assert canonical(store) == before
    with pytest.raises(BadInput, match="No ruling holds"):
        split(store, IRIS, "organization/umbra")


@pytest.mark.parametrize("wrong", ["organization/nobody", "scale ai", "<>"])
def test_what_is_no_entity_cannot_be_merged(wrong: str) -> None:
    with pytest.raises(NotFound, match="no entity"):
        merge(filled(HOUSE), IRIS, "organization/umbra", wrong)


# --- corrections -----------------------------------------------------------------------------------------------------


def corrected(number: int, replaces: str | None, amount: str) -> Report:
    report = Report(f"version {number}")
    report.article = Article(text=f"version {number}", url=f"https://example.org/{number}", replaces=replaces)
    return report.says("Umbra", "acquired", "Velt", qualifiers={"amount": amount, "currency": "EUR"})


def test_a_correction_takes_the_place_of_what_it_corrects_which_stays_on_record() -> None:
    first = corrected(1, None, "40")
    second = corrected(2, first.article.id, "60")
    store = filled(first, second)
    assert of_amount(store) == ("60",)
    assert len(Lookup(store, IRIS).claims()) == 2
    remove(store, IRIS, second.article.id)
    assert of_amount(store) == ("40",)


def test_an_answer_that_rests_on_a_correction_says_so() -> None:
    first = corrected(1, None, "40")
    second = corrected(2, first.article.id, "60")
    caveats = ask(Lookup(filled(first, second), IRIS), "Who acquired Velt?").caveats
    assert f"Corrected: article {second.article.id} replaces article {first.article.id}, which is on record." in caveats
    before = ask(Lookup(filled(first), IRIS), "Who acquired Velt?")
    assert before.answers
    assert not [caveat for caveat in before.caveats if caveat.startswith("Corrected")]


def test_a_correction_may_name_the_address_and_be_corrected_in_turn() -> None:
    first = corrected(1, None, "40")
    second = corrected(2, "https://example.org/1", "60")
    third = corrected(3, "https://example.org/2", "70")
    assert {of_amount(filled(*order)) for order in permutations([first, second, third])} == {("70",)}


def at_one_address(number: int, published: str | None, *, corrects: bool, amount: str) -> Report:
    url = "https://example.org/story"
    report = Report(f"version {number}")
    report.article = Article(text=f"version {number}", url=url, published=published, replaces=url if corrects else None)
    return report.says("Umbra", "acquired", "Velt", qualifiers={"amount": amount, "currency": "EUR"})


@pytest.mark.parametrize("first_number", range(1, 6))  # so that ids sort either way
def test_a_correction_may_keep_the_address_of_what_it_corrects(first_number: int) -> None:
    first = at_one_address(first_number, "2025-03-01", corrects=False, amount="40")
    second = at_one_address(first_number + 10, None, corrects=True, amount="60")
    for order in permutations([first, second]):
        store = filled(*order)
        assert of_amount(store) == ("60",)
        caveats = ask(Lookup(store, IRIS), "Who acquired Velt?").caveats
        assert [caveat for caveat in caveats if first.article.id in caveat and second.article.id in caveat]


def test_of_several_corrections_at_one_address_the_latest_counts_and_without_dates_all() -> None:
    first = at_one_address(1, None, corrects=False, amount="40")
    second = at_one_address(2, "2025-03-02", corrects=True, amount="60")
    third = at_one_address(3, "2025-03-09T08:00:00Z", corrects=True, amount="70")
    assert {of_amount(filled(*order)) for order in permutations([first, second, third])} == {("70",)}
    undated = at_one_address(4, None, corrects=True, amount="90")
    counting = {found.article.id for found in standing([each.done() for each in (first, second, undated)], ())}
    assert counting == {second.article.id, undated.article.id}
    caveats = ask(Lookup(filled(first, second, undated), IRIS), "Who acquired Velt?").caveats
    assert [caveat for caveat in caveats if f"replaces article {first.article.id}, which is on record" in caveat]
    assert not [caveat for caveat in caveats if f"replaces article {undated.article.id}" in caveat]


def test_versions_that_replace_each_other_all_count() -> None:
    one, two = corrected(1, "https://example.org/2", "40"), corrected(2, "https://example.org/1", "60")
    assert len(standing([one.done(), two.done()], ())) == 2
    caveats = ask(Lookup(filled(one, two), IRIS), "Who acquired Velt?").caveats
    assert [caveat for caveat in caveats if "which came last cannot be told" in caveat]


def test_a_retracted_article_supports_nothing_and_its_claims_stay_on_record() -> None:
    store = filled(HOUSE, GROUP)
    before = canonical(store)
    ruling = Ruling(kind=RulingKind.RETRACTED, about=(HOUSE.article.id,), reason="made up")
    decide(store, IRIS, ruling)
    assert [fact.slots["target"] for fact in Lookup(store, IRIS).facts()] == [("organization/juno",)]
    assert len(Lookup(store, IRIS).claims()) == 2
    withdraw(store, IRIS, ruling.id)
    assert canonical(store) == before


# --- claims ---------------------------------------------------------------------------------------------------------


def claim_of(report: Report, place: int = 0) -> str:
    return report.done().claims[place].id


def test_a_rejected_claim_takes_no_stance_and_stays_on_record() -> None:
    both = Report("a").says("Umbra", "acquired", "Velt").says("Umbra", "acquired", "Korda")
    store = filled(both, GROUP)
    before = canonical(store)
    ruling = rejection([claim_of(both)], "the article says it of another firm")
    decide(store, IRIS, ruling)
    targets = {fact.slots["target"] for fact in Lookup(store, IRIS).facts(scope="all")}
    assert targets == {("organization/korda",), ("organization/juno",)}
    assert len(Lookup(store, IRIS).claims()) == 3
    ruled = canonical(store)
    decide(store, IRIS, ruling)
    rebuild(store, IRIS)
    assert canonical(store) == ruled
    withdraw(store, IRIS, ruling.id)
    assert canonical(store) == before


def test_a_rejected_denial_disputes_nothing() -> None:
    denial = Report("b").says("Umbra", "acquired", "Velt", polarity="negated", attribution=HOUSE_SPEAKS)
    store = filled(HOUSE, denial)
    decide(store, IRIS, rejection([claim_of(denial)]))
    assert Lookup(store, IRIS).facts()[0].status is Status.ASSERTED


def test_a_name_that_only_a_rejected_claim_gave_joins_nothing() -> None:
    renamed = Report("a").entity("Alder", aliases=("Pinecrest", "Alder Works"))
    renamed.says("Alder", "formerName", value="Pinecrest").says("Alder", "acquired", "Velt")
    earlier = Report("b").says("Pinecrest", "acquired", "Juno")
    store = filled(renamed, earlier)
    assert "organization/pinecrest" not in ids(store)
    decide(store, IRIS, rejection([claim_of(renamed)]))
    assert {"organization/alder", "organization/pinecrest"} <= ids(store)
    assert Lookup(store, IRIS).entity("organization/alder").aliases == ("Alder Works",)


def test_a_name_that_another_claim_of_the_article_gives_stays() -> None:
    twice = Report("a").entity("Alder", aliases=("Pinecrest",)).says("Alder", "formerName", value="Pinecrest")
    twice.says("Alder", "formerName", value="Pinecrest", phase="ended")
    (found,) = standing([twice.done()], [rejection([claim_of(twice)])])
    assert len(found.claims) == 1
    assert found.entities[0].aliases == ("Pinecrest",)


def test_several_claims_are_rejected_at_once_and_each_once() -> None:
    both = Report("a").says("Umbra", "acquired", "Velt").says("Umbra", "acquired", "Korda")
    store = filled(both)
    before = canonical(store)
    first, second = claim_of(both), claim_of(both, 1)
    ruling = decide(store, IRIS, Ruling(kind=RulingKind.REJECTED, about=(first, second, first))).made[0]
    assert sorted(ruling.about) == sorted((first, second))
    assert not Lookup(store, IRIS).facts(scope="all")
    decide(store, IRIS, rejection([first]))
    withdraw(store, IRIS, ruling.id)  # one of them is rejected by itself as well
    assert len(Lookup(store, IRIS).facts()) == 1
    withdraw(store, IRIS, rejection([first]).id)
    assert canonical(store) == before


def test_a_rejection_outlives_the_article_and_another_reading_of_it() -> None:
    store = filled(HOUSE, GROUP)
    decide(store, IRIS, rejection([claim_of(HOUSE)]))
    ruled = canonical(store)
    remove(store, IRIS, HOUSE.article.id)
    ingest(store, IRIS, [HOUSE.article], Told([HOUSE]))
    assert canonical(store) == ruled
    better = Report("a").says("Umbra", "partnerOf", "Velt")
    rebuild(store, IRIS, reader=Told([better, GROUP]))  # the claim is made no more, and the ruling harms nothing
    assert {fact.relation for fact in Lookup(store, IRIS).facts()} == {"partnerOf", "acquired"}
    rebuild(store, IRIS, reader=Told([HOUSE, GROUP]))
    assert canonical(store) == ruled
    rebuild(store, IRIS, reader=Told([better, GROUP]))
    withdraw(store, IRIS, rejection([claim_of(HOUSE)]).id)
    assert len(Lookup(store, IRIS).facts()) == 2


def test_what_is_known_by_a_day_is_without_what_was_rejected() -> None:
    report = Report("a", published="2025-03-01").says("Umbra", "acquired", "Velt")
    store = filled(report)
    decide(store, IRIS, rejection([claim_of(report)]))
    assert not known_by(Lookup(store, IRIS), date(2025, 4, 1)).facts(scope="all")


@pytest.mark.parametrize("kind", [RulingKind.REJECTED, RulingKind.RETRACTED])
def test_nobody_is_quoted_with_what_does_not_count(kind: RulingKind) -> None:
    said = Report("Umbra bought Velt, said Ines Roth.").entity("Ines Roth", "Person")
    said.says("Umbra", "acquired", "Velt", attribution=(named("Ines Roth"),))
    store = filled(said)
    questions = ("What did Ines Roth say?", "Who said that Umbra has bought Velt?")
    assert all("Ines Roth" in ask(Lookup(store, IRIS), question).answer for question in questions)
    decide(store, IRIS, Ruling(kind=kind, about=(claim_of(said) if kind is RulingKind.REJECTED else said.article.id,)))
    assert not any(ask(Lookup(store, IRIS), question).answers for question in questions)


@pytest.mark.parametrize(
    ("kind", "error", "told"),
    [
        ("unknown", NotFound, "no claim '0123456789abcdef'"),
        ("words", NotFound, "no claim 'scale ai'"),
        ("entity", BadInput, "To rule on names"),
        ("article", BadInput, "Retract it, or reject claims of"),
        ("fact", BadInput, "Reject the claims that it rests on: "),
        ("iri", BadInput, "Give the id alone: "),
        ("nothing", BadInput, "one claim at least"),
    ],
)
def test_what_is_no_claim_cannot_be_rejected_and_the_error_says_what_can(
    kind: str, error: type[ClaimgraphError], told: str
) -> None:
    store = filled(HOUSE)
    given = {
        "unknown": ["0123456789abcdef"],
        "words": ["scale ai"],
        "entity": ["organization/umbra"],
        "article": [HOUSE.article.id],
        "fact": [claim_of(HOUSE), Lookup(store, IRIS).facts()[0].id],
        "iri": [IRIS.claim(claim_of(HOUSE)).value],
        "nothing": list[str](),
    }
    before = canonical(store)
    with pytest.raises(error) as failed:
        decide(store, IRIS, rejection(given[kind]))
    assert told in str(failed.value)
    assert canonical(store) == before


# --- changes ---------------------------------------------------------------------------------------------------------


def test_changes_say_what_became_of_a_fact_and_why() -> None:
    denial = Report("b").says("Umbra", "acquired", "Velt", polarity="negated", attribution=HOUSE_SPEAKS)
    store = filled(HOUSE, denial)
    remove(store, IRIS, denial.article.id)
    remove(store, IRIS, HOUSE.article.id)
    told = [(change.cause, change.facts[0].before, change.facts[0].after) for change in changes(Lookup(store, IRIS))]
    assert told == [
        ("new source", None, Status.ASSERTED),
        ("new source", Status.ASSERTED, Status.DISPUTED),
        ("removal", Status.DISPUTED, Status.ASSERTED),
        ("removal", Status.ASSERTED, None),
    ]


def test_changes_since_a_moment() -> None:
    store = filled(HOUSE, GROUP)
    lookup = Lookup(store, IRIS)
    first, second = changes(lookup)
    assert changes(lookup, since=second.at) == [second]
    assert first.about == (HOUSE.article.id,)


def test_what_changes_no_fact_is_no_change() -> None:
    store = filled(HOUSE)
    rebuild(store, IRIS)
    ingest(store, IRIS, [HOUSE.article], Told([HOUSE]))
    assert len(changes(Lookup(store, IRIS))) == 1
