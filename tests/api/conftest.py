"""Servers on loopback for the tests of the API: one for all that read, over a small graph whose facts are spelt out."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from app.api.app import create_app
from app.settings import Settings
from app.store.base import Store
from app.store.embedded import EmbeddedStore
from tests.query.sample_graph import IRIS, load


@contextmanager
def running(settings: Settings, store: Store, *, plain: bool = False, patience: int | None = None) -> Iterator[str]:
    """The address of a server of the store; when the block ends it waits `patience` seconds for requests, or on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        # Its own set-up of the log would write to what stderr is now, which pytest may close before the server ends.
        app = create_app(settings, store, plain=plain)
        config = uvicorn.Config(app, log_config=None, log_level="warning", timeout_graceful_shutdown=patience)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def connected(
    settings: Settings, store: Store, *, plain: bool = False, headers: dict[str, str] | None = None
) -> Iterator[httpx.Client]:
    """A client of such a server, which sends the headers given."""
    with (
        running(settings, store, plain=plain) as url,
        httpx.Client(base_url=url, trust_env=False, timeout=60, headers=headers) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def reading() -> Iterator[httpx.Client]:
    """A client of a server over the small graph. Nothing may be written through it."""
    store = EmbeddedStore()
    load(store)
    with connected(Settings(store="memory:", base_iri=IRIS.base), store) as client:
        yield client
