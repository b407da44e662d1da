"""/entities/review, /merge and /split over a server of their own."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from app.settings import Settings
from tests.api.conftest import connected
from tests.resolution.making import Report
from tests.test_rulings import filled

SHORT, LONG = "organization/umbra", "organization/umbra-holdings"


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    store = filled(
        Report("a").says("Umbra", "acquired", "Juno"), Report("b").says("Umbra Holdings", "investedIn", "Juno")
    )
    with connected(Settings(store="memory:"), store) as client:
        yield client


def listed(client: httpx.Client) -> list[tuple[str, str]]:
    answer = client.get("/entities/review")
    assert answer.status_code == 200
    return [(pair["one"]["id"], pair["other"]["id"]) for pair in answer.json()["items"]]


def test_pairs_come_with_the_features_on_both_sides(client: httpx.Client) -> None:
    (pair,) = client.get("/entities/review").json()["items"]
    assert pair["score"] >= 0.5
    assert {feature["name"] for feature in pair["features_for"]} == {"only general words more", "shared neighbours"}
    assert pair["features_against"] == []
    assert pair["undecided"] is None
    assert pair["one"]["articles"]


def test_merging_and_splitting_over_http(client: httpx.Client) -> None:
    merged = client.post("/entities/merge", json={"one": SHORT, "other": LONG, "reason": "its full name"}).json()
    assert merged["made"][0]["kind"] == "same"
    assert listed(client) == []
    assert client.get(f"/entities/{SHORT}").json()["id"] == client.get(f"/entities/{LONG}").json()["id"]
    split = client.post("/entities/split", json={"one": SHORT}).json()
    assert split["withdrawn"] == merged["made"]
    assert listed(client) == [(SHORT, LONG)]
    assert client.post("/entities/split", json={"one": SHORT, "other": LONG}).json()["made"][0]["kind"] == "different"
    assert listed(client) == []


def test_a_pair_left_undecided_says_so_until_it_is_undone(client: httpx.Client) -> None:
    ruling = client.post("/rulings", json={"kind": "undecided", "about": [SHORT, LONG]}).json()
    assert client.get("/entities/review").json()["items"][0]["undecided"] == ruling["id"]
    assert client.delete(f"/rulings/{ruling['id']}").status_code == 204
    assert client.get("/entities/review").json()["items"][0]["undecided"] is None


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/entities/merge", {"one": SHORT, "other": "organization/nobody"}, 404),
        ("/entities/merge", {"one": SHORT, "other": SHORT}, 400),
        ("/entities/split", {"one": SHORT}, 400),
    ],
)
def test_what_cannot_be_decided_is_explained(
    client: httpx.Client, path: str, body: dict[str, str], status: int
) -> None:
    answer = client.post(path, json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["hint"]


def test_a_name_that_several_have_is_no_answer_to_which_is_meant(client: httpx.Client) -> None:
    merged = client.post("/entities/merge", json={"one": "Umbra", "other": "umbra holdings"})
    assert merged.status_code == 200
    namesakes = filled(Report("a").says("Lee Han", "left", "Umbra"), Report("b").says("Lee Han", "left", "Velt"))
    with connected(Settings(store="memory:"), namesakes) as http:
        refused = http.post("/entities/split", json={"one": "Lee Han"})
        assert refused.status_code == 400
        assert refused.json()["hint"] == "Give the id: person/lee-han--umbra, person/lee-han--velt."
