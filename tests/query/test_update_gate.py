from __future__ import annotations

from contextlib import suppress

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from app.errors import CallRefused, ClaimgraphError, Forbidden, InvalidQuery
from app.query.update_gate import (
    check_syntax,
    check_update,
    refuse_protected,
    with_using,
    without_silent_loads,
)

BASE = "https://example.org/id/"
FACTS, OWN = f"<{BASE}graph/facts>", "<urn:own>"


def check(text: str) -> None:
    check_syntax("", text)
    refuse_protected(text, check_update(text), BASE)


FREE = [
    "INSERT DATA { <urn:s> <urn:p> 'GRAPH' }",
    f"INSERT DATA {{ GRAPH {OWN} {{ <urn:s> <urn:p> 1 }} }} ; DELETE DATA {{ <urn:s> <urn:p> 1 }}",
    f"DELETE {{ ?s ?p ?o }} INSERT {{ GRAPH {OWN} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {FACTS} {{ ?s ?p ?o }} }}",
    f"WITH {OWN} DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    f"INSERT {{ ?s <urn:p> 1 }} USING {FACTS} WHERE {{ ?s ?p ?o }}",
    f"DELETE WHERE {{ GRAPH {OWN} {{ ?s ?p ?o }} }}",
    f"CLEAR DEFAULT; CREATE SILENT GRAPH {OWN}; DROP GRAPH {OWN}",
    f"COPY {FACTS} TO {OWN}; ADD {FACTS} TO DEFAULT; MOVE {OWN} TO DEFAULT",
    "PREFIX own: <urn:> INSERT DATA { GRAPH own:graph { <urn:s> <urn:p> 1 } }",
    "PREFIX a: <urn:a> # prologue alone",
    "",
]
TOUCHING = [
    f"INSERT DATA {{ GRAPH {FACTS} {{ <urn:s> <urn:p> 1 }} }}",
    f"INSERT DATA {{ GRAPH {OWN} {{ <urn:s> <urn:p> 1 }} GRAPH{FACTS}{{ <urn:s> <urn:p> 1 }} }}",
    f"DELETE WHERE {{ GRAPH {FACTS} {{ ?s ?p ?o }} }}",
    "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
    "INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    f"WITH {FACTS} DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    f"CLEAR GRAPH {FACTS}",
    f"DROP SILENT GRAPH {FACTS}",
    "CLEAR ALL",
    "DROP NAMED",
    f"COPY {OWN} TO {FACTS}",
    "CLEAR GRAPH <urn:claimgraph:pending>",
    f"ADD DEFAULT TO GRAPH {FACTS}",
    f"MOVE {FACTS} TO {OWN}",
    f"CREATE GRAPH {FACTS}",
    f"PREFIX g: <{BASE}graph/> INSERT DATA {{ GRAPH g:facts {{ <urn:s> <urn:p> 1 }} }}",
    f"PREFIX g: <{BASE}gra> INSERT DATA {{ GRAPH g:ph\\/facts {{ <urn:s> <urn:p> 1 }} }}",
    f"PREFIX g: <urn:> PREFIX g: <{BASE}graph/> INSERT DATA {{ GRAPH g:facts {{ <urn:s> <urn:p> 1 }} }}",
    f"BASE <{BASE}graph/> INSERT DATA {{ GRAPH <facts> {{ <urn:s> <urn:p> 1 }} }}",
    f"BASE <{BASE}graph/> CLEAR GRAPH <./facts>",
    f"BASE <urn:x:> CLEAR GRAPH <{BASE}x/../graph/facts>",
    "BASE <urn:x:> CLEAR GRAPH <https://example.org/./id/graph/facts>",
    f"CLEAR DEFAULT; CLEAR GRAPH {FACTS}",
]


@pytest.mark.parametrize("text", FREE)
def test_the_default_graph_and_ones_own_are_free(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", TOUCHING)
def test_what_could_touch_the_products_graphs_is_refused(text: str) -> None:
    with pytest.raises(Forbidden) as refused:
        check(text)
    assert refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://127.0.0.1:9/>",
        "LOAD <file:///etc/passwd> INTO GRAPH <urn:own>",
        "CLEAR DEFAULT; load <http://127.0.0.1:9/>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOADSILENT<http://127.0.0.1:9/>",
        "PREFIX x: <http://127.0.0.1:9/> LOAD x:a",
    ],
)
def test_nothing_is_fetched(text: str) -> None:
    with pytest.raises(InvalidQuery):
        check_update(text)


