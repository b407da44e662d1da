"""The commands, one function each; the docstrings are their help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import entities as entity_commands
from app.cli import show
from app.cli.graph import open_graph, open_store_alone
from app.cli.options import (
    AsOfOption,
    AssumeOption,
    ClusterOption,
    DepthOption,
    EngineOption,
    EntitiesOption,
    FactsOption,
    IncludeOption,
    JsonOption,
    KnownByOption,
    KnownFromOption,
    LinkedOption,
    NetworkOption,
    RootOption,
    StoreOption,
    day,
    example,
    perspective,
    reader_settings,
    settings,
    settings_help,
)
from app.errors import BadInput, ClaimgraphError
from app.model import Clock

if TYPE_CHECKING:
    from app.pipeline import IngestSummary

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="News articles as a knowledge graph in which every fact shows the sentence it came from.",
    epilog=settings_help(),
)


app.add_typer(entity_commands.app, name="entities")


def _version(wanted: bool) -> None:
    if wanted:
        from app import __version__

        show.result(f"claimgraph {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command(
    epilog=example("claimgraph extract graph_data/articles/04-kestrelworks-series-c.txt --published 2025-09-01")
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
    articles = Corpus(paths, chosen.network)
    if on is not None:
        from app.cluster import check_cluster

        check_cluster(on)
    with open_graph(chosen, create=True) as graph, show.progress_bar(len(articles)) as progress:
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


def _sum_up(summary: IngestSummary) -> None:
    added = [outcome for outcome in summary.outcomes if outcome.status == "added"]
    claims = sum(outcome.claims for outcome in added)
    unchanged = sum(outcome.status == "unchanged" for outcome in summary.outcomes)
    show.result(f"{len(added)} added with {claims} claims, {unchanged} unchanged.")


@app.command(epilog=example("claimgraph watch incoming --store my-store"))
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


@app.command(epilog=example('''claimgraph ask "Who oversaw Meta's data operations and when did they leave?"'''))
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in English.")],
    store: StoreOption = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    known_from: KnownFromOption = Clock.PUBLICATION,
    linked: LinkedOption = False,
    assume: AssumeOption = False,
    as_json: JsonOption = False,
) -> None:
    """Answer a question, with the words that the answer rests on."""
    with open_graph(settings(store=store)) as graph:
        answer = graph.seen_from(perspective(known_by, known_from, linked=linked, assume=assume)).ask(
            question, as_of=day(as_of)
        )
    if as_json:
        show.result_json(answer)
    else:
        show.answer(answer)


@app.command(
    epilog=example(
        "claimgraph query 'SELECT ?name WHERE { ?company a cg:Company ; skos:prefLabel ?name }' --format csv",
        "claimgraph query @graph_data/queries/who-oversaw-meta-data-operations.rq",
    )
)
def query(
    sparql: Annotated[str, typer.Argument(metavar="SPARQL", help="A query, or @FILE.")],
    store: StoreOption = None,
    format_name: Annotated[
        str | None, typer.Option("--format", "-f", metavar="NAME", help="table, json, csv, tsv, xml, turtle ...")
    ] = None,
) -> None:
    """Evaluate a SPARQL query. It sees facts; hearsay, plans and denials only where it names their graphs."""
    from app.query.sparql import formats_for

    text = _query_text(sparql)
    formats = formats_for(text)
    usual = "table" if "table" in formats else next(iter(formats))
    with open_graph(settings(store=store)) as graph:
        show.result(graph.query(text, format_name or usual).body)


def _query_text(given: str) -> str:
    if not given.startswith("@"):
        return given
    file = Path(given[1:])
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The query file {file} cannot be read: {error}.", hint="Give a UTF-8 text file.") from error


@app.command(
    epilog=example(
        "claimgraph export graphml -o graph.graphml",
        'claimgraph export cytoscape --root "Scale AI" --depth 1 -o scale-ai.cyjs',
        "claimgraph export gexf --entities Person,Company --facts Tenure --as-of 2025-09-01 -o roles.gexf",
    )
)
def export(
    format_name: Annotated[str, typer.Argument(metavar="FORMAT", help="graphml, gexf, cytoscape, turtle ...")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    root: RootOption = None,
    depth: DepthOption = 2,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    known_from: KnownFromOption = Clock.PUBLICATION,
    linked: LinkedOption = False,
    assume: AssumeOption = False,
    include: IncludeOption = "",
    entities: EntitiesOption = "",
    facts: FactsOption = "",
    fact_nodes: Annotated[
        bool, typer.Option("--fact-nodes", help="Draw tenures, investments ... as nodes with an edge for each end.")
    ] = False,
    lone_groups: Annotated[
        bool, typer.Option("--lone-groups", help="Also unnamed groups of which no fact speaks.")
    ] = False,
    measures: Annotated[
        bool, typer.Option("--measures", help="Of each node its degree, betweenness, community and distance.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Write the graph for another program."""
    from app.query.exports import writer
    from app.query.selection import Selection, listed

    writer(format_name)  # an unknown name, or an option that means nothing, is refused before any store is opened
    selection = Selection(
        root=root,
        depth=depth,
        as_of=day(as_of),
        include=listed(include),
        entities=listed(entities),
        facts=listed(facts),
        fact_nodes=fact_nodes,
        lone_groups=lone_groups,
        measures=measures,
    )
    with open_graph(settings(store=store)) as graph, show.draft(output) if output else show.whole_result() as out:
        graph.seen_from(perspective(known_by, known_from, linked=linked, assume=assume)).export(
            format_name, selection, out
        )
        size = out.tell()
    if output:
        show.message(f"Wrote {output} ({size:,} bytes).")


