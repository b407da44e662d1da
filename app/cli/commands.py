"""All commands, in the order of the help. Each is a function of one of the modules; its docstring is its help."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import asking, entities, keeping, reading, serving, show
from app.cli.options import settings_help

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="News articles as a knowledge graph in which every fact shows the sentence it came from.",
    epilog=settings_help(),
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