def test_a_host_on_the_list_may_be_called_by_its_iri_in_full() -> None:
    hosts = ("data.example.org",)
    check_update("LOAD SILENT <https://data.example.org/a.ttl> INTO GRAPH <urn:own>", hosts)
    for source in ("<http://data.example.org.evil/>", "<http://u@data.example.org/>", "<file://data.example.org/a>"):
        with pytest.raises(CallRefused):
            check_update(f"LOAD {source}", hosts)


def test_a_silent_load_fails_without_a_word() -> None:
    text = "CLEAR DEFAULT; LOAD SILENT <http://127.0.0.1:9/> INTO GRAPH <urn:g>; CLEAR DEFAULT"
    left = without_silent_loads(text, check_update(text), ())
    assert left == "CLEAR DEFAULT; INSERT DATA {}; CLEAR DEFAULT"


def test_the_requests_dataset_is_put_into_every_pattern() -> None:
    text = "INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }; DELETE WHERE { ?s ?p 1 }; DELETE { ?s ?p 2 } WHERE { ?s ?p 2 }"
    written = with_using(text, check_update(text), [NamedNode("urn:a")], [NamedNode("urn:b")])
    assert written.count("USING <urn:a> USING NAMED <urn:b>") == 3
    check_syntax("", written)
    for own in (
        "WITH <urn:c> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p 1 } USING <urn:c> WHERE { ?s ?p ?o }",
    ):
        with pytest.raises(InvalidQuery, match="names its dataset"):
            with_using(own, check_update(own), [NamedNode("urn:a")], [])


_WORDS = f"""
    INSERT DELETE DATA WHERE WITH USING NAMED GRAPH CLEAR DROP CREATE COPY MOVE ADD TO DEFAULT ALL SILENT INTO LOAD
    PREFIX BASE {{ }} {{ }} {{ }} ; . a ?g ?s ?p ?o {FACTS} {FACTS} {OWN} <facts> <../graph/facts> g:facts g:
    <{BASE}graph/> <urn:p> <urn:s> 'x' \'\'\'y\'\'\' ' # \\u007b \\ [ ] ( ) {{| |}} <<( )>> 1
    1GRAPH GRAPHg:facts INSERTDATA
"""
PIECES = st.sampled_from(_WORDS.split())
GLUE = st.sampled_from([" ", " ", " ", "", "\n", "#\n"])
SHAPES = [
    "INSERT DATA {{ GRAPH {0} {{ <urn:s> <urn:p> 1 }} }}",
    "INSERT {{ {0} GRAPH {1} {{ ?s <urn:p> 2 }} }} WHERE {{ GRAPH {2} {{ ?s ?p ?o }} }}",
    "PREFIX g: {0} DELETE {{ GRAPH {1} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {2} {{ ?s ?p ?o }} }}",
    "BASE {0} CLEAR GRAPH {1}",
    "COPY {0} TO {1} ; {2}",
    "WITH {0} DELETE {{ ?s ?p ?o {1} }} INSERT {{ ?s ?p 1 }} WHERE {{ ?s ?p ?o {2} }}",
    "DELETE WHERE {{ {0} {{ ?s ?p ?o }} {1} }} {2}",
    "{0} {1} {2}",
]


@settings(max_examples=400, deadline=None)
@given(
    shape=st.sampled_from(SHAPES),
    holes=st.lists(st.lists(st.tuples(PIECES, GLUE), min_size=1, max_size=6), min_size=3, max_size=3),
)
def test_what_passes_leaves_the_products_graphs_as_they_were(shape: str, holes: list[list[tuple[str, str]]]) -> None:
    """Held against Oxigraph itself: whatever the gate lets through is made, and the facts are looked at."""
    text = shape.format(*("".join(piece + glue for piece, glue in hole) for hole in holes))
    try:
        operations = check_update(text)
        refuse_protected(text, operations, BASE)
    except ClaimgraphError:
        return
    facts = NamedNode(FACTS[1:-1])
    store = pyoxigraph.Store()
    store.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("fact"), facts))
    store.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("own"), NamedNode("urn:own")))
    before = set(store.quads_for_pattern(None, None, None, facts))
    with suppress(SyntaxError, ValueError, RuntimeError, OSError):
        store.update(text)
    assert set(store.quads_for_pattern(None, None, None, facts)) == before, text
    assert store.contains_named_graph(facts), text
