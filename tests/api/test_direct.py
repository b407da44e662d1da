from __future__ import annotations

import httpx

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected

QUERY = {"query": "ASK {}"}


def counted(http: httpx.Client, **labels: str) -> list[str]:
    """The counter of requests with these labels, as /metrics shows it."""
    shown = ",".join(f'{name}="{value}"' for name, value in labels.items())
    lines = http.get("/metrics").text.splitlines()
    return [line.split()[-1] for line in lines if line.startswith(f"claimgraph_http_requests_total{{{shown}}}")]


def test_a_query_is_answered_past_the_router_and_counted_as_what_it_is() -> None:
    with connected(Settings(store="memory:"), EmbeddedStore()) as http:
        assert http.get("/sparql", params=QUERY).json()["boolean"] is True
        assert http.post("/sparql/", data=QUERY).json()["boolean"] is True
        assert counted(http, method="GET", route="/sparql", status="200") == ["1.0"]
        assert counted(http, method="POST", route="/sparql/", status="200") == ["1.0"]


def test_what_goes_wrong_there_is_a_problem_as_anywhere() -> None:
    with connected(Settings(store="memory:"), EmbeddedStore()) as http:
        answer = http.get("/sparql", params={"query": "SELECT {"})
        assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
        assert answer.json()["request_id"] == answer.headers["x-request-id"]
        assert http.put("/sparql").status_code == 405
        assert http.head("/sparql", params=QUERY).status_code == 200
        assert "/sparql" in http.get("/openapi.json").json()["paths"]
        broken = http.post("/graphs", content="x", headers={"Content-Type": "multipart/form-data; boundary=y"})
        assert (broken.status_code, broken.headers["content-type"]) == (400, "application/problem+json")
