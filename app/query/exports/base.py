"""What an export is: a name, a media type, and a function that writes a projection to a binary stream.

To add one: write a module with a `WRITER` and name it in `app/query/exports/__init__.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO, TypeAlias

import networkx as nx

from app.query.lookup import Lookup
from app.query.selection import Selection

Graph: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True)
class Export:
    """What there is to write: a projection, the selection that it is of, and the graph behind it."""

    graph: Graph
    lookup: Lookup
    selection: Selection


@dataclass(frozen=True)
class Writer:
    """A file format and the function that writes it."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Export, IO[bytes]], None]


def in_lines(lines: Callable[[Graph], Iterable[str]]) -> Callable[[Export, IO[bytes]], None]:
    """What writes a format of which every line follows from the projection alone."""

    def write(export: Export, out: IO[bytes]) -> None:
        out.writelines(line.encode() for line in lines(export.graph))

    return write
