from __future__ import annotations

import httpx
import pytest

from app.api.problems import TYPES, error_class
from app.errors import ClaimgraphError, NotFound, StoreBusy, UnknownFormat


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/articles/7", 404, "not-found"),
        ("/claims/7", 404, "not-found"),
        ("/facts/7", 404, "not-found"),
        ("/entities/organization/nobody", 404, "not-found"),
        ("/entities/organization/nobody/timeline", 404, "not-found"),
        ("/id/organization/nobody", 404, "not-found"),
        ("/export/pdf", 406, "unknown-format"),
        ("/facts?scope=everything", 400, "bad-input"),
        ("/facts?type=Company", 400, "bad-input"),
        ("/facts?relation=likes", 400, "bad-input"),
        ("/facts?status=certain", 400, "bad-input"),
        ("/facts?limit=0", 400, "bad-input"),
        ("/facts?limit=many", 400, "bad-input"),
        ("/facts?cursor=nothing", 400, "bad-input"),
        ("/facts?sort=colour", 400, "bad-input"),
        ("/facts?colour=red", 400, "bad-input"),
        ("/search", 400, "bad-input"),
        ("/ask", 400, "bad-input"),
        ("/ask?q=", 400, "bad-input"),
        ("/ask?q=%20", 400, "bad-input"),
        ("/network?depth=2", 400, "bad-input"),
        ("/stats?depth=2", 400, "bad-input"),
        ("/sparql?format=json", 400, "bad-input"),
        ("/sparql?query=SELECT", 400, "invalid-query"),
        ("/sparql?query=INSERT%20DATA%20%7B%7D", 400, "invalid-query"),
        ("/sparql?query=ASK%20%7B%7D&format=pdf", 406, "unknown-format"),
    ],
)
def test_an_error_is_a_problem_that_says_how_to_mend_it(
    reading: httpx.Client, path: str, status: int, name: str
) -> None:
    answer = reading.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == TYPES + name
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert problem["hint"]


@pytest.mark.parametrize(
    ("method", "path", "taken"),
    [
        ("PUT", "/sparql", "GET, HEAD, POST"),
        ("PATCH", "/articles", "GET, HEAD, POST"),
        ("PATCH", "/graphs", "DELETE, GET, HEAD, POST, PUT"),
        ("PUT", "/articles/7", "DELETE, GET, HEAD"),
        ("GET", "/update", "POST"),
        ("POST", "/openapi.json", "GET, HEAD"),
    ],
)
def test_a_path_tells_all_that_it_takes(reading: httpx.Client, method: str, path: str, taken: str) -> None:
    answer = reading.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, taken)
    assert taken in answer.json()["hint"]


def test_a_parameter_is_refused_by_name(reading: httpx.Client) -> None:
    assert "limit (query)" in reading.get("/facts?limit=0").json()["detail"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("PUT", "/facts", 405)])
def test_the_router_answers_with_problems_too(reading: httpx.Client, method: str, path: str, status: int) -> None:
    answer = reading.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "about:blank"
    assert path in answer.json()["detail"]
    assert "/docs" in answer.json()["hint"]


@pytest.mark.parametrize("kind", [ClaimgraphError, NotFound, UnknownFormat, StoreBusy])
def test_a_problems_type_leads_back_to_the_error(kind: type[ClaimgraphError]) -> None:
    words = {"ClaimgraphError": "claimgraph-error", "NotFound": "not-found"}
    words |= {"UnknownFormat": "unknown-format", "StoreBusy": "store-busy"}
    assert error_class(TYPES + words[kind.__name__]) is kind


def test_an_unknown_type_is_just_an_error() -> None:
    assert error_class("about:blank") is ClaimgraphError
