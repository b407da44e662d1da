"""The question sets are well formed, and ask for what the generated graphs hold."""

from pyoxigraph import Quad

from tests.benchmarks.ask.check_questions import faults
from tests.benchmarks.ask.graphs import GRAPHS, build


def test_the_questions_have_no_faults() -> None:
    assert faults() == []


def test_a_graph_is_the_same_every_time() -> None:
    def quads(name: str) -> set[Quad]:
        return set(build(name)[0].quads())

    assert all(quads(name) == quads(name) for name in GRAPHS)
