"""The graphs that questions are asked of: by hand for the sample articles, and two of invented names."""

from __future__ import annotations

import pytest

from app.query.lookup import Lookup
from tests.benchmarks.ask.graphs import build
from tests.query.ask.articles import graph


@pytest.fixture(scope="session")
def articles() -> Lookup:
    return graph()


@pytest.fixture(scope="session")
def northfield() -> Lookup:
    return Lookup(*build("northfield"))


@pytest.fixture(scope="session")
def harbour() -> Lookup:
    return Lookup(*build("harbour"))
