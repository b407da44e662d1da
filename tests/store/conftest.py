"""Servers that a run of these tests shares: each takes seconds to start."""

from collections.abc import Iterator

import pytest

from tests.store.endpoints import Running, oxigraph, virtuoso
from tests.store.faults import Way, way_to


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso") / "data") as running:
        yield running


@pytest.fixture
def server(oxigraph_server: Running) -> Running:
    """The shared server, emptied."""
    oxigraph_server.empty()
    return oxigraph_server


@pytest.fixture
def way(server: Running) -> Iterator[Way]:
    """A way to it on which things can go wrong."""
    with way_to(server.url) as found:
        yield found
