"""The whole flow: articles are read by an engine, kept as claims, and the facts follow; so do people's decisions."""

from app.pipeline.deciding import decide, merge, split, withdraw
from app.pipeline.extracting import extract
from app.pipeline.ingesting import BATCH, ingest, ingest_many, remove
from app.pipeline.kept import article_ids
from app.pipeline.outcomes import IngestSummary, Outcome, Progress
from app.pipeline.rebuilding import rebuild

__all__ = [
    "BATCH",
    "IngestSummary",
    "Outcome",
    "Progress",
    "article_ids",
    "decide",
    "extract",
    "ingest",
    "ingest_many",
    "merge",
    "rebuild",
    "remove",
    "split",
    "withdraw",
]
