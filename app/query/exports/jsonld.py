"""JSON-LD: the same triples as the Turtle export, one node a line."""

from __future__ import annotations

from typing import IO

from app.query import jsonld
from app.query.exports.base import Export, Writer
from app.query.exports.dataset import merged_triples


def write(export: Export, out: IO[bytes]) -> None:
    """Write the projection's facts and entities as JSON-LD."""
    jsonld.write(merged_triples(export), out)


WRITER = Writer("jsonld", "application/ld+json", ".jsonld", write)
