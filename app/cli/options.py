"""The arguments and options that commands share, and the settings that they amount to."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from app.extraction.engine import check_engine
from app.model import Clock
from app.settings import Settings, settings_table

if TYPE_CHECKING:  # takes its time to import
    from app.query.perspective import Perspective

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help=f"Folder or URL of the store (CLAIMGRAPH_STORE), else {Settings.model_fields['store'].default}.",
        show_default=False,
    ),
]
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="What reads: rules, learned or llm (CLAIMGRAPH_ENGINE). A server that holds the store has its own.",
    ),
]
ClusterOption = Annotated[
    str | None,
    typer.Option("--on", metavar="ADDRESS", help="Dask scheduler whose workers help, such as tcp://host:8786."),
]
NetworkOption = Annotated[
    str | None,
    typer.Option(
        "--network",
        metavar="NAME",
        help="Whether URLs are fetched: off, public, or any, also private addresses (CLAIMGRAPH_NETWORK).",
    ),
]


def day(given: str) -> date:
    """The day that an option names."""
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"{given!r} is no day; write one such as 2025-09-01.") from error


AsOfOption = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DATE", parser=day, help="Day at which things are to hold, such as 2025-09-01."),
]
KnownByOption = Annotated[
    date | None,
    typer.Option("--known-by", metavar="DATE", parser=day, help="Only what was known by that day's end."),
]
KnownFromOption = Annotated[
    Clock, typer.Option("--known-from", help="From when on an article counts as known; undated ones: from ingest.")
]
LinkedOption = Annotated[
    bool, typer.Option("--linked", help="Also bounds in time that follow from the order of several facts.")
]
AssumeOption = Annotated[
    bool, typer.Option("--assume", help="Also bounds that rest on what is merely usual; includes --linked.")
]
RootOption = Annotated[str | None, typer.Option("--root", metavar="ENTITY", help="Only what lies around this.")]
DepthOption = Annotated[
    int | None, typer.Option("--depth", metavar="N", min=0, help="How many steps around it; 2 if it is not said.")
]
IncludeOption = Annotated[
    str,
    typer.Option(
        "--include", metavar="NAMES", help="More than facts: disputed, reported, planned, possible; by commas."
    ),
]
EntitiesOption = Annotated[
    str, typer.Option("--entities", metavar="CLASSES", help="Only such entities: Person,Company ...")
]
FactsOption = Annotated[
    str, typer.Option("--facts", metavar="NAMES", help="Only such facts, by class or relation: Tenure,investedIn ...")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def settings(**given: object) -> Settings:
    """The environment's settings, with what the command line says instead."""
    return Settings.from_environment(os.environ).override(**given)


def reader_settings(**given: object) -> Settings:
    """The same for a command that reads articles: `BadInput` at once if the engine lacks what it needs."""
    chosen = settings(**given)
    check_engine(chosen.engine, chosen.llm)
    return chosen


def perspective(known_by: date | None, known_from: Clock, *, linked: bool = False, assume: bool = False) -> Perspective:
    """From where the options want the graph looked at."""
    from app.query.perspective import Perspective

    return Perspective(known_by, known_from, linked, assume)


def example(*commands: str) -> str:
    """The end of a command's help."""
    return _as_it_stands("Example:", *commands)


def settings_help() -> str:
    """Every setting, for the end of `claimgraph --help`."""
    rows = [f"{name:<26} {meaning}{f' [{default}]' if default else ''}" for name, default, meaning in settings_table()]
    return _as_it_stands("Settings, as environment variables:", *rows)


def _as_it_stands(title: str, *lines: str) -> str:
    """Lines that help does not wrap: that is what the backspace asks for."""
    return "\n  ".join((f"\b\n{title}", *lines))
