"""/rulings over HTTP: claims are rejected and count again, and whatever shows a claim shows which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.settings import Settings
from tests.api.conftest import connected
from tests.resolution.making import Report
from tests.test_rulings import corrected, filled

REPORT = Report("a").says("Umbra", "acquired", "Velt").says("Umbra", "acquired", "Korda")
ARTICLE, (MISREAD, READ) = REPORT.article.id, [claim.id for claim in REPORT.done().claims]


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with connected(Settings(store="memory:"), filled(REPORT)) as client:
        yield client


def targets(http: httpx.Client) -> set[str]:
    facts = http.get("/facts", params={"scope": "all"}).json()["items"]
    return {fact["slots"]["target"][0]["name"] for fact in facts}


def test_a_claim_is_rejected_and_counts_again(http: httpx.Client) -> None:
    before = http.get("/export/nquads").content
    made = http.post("/rulings", json={"kind": "rejected", "about": [MISREAD], "reason": "it says so of another firm"})
    assert made.status_code == 201
    assert targets(http) == {"Korda"}
    assert http.get(f"/claims/{MISREAD}").json()["standing"] == "rejected"
    standings = {each["id"]: each["standing"] for each in http.get("/claims").json()["items"]}
    assert standings == {MISREAD: "rejected", READ: "counts"}
    said = http.get(f"/articles/{ARTICLE}").json()
    assert {each["id"]: each["standing"] for each in said["claims"]} == standings
    assert http.get("/articles").json()["items"][0]["standing"] == "counts"
    assert http.get("/rulings").json()["items"] == [made.json()]
    assert http.get("/changes").json()["items"][-1]["about"] == [MISREAD]
    assert http.delete(f"/rulings/{made.json()['id']}").status_code == 204
    assert http.get("/export/nquads").content == before


def problem(answer: httpx.Response) -> tuple[int, dict[str, Any]]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()


def test_what_is_no_claim_is_a_problem_that_says_how_to_mend_it(http: httpx.Client) -> None:
    status, told = problem(http.post("/rulings", json={"kind": "rejected", "about": ["0123456789abcdef"]}))
    assert (status, told["detail"]) == (404, "The graph has no claim '0123456789abcdef'.")
    assert "/claims" in told["hint"]
    status, told = problem(http.post("/rulings", json={"kind": "rejected", "about": [MISREAD, ARTICLE]}))
    assert (status, told["detail"]) == (400, f"{ARTICLE!r} is an article.")
    assert "Retract it" in told["hint"]
    status, told = problem(http.post("/rulings", json={"kind": "rejected", "about": []}))
    assert (status, told["detail"]) == (400, "A rejection is about one claim at least.")
    assert http.get("/rulings").json()["items"] == []


def test_the_claims_of_a_retracted_article_say_so_unless_they_are_rejected(http: httpx.Client) -> None:
    for kind, about in (("retracted", ARTICLE), ("rejected", MISREAD)):
        assert http.post("/rulings", json={"kind": kind, "about": [about]}).status_code == 201
    standings = {each["id"]: each["standing"] for each in http.get("/claims").json()["items"]}
    assert standings == {MISREAD: "rejected", READ: "retracted"}


def test_an_article_says_what_it_corrects_and_what_corrects_it() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    with connected(Settings(store="memory:"), filled(first, second)) as http:
        old, new = (http.get(f"/articles/{report.article.id}").json() for report in (first, second))
    assert (old["standing"], old["versions"]["replaced_by"]) == ("superseded", [second.article.id])
    assert {claim["standing"] for claim in old["claims"]} == {"superseded"}
    assert (new["standing"], new["versions"]["replaces"]) == ("counts", [first.article.id])
