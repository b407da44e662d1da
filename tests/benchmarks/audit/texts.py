"""The third-party texts whose claims are judged."""

from __future__ import annotations

from functools import cache

from tests.benchmarks import corpora
from tests.benchmarks.tokens import prose

CORPORA = ("knowledgenet", "core", "fire")


@cache
def texts_of(corpus: str) -> list[str]:
    """The texts of a corpus, by their number in its file."""
    if corpus == "knowledgenet":
        return [item["documentText"] for item in corpora.knowledgenet()]
    if corpus == "core":
        return [prose(item["context"]).text for item in corpora.core()]
    return [prose(item["tokens"]).text for item in corpora.fire()]


def is_open(item: int) -> bool:
    """Whether a text may be looked at: one of even number. Of the others only sums are told."""
    return item % 2 == 0
