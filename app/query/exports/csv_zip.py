"""Two tables, nodes and edges, as CSV files in a zip, for spreadsheets, OpenRefine and Gephi."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from app.query.exports.base import Export, Writer
from app.query.exports.columns import as_text, columns

_Row = Mapping[str, object]


def write(export: Export, out: BinaryIO) -> None:
    """Write `nodes.csv` and `edges.csv`, in UTF-8; what is not known is an empty field."""
    graph = export.graph
    nodes = [{"id": node} | data for node, data in graph.nodes(data=True)]
    edges = [
        {"id": key, "source": source, "target": target} | data
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows, first in (
            ("nodes.csv", nodes, ("id", "label")),
            ("edges.csv", edges, ("id", "source", "target", "label")),
        ):
            # Without a date of its own the archive would carry the time of day and differ on each export.
            archive.writestr(zipfile.ZipInfo(name), _table(rows, first), zipfile.ZIP_DEFLATED)


def _table(rows: Sequence[_Row], first: Sequence[str]) -> str:
    names = [*first, *(name for name in columns(rows) if name not in first)]
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(names)
    for row in rows:
        table.writerow(["" if row.get(name) is None else as_text(row[name]) for name in names])
    return out.getvalue()


WRITER = Writer("csv", "application/zip", ".csv.zip", write)
