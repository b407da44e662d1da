"""A small graph of sentences from the sample articles, with one fact of every kind that reading has to cope with."""

from __future__ import annotations

import pytest

from app.query.lookup import Lookup
from app.store.base import Store
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.query.sample_graph import IRIS, load


@pytest.fixture
def store() -> Store:
    store = EmbeddedStore()
    load(store)
    return store


@pytest.fixture
def iris() -> Iris:
    return IRIS


@pytest.fixture
def lookup(store: Store) -> Lookup:
    return Lookup(store, IRIS)
