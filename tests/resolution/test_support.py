"""The algebra of stances: who said what decides, and a rumour never becomes a fact."""

from typing import Any

import pytest

from app.model import AUTHOR, Attribution, Claim, Status, TimeValue
from app.ontology import load_ontology
from app.resolution.support import ENDED, EXISTS, STARTED, Stance, judge, stances
from tests.resolution.making import UNNAMED, Report, named

NAMED = named("Ferrand")


def claim(relation: str = "partnerOf", *, by: Attribution = AUTHOR, **fields: Any) -> Claim:
    return Report("text").says("Orbis", relation, "Velt", attribution=(by,), **fields).done().claims[0]


def _stances(of: Claim) -> list[Stance]:
    return stances(of, load_ontology().relations[of.relation], load_ontology())


ASSERTED = claim()
STATED = claim(by=NAMED)
REPORTED = claim(by=UNNAMED)
POSSIBLE = claim(certainty="possible")
NEGATED = claim(polarity="negated")
DENIED = claim(polarity="negated", by=NAMED)
PLANNED = claim(phase="planned")


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([ASSERTED, STATED, REPORTED, POSSIBLE], Status.ASSERTED),
        ([STATED, REPORTED], Status.STATED),
        ([REPORTED, POSSIBLE], Status.REPORTED),
        ([POSSIBLE], Status.POSSIBLE),
        ([ASSERTED, DENIED], Status.DISPUTED),
        ([STATED, NEGATED], Status.DISPUTED),
        ([REPORTED, DENIED], Status.REPORTED),
        ([POSSIBLE, DENIED], Status.DENIED),
        ([NEGATED], Status.NEGATED),
    ],
)
def test_status_of_what_several_claims_say(claims: list[Claim], status: Status) -> None:
    found = [stance for item in claims for stance in _stances(item)]
    assert judge(found).status is status
    assert judge(reversed(found)) == judge(found)


def test_a_denial_stands_beside_what_it_denies() -> None:
    verdict = judge([stance for item in (REPORTED, DENIED) for stance in _stances(item)])
    assert verdict.supported_by == (REPORTED.id,)
    assert verdict.disputed_by == (DENIED.id,)


def test_a_plan_is_not_realised_until_somebody_says_that_it_happened() -> None:
    planned = _stances(PLANNED)
    assert not judge(planned).realised
    assert judge([*planned, *_stances(ASSERTED)]).realised
    assert not judge([*planned, *_stances(POSSIBLE)]).realised


def test_what_may_end_exists() -> None:
    found = _stances(claim(phase="ended", certainty="possible"))
    assert {stance.aspect: stance.status for stance in found} == {ENDED: Status.POSSIBLE, EXISTS: Status.ASSERTED}


def test_a_question_about_the_end_vouches_for_nothing() -> None:
    assert {stance.aspect for stance in _stances(claim(phase="ended", mode="question"))} == {ENDED}


def test_whether_somebody_joined_decides_whether_there_is_a_tenure() -> None:
    found = _stances(claim("joined", certainty="possible"))
    assert {stance.aspect: stance.status for stance in found} == {STARTED: Status.POSSIBLE, EXISTS: Status.POSSIBLE}


def test_a_post_that_goes_on_until_a_day_is_planned_to_end() -> None:
    may = TimeValue(text="May", start=0, end=3, edtf="2026-05", earliest="2026-05-01", latest="2026-05-31")
    until = Report("a").says("Ines Roth", "heldRole", "Velt", phase="ongoing", end=may).done().claims[0]
    ends = [(stance.status, stance.realised) for stance in _stances(until) if stance.aspect == ENDED]
    assert ends == [(Status.ASSERTED, False)]
    assert all(stance.aspect != ENDED for stance in _stances(claim("supplies", phase="ongoing", end=may)))
