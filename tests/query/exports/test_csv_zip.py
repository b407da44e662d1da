from __future__ import annotations

import csv
import io
import zipfile

from app.query.graph import project
from app.query.lookup import Lookup
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported


def tables(body: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def test_two_tables(lookup: Lookup) -> None:
    graph = project(lookup)
    found = tables(exported(lookup, "csv"))
    assert [row["id"] for row in found["nodes.csv"]] == list(graph)
    assert {row["source"] for row in found["edges.csv"]} <= set(graph)
    (investment,) = (row for row in found["edges.csv"] if row["id"] == sample.INVESTMENT.id)
    assert (investment["amount"], investment["currency"], investment["ended"]) == ("14300000000", "USD", "")
    assert list(found["nodes.csv"][0])[:2] == ["id", "label"]
