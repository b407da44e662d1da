"""Reconciliation as OpenRefine asks for it (Reconciliation Service API 0.2)."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.api.test_guard import TOKEN
from tests.query.sample_graph import IRIS, MAYER, META, SCALE, TBD


def asked(http: httpx.Client, **queries: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    answer = http.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return {name: each["result"] for name, each in answer.json().items()}


def test_the_manifest_leads_to_services_and_pages_that_answer(reading: httpx.Client) -> None:
    manifest = reading.get("/reconcile").json()
    assert "0.2" in manifest["versions"]
    assert manifest["identifierSpace"] == IRIS.base
    assert manifest["name"]
    for service in manifest["suggest"].values():
        url = service["service_url"] + service["service_path"]
        assert reading.get(url, params={"prefix": ""}).json()["result"]
    assert reading.get(manifest["view"]["url"].replace("{{id}}", META)).status_code == 200
    for each in manifest["defaultTypes"]:
        assert set(each) == {"id", "name"}


def test_rows_are_matched_in_one_batch(reading: httpx.Client) -> None:
    found = asked(
        reading,
        q0={"query": "Facebook", "type": "Company", "limit": 3},
        q1={"query": "mayer"},
        q2={"query": "nobody at all"},
        q3={"query": "Scale AI", "type": ["Person", "Company"]},
    )
    meta = found["q0"][0]
    assert (meta["id"], meta["name"], meta["match"]) == (META, "Meta", True)
    assert meta["type"] == [{"id": "Company", "name": "company"}]
    assert meta["description"] == "company, in 3 articles"
    assert (found["q1"][0]["id"], found["q1"][0]["match"]) == (MAYER, False)
    assert found["q1"][0]["score"] < meta["score"] <= 100
    assert found["q2"] == []
    assert found["q3"][0]["id"] == SCALE


@pytest.mark.parametrize("cell", ["Mayer, Ruben", "MAYER,  ruben"])
def test_a_last_name_may_stand_first(reading: httpx.Client, cell: str) -> None:
    [found] = asked(reading, q={"query": cell, "type": "Person"})["q"]
    assert (found["id"], found["match"]) == (MAYER, True)


@pytest.mark.parametrize("cell", ["Meta, Inc.", "Meta Inc", "Scale AI Ltd"])
def test_a_legal_form_does_not_matter(reading: httpx.Client, cell: str) -> None:
    found = asked(reading, q={"query": cell, "type": "Company"})["q"][0]
    assert (found["id"], found["match"]) == (META if "Meta" in cell else SCALE, True)


def test_a_class_leaves_out_what_is_of_another(reading: httpx.Client) -> None:
    assert asked(reading, q={"query": "Facebook", "type": "Person"}) == {"q": []}
    assert [each["id"] for each in asked(reading, q={"query": "scale", "type": "DataVendor"})["q"]] == [SCALE]


@pytest.mark.parametrize("value", ["Meta", "Facebook", META, {"id": META}, {"name": "meta"}, ["nobody", "Meta"]])
def test_what_else_the_row_says_counts(reading: httpx.Client, value: object) -> None:
    plain, fitting, contrary = (
        asked(reading, q={"query": "TBD", "properties": properties})["q"][0]
        for properties in ([], [{"pid": "unitOf", "v": value}], [{"pid": "unitOf", "v": "Scale AI"}])
    )
    assert plain["id"] == fitting["id"] == contrary["id"] == TBD
    assert fitting["score"] > contrary["score"]
    assert contrary["score"] < plain["score"]


def test_queries_may_stand_in_the_address(reading: httpx.Client) -> None:
    queries = json.dumps({"q0": {"query": "Meta"}})
    got = reading.get("/reconcile", params={"queries": queries}).json()
    assert got == reading.post("/reconcile", data={"queries": queries}).json()


@pytest.mark.parametrize(
    "queries",
    [
        *(
            "",
            "{",
            "[]",
            "3",
            '"q"',
            '{"q": {}}',
            '{"q": {"query": 3}}',
            '{"q": {"query": "a", "limit": 0}}',
            "[" * 100_000,
        ),
        json.dumps({"q": {"query": "a", "type": "Firm"}}),
        json.dumps({f"q{n}": {"query": "a"} for n in range(201)}),
    ],
)
def test_queries_that_are_none_are_refused(reading: httpx.Client, queries: str) -> None:
    for answer in (
        reading.post("/reconcile", data={"queries": queries}),
        reading.get("/reconcile", params={"queries": queries[:5000]}),
    ):
        assert answer.status_code == 400, answer.text[:500]
        assert answer.json()["hint"]


def test_suggestions_begin_with_what_was_typed(reading: httpx.Client) -> None:
    def suggested(what: str, **parameters: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = reading.get(f"/reconcile/suggest/{what}", params=parameters).json()["result"]
        return found

    assert [each["id"] for each in suggested("entity", prefix="facebo")] == [META]
    assert suggested("entity", prefix="sca")[0]["notable"] == [{"id": "Company", "name": "company"}]
    everything = suggested("entity", prefix="")
    assert [each["id"] for each in suggested("entity", prefix="", cursor="1")] == [e["id"] for e in everything[1:]]
    assert [each["id"] for each in suggested("type", prefix="comp")] == ["Company"]
    assert "investedIn" in [each["id"] for each in suggested("property", prefix="invest")]
    assert suggested("property", prefix="zzz") == []


def test_matching_changes_nothing_so_it_needs_no_token() -> None:
    with connected(Settings(store="memory:", token=SecretStr(TOKEN)), EmbeddedStore()) as http:
        assert asked(http, q={"query": "Meta"}) == {"q": []}
        foreign = http.post("/reconcile", data={"queries": "{}"}, headers={"Origin": "https://evil.example"})
        assert foreign.status_code == 403
