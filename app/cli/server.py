"""`claimgraph serve`: binds the port, says where the server is, and serves until it is told to stop."""

from __future__ import annotations

import logging
import os
import shlex
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from types import FrameType

import uvicorn

from app.api.app import create_app
from app.api.logs import ROOT, configure, event
from app.cli import show
from app.cli.graph import open_existing, open_or_copy_to_read
from app.cli.signals import terminable
from app.errors import BadInput, StoreBusy
from app.extraction.engine import check_engine
from app.query.examples import an_example
from app.query.lookup import Lookup
from app.settings import Settings, unknown_variables
from app.store.base import Store
from app.store.opening import server_of, serving
from app.upkeep.record import older_engines, read_versions, require_current


class _Server(uvicorn.Server):
    """uvicorn, which tells the application at once when it is to stop: streams end, and no client waits for them."""

    def __init__(self, config: uvicorn.Config, stopping: threading.Event) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Uvicorn's own handler of SIGINT and SIGTERM."""
        self._stopping.set()
        super().handle_exit(sig, frame)


def run(settings: Settings, *, plain: bool = False) -> None:
    """Serve until interrupted or terminated; plainly, as any dataset and not as the product's graph.

    Raises:
        BadInput: the address cannot be listened on, or needs a token; or the engine lacks what it needs.
        NotFound: there is no store, and none is to be made.
        StoreBusy: another process holds the store.
        StoreOutdated: the store is of another version.
    """
    if not plain and not settings.read_only:
        check_engine(settings.engine, settings.llm)  # before a store is made
    store = open_or_copy_to_read(settings) if settings.read_only else _open(settings)
    try:
        configure(settings)
        if not plain:
            _check_versions(store, settings)
        for name, meant in unknown_variables().items():
            event(ROOT, logging.WARNING, f"{name} is no setting{f'; {meant} is' if meant else ''}")
        app = create_app(settings, store, plain=plain)
        with listening(settings) as listener, terminable():
            url = url_of(settings.host, listener.getsockname()[1])
            # What is read alone is left as it is, and commands read it beside us.
            with nullcontext() if settings.read_only else serving(settings.store, url):
                _announce(url, settings, store, plain=plain)
                config = uvicorn.Config(
                    app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5
                )
                with suppress(KeyboardInterrupt):
                    _Server(config, app.state.context.stopping).run(sockets=[listener])
    finally:
        store.close()


def _open(settings: Settings) -> Store:
    try:
        return open_existing(settings, create=True)
    except StoreBusy as error:
        if url := server_of(settings.store):
            raise StoreBusy(
                f"The store {settings.store} is already served at {url}.", hint="Use that server."
            ) from error
        raise


def _check_versions(store: Store, settings: Settings) -> None:
    """Serve nothing that another version laid out; claims of an older engine are served, and the log says so."""
    require_current(store, settings.iris)
    known = read_versions(store, settings.iris)
    if known and (notice := older_engines(known)):
        event(ROOT, logging.WARNING, notice)


@contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """A socket on the address, ours before anything is promised."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error
        raise BadInput(
            f"Cannot listen on {settings.host}, port {settings.port}: {why}.",
            hint="Choose another port with --port or CLAIMGRAPH_PORT; 0 takes a free one.",
        ) from error
    with listener:
        # asyncio sets this only on sockets made with the protocol's number. Without it, the body of an answer waits
        # 40 ms behind its headers; connections inherit it.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield listener


def url_of(host: str, port: int) -> str:
    """An address that this machine can reach: one that stands for all of them cannot be visited."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  (nothing is bound to it here)
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"


def _announce(url: str, settings: Settings, store: Store, *, plain: bool) -> None:
    if plain:
        updates = "" if settings.read_only else f", updates at {url}/update"
        show.result(f"SPARQL is at {url}/sparql{updates}, graphs at {url}/graphs")
        return
    question = an_example(Lookup(store, settings.iris))
    # As a shell takes it: a name may hold what one obeys.
    tried = (
        f"\nTry:  curl --get {url}/ask --data-urlencode {shlex.quote(f'q={show.harmless(question)}')}"
        if question
        else ""
    )
    show.result(f"Claimgraph is at {url}{tried}")
    limits = " It is read-only." if settings.read_only else ""
    show.message(f"Open it in a browser, or see /docs there.{limits} Ctrl-C stops it.")
