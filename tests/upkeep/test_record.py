"""A store's record of its versions: when it is written, and what an older or a newer one leads to."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.documents.load import read_articles
from app.errors import StoreOutdated
from app.extraction.engine import Engine, load_engine
from app.graphs import LOG, RULINGS
from app.model import Ruling, RulingKind
from app.ontology import ontology_version
from app.pipeline import article_ids, decide, ingest, rebuild, remove
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.upkeep.record import SCHEMA, Versions, older_engines, read_versions, require_current
from app.vocab import DCTERMS, OWL, Iris

IRIS = Iris()
NODE, GRAPH = NamedNode(f"{IRIS.base}store"), IRIS.graph(LOG)
SCHEMA_SAYS = (NamedNode(OWL + "versionInfo"), Literal(f"schema {SCHEMA}"))
ONTOLOGY_SAYS = (NamedNode(DCTERMS + "conformsTo"), NamedNode(ontology_version()))
ARTICLES = read_articles(SAMPLE_ARTICLES_DIR / "03-meta-data-executive-leaves.txt")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.fixture
def filled(engine: Engine) -> EmbeddedStore:
    store = EmbeddedStore()
    ingest(store, IRIS, ARTICLES, engine)
    return store


def write(store: EmbeddedStore, instead: tuple[NamedNode, Literal | NamedNode], says: Literal | NamedNode) -> None:
    """Let the record say another thing."""
    old, new = Quad(NODE, *instead, GRAPH), Quad(NODE, instead[0], says, GRAPH)
    assert old in store.quads(NODE, graph=GRAPH)
    store.apply(Change(remove=[old], add=[new]))


def forget(store: EmbeddedStore) -> None:
    """Take the record out."""
    store.apply(Change(remove=store.quads(NODE, graph=GRAPH)))


def graph(store: EmbeddedStore) -> set[str]:
    return {str(quad) for quad in store.quads() if quad.graph_name != GRAPH}


def ontology(release: str) -> NamedNode:
    return NamedNode(ontology_version().rpartition("/")[0] + "/" + release)


def test_the_first_transaction_writes_the_record_and_an_empty_store_needs_none(filled: EmbeddedStore) -> None:
    assert read_versions(filled, IRIS) == Versions(SCHEMA, ontology_version(), frozenset({"rules 2"}))
    require_current(filled, IRIS)
    require_current(EmbeddedStore(), IRIS)
    ruled = EmbeddedStore()
    decide(ruled, IRIS, Ruling(kind=RulingKind.SAME, about=("organization/a", "organization/b")))
    assert read_versions(ruled, IRIS) == Versions(SCHEMA, ontology_version())


def test_a_dataset_without_an_article_of_ours_is_of_no_version() -> None:
    store = EmbeddedStore()
    article = NamedNode("https://w3id.org/claimgraph/ontology#Article")
    type_ = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store.apply(Change(add=[Quad(NamedNode("urn:a"), type_, article, NamedNode("urn:my-own-graph"))]))
    require_current(store, IRIS)


@pytest.mark.parametrize(
    ("instead", "says", "reason"),
    [
        (SCHEMA_SAYS, Literal("schema 0"), "schema 0"),
        (SCHEMA_SAYS, Literal("schema of old"), "schema 0"),
        (ONTOLOGY_SAYS, ontology("0.0.9"), "0.0.9"),
    ],
)
def test_an_older_store_is_refused_until_it_is_rebuilt(
    filled: EmbeddedStore, instead: tuple[NamedNode, Literal | NamedNode], says: Literal | NamedNode, reason: str
) -> None:
    before = graph(filled)
    write(filled, instead, says)
    with pytest.raises(StoreOutdated, match=reason) as refused:
        require_current(filled, IRIS)
    assert "`claimgraph rebuild`" in (refused.value.hint or "")
    rebuild(filled, IRIS)
    require_current(filled, IRIS)
    assert graph(filled) == before


def test_articles_without_a_record_are_of_an_older_version(filled: EmbeddedStore) -> None:
    forget(filled)
    with pytest.raises(StoreOutdated, match="does not say"):
        require_current(filled, IRIS)
    rebuild(filled, IRIS)
    assert read_versions(filled, IRIS) == Versions(SCHEMA, ontology_version(), frozenset({"rules 2"}))


@pytest.mark.parametrize(
    ("instead", "says"),
    [(SCHEMA_SAYS, Literal(f"schema {SCHEMA + 1}")), (ONTOLOGY_SAYS, ontology("0.10.0"))],
)
def test_a_newer_store_is_refused_and_nothing_is_written_into_it(
    filled: EmbeddedStore, engine: Engine, instead: tuple[NamedNode, Literal | NamedNode], says: Literal | NamedNode
) -> None:
    write(filled, instead, says)
    before = set(map(str, filled.quads()))
    (article,) = article_ids(filled, IRIS)
    with pytest.raises(StoreOutdated, match="newer"):
        require_current(filled, IRIS)
    with pytest.raises(StoreOutdated, match="newer"):
        rebuild(filled, IRIS)
    with pytest.raises(StoreOutdated, match="newer"):
        rebuild(filled, IRIS, reader=engine)
    with pytest.raises(StoreOutdated, match="newer"):
        remove(filled, IRIS, article)
    assert set(map(str, filled.quads())) == before


def test_writing_into_an_older_store_rebuilds_it_first(filled: EmbeddedStore) -> None:
    (article,) = article_ids(filled, IRIS)
    filled.apply(Change(drop=[IRIS.graph("index")]))
    write(filled, SCHEMA_SAYS, Literal("schema 0"))
    remove(filled, IRIS, article)
    require_current(filled, IRIS)
    assert {quad.graph_name for quad in filled.quads()} <= {GRAPH, IRIS.graph(RULINGS)}


def test_claims_of_an_older_engine_are_read_and_reading_again_forgets_it(filled: EmbeddedStore, engine: Engine) -> None:
    known = read_versions(filled, IRIS)
    assert known is not None
    assert older_engines(known) is None
    write(filled, (SCHEMA_SAYS[0], Literal("rules 2")), Literal("rules 0"))
    known = read_versions(filled, IRIS)
    assert known is not None
    assert "rules 0" in str(known)
    assert "`claimgraph rebuild --reread`" in (older_engines(known) or "")
    require_current(filled, IRIS)
    rebuild(filled, IRIS, reader=engine)
    assert read_versions(filled, IRIS) == Versions(SCHEMA, ontology_version(), frozenset({"rules 2"}))


def test_engines_of_others_are_not_called_old() -> None:
    assert older_engines(Versions(SCHEMA, ontology_version(), frozenset({"llm 2 gpt-oss", "my-own 7"}))) is None
    assert "llm 0 gpt-oss" in (older_engines(Versions(SCHEMA, "", frozenset({"llm 0 gpt-oss"}))) or "")
