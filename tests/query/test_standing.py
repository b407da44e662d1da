"""Whether an article still counts: corrected, retracted, or standing as it was."""

from app.model import Ruling, RulingKind
from app.pipeline import decide, remove
from app.query.lookup import Lookup
from app.query.standing import Standing, Standings
from tests.test_rulings import HOUSE, IRIS, corrected, filled


def test_a_correction_supersedes_and_a_ruling_retracts() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    store = filled(first, second, HOUSE)
    decide(store, IRIS, Ruling(kind=RulingKind.RETRACTED, about=(HOUSE.article.id,)))
    standings = Standings(Lookup(store, IRIS))
    assert [standings.of(report.article.id) for report in (first, second, HOUSE)] == [
        Standing.SUPERSEDED,
        Standing.COUNTS,
        Standing.RETRACTED,
    ]


def test_what_a_retracted_correction_had_corrected_counts_again() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    store = filled(first, second)
    decide(store, IRIS, Ruling(kind=RulingKind.RETRACTED, about=(second.article.id,)))
    assert Standings(Lookup(store, IRIS)).of(first.article.id) is Standing.COUNTS
    remove(store, IRIS, second.article.id)
    assert Standings(Lookup(store, IRIS)).of(first.article.id) is Standing.COUNTS
