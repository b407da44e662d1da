"""What writing costs beside the graph itself stays small, however large the graph is."""

from __future__ import annotations

import io
import subprocess
import sys
from decimal import Decimal

import networkx as nx
import pytest

EDGES = 100_000
# Bytes by which the process may grow; the files are of 50 to 80 million.
BOUND = 8_000_000
_UNIT = 1 if sys.platform == "darwin" else 1024


class Nowhere(io.RawIOBase):
    """Takes whatever is written, and counts it."""

    written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        assert isinstance(data, bytes)
        self.written += len(data)
        return len(data)


def many_edges() -> nx.MultiDiGraph[str]:
    """A graph such as `project` makes, of a hundred thousand facts, some with the same ends."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="Claimgraph")
    for number in range(10_000):
        graph.add_node(f"n{number}", label=f"Name <{number}>", kind="entity", type="Company", types="Company")
    for number in range(EDGES):
        said: dict[str, object] = {
            "fact_id": f"f{number}",
            "relation": "investedIn",
            "type": "Investment",
            "label": "invested in",
        }
        said |= {"status": "asserted", "realised": True, "date_earliest": "2024-01-01", "date_latest": "2024-02-01"}
        ends = f"n{number // 20}", f"n{number // 20 + number % 7}"
        said |= {"amount": Decimal(number) / 4, "claim_ids": "c" * 200}
        graph.add_edge(ends[0], ends[1], f"f{number}", **said)
    return graph


def cost(name: str) -> None:
    """Print by how many bytes the process grew while it wrote, and how many bytes it wrote."""
    from resource import RUSAGE_SELF, getrusage

    from app.query.exports import writer
    from app.query.exports.base import Export
    from app.query.lookup import Lookup
    from app.query.selection import WHOLE
    from app.store.embedded import EmbeddedStore
    from app.vocab import Iris

    export, out = Export(many_edges(), Lookup(EmbeddedStore(), Iris()), WHOLE), Nowhere()
    before = getrusage(RUSAGE_SELF).ru_maxrss
    writer(name).write(export, out)  # type: ignore[arg-type]
    print((getrusage(RUSAGE_SELF).ru_maxrss - before) * _UNIT, out.written)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how much memory a process had")
@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape", "cx2", "node-link", "dot", "cypher"])
def test_a_hundred_thousand_edges_are_written_in_little_memory(name: str) -> None:
    code = f"from tests.query.exports.test_memory import cost; cost({name!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    peak, written = map(int, done.stdout.split())
    assert written > EDGES * 50
    assert peak < BOUND
