"""The graph in figures over HTTP."""

from __future__ import annotations

import httpx

from tests.query import sample_graph as sample


def test_the_tables(reading: httpx.Client) -> None:
    found = reading.get("/stats", params={"top": "3", "include": "disputed,reported,planned"}).raise_for_status().json()
    assert len(found["most_connected"]) == 3
    assert found["most_connected"][0]["id"] == sample.META
    assert found["paths"] == []


def test_the_evidence_that_joins_two(reading: httpx.Client) -> None:
    found = reading.get("/stats", params={"from": "Ruben Mayer", "to": "Scale AI"}).raise_for_status().json()
    assert found["paths"][0]["nodes"] == ["Ruben Mayer", "Meta", "Scale AI"]
    assert found["paths"][0]["steps"][1][0]["evidence"][0]["text"] == sample.INVESTED.evidence[0].text


def test_what_cannot_be(reading: httpx.Client) -> None:
    for options in ({"form": "Meta"}, {"from": "Meta"}, {"from": "Meta", "to": "Meta"}, {"top": "0"}):
        assert reading.get("/stats", params=options).status_code in (400, 422)
    assert reading.get("/stats", params={"from": "Meta", "to": "Nobody At All"}).status_code == 404
