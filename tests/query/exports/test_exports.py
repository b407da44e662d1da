from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.errors import BadInput, NotFound, UnknownFormat
from app.query.exports import WRITERS, writer
from app.query.lookup import Lookup
from app.query.selection import INCLUDABLE, Selection
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported
from tests.query.sample_graph import IRIS, MAYER, META

NAMES = "graphml gexf cytoscape cx2 node-link csv dot cypher turtle trig nquads rdfxml jsonld html".split()


def test_the_formats() -> None:
    assert list(WRITERS) == NAMES
    assert len({each.suffix for each in WRITERS.values()}) == len(NAMES)
    with pytest.raises(UnknownFormat, match="graphml, gexf, cytoscape"):
        writer("visio")


def test_every_format_and_option_is_documented() -> None:
    root = Path(__file__).parents[3]
    told = (root / "docs" / "exports.md").read_text(encoding="utf-8")
    for name in (*NAMES, *(field.name for field in fields(Selection))):
        assert f"`{name}`" in told, name
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_graph_gives_the_same_bytes(store: Store, lookup: Lookup, name: str) -> None:
    first = exported(lookup, name, include=INCLUDABLE)
    store.apply(Change(drop=store.graphs()))
    store.apply(Change(add=list(reversed(sample.sample_quads()))))
    assert exported(lookup, name, include=INCLUDABLE) == first


def test_the_hash_seed_does_not_matter() -> None:
    code = (
        "import hashlib; from app.query.exports import WRITERS; from app.query.lookup import Lookup;"
        "from tests.query.exports.exported import exported;"
        "from tests.query.sample_graph import IRIS, load; from app.store.embedded import EmbeddedStore;"
        "store = EmbeddedStore(); load(store); lookup = Lookup(store, IRIS);"
        "print([hashlib.sha256(exported(lookup, name)).hexdigest() for name in WRITERS])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2", "3")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_graph_can_be_exported(name: str) -> None:
    assert exported(Lookup(EmbeddedStore(), IRIS), name) is not None


PARTS: list[dict[str, Any]] = [
    {"root": MAYER, "depth": 1},
    {"as_of": date(2026, 1, 1)},
    {"entities": frozenset({"Company"})},
    {"facts": frozenset({"Investment"})},
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("options", PARTS, ids=lambda options: next(iter(options)))
def test_the_options_reach_the_writer(lookup: Lookup, name: str, options: dict[str, Any]) -> None:
    whole, part = held(exported(lookup, name)), held(exported(lookup, name, **options))
    assert sample.TENURE.id.encode() in whole
    assert (sample.TENURE.id.encode() in part) == ("root" in options)
    assert (sample.INVESTMENT.id.encode() in part) == ("root" not in options)


def held(body: bytes) -> bytes:
    """A file's text, unpacked."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return b"".join(archive.read(entry) for entry in archive.namelist())


@pytest.mark.parametrize("name", sorted({*NAMES} - {"turtle", "trig", "nquads", "rdfxml", "jsonld"}))
def test_a_fact_may_be_a_node(lookup: Lookup, name: str) -> None:
    node = IRIS.fact(sample.TENURE.id).value.encode()
    as_edge, as_node = (held(exported(lookup, name, fact_nodes=wanted)) for wanted in (False, True))
    assert as_edge.count(node) == 1, "its IRI"
    assert as_node.count(node) > 3, "its IRI, its node, and an edge for each of its ends"


def test_options_that_make_no_sense(lookup: Lookup) -> None:
    with pytest.raises(BadInput):
        exported(lookup, "dot", include=["rumours"])
    with pytest.raises(NotFound):
        exported(lookup, "dot", root=META + "x")
