"""Two who write to one store: what follows from the claims is what follows from those of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest

from app.cluster import Remembered
from app.extraction.engine import Engine
from app.graphs import FACTS, LOG
from app.model import Article, Ruling, RulingKind
from app.pipeline import decide, ingest, rebuild, remove, withdraw
from app.query.lookup import Lookup
from app.store.access import Access
from app.store.backup import dump, fill
from app.store.base import Store
from app.store.embedded import EmbeddedStore
from app.store.remote import RemoteStore
from app.vocab import Iris
from tests.resolution.making import Report
from tests.store.endpoints import Running
from tests.store.faults import Way

IRIS = Iris()


REPORTS = (
    Report("One.", published="2025-01-05").says("Apex", "acquired", "Velt").says("Lee Han", "memberOf", "Apex"),
    Report("Two.", published="2025-02-05").says("Apex Ltd", "acquired", "Velt").says("Lee Han", "memberOf", "Apex"),
    Report("Three.", published="2025-03-05").says("Apex", "acquired", "Velt", polarity="negated"),
    Report("Four.", published="2025-04-05").says("Dr Lee Han", "left", "Apex").says("Apex", "partnerOf", "Korda"),
    Report("Five.", published="2025-05-05").says("Velt", "partnerOf", "Apex").says("Lee Han", "memberOf", "Korda"),
)


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    """Articles that speak of the same entities."""
    return [report.article for report in REPORTS]


@pytest.fixture(scope="module")
def engine() -> Engine:
    """What says what the articles say."""
    return Remembered("test", {report.article.id: report.done() for report in REPORTS})


def said(store: Store) -> set[str]:
    """All that the store holds but the log, which has a clock in it."""
    return {str(quad) for quad in store.quads() if quad.graph_name != IRIS.graph(LOG)}


def of(articles: list[Article], engine: Engine) -> set[str]:
    """What a store holds that one writer alone has filled."""
    store = EmbeddedStore()
    ingest(store, IRIS, articles, engine)
    return said(store)


Work = Callable[[Store], object]


@pytest.fixture
def overtaken(server: Running, way: Way) -> Iterator[Callable[[Work, Work], Store]]:
    """Does the first work, and the second between the first's reading and writing; the store as it is then."""
    stores = [RemoteStore(way.url, Access()), RemoteStore(server.url, Access())]

    def both(slow: Work, fast: Work) -> Store:
        def meanwhile(_: int, form: dict[str, list[str]]) -> None:
            if "update" in form:  # it has read all that it goes by, and is about to claim the right to write
                way.fault = lambda *_: None
                fast(stores[1])

        way.fault = meanwhile
        slow(stores[0])
        assert way.fault is not meanwhile
        return stores[1]

    yield both
    for store in stores:
        store.close()


def test_articles_of_both_are_there_and_what_follows_from_them(
    overtaken: Callable[[Work, Work], Store], samples: list[Article], engine: Engine
) -> None:
    store = overtaken(
        lambda store: ingest(store, IRIS, samples[:4], engine), lambda store: ingest(store, IRIS, samples[4:], engine)
    )
    assert said(store) == of(samples, engine)


def test_an_article_that_another_brought_first_is_unchanged(
    overtaken: Callable[[Work, Work], Store], samples: list[Article], engine: Engine
) -> None:
    outcomes: list[tuple[str, int]] = []

    def slow(store: Store) -> None:
        outcomes.extend((each.status, each.claims) for each in ingest(store, IRIS, samples[:2], engine).outcomes)

    store = overtaken(slow, lambda store: ingest(store, IRIS, samples[1:3], engine))
    assert said(store) == of(samples[:3], engine)
    assert [status for status, _ in outcomes] == ["added", "unchanged"]
    assert all(claims for _, claims in outcomes)
    runs = store.quads(subject=IRIS.part(IRIS.article(samples[1].id), "ingest"), graph=IRIS.graph(LOG))
    assert len([quad for quad in runs if quad.predicate.value.endswith("endedAtTime")]) == 1


@pytest.fixture
def filled(server: Running, samples: list[Article], engine: Engine) -> None:
    """The server has the first three articles."""
    store = RemoteStore(server.url, Access())
    ingest(store, IRIS, samples[:3], engine)
    store.close()


