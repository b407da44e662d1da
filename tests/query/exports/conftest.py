"""The large graph, made once for all tests of exports."""

from __future__ import annotations

import pytest

from app.query.exports.base import Export
from app.query.graph import project
from app.query.selection import Selection
from tests.query.exports.large import large_lookup

LARGE = Selection(include=frozenset({"reported"}))


@pytest.fixture(scope="session")
def large() -> Export:
    """Ten thousand entities and fifteen thousand facts, projected."""
    lookup = large_lookup()
    return Export(project(lookup, LARGE), lookup, LARGE)
