"""A plan that came to nothing is no dispute; what a party denies, or what has come about, is none such."""

import pytest

from app.model import Fact, Status
from tests.resolution.making import UNNAMED, Report, named, time
from tests.resolution.test_facts import facts, only

CHIEF = {"title": "chief executive"}


def plan(**fields: object) -> Report:
    told = {"phase": "planned", **fields}
    return Report("plan", published="2026-02-04").says("Orbis", "acquired", "Velt", **told)  # type: ignore[arg-type]


def off(day: str | None = "2026-04-30", **fields: object) -> Report:
    told = {"phase": "planned", "polarity": "negated", **fields}
    return Report("off", published=day).says("Orbis", "acquired", "Velt", **told)  # type: ignore[arg-type]


def disputed(fact: Fact) -> list[str]:
    return [aspect.name for aspect in fact.aspects if aspect.has_sides]


def test_a_plan_that_was_called_off_later_is_off() -> None:
    fact = only(plan(), off())
    assert (fact.status, fact.realised, disputed(fact)) == (Status.NEGATED, False, [])
    assert (len(fact.supported_by), len(fact.disputed_by), fact.article_count) == (1, 1, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (plan(), off("2026-01-10")),  # told before: the plan is the later word
        (plan(), off("2026-02-04")),  # the same day in another article
        (plan(), off(None)),  # nobody knows when
        (plan(), off(attribution=(named("Orbis"),))),  # a denial
    ],
)
def test_what_is_not_told_to_have_ended_is_in_dispute(first: Report, second: Report) -> None:
    fact = only(first, second)
    assert (fact.status, disputed(fact)) == (Status.DISPUTED, ["exists"])


def test_what_came_about_was_not_called_off() -> None:
    done = Report("done", published="2026-05-30").says("Orbis", "acquired", "Velt", phase="completed")
    assert only(plan(), off(), done).status is not Status.NEGATED
    again = Report("again", published="2026-05-30").says("Orbis", "acquired", "Velt", phase="planned")
    assert only(plan(), off(), again).status is Status.DISPUTED


def test_a_rumour_of_a_plan_stays_a_rumour() -> None:
    assert only(plan(attribution=(UNNAMED,)), off()).status is Status.REPORTED


def test_a_post_that_somebody_was_given_and_will_not_have_dates_nothing() -> None:
    june = time("in June", "2026-06", "2026-06-01", "2026-06-30")
    given = Report("a", published="2026-02-11").says(
        "Ines Roth", "heldRole", "Velt", qualifiers=CHIEF, phase="planned", start=june
    )
    gone = Report("b", published="2026-04-30").says("Ines Roth", "joined", "Velt", phase="planned", polarity="negated")
    (fact,) = facts(given, gone)
    assert (fact.type, fact.status, fact.time.start.earliest) == ("NegativeFact", Status.NEGATED, None)


def test_no_plan_for_another_post_is_ended_beside_one_that_somebody_has() -> None:
    has = Report("a", published="2026-02-11").says("Ines Roth", "heldRole", "Velt", qualifiers=CHIEF, phase="ongoing")
    chair = {"title": "chair"}
    given = Report("b", published="2026-02-12").says("Ines Roth", "heldRole", "Velt", qualifiers=chair, phase="planned")
    gone = Report("c", published="2026-04-30").says(
        "Ines Roth", "heldRole", "Velt", qualifiers=chair, phase="planned", polarity="negated"
    )
    assert sorted(fact.status for fact in facts(has, given, gone)) == [Status.ASSERTED, Status.NEGATED]