@app.command(
    epilog=example(
        "claimgraph stats", "claimgraph stats --root Meta --depth 2", 'claimgraph stats --from Meta --to "Scale AI"'
    )
)
def stats(
    root: RootOption = None,
    depth: DepthOption = 2,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    known_from: KnownFromOption = Clock.PUBLICATION,
    linked: LinkedOption = False,
    assume: AssumeOption = False,
    include: IncludeOption = "",
    entities: EntitiesOption = "",
    facts: FactsOption = "",
    source: Annotated[
        str | None, typer.Option("--from", metavar="ENTITY", help="One end of the shortest paths to show.")
    ] = None,
    target: Annotated[str | None, typer.Option("--to", metavar="ENTITY", help="The other end.")] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, max=100, help="Most rows of a table.")] = 10,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the graph in figures: who is well connected, who belongs together, and what evidence joins two."""
    from app.cli.figures import figures
    from app.query.selection import Selection, listed

    if (source is None) != (target is None):
        raise BadInput("A path has two ends.", hint="Give both --from and --to.")
    selection = Selection(
        root=root,
        depth=depth,
        as_of=day(as_of),
        include=listed(include),
        entities=listed(entities),
        facts=listed(facts),
    )
    with open_graph(settings(store=store)) as graph:
        ends = (source, target) if source and target else None
        found = graph.seen_from(perspective(known_by, known_from, linked=linked, assume=assume)).stats(
            selection, ends=ends, top=top
        )
    if as_json:
        show.result_json(found)
    else:
        show.result(figures(found))


@app.command(epilog=example("claimgraph remove 54a941c39d03b47e"))
def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, as ingest --json prints it.")],
    store: StoreOption = None,
) -> None:
    """Take an article out, and with it whatever only it supported."""
    with open_graph(settings(store=store)) as graph:
        graph.remove(article)
    show.message(f"Removed {article}.")


@app.command(epilog=example("claimgraph retract 54a941c39d03b47e --reason 'withdrawn by its publisher'"))
def retract(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, as ingest --json prints it.")],
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept with the ruling.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let it count again.")] = False,
    store: StoreOption = None,
) -> None:
    """Let an article count no more: it stays on record, and no fact rests on it.

    A corrected version does the same to what it says it replaces; for what was never true there is this.
    """
    with open_graph(settings(store=store)) as graph:
        graph.retract(article, reason=reason, undo=undo)
    show.message(f"{article} counts again." if undo else f"Retracted {article}. --undo lets it count again.")


@app.command(epilog=example("claimgraph rebuild --store my-store", "claimgraph rebuild --reread"))
def rebuild(
    store: StoreOption = None,
    engine: EngineOption = None,
    reread: Annotated[bool, typer.Option("--reread", help="First read every article again.")] = False,
    on: ClusterOption = None,
) -> None:
    """Derive every fact anew from the claims. It changes nothing unless the rules have changed.

    A store of an older version is refused by the commands that read or write the graph until then.
    """
    chosen = (reader_settings if reread else settings)(store=store, engine=engine)
    if on is not None and reread:
        raise BadInput("A cluster derives and does not read again.", hint="Give --on or --reread.")
    with open_graph(chosen, any_version=True) as graph:
        if reread:
            with show.progress_bar() as progress:
                graph.rebuild(reread=True, progress=progress)
        elif on is None:
            graph.rebuild()
        else:
            from app.cli.cluster import rebuild_on_cluster

            rebuild_on_cluster(on, graph)
    show.message("Rebuilt.")


@app.command(epilog=example("claimgraph backup graph.nq"))
def backup(
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="File to write, in N-Quads.")], store: StoreOption = None
) -> None:
    """Write everything that the store holds to one file, whole or not at all. A server that holds it goes on."""
    with open_graph(settings(store=store), any_version=True) as graph, show.draft(dest) as file:
        graph.backup(file)
        size = file.tell()
    show.message(f"Wrote {dest} ({size:,} bytes).")


@app.command(epilog=example("claimgraph restore graph.nq --store new-store", "claimgraph restore graph.nq --replace"))
def restore(
    src: Annotated[Path, typer.Argument(metavar="SRC", help="File that backup wrote.")],
    store: StoreOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of what the store holds.")] = False,
) -> None:
    """Fill an empty store from a backup, whole or not at all. A server that holds it goes on."""
    try:
        file = src.open("rb")
    except OSError as error:
        raise BadInput(f"{src} cannot be read: {error.strerror}.", hint="Give a file that backup wrote.") from error
    with file, open_graph(settings(store=store), create=True, any_version=True) as graph:
        try:
            count = graph.restore(file, replace=replace)
        except BadInput as error:
            hint = "Restore into a new store, given with --store, or say --replace." if "empty" in str(error) else None
            raise BadInput(f"{src} cannot be restored: {error.message}", hint=hint or error.hint) from error
    show.message(f"Restored {count:,} quads.")


@app.command(epilog=example("claimgraph check --store my-store"))
def check(store: StoreOption = None) -> None:
    """Print the store's versions, and hold the graph against the shapes: exit code 1 and a list of what breaks them."""
    from app.query.validation import violations
    from app.upkeep.record import older_engines, read_versions, require_current

    chosen = settings(store=store)
    with open_store_alone(chosen) as opened:
        if known := read_versions(opened, chosen.iris):
            show.message("\n".join(filter(None, (str(known), older_engines(known)))))
        require_current(opened, chosen.iris)
        found = violations(opened, chosen.iris)
    for violation in found:
        show.result(f"{violation.node} {violation.path or ''}: {violation.message}")
    show.message(f"{len(found)} violations." if found else "The graph keeps to every shape.")
    if found:
        raise typer.Exit(1)


