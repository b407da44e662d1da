"""How an article stands to the other versions of it."""

from app.model import Article, retraction
from app.pipeline import decide
from app.query.corrections import Lineage, lineage
from app.query.lookup import Lookup
from app.query.standing import Standing, standings_of
from app.store.embedded import EmbeddedStore
from tests.resolution.making import Report
from tests.test_rulings import HOUSE, IRIS, corrected, filled


def told(store: EmbeddedStore, report: Report) -> Lineage:
    return lineage(Lookup(store, IRIS), report.article.id)


def test_a_correction_and_what_it_corrects_lead_to_each_other() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    third = corrected(3, second.article.id, "70")
    store = filled(first, second, third, HOUSE)
    assert told(store, first) == Lineage(replaced_by=(second.article.id,))
    assert told(store, second) == Lineage(replaces=(first.article.id,), replaced_by=(third.article.id,))
    assert told(store, third) == Lineage(replaces=(second.article.id,))
    assert told(store, HOUSE) == Lineage()


def test_what_is_not_on_record_is_missing_until_it_comes() -> None:
    second = corrected(2, "https://example.org/1", "60")
    store = filled(second)
    assert told(store, second) == Lineage(missing="https://example.org/1")
    first = corrected(1, None, "40")
    both = filled(second, first)
    assert told(both, second) == Lineage(replaces=(first.article.id,))


def test_what_replaces_itself_alone_replaces_nothing() -> None:
    only = corrected(1, "https://example.org/1", "60")
    assert told(filled(only), only) == Lineage(missing="https://example.org/1")


def test_a_retracted_correction_replaces_nothing() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    store = filled(first, second)
    decide(store, IRIS, retraction(second.article.id, None))
    assert told(store, first) == told(store, second) == Lineage()


def test_versions_that_replace_each_other_are_undecided() -> None:
    one, other = corrected(1, "https://example.org/2", "40"), corrected(2, "https://example.org/1", "60")
    store = filled(one, other)
    assert told(store, one) == Lineage(undecided=(other.article.id,))
    assert told(store, other) == Lineage(undecided=(one.article.id,))


def test_the_standings_of_all_are_those_of_each() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    store = filled(first, second, HOUSE)
    decide(store, IRIS, retraction(HOUSE.article.id, None))
    articles: list[Article] = Lookup(store, IRIS).articles()
    assert standings_of(Lookup(store, IRIS), articles) == {
        first.article.id: Standing.SUPERSEDED,
        second.article.id: Standing.COUNTS,
        HOUSE.article.id: Standing.RETRACTED,
    }
