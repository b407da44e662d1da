"""Pages of other origins: those that the settings name may read, and write with the token; all others may nothing."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr

from app.errors import BadInput
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected

TOKEN = "a secret of some length"
FRIEND, STRANGER = "https://notebook.example.org", "https://evil.example"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
UPDATE = {"update": "INSERT DATA { <urn:s> <urn:p> 1 }"}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client of a server with a token, which sends none unless told to."""
    settings = Settings(store="memory:", token=SecretStr(TOKEN), cors_origins=(FRIEND,))
    with connected(settings, EmbeddedStore()) as client:
        yield client


def preflight(client: httpx.Client, origin: str, method: str, headers: str = "") -> httpx.Response:
    asked = {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    return client.options("/update", headers=asked)


def allowed(answer: httpx.Response) -> str | None:
    found: str | None = answer.headers.get("access-control-allow-origin")
    return found


def test_a_page_of_a_named_origin_may_read(client: httpx.Client) -> None:
    for answer in (
        client.get("/facts", headers={"Origin": FRIEND}),
        client.post("/sparql", data={"query": "ASK {}"}, headers={"Origin": FRIEND, "Sec-Fetch-Site": "cross-site"}),
        client.get("/nowhere", headers={"Origin": FRIEND}),  # a problem can be read too
    ):
        assert allowed(answer) == FRIEND
        assert "access-control-allow-credentials" not in answer.headers
        assert "Origin" in answer.headers["vary"]
    assert "ETag" in client.get("/facts", headers={"Origin": FRIEND}).headers["access-control-expose-headers"]


@pytest.mark.parametrize(
    "origin", [STRANGER, "null", f"{FRIEND}:8443", "http://notebook.example.org", "https://example.org"]
)
def test_a_page_of_another_may_not(client: httpx.Client, origin: str) -> None:
    assert allowed(client.get("/facts", headers={"Origin": origin})) is None
    assert client.post("/sparql", data={"query": "ASK {}"}, headers={"Origin": origin}).status_code == 403
    assert client.post("/update", data=UPDATE, headers={"Origin": origin, **BEARER}).status_code == 403
    answer = preflight(client, origin, "POST", "authorization")
    assert answer.status_code == 400
    assert allowed(answer) is None
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Origin" in answer.headers["vary"]
    assert answer.json()["detail"] == f"A page of {origin} may not send this request. Not allowed: origin."
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


def test_a_named_origin_is_told_what_it_may_send(client: httpx.Client) -> None:
    answer = preflight(client, FRIEND, "PUT", "authorization, content-type")
    assert answer.status_code == 200
    assert allowed(answer) == FRIEND
    assert "PUT" in answer.headers["access-control-allow-methods"]
    refused = preflight(client, FRIEND, "PATCH", "x-other")
    assert (refused.status_code, allowed(refused)) == (400, FRIEND)
    assert "Not allowed: method, headers." in refused.json()["detail"]


def test_a_page_of_a_named_origin_writes_with_the_token_alone(client: httpx.Client) -> None:
    page = {"Origin": FRIEND, "Sec-Fetch-Site": "cross-site"}
    assert client.post("/update", data=UPDATE, headers=page).status_code == 401
    assert client.post("/update", data=UPDATE, headers=page | BEARER).status_code == 204


def test_where_there_is_no_token_it_does_not_write_at_all() -> None:
    with connected(Settings(store="memory:", cors_origins=(FRIEND,)), EmbeddedStore()) as client:
        answer = client.post("/update", data=UPDATE, headers={"Origin": FRIEND})
        assert (answer.status_code, allowed(answer)) == (403, FRIEND)
        assert client.get("/facts", headers={"Origin": FRIEND}).status_code == 200
        assert client.post("/update", data=UPDATE).status_code == 204  # no page sent this


def test_where_no_origin_is_named_a_preflight_is_a_problem() -> None:
    with connected(Settings(store="memory:"), EmbeddedStore()) as client:
        answer = preflight(client, FRIEND, "POST")
        assert (answer.status_code, allowed(answer)) == (405, None)
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_name_that_is_not_ours_is_refused_to_named_origins_too(client: httpx.Client) -> None:
    assert client.get("/facts", headers={"Origin": FRIEND, "Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize("origin", ["*", "null", "notebook.example.org", f"{FRIEND}/", f"{FRIEND}/lab", "file://x"])
def test_what_is_no_origin_is_refused_at_the_start(origin: str) -> None:
    with pytest.raises(BadInput, match="CLAIMGRAPH_CORS_ORIGINS"):
        Settings.from_environment({"CLAIMGRAPH_CORS_ORIGINS": origin})
