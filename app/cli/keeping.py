"""Commands that keep the store: take out, derive anew, back up, restore, check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from app.cli import show
from app.cli.graph import has_store, open_graph, read_graph, read_store
from app.cli.options import ClusterOption, EngineOption, StoreOption, example, reader_settings, settings
from app.errors import BadInput

app = typer.Typer()

_NAMED = 3
"""How many of the entities are named that users' own statements are about."""


@app.command(epilog=example("claimgraph remove 54a941c39d03b47e"))
def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, as ingest --json prints it.")],
    store: StoreOption = None,
) -> None:
    """Take an article out, and with it whatever only it supported."""
    with open_graph(settings(store=store)) as graph:
        graph.remove(article)
    show.message(f"Removed {article}.")


@app.command(
    short_help="Keep an article on record, and let no fact rest on it.",
    epilog=example("claimgraph retract 54a941c39d03b47e --reason 'withdrawn by its publisher'"),
)
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


@app.command(
    short_help="Let a claim count no more that its article does not make.",
    epilog=example("claimgraph reject f9effb50f7153ca3 --reason 'it is another firm that was bought'"),
)
def reject(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM", help="Ids of claims, as extract prints and /claims lists them.")
    ],
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept with the ruling.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let them count again.")] = False,
    store: StoreOption = None,
) -> None:
    """Let claims count no more that their article does not make: they stay on record, and no fact rests on them.

    For an article that was misread. Of several claims at once that is one ruling, to be undone with all of them.
    """
    with open_graph(settings(store=store)) as graph:
        graph.reject(claims, reason=reason, undo=undo)
    named = ", ".join(claims)
    show.message(f"Count again: {named}." if undo else f"Rejected {named}. --undo lets them count again.")


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


@app.command(
    short_help="Write everything that the store holds to one file.", epilog=example("claimgraph backup graph.nq")
)
def backup(
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="File to write, in N-Quads.")], store: StoreOption = None
) -> None:
    """Write everything that the store holds to one file, whole or not at all. A server that holds it goes on."""
    with read_graph(settings(store=store), any_version=True) as graph, show.draft(dest) as file:
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
    from app.store.backup import read_dump

    try:
        file = src.open("rb")
    except OSError as error:
        raise BadInput(f"{src} cannot be read: {error.strerror}.", hint="Give a file that backup wrote.") from error
    chosen = settings(store=store)
    with file:
        if not has_store(chosen):  # none is made for a file that cannot fill it
            with _of(src):
                read_dump(file)
                file.seek(0)
        with open_graph(chosen, create=True, any_version=True) as graph, _of(src):
            count = graph.restore(file, replace=replace)
    show.message(f"Restored {count:,} quads.")


@contextmanager
def _of(src: Path) -> Iterator[None]:
    """Say of which file it is that it cannot be restored."""
    try:
        yield
    except BadInput as error:
        hint = "Restore into a new store, given with --store, or say --replace." if "empty" in str(error) else None
        raise BadInput(f"{src} cannot be restored: {error.message}", hint=hint or error.hint) from error


@app.command(
    short_help="Print the store's versions, and check the graph.", epilog=example("claimgraph check --store my-store")
)
def check(store: StoreOption = None) -> None:
    """Print the store's versions, and hold the graph against the shapes: exit code 1 and a list of what breaks them.

    Rulings about claims that no article makes now are told, and statements of your own about the graph's entities: both
    harm nothing. A server that holds the store goes on.
    """
    from app.graphs import DERIVED, ENTITIES, FACTS
    from app.query.lookup import Lookup
    from app.query.standing import idle_rejections
    from app.query.validation import own_statements, violations
    from app.upkeep.record import older_engines, read_versions, require_current

    chosen = settings(store=store)
    with read_store(chosen) as opened:
        if known := read_versions(opened, chosen.iris):
            show.message("\n".join(filter(None, (str(known), older_engines(known)))))
        require_current(opened, chosen.iris)
        found = violations(opened, chosen.iris)
        idle = idle_rejections(Lookup(opened, chosen.iris))
        own = own_statements(opened, chosen.iris)
    for ruling, claims in idle:
        show.message(
            f"Ruling {ruling.id} rejects {', '.join(claims)}, which no article claims now: one was removed, or is read"
            f" otherwise. That harms nothing; to take it back: claimgraph reject {' '.join(ruling.about)} --undo"
        )
    if own:
        more = f" and {len(own) - _NAMED} more" if len(own) > _NAMED else ""
        show.message(
            f"Your default graph has statements about {', '.join(own[:_NAMED])}{more}, which plain queries see beside"
            " what articles say. That is allowed; a query that names its graphs leaves them out:"
            f" FROM <{chosen.iris.graph(FACTS).value}>, and the same with {DERIVED} and {ENTITIES}."
        )
    for violation in found:
        show.result(f"{violation.node} {violation.path or ''}: {violation.message}")
    show.message(f"{len(found)} violations." if found else "The graph keeps to every shape.")
    if found:
        raise typer.Exit(1)
