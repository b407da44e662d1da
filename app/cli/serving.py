"""Commands that serve the graph: to browsers and programs, and to agents."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.options import StoreOption, example, settings

app = typer.Typer()


@app.command(
    short_help="Serve the graph over HTTP, with pages for browsers.",
    epilog=example("claimgraph serve --port 8001 --store my-store", "claimgraph serve --read-only --store my-store"),
)
def serve(
    host: Annotated[str | None, typer.Option("--host", metavar="H", help="Address (CLAIMGRAPH_HOST).")] = None,
    port: Annotated[int | None, typer.Option("--port", metavar="P", help="Port (CLAIMGRAPH_PORT).")] = None,
    store: StoreOption = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Serve any RDF dataset: /sparql, /update and /graphs, and nothing else.")
    ] = False,
    read_only: Annotated[
        bool,
        typer.Option("--read-only", help="Change nothing: refuse writes, and touch no file (CLAIMGRAPH_READ_ONLY)."),
    ] = False,
) -> None:
    """Serve the graph: SPARQL, look-ups, questions and exports over HTTP, with a page to start from."""
    from app.cli.server import run

    run(settings(host=host, port=port, store=store, read_only=read_only or None), plain=plain)


@app.command(
    short_help="Let agents ask the graph (Model Context Protocol).",
    epilog=example("claimgraph mcp --store my-store", "claimgraph mcp --http --port 8001"),
)
def mcp(
    http: Annotated[bool, typer.Option("--http", help="Over HTTP (streamable) and not over standard input.")] = False,
    host: Annotated[str | None, typer.Option("--host", metavar="H", help="Address (CLAIMGRAPH_HOST).")] = None,
    port: Annotated[int | None, typer.Option("--port", metavar="P", help="Port (CLAIMGRAPH_PORT).")] = None,
    store: StoreOption = None,
) -> None:
    """Let agents ask the graph by the Model Context Protocol. Needs the extra `mcp`. Changes nothing."""
    from app.cli.mcp import run

    run(settings(host=host, port=port, store=store), http=http)
