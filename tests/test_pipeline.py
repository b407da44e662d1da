"""The whole flow on the real articles and the sample set: one graph whatever the order, and nothing left behind."""

from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad, QuerySolutions

from app.documents.load import find_files, read_articles
from app.errors import NotFound
from app.extraction.engine import Engine, load_engine
from app.graphs import DERIVATION_GRAPHS, LOG
from app.model import Article, Document, Extraction
from app.pipeline import article_ids, ingest, ingest_many, rebuild, remove
from app.query.validation import violations
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris, cg

IRIS = Iris()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Remembering(load_engine())


class Remembering:
    """The real engine, asked once an article: these tests are about what happens after it."""

    def __init__(self, engine: Engine) -> None:
        self.name, self.version = engine.name, engine.version
        self._engine = engine
        self._read: dict[str, Extraction] = {}

    def extract(self, document: Document) -> Extraction:
        """What the engine made of the article when it was first asked."""
        article_id = document.article.id
        if article_id not in self._read:
            self._read[article_id] = self._engine.extract(document)
        return self._read[article_id]


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    return [article for file in find_files([SAMPLE_ARTICLES_DIR]) for article in read_articles(file)]


@pytest.fixture(scope="module")
def real(shared_dir: Path) -> list[Article]:
    return [article for file in find_files([shared_dir / "articles"]) for article in read_articles(file)]


Filled = Callable[[list[Article]], EmbeddedStore]


@pytest.fixture
def filled(engine: Engine) -> Filled:
    def fill(articles: list[Article]) -> EmbeddedStore:
        store = EmbeddedStore()
        ingest(store, IRIS, articles, engine)
        return store

    return fill


def canonical(store: EmbeddedStore) -> str:
    """The store as canonical N-Quads, without the log (it has a clock in it). There are no blank nodes to name."""
    quads = [quad for quad in store.quads() if quad.graph_name != IRIS.graph(LOG)]
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    return "\n".join(sorted(map(str, quads)))


def test_the_order_of_ingest_does_not_matter(real: list[Article], filled: Filled) -> None:
    results = {canonical(filled(list(order))) for order in permutations(real)}
    assert len(results) == 1


def test_a_fact_names_every_claim_that_counts(samples: list[Article], filled: Filled) -> None:
    """So queries can tell them from those that do not."""
    rows = filled(samples).query(
        f"SELECT ?claim {{ GRAPH ?article {{ ?claim a {cg('Claim')} }}"
        f" FILTER NOT EXISTS {{ GRAPH ?facts {{ ?fact {cg('supportedBy')}|{cg('disputedBy')} ?claim }} }} }}"
    )
    assert isinstance(rows, QuerySolutions)
    assert list(rows) == []


def test_one_by_one_gives_the_same_as_all_at_once(samples: list[Article], engine: Engine, filled: Filled) -> None:
    store = EmbeddedStore()
    for article in reversed(samples):
        ingest(store, IRIS, [article], engine)
    assert canonical(store) == canonical(filled(samples))


def test_ingesting_again_changes_nothing(samples: list[Article], engine: Engine, filled: Filled) -> None:
    store = filled(samples)
    before = set(store.quads())
    summary = ingest(store, IRIS, samples, engine)
    assert {outcome.status for outcome in summary.outcomes} == {"unchanged"}
    assert set(store.quads()) == before


def test_an_article_given_twice_at_once_is_read_once(samples: list[Article], engine: Engine) -> None:
    store = EmbeddedStore()
    summary = ingest(store, IRIS, [samples[0], samples[0]], engine)
    assert [outcome.status for outcome in summary.outcomes] == ["added", "unchanged"]
    assert summary.outcomes[0].claims == summary.outcomes[1].claims > 0


def test_removing_an_article_removes_what_only_it_supported(
    samples: list[Article], engine: Engine, filled: Filled
) -> None:
    whole = filled(samples)
    for article in samples:
        remaining = [other for other in samples if other.id != article.id]
        store = filled(samples)
        remove(store, IRIS, article.id)
        assert canonical(store) == canonical(filled(remaining))
        ingest(store, IRIS, [article], engine)
        assert canonical(store) == canonical(whole)


