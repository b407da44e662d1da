"""Commands that ask the graph: a question, a query, an export, figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli import show
from app.cli.graph import read_graph
from app.cli.options import (
    AsOfOption,
    AssumeOption,
    DepthOption,
    EntitiesOption,
    FactsOption,
    IncludeOption,
    JsonOption,
    KnownByOption,
    KnownFromOption,
    LinkedOption,
    RootOption,
    StoreOption,
    example,
    perspective,
    settings,
)
from app.errors import BadInput
from app.model import Clock

app = typer.Typer()


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
    if not question.strip():
        raise BadInput("The question is empty.", hint='Ask in a sentence, such as "Who founded Annotara?"')
    with read_graph(settings(store=store)) as graph:
        answer = graph.seen_from(perspective(known_by, known_from, linked=linked, assume=assume)).ask(
            question, as_of=as_of
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
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="Of rows: table, json, csv, tsv, xml. Of triples: turtle, ntriples, jsonld, rdfxml.",
        ),
    ] = None,
) -> None:
    """Evaluate a SPARQL query. It sees facts; hearsay, plans and denials only where it names their graphs."""
    from app.query.sparql import formats_for

    text = _query_text(sparql)
    formats = formats_for(text)
    usual = "table" if "table" in formats else next(iter(formats))
    with read_graph(settings(store=store)) as graph:
        show.result(graph.query(text, format_name or usual).body)


def _query_text(given: str) -> str:
    if not given.startswith("@"):
        return given
    file = Path(given[1:])
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"The query file {file} cannot be read: {getattr(error, 'strerror', None) or error}.",
            hint="Give a UTF-8 text file.",
        ) from error


@app.command(
    epilog=example(
        "claimgraph export graphml -o graph.graphml",
        'claimgraph export cytoscape --root "Scale AI" --depth 1 -o scale-ai.cyjs',
        "claimgraph export gexf --entities Person,Company --facts Tenure --as-of 2025-09-01 -o roles.gexf",
    )
)
def export(
    format_name: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="graphml, gexf, cytoscape, cx2, node-link, dot, csv, html, "
            "cypher, turtle, trig, nquads, rdfxml, jsonld",
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    root: RootOption = None,
    depth: DepthOption = None,
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
        as_of=as_of,
        include=listed(include),
        entities=listed(entities),
        facts=listed(facts),
        fact_nodes=fact_nodes,
        lone_groups=lone_groups,
        measures=measures,
    )
    with read_graph(settings(store=store)) as graph, show.draft(output) if output else show.whole_result() as out:
        graph.seen_from(perspective(known_by, known_from, linked=linked, assume=assume)).export(
            format_name, selection, out
        )
        size = out.tell()
    if output:
        show.message(f"Wrote {output} ({size:,} bytes).")


@app.command(
    short_help="Print the graph in figures: who is well connected, and how.",
    epilog=example(
        "claimgraph stats", "claimgraph stats --root Meta --depth 2", 'claimgraph stats --from Meta --to "Scale AI"'
    ),
)
def stats(
    root: RootOption = None,
    depth: DepthOption = None,
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
        as_of=as_of,
        include=listed(include),
        entities=listed(entities),
        facts=listed(facts),
    )
    with read_graph(settings(store=store)) as graph:
        ends = (source, target) if source and target else None
        found = graph.seen_from(perspective(known_by, known_from, linked=linked, assume=assume)).stats(
            selection, ends=ends, top=top
        )
    if as_json:
        show.result_json(found)
    else:
        show.result(figures(found))
