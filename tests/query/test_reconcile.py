"""Which entity a row means: the very name is not enough where another is called so too."""

from __future__ import annotations

from collections.abc import Sequence

from app.query.lookup import Lookup
from app.query.name_index import FreshNames
from app.query.reconcile import Candidate, Known, candidates
from tests.resolution.making import Report
from tests.test_rulings import IRIS, filled

FULL = Report("a").entity("Umbra Freight", aliases=("Umbra",)).says("Umbra Freight", "acquired", "Velt")
SHORT = Report("b").says("Lee Han", "joined", "Umbra")


def found(text: str, *reports: Report, known: Sequence[Known] = ()) -> list[Candidate]:
    lookup = Lookup(filled(*reports), IRIS)
    return candidates(lookup, FreshNames().of(lookup), text, known=known)


def matched(candidates: Sequence[Candidate]) -> list[str]:
    return [each.entity.id for each in candidates if each.match]


def test_a_name_that_another_is_called_too_is_left_to_people() -> None:
    assert [each.entity.id for each in found("Umbra", FULL, SHORT)] == [
        "organization/umbra",
        "organization/umbra-freight",
    ]
    assert matched(found("Umbra", FULL, SHORT)) == []
    assert matched(found("Umbra Freight", FULL, SHORT)) == ["organization/umbra-freight"]
    assert matched(found("Umbra", FULL)) == ["organization/umbra-freight"]


def test_the_rest_of_the_row_tells_which_is_meant() -> None:
    assert matched(found("Umbra", FULL, SHORT, known=[Known("acquired", "Velt")])) == ["organization/umbra-freight"]
    assert matched(found("Umbra", FULL, SHORT, known=[Known("joined", "Lee Han")])) == ["organization/umbra"]
