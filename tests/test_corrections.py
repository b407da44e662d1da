"""Whoever sends a correction that corrects nothing is told so, and how to mend it."""

from app.model import Article
from app.pipeline import ingest
from app.store.embedded import EmbeddedStore
from tests.resolution.making import Report
from tests.test_rulings import IRIS, Told, corrected

FIRST, SECOND = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")


def sent(store: EmbeddedStore, *reports: Report) -> list[tuple[str, str]]:
    """What became of each, and what was said of it."""
    articles = [report.article for report in reports]
    outcomes = ingest(store, IRIS, articles, Told(list(reports))).outcomes
    return [(outcome.status, " ".join(outcome.notices)) for outcome in outcomes]


def again(report: Report, replaces: str) -> Report:
    """The same article, which says only now that it replaces something."""
    known = report.article.model_dump(exclude={"id", "replaces"})
    later = Report(report.article.text)
    later.article = Article(**known, replaces=replaces)
    return later.says("Umbra", "acquired", "Velt")


def test_what_replaces_something_unknown_is_read_and_told() -> None:
    [(status, notice)] = sent(EmbeddedStore(), SECOND)
    assert status == "added"
    assert "replaces https://example.org/1, and no other article" in notice


def test_nothing_is_told_of_what_is_known_or_comes_in_beside_it() -> None:
    store = EmbeddedStore()
    assert sent(store, FIRST) == [("added", "")]
    assert sent(store, SECOND) == [("added", "")]
    assert sent(EmbeddedStore(), SECOND, FIRST) == [("added", ""), ("added", "")]


def test_what_replaces_only_itself_is_told() -> None:
    [(_, notice)] = sent(EmbeddedStore(), corrected(1, "https://example.org/1", "40"))
    assert "nothing is corrected" in notice


def test_a_correction_that_is_on_record_without_saying_so_is_told_with_a_way_out() -> None:
    store, late = EmbeddedStore(), again(SECOND, "https://example.org/1")
    plain = corrected(2, None, "60")
    assert plain.article.id == late.article.id
    sent(store, FIRST, plain)
    [(status, notice)] = sent(store, late)
    assert status == "unchanged"
    assert f"Remove article {late.article.id}" in notice


def test_a_correction_that_is_on_record_as_one_is_only_unchanged() -> None:
    store = EmbeddedStore()
    sent(store, FIRST, SECOND)
    assert sent(store, SECOND, FIRST) == [("unchanged", ""), ("unchanged", "")]


def test_of_two_alike_that_come_in_together_the_first_counts() -> None:
    plain, late = corrected(2, None, "60"), again(SECOND, "https://example.org/1")
    (_, first), (status, notice) = sent(EmbeddedStore(), FIRST, plain, late)[1:]
    assert (first, status) == ("", "unchanged")
    assert "read it again" in notice
