"""The service that is tested: our own server, plain, on an empty store, and how the tests talk to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running


@contextmanager
def service() -> Iterator[httpx.Client]:
    """A client of a plain server on an empty store in memory."""
    settings = Settings(store="memory:", query_workers=1, query_copy_mb=0, log_level="error")
    with (
        running(settings, EmbeddedStore(), plain=True) as url,
        httpx.Client(base_url=url, trust_env=False, timeout=60) as client,
    ):
        yield client


def empty(client: httpx.Client) -> None:
    """Take everything out of the store."""
    client.post("/update", data={"update": "DROP ALL"}).raise_for_status()


def put(client: httpx.Client, graph: str | None, body: bytes, media_type: str, base: str | None = None) -> None:
    """Put a document into a graph (None: the default graph), its relative IRIs resolved against `base`."""
    if base is not None and media_type in ("text/turtle", "application/trig"):
        body = f"@base <{base}> .\n".encode() + body
    where = {"graph": graph} if graph is not None else {"default": ""}
    answer = client.put("/graphs", params=where, content=body, headers={"Content-Type": media_type})
    assert answer.is_success, f"{answer.status_code} {answer.text[:300]}"
