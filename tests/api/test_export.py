"""Exports over HTTP: every format, every option, whole or refused."""

from __future__ import annotations

import httpx
import pytest

from app.query.exports import WRITERS
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported
from tests.query.sample_graph import IRIS, load


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    """The graph that the server has, without the server."""
    store = EmbeddedStore()
    load(store)
    return Lookup(store, IRIS)


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_comes_whole_and_is_what_the_writer_writes(reading: httpx.Client, lookup: Lookup, name: str) -> None:
    answer = reading.get(f"/export/{name}")
    assert answer.content == exported(lookup, name)
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["content-type"].startswith(WRITERS[name].media_type)
    assert f'filename="claimgraph{WRITERS[name].suffix}"' in answer.headers["content-disposition"]


def test_every_option_is_heard(reading: httpx.Client) -> None:
    def facts(**options: str) -> set[str]:
        answer = reading.get("/export/node-link", params=options).raise_for_status().json()
        return {edge["fact_id"] for edge in answer["edges"]}

    assert facts(root="Ruben Mayer", depth="1") == {sample.TENURE.id}
    assert sample.TENURE.id not in facts(as_of="2026-01-01")
    assert sample.STRAIN.id in facts(include="reported, planned") - facts()
    assert facts(entities="Company", facts="Investment,Partnership") == {sample.INVESTMENT.id}
    nodes = reading.get("/export/node-link", params={"fact_nodes": "true", "facts": "Tenure"}).json()["nodes"]
    assert [node["kind"] for node in nodes].count("event") == 1
    group = IRIS.entity(sample.VENDORS).value
    for wanted in ("false", "true"):
        answer = reading.get("/export/node-link", params={"facts": "Tenure", "lone_groups": wanted}).json()
        assert (group in {node["id"] for node in answer["nodes"]}) == (wanted == "true")


@pytest.mark.parametrize(
    "options",
    [
        {"include": "rumours"},
        {"entities": "Firm"},
        {"facts": "Company"},
        {"depth": "-1"},
        {"depth": "2"},
        {"as_of": "June"},
    ],
)
def test_an_option_that_means_nothing_is_refused(reading: httpx.Client, options: dict[str, str]) -> None:
    refused = reading.get("/export/gexf", params=options)
    assert refused.status_code in (400, 422)
    assert refused.headers["content-type"] == "application/problem+json"
