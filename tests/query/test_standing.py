"""Whether an article still counts: corrected, retracted, or standing as it was."""

from app.model import Ruling, RulingKind, rejection
from app.pipeline import decide, remove
from app.query.lookup import Lookup
from app.query.standing import Standing, Standings, counting, idle_rejections, rejected_claims
from tests.resolution.making import Report
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


def test_of_a_claim_it_is_that_of_its_article_unless_it_is_rejected() -> None:
    both = Report("a").says("Umbra", "acquired", "Velt").says("Umbra", "acquired", "Korda")
    first, second = both.done().claims
    store = filled(both, HOUSE)
    ruling = decide(store, IRIS, rejection([first.id])).made[0]
    lookup = Lookup(store, IRIS)
    standings = Standings(lookup)
    assert [standings.of_claim(claim) for claim in (first, second)] == [Standing.REJECTED, Standing.COUNTS]
    assert standings.rejections(first) == (ruling,)
    assert counting(lookup, [first, second]) == [second]
    assert rejected_claims(lookup) == [first]


def test_a_rejection_of_what_is_claimed_no_more_is_idle() -> None:
    both = Report("a").says("Umbra", "acquired", "Velt").says("Umbra", "acquired", "Korda")
    store = filled(both)
    lookup = Lookup(store, IRIS)
    ids = sorted(claim.id for claim in both.done().claims)
    ruling = decide(store, IRIS, rejection(ids)).made[0]
    assert idle_rejections(lookup) == []
    remove(store, IRIS, both.article.id)
    assert idle_rejections(lookup) == [(ruling, ids)]
    assert rejected_claims(lookup) == []