@pytest.mark.usefixtures("filled")
def test_what_is_removed_meanwhile_supports_nothing(
    overtaken: Callable[[Work, Work], Store], samples: list[Article], engine: Engine
) -> None:
    store = overtaken(
        lambda store: ingest(store, IRIS, samples[3:], engine), lambda store: remove(store, IRIS, samples[0].id)
    )
    assert said(store) == of(samples[1:], engine)


@pytest.mark.usefixtures("filled")
def test_rulings_hold_for_what_came_meanwhile(
    overtaken: Callable[[Work, Work], Store], samples: list[Article], engine: Engine
) -> None:
    retracted = Ruling(kind=RulingKind.RETRACTED, about=(samples[0].id,))
    alone = EmbeddedStore()
    ingest(alone, IRIS, samples[:4], engine)
    decide(alone, IRIS, retracted)
    store = overtaken(
        lambda store: decide(store, IRIS, retracted), lambda store: ingest(store, IRIS, [samples[3]], engine)
    )
    assert said(store) == said(alone)
    store = overtaken(
        lambda store: withdraw(store, IRIS, retracted.id), lambda store: ingest(store, IRIS, samples[4:], engine)
    )
    assert said(store) == of(samples, engine)


@pytest.mark.usefixtures("filled")
def test_a_rebuild_keeps_what_came_meanwhile_and_a_restore_does_not(
    server: Running, overtaken: Callable[[Work, Work], Store], samples: list[Article], engine: Engine
) -> None:
    backup = BytesIO()
    spoilt = RemoteStore(server.url, Access())  # so that the rebuild has something to write
    spoilt.update(f"DELETE WHERE {{ GRAPH {IRIS.graph(FACTS)} {{ ?s ?p ?o }} }}")
    spoilt.close()
    store = overtaken(lambda store: rebuild(store, IRIS), lambda store: ingest(store, IRIS, [samples[3]], engine))
    assert said(store) == of(samples[:4], engine)
    dump(store, backup)
    backup.seek(0)
    store = overtaken(
        lambda store: fill(store, backup, replace=True), lambda store: ingest(store, IRIS, samples[4:], engine)
    )
    assert said(store) == of(samples[:4], engine)


Interrupted = Callable[[Work, Work], Iterator[Store]]


@pytest.fixture
def interrupted(server: Running, way: Way, samples: list[Article], engine: Engine) -> Iterator[Interrupted]:
    """Does the first work once for each request until it claims the right to write, and just before that the second.

    The store after each.
    """
    slow_store, fast_store = RemoteStore(way.url, Access()), RemoteStore(server.url, Access())

    def each(slow: Work, fast: Work) -> Iterator[Store]:
        at, met = 0, True
        while met:
            server.empty()
            ingest(fast_store, IRIS, samples[:3], engine)
            begun, met = len(way.requests), False

            def meanwhile(number: int, form: dict[str, list[str]], due: int = begun + at + 1) -> None:
                nonlocal met
                if number == due:
                    met = True
                    fast(fast_store)
                elif "update" in form:
                    way.fault = lambda *_: None

            way.fault = meanwhile
            slow(slow_store)
            if met:
                yield fast_store
            at += 1
        assert at > 5

    yield each
    for store in (slow_store, fast_store):
        store.close()


def test_what_is_read_of_two_states_is_read_again(
    interrupted: Interrupted, samples: list[Article], engine: Engine
) -> None:
    wanted = of(samples[1:], engine)
    for store in interrupted(
        lambda store: ingest(store, IRIS, samples[3:], engine), lambda store: remove(store, IRIS, samples[0].id)
    ):
        assert said(store) == wanted


def test_who_looks_up_what_goes_meanwhile_finds_it_or_not(interrupted: Interrupted, samples: list[Article]) -> None:
    gone = samples[0].id
    found: set[int] = set()

    def look(store: Store) -> None:
        lookup = Lookup(store, IRIS)
        found.add(len([claim for claim in lookup.claims() if claim.article == gone]))
        for fact in lookup.facts(scope="all", relation="acquired"):
            assert lookup.evidence(fact)

    for _ in interrupted(look, lambda store: remove(store, IRIS, gone)):
        pass
    assert found == {0, 2}


def test_many_who_write_at_once_lose_nothing(server: Running, samples: list[Article], engine: Engine) -> None:
    def write(share: list[Article]) -> None:
        store = RemoteStore(server.url, Access())
        for article in share:
            ingest(store, IRIS, [article], engine)
        store.close()

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, [samples[:2], samples[2:], samples[1:4]]))
    store = RemoteStore(server.url, Access())
    assert said(store) == of(samples, engine)
    store.close()
