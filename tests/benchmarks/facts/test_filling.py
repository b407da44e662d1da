"""A graph that is filled at once is the graph that an ingest of the same articles makes."""

from app.graphs import LOG
from app.store.embedded import EmbeddedStore
from tests.benchmarks.facts.benchmark import IRIS, Counting, fill, take_in
from tests.benchmarks.facts.synthetic import World


def _without_clock(store: EmbeddedStore) -> list[str]:
    return sorted(str(quad) for quad in store.quads() if quad.graph_name != IRIS.graph(LOG))


def test_filling_is_ingesting() -> None:
    world, filled, ingested = World(60), Counting(), Counting()
    fill(filled, world, 60)
    for start in (0, 30):
        take_in(ingested, [world.article(number) for number in range(start, start + 30)])
    assert _without_clock(filled) == _without_clock(ingested)
    assert filled.size() > 60 * 200