@app.command(epilog=example("claimgraph serve --port 8001 --store my-store"))
def serve(
    host: Annotated[str | None, typer.Option("--host", metavar="H", help="Address (CLAIMGRAPH_HOST).")] = None,
    port: Annotated[int | None, typer.Option("--port", metavar="P", help="Port (CLAIMGRAPH_PORT).")] = None,
    store: StoreOption = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Serve any RDF dataset: /sparql, /update and /graphs, and nothing else.")
    ] = False,
) -> None:
    """Serve the graph: SPARQL, look-ups, questions and exports over HTTP, with a page to start from."""
    from app.cli.server import run

    run(settings(host=host, port=port, store=store), plain=plain)


@app.command(epilog=example("claimgraph mcp --store my-store", "claimgraph mcp --http --port 8001"))
def mcp(
    http: Annotated[bool, typer.Option("--http", help="Over HTTP (streamable) and not over standard input.")] = False,
    host: Annotated[str | None, typer.Option("--host", metavar="H", help="Address (CLAIMGRAPH_HOST).")] = None,
    port: Annotated[int | None, typer.Option("--port", metavar="P", help="Port (CLAIMGRAPH_PORT).")] = None,
    store: StoreOption = None,
) -> None:
    """Let agents ask the graph by the Model Context Protocol. Needs the extra `mcp`. Changes nothing."""
    from app.cli.mcp import run

    run(settings(host=host, port=port, store=store), http=http)
