from __future__ import annotations

import json
from datetime import date

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad

from app.graphs import LOG
from app.query.lookup import Lookup
from app.query.selection import INCLUDABLE
from app.store.base import Change, Store
from app.vocab import CG, TYPE, cg
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported
from tests.query.sample_graph import IRIS, MAYER, META, SCALE

# rdflib's own TriG and N-Quads parsers use the class that rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

READERS = {"turtle": "turtle", "rdfxml": "xml", "jsonld": "json-ld"}


def triples(lookup: Lookup, name: str, **options: object) -> set[tuple[rdflib.term.Node, ...]]:
    body = exported(lookup, name, **options)  # type: ignore[arg-type]
    return set(rdflib.Graph().parse(data=body.decode(), format=READERS[name]))


def test_rdflib_reads_the_same_triples_from_all_three(lookup: Lookup) -> None:
    turtle, xml, json_ld = (triples(lookup, name, include=INCLUDABLE) for name in READERS)
    assert turtle == xml == json_ld
    plain = {
        (quad.subject, quad.predicate, quad.object)
        for quad in sample.sample_quads()
        if quad.graph_name in {IRIS.graph(name) for name in ("facts", "entities", "derived", "reported", "planned")}
    }
    assert len(turtle) == len(plain)


def test_without_include_only_undisputed_facts(lookup: Lookup) -> None:
    status = rdflib.URIRef(CG + "status")
    assert {str(o) for _, p, o in triples(lookup, "turtle") if p == status} == {"asserted"}


def test_the_dataset_comes_whole_but_for_the_log(store: Store, lookup: Lookup) -> None:
    run, mine = NamedNode("https://example.org/id/run"), IRIS.graph("mine")
    store.apply(
        Change(add=[Quad(run, TYPE, cg("ExtractionRun"), IRIS.graph(LOG)), Quad(run, TYPE, cg("Article"), mine)])
    )
    expected = len(set(sample.sample_quads())) + 1
    dataset = rdflib.Dataset()
    dataset.parse(data=exported(lookup, "trig").decode(), format="trig")
    assert len(list(dataset.quads())) == expected
    lines = exported(lookup, "nquads").decode().splitlines()
    assert len(lines) == expected
    assert not any("graph/log" in line for line in lines)
    restored = pyoxigraph.Store()
    restored.load(exported(lookup, "trig"), format=pyoxigraph.RdfFormat.TRIG)
    assert {str(quad) for quad in restored} == {
        str(quad) for quad in store.quads() if quad.graph_name != IRIS.graph(LOG)
    }


def test_part_of_the_dataset_brings_its_evidence(lookup: Lookup) -> None:
    body = exported(lookup, "nquads", root=MAYER, depth=1).decode()
    assert sample.LEFT.evidence[0].text in body
    assert IRIS.claim(sample.LEFT.id).value in body
    assert IRIS.claim(sample.INVESTED.id).value not in body
    assert IRIS.entity(SCALE).value not in body


def test_a_shortcut_goes_with_the_facts_of_its_day(lookup: Lookup) -> None:
    shortcut = (
        rdflib.URIRef(IRIS.entity(META).value),
        rdflib.URIRef(CG + "investedIn"),
        rdflib.URIRef(IRIS.entity(SCALE).value),
    )
    assert shortcut in triples(lookup, "turtle")
    assert shortcut not in triples(lookup, "turtle", as_of=date(2025, 8, 1))
    vendor = (shortcut[2], rdflib.RDF.type, rdflib.URIRef(CG + "DataVendor"))
    assert vendor in triples(lookup, "turtle", as_of=date(2025, 8, 1))


def test_people_can_read_it(lookup: Lookup) -> None:
    turtle = exported(lookup, "turtle").decode()
    assert turtle.startswith("@prefix cg: <https://w3id.org/claimgraph/ontology#> .\n@prefix dcterms:")
    assert "cg:status" in turtle
    document = json.loads(exported(lookup, "jsonld"))
    assert document["@context"]["cg"] == CG
    (tenure,) = (node for node in document["@graph"] if node["@id"] == IRIS.fact(sample.TENURE.id).value)
    assert sorted(tenure["@type"]) == ["cg:Fact", "cg:Tenure"]
    assert tenure["cg:duration"] == [{"@value": "P2M", "@type": "xsd:duration"}]