def test_removing_the_last_article_leaves_nothing_but_the_log(samples: list[Article], filled: Filled) -> None:
    store = filled(samples[:1])
    remove(store, IRIS, samples[0].id)
    assert canonical(store) == ""
    assert article_ids(store, IRIS) == []


def test_removing_what_is_not_there_says_so(filled: Filled, samples: list[Article]) -> None:
    store = filled(samples[:1])
    before = canonical(store)
    with pytest.raises(NotFound, match="no article 'deadbeef'"):
        remove(store, IRIS, "deadbeef")
    assert canonical(store) == before


def test_rebuilding_mends_facts_that_were_lost_or_made_up(samples: list[Article], filled: Filled) -> None:
    store = filled(samples)
    before = canonical(store)
    rebuild(store, IRIS)
    assert canonical(store) == before
    facts = IRIS.graph("facts")
    quads = store.quads(graph=facts)
    store.apply(Change(drop=[IRIS.graph("derived")], remove=quads[::2], add=[Quad(facts, facts, facts, facts)]))
    rebuild(store, IRIS)
    assert canonical(store) == before


class Hasty(Remembering):
    """An engine that overlooks every second claim, as an older version might."""

    def extract(self, document: Document) -> Extraction:
        """Half of what the engine finds."""
        found = super().extract(document)
        return found.model_copy(update={"claims": found.claims[::2]})


def test_rebuilding_with_a_better_engine_gives_what_it_would_have_given(samples: list[Article], engine: Engine) -> None:
    upgraded, fresh = EmbeddedStore(), EmbeddedStore()
    ingest(upgraded, IRIS, samples, Hasty(engine))
    ingest(fresh, IRIS, samples, engine)
    assert canonical(upgraded) != canonical(fresh)
    rebuild(upgraded, IRIS, reader=engine)
    assert canonical(upgraded) == canonical(fresh)


def test_both_sets_keep_the_shapes(samples: list[Article], real: list[Article], filled: Filled) -> None:
    assert violations(filled(samples), IRIS) == []
    assert violations(filled(real), IRIS) == []


def test_derived_graphs_are_the_only_ones_beside_articles_and_log(samples: list[Article], filled: Filled) -> None:
    store = filled(samples)
    articles = {IRIS.article_graph(article_id) for article_id in article_ids(store, IRIS)}
    known = {IRIS.graph(name) for name in (*DERIVATION_GRAPHS, LOG)}
    assert set(store.graphs()) - articles <= known
    assert len(articles) == len(samples)


def test_the_syndicated_copy_counts_once(samples: list[Article], filled: Filled) -> None:
    store = filled(samples)
    rows = store.query(
        "PREFIX cg: <https://w3id.org/claimgraph/ontology#> SELECT ?articles ?origins {"
        " GRAPH ?g { ?fact cg:articleCount ?articles ; cg:independentOrigins ?origins FILTER(?origins < ?articles) } }"
    )
    assert isinstance(rows, QuerySolutions)
    assert len(list(rows)) > 0


def test_many_articles_go_in_as_several_transactions_with_the_same_graph(
    engine: Engine, samples: list[Article], filled: Filled
) -> None:
    taken: list[str] = []
    store = EmbeddedStore()
    before = store.generation

    def given() -> Iterator[Article]:
        for article in samples:
            # What comes later is not asked for before what came earlier is in the store.
            assert len(taken) - len(article_ids(store, IRIS)) < 7
            taken.append(article.id)
            yield article

    summary = ingest_many(store, IRIS, given(), engine, batch=7)
    assert [outcome.article for outcome in summary.outcomes] == taken
    assert store.generation - before == -(-len(samples) // 7)
    log = IRIS.graph(LOG)
    contents = [{quad for quad in each.quads() if quad.graph_name != log} for each in (store, filled(samples))]
    assert contents[0] == contents[1]
