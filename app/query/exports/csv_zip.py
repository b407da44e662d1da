"""Two tables, nodes and edges, as CSV files in a zip, for spreadsheets, OpenRefine and Gephi."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO

from app.query.exports.base import Export, Writer
from app.query.exports.columns import as_text, columns

_Row = Mapping[str, object]


def write(export: Export, out: IO[bytes]) -> None:
    """Write `nodes.csv` and `edges.csv`, in UTF-8; what is not known is an empty field."""
    graph = export.graph

    def nodes() -> Iterator[_Row]:
        return ({"id": node} | data for node, data in graph.nodes(data=True))

    def edges() -> Iterator[_Row]:
        for source, target, key, data in graph.edges(keys=True, data=True):
            yield {"id": key, "source": source, "target": target} | data

    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows, first in (
            ("nodes.csv", nodes, ("id", "label")),
            ("edges.csv", edges, ("id", "source", "target", "label")),
        ):
            # Without a date of its own the archive would carry the time of day and differ on each export.
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as file:
                _write_table(rows, first, file)


def _write_table(rows: Callable[[], Iterator[_Row]], first: Sequence[str], out: IO[bytes]) -> None:
    names = [*first, *(name for name in columns(rows()) if name not in first)]
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    table = csv.writer(text)
    table.writerow(names)
    for row in rows():
        table.writerow(["" if row.get(name) is None else as_text(row[name]) for name in names])
    text.flush()


WRITER = Writer("csv", "application/zip", ".csv.zip", write)
