"""The OpenAPI document holds: whatever is sent, no answer is a failure, and none is of an undocumented kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.api.app import create_app
from app.api.description import RDF_TYPES
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.query.sample_graph import IRIS, load

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@schemathesis.serializer("application/sparql-query", "application/sparql-update", "application/pdf", *RDF_TYPES)
def as_text(_: schemathesis.SerializationContext, value: Any) -> bytes:
    """A query, an update, a graph or a file as it is."""
    return str(value).encode("utf-8", "replace")


schema = schemathesis.openapi.from_dict(create_app(Settings(store="memory:"), EmbeddedStore()).openapi())


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a server that may be written to."""
    store = EmbeddedStore()
    load(store)
    with running(Settings(store="memory:", base_iri=IRIS.base), store) as address:
        yield address


@schema.parametrize()
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_operation_answers_as_documented(case: schemathesis.Case[Any], url: str) -> None:
    case.call_and_validate(base_url=url, checks=CHECKS, timeout=300)
