"""`claimgraph mcp`: lets agents ask the graph, over standard input and output or over HTTP on this machine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from typing import TYPE_CHECKING

import httpx

from app.cli import show
from app.cli.graph import open_existing
from app.cli.server import listening, url_of
from app.cli.signals import terminable
from app.errors import BadInput, StoreBusy, not_installed
from app.settings import Settings
from app.store.access import is_remote
from app.store.opening import open_beside_writer, server_of
from app.upkeep.record import require_current

if TYPE_CHECKING:
    from mcp.server.transport_security import TransportSecuritySettings

PATH = "/mcp"
_TIMEOUT = httpx.Timeout(120, connect=3)


def run(settings: Settings, *, http: bool) -> None:
    """Serve tools until the agent hangs up, or, over HTTP, until interrupted or terminated.

    Raises:
        BadInput: the extra is not installed, or the address cannot be listened on or needs a token.
        NotFound: there is no store.
        StoreOutdated: the store is of another version.
    """
    try:
        from app.mcp.server import create_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise not_installed("The MCP server", "mcp") from error
    import anyio

    with suppress(StoreBusy), closing(open_existing(settings, to_read=True)) as store:  # else at each call
        require_current(store, settings.iris)

    @asynccontextmanager
    async def connect() -> AsyncIterator[httpx.AsyncClient]:
        async with _interface(settings) as client:
            yield client

    server = create_server(connect)
    with suppress(KeyboardInterrupt), terminable():
        if not http:
            anyio.run(server.run_stdio_async)
            return
        import uvicorn

        from app.api.guard import Guard

        if not settings.is_loopback and settings.token is None:
            raise BadInput(
                f"Serving on {settings.host} would let other machines in, and no token is set.",
                hint="Set CLAIMGRAPH_TOKEN, or serve on 127.0.0.1.",
            )
        # Host, origin, token and size are checked as for the HTTP interface, whose names and token also hold here.
        app = server.streamable_http_app(
            streamable_http_path=PATH, transport_security=_unchecked(), max_request_body_size=1_000_000
        )
        # Agents ask by POST, which a read-only server would take for writing.
        app.add_middleware(Guard, settings=settings.model_copy(update={"read_only": False}))
        with listening(settings) as listener:
            show.result(f"Claimgraph speaks MCP at {url_of(settings.host, listener.getsockname()[1])}{PATH}")
            config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=2)
            uvicorn.Server(config).run(sockets=[listener])


def _unchecked() -> TransportSecuritySettings:
    from mcp.server.transport_security import TransportSecuritySettings

    return TransportSecuritySettings(enable_dns_rebinding_protection=False)


@asynccontextmanager
async def _interface(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the HTTP interface: at the server that holds the store, else in this process, over it or a copy.

    The store is held only meanwhile, so that articles can be read into it between an agent's questions.
    """
    try:
        store = open_existing(settings, to_read=True)
    except StoreBusy:
        if url := server_of(settings.store):
            async with _client_of(url, settings) as client:
                if await _holds_our_store(client, settings):
                    yield client
                    return
        if is_remote(settings.store):
            raise
        store = open_beside_writer(settings.store)
    from app.api.app import create_app

    try:
        # Nobody but us hears this application: it needs no token and listens nowhere.
        local = create_app(settings.model_copy(update={"host": "127.0.0.1", "token": None}), store)
        transport = httpx.ASGITransport(app=local)
        async with (
            local.router.lifespan_context(local),
            httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", timeout=_TIMEOUT) as client,
        ):
            yield client
    finally:
        store.close()


def _client_of(url: str, settings: Settings) -> httpx.AsyncClient:
    token = settings.token.get_secret_value() if settings.token else None
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx.AsyncClient(base_url=url, headers=headers, timeout=_TIMEOUT, trust_env=False)


async def _holds_our_store(client: httpx.AsyncClient, settings: Settings) -> bool:
    """A server that was killed leaves its address behind, and another may have taken its port since."""
    try:
        answer = await client.get("/health")
    except httpx.TransportError:
        return False
    return answer.is_success and answer.json().get("store") == settings.store_mark
