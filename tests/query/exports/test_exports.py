from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from app.errors import BadInput, InvalidDate, NotFound, UnknownFormat
from app.query.exports import WRITERS, export, writer
from app.query.graph import INCLUDABLE
from app.query.lookup import Lookup
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS, MAYER, META, TBD

NAMES = "graphml gexf cytoscape node-link csv dot turtle trig nquads rdfxml jsonld".split()


def test_the_formats() -> None:
    assert list(WRITERS) == NAMES
    assert len({each.suffix for each in WRITERS.values()}) == len(NAMES)
    with pytest.raises(UnknownFormat, match="graphml, gexf, cytoscape"):
        writer("visio")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_graph_gives_the_same_bytes(store: Store, lookup: Lookup, name: str) -> None:
    first = export(lookup, name, include=INCLUDABLE)
    store.apply(Change(drop=store.graphs()))
    store.apply(Change(add=list(reversed(sample.sample_quads()))))
    assert export(lookup, name, include=INCLUDABLE) == first


def test_the_hash_seed_does_not_matter() -> None:
    code = (
        "import hashlib; from app.query.exports import WRITERS, export; from app.query.lookup import Lookup;"
        "from tests.query.sample_graph import IRIS, load; from app.store.embedded import EmbeddedStore;"
        "store = EmbeddedStore(); load(store); lookup = Lookup(store, IRIS);"
        "print([hashlib.sha256(export(lookup, name)).hexdigest() for name in WRITERS])"
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
    assert export(Lookup(EmbeddedStore(), IRIS), name) is not None


@pytest.mark.parametrize("name", NAMES)
def test_the_options_reach_the_writer(lookup: Lookup, name: str) -> None:
    whole = export(lookup, name, include=["reported"])
    part = export(lookup, name, root=MAYER, depth=1, as_of="2025-08-01")
    assert part == export(lookup, name, root=MAYER, depth=1, as_of=date(2025, 8, 1))
    other = IRIS.entity(TBD).value.encode()
    if name != "csv":
        assert other in whole
        assert other not in part


def test_options_that_make_no_sense(lookup: Lookup) -> None:
    with pytest.raises(InvalidDate, match="2025-08-30"):
        export(lookup, "dot", as_of="last week")
    with pytest.raises(BadInput):
        export(lookup, "dot", include=["rumours"])
    with pytest.raises(NotFound):
        export(lookup, "dot", root=META + "x")
