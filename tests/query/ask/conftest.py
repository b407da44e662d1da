"""The graph that follows from the hand-written claims of the sample articles."""

from __future__ import annotations

import pytest

from app.query.lookup import Lookup
from tests.query.ask.articles import graph


@pytest.fixture(scope="session")
def articles() -> Lookup:
    return graph()
