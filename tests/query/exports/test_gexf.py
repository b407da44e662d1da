from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from app.graphs import fact_quads
from app.model import Bounds, FactTime
from app.query.exports import writer
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import INCLUDABLE, Selection
from app.store.base import Change, Store
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported
from tests.query.sample_graph import IRIS, META, SCALE, fact

NS = {"g": "http://gexf.net/1.3"}
# What a value of each type has to be.
TYPES: dict[str, Callable[[str], object]] = {
    "string": str,
    "long": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def parse(body: bytes) -> etree._Element:
    return etree.fromstring(body)


def spell(root: etree._Element, fact_id: str) -> dict[str, str] | None:
    found = root.find(f".//g:edge[@id='{fact_id}']/g:spells/g:spell", NS)
    return None if found is None else {str(name): str(value) for name, value in found.attrib.items()}


def test_networkx_reads_it_back(lookup: Lookup) -> None:
    graph = project(lookup, Selection(include=frozenset(INCLUDABLE)))
    found = nx.read_gexf(io.BytesIO(exported(lookup, "gexf", include=INCLUDABLE)), version="1.3")
    assert set(found) == set(graph)
    assert found.number_of_edges() == graph.number_of_edges()
    meta = found.nodes[IRIS.entity(META).value]
    assert (meta["label"], meta["former_name"], meta["type"]) == ("Meta", "Facebook", "Company")


@pytest.mark.parametrize("size", ["small", "large"])
def test_the_structure_is_what_the_format_asks_for(request: pytest.FixtureRequest, lookup: Lookup, size: str) -> None:
    if size == "large":
        out, export = io.BytesIO(), request.getfixturevalue("large")
        writer("gexf").write(export, out)
        body = out.getvalue()
    else:
        body = exported(lookup, "gexf", include=INCLUDABLE)
    root = parse(body)
    rules = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("gexf13.rng"))))
    assert rules.validate(root), rules.error_log
    nodes, edges = root.findall(".//g:node", NS), root.findall(".//g:edge", NS)
    ids = {node.get("id") for node in nodes}
    assert len(ids) == len(nodes)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= ids
    kinds = Counter((edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges)
    assert set(kinds.values()) == {1}
    for kind, elements in (("node", nodes), ("edge", edges)):
        declared = {
            each.get("id"): TYPES[str(each.get("type"))]
            for each in root.findall(f".//g:attributes[@class='{kind}']/g:attribute", NS)
        }
        for element in elements:
            values = element.findall("g:attvalues/g:attvalue", NS)
            assert len({value.get("for") for value in values}) == len(values)
            assert all(declared[value.get("for")](str(value.get("value"))) is not None for value in values)


def test_spells_are_what_is_possible(lookup: Lookup) -> None:
    root = parse(exported(lookup, "gexf"))
    assert root.find("g:graph", NS) is not None
    assert root.find("g:graph[@mode='dynamic'][@timeformat='date']", NS) is not None
    assert spell(root, sample.TENURE.id) == {"end": "2025-09-01"}
    assert spell(root, sample.INVESTMENT.id) is None  # only the latest day is known, and it did not last until then
    assert spell(root, sample.UNIT_OF.id) is None


def test_an_event_lies_between_two_days(store: Store, lookup: Lookup) -> None:
    time = FactTime(date=Bounds(earliest="2024-03-01", latest="2024-03-31"))
    bought = fact("f-b", "Acquisition", "acquired", {"acquirer": META, "target": SCALE}, time=time)
    store.apply(Change(add=fact_quads(bought, IRIS)))
    assert spell(parse(exported(lookup, "gexf")), "f-b") == {"start": "2024-03-01", "end": "2024-03-31"}


def test_edges_with_the_same_ends_are_of_different_kinds(store: Store, lookup: Lookup) -> None:
    again = fact("f-again", "Investment", "investedIn", {"investor": META, "investee": SCALE})
    store.apply(Change(add=fact_quads(again, IRIS)))
    edges = parse(exported(lookup, "gexf", include=INCLUDABLE)).findall(".//g:edge", NS)
    kinds = Counter((edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges)
    assert set(kinds.values()) == {1}
    assert "investedIn 2" in {kind for _, _, kind in kinds}


def test_a_graph_without_times_is_static(lookup: Lookup) -> None:
    graph = parse(exported(lookup, "gexf", root="collective/third-party-data-vendors", depth=0)).find("g:graph", NS)
    assert graph is not None
    assert graph.get("mode") is None
