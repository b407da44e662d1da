"""All commands, in the order of the help. Each is a function of one of the modules; its docstring is its help."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import asking, entities, keeping, reading, serving, show
from app.cli.options import example, settings_help

BEGINNING = (
    example("claimgraph ingest articles/ report.pdf", 'claimgraph ask "Who founded Annotara?"', "claimgraph serve")
    + """

Results go to stdout, messages to stderr. Exit code: 0 done, 1 failed, 2 bad usage, 130 stopped by Ctrl-C.
`claimgraph COMMAND --help` says more of each."""
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="News articles as a knowledge graph in which every fact shows the sentence it came from.",
    epilog=f"{BEGINNING}\n\n{settings_help()}",
)
for group in (reading, asking, keeping, serving):
    app.add_typer(group.app)
app.add_typer(entities.app, name="entities")


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
