"""`claimgraph entities`: which entities may be one, and deciding on it."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import show
from app.cli.graph import open_graph, read_graph
from app.cli.options import JsonOption, StoreOption, example, settings

app = typer.Typer(
    no_args_is_help=True,
    help="Review, merge and split entities. What is decided outlives every rebuild and can be undone.",
    epilog=example(
        "claimgraph entities review",
        "claimgraph entities merge Meta Facebook --reason 'renamed in 2021'",
        "claimgraph entities split organization/meta organization/facebook",
    ),
)

ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept with the ruling.")]


@app.command(
    short_help="List pairs of entities that may be one.", epilog=example("claimgraph entities review --limit 20")
)
def review(
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=500, help="Most pairs to list.")] = 50,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """List pairs of entities that may be one, the likeliest first, with what speaks for it and against it.

    Nobody has told them apart, and no name joins them. Nothing is ever merged by its score.
    """
    with read_graph(settings(store=store)) as graph:
        pairs = graph.review(limit)
    if as_json:
        show.result_json_list(pairs)
        return
    for pair in pairs:
        show.result(f"{pair.score:.2f}  {pair.one.id}  {pair.other.id}{'  (left undecided)' if pair.undecided else ''}")
        for sign, features in (("+", pair.features_for), ("-", pair.features_against)):
            for feature in features:
                show.result(show.harmless(f"      {sign} {feature.name}: {feature.detail}"))
    show.message(f"{len(pairs)} pairs." if pairs else "No two entities look like one.")


@app.command(
    short_help="Rule that two entities are one.",
    epilog=example(
        "claimgraph entities merge Meta Facebook", "claimgraph entities merge organization/talon product/talon"
    ),
)
def merge(
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="Id or name of an entity.")],
    other: Annotated[str, typer.Argument(metavar="ENTITY", help="Id or name of another.")],
    reason: ReasonOption = None,
    store: StoreOption = None,
) -> None:
    """Rule that two entities are one. All names are kept, and the id that goes leads to the one that stays.

    Of a firm and a person (or a place, or a product) the kind holds that most articles took it for; what only the other
    kind could do is no fact then.
    """
    with open_graph(settings(store=store)) as graph:
        decision = graph.merge(one, other, reason=reason)
    show.message(
        f"Merged, by ruling {decision.made[0].id}. claimgraph entities split {decision.made[0].about[0]} undoes it."
    )


@app.command(
    short_help="Rule that two names are two entities.",
    epilog=example(
        "claimgraph entities split organization/meta organization/facebook", "claimgraph entities split person/lee-han"
    ),
)
def split(
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="Id or name of an entity.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[ENTITY]", help="Id or name of another, which it is not.")
    ] = None,
    reason: ReasonOption = None,
    store: StoreOption = None,
) -> None:
    """Rule that two names are two entities; with one alone, take back the rulings that hold it together."""
    with open_graph(settings(store=store)) as graph:
        decision = graph.split(one, other, reason=reason)
    undone = [f"took back {ruling.id}" for ruling in decision.withdrawn]
    show.message(f"Split: {', '.join([*(f'ruling {ruling.id}' for ruling in decision.made), *undone])}.")
