"""Commands that read articles: into the graph, or just to print their claims."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import show
from app.cli.graph import open_graph
from app.cli.options import (
    ClusterOption,
    EngineOption,
    JsonOption,
    NetworkOption,
    StoreOption,
    example,
    reader_settings,
)
from app.errors import BadInput, ClaimgraphError

if TYPE_CHECKING:
    from app.pipeline import IngestSummary


app = typer.Typer()

_NAMED = 3
"""Up to how many paths are named before the reading begins."""


@app.command(
    short_help="Print the claims of one article as JSON; touches no store.",
    epilog=example("claimgraph extract graph_data/articles/04-kestrelworks-series-c.txt --published 2025-09-01"),
)
def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or its URL where a network is allowed.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Its date of publication.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="T", help="Its title.")] = None,
    engine: EngineOption = None,
    network: NetworkOption = None,
) -> None:
    """Print the claims of one article as JSON, with the words that carry each. Touches no store."""
    from app.api.articles import NewArticle, as_article
    from app.cli.sources import read_source
    from app.extraction.engine import load_engine
    from app.pipeline import extract as extract_claims

    chosen = reader_settings(engine=engine, network=network)
    articles = read_source(file, chosen.network)
    if len(articles) != 1:
        raise BadInput(f"{file} holds {len(articles)} articles.", hint="Give a file with one, or ingest it.")
    given = {name: value for name, value in (("published", published), ("title", title)) if value is not None}
    article = as_article(NewArticle(**articles[0].model_dump(exclude={"id"}) | given))
    article = article.model_copy(update={"notices": articles[0].notices})
    show.result_json(extract_claims(article, load_engine(chosen.engine, chosen.llm)))


@app.command(
    epilog=example(
        "claimgraph ingest graph_data/articles --store my-store",
        "claimgraph ingest corpus/ --on tcp://127.0.0.1:8786",
    )
)
def ingest(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Articles, folders of them, or URLs where a network is allowed."),
    ],
    store: StoreOption = None,
    engine: EngineOption = None,
    network: NetworkOption = None,
    on: ClusterOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read articles into the graph. One that it has already is left as it is; if one cannot be read, none is.

    Files may be text, Markdown, HTML, PDF, JSON, JSON lines, RSS and Atom.
    """
    from app.cli.sources import Corpus

    chosen = reader_settings(store=store, engine=engine, network=network)
    with show.waiting(f"Looking through {_listed(paths)}"):
        articles = Corpus(paths, chosen.network)
    if on is not None:
        from app.cluster import check_cluster

        check_cluster(on)
    with open_graph(chosen, create=True) as graph, show.progress_bar(len(articles), _listed(paths)) as progress:
        if on is None:
            summary = graph.ingest(articles, progress=progress)
        else:
            from app.cli.cluster import ingest_on_cluster

            summary = ingest_on_cluster(on, graph, articles, progress)
    failed = [outcome for outcome in summary.outcomes if outcome.status == "failed"]
    if as_json:
        show.result_json(summary)
    else:
        _sum_up(summary)
    if failed:
        raise ClaimgraphError(
            f"{len(failed)} articles could not be read.", hint="Ingest them again; the others are in."
        )


def _listed(paths: Sequence[str]) -> str:
    """Some of the paths by name.

    >>> _listed(["a.txt", "b.txt", "c", "d", "e"])
    'a.txt, b.txt, c and 2 more'
    """
    more = len(paths) - _NAMED
    return ", ".join(paths[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _sum_up(summary: IngestSummary) -> None:
    added = [outcome for outcome in summary.outcomes if outcome.status == "added"]
    claims = sum(outcome.claims for outcome in added)
    unchanged = sum(outcome.status == "unchanged" for outcome in summary.outcomes)
    show.result(f"{len(added)} added with {claims} claims, {unchanged} unchanged.")


@app.command(
    short_help="Read each article that comes into a folder, until stopped.",
    epilog=example("claimgraph watch incoming --store my-store"),
)
def watch(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where articles come in.", file_okay=False, exists=True)
    ],
    store: StoreOption = None,
    engine: EngineOption = None,
    every: Annotated[float, typer.Option("--every", metavar="SECONDS", min=0.1, help="How often to look.")] = 2.0,
) -> None:
    """Read each article that comes into a folder, once it is written whole, until stopped with Ctrl-C.

    What cannot be read is said and passed over until it changes. What leaves the folder stays in the graph.
    """
    from app.cli.watch import run

    run(folder, reader_settings(store=store, engine=engine), every)
