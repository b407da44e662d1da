"""Cuts a long article into stretches that a model reads at once, each with the block before it for context."""

from __future__ import annotations

from collections.abc import Sequence

from app.model import Block, Document, Span

MAX_WINDOW = 12_000
"""The most code points of a stretch, about 3,000 tokens; a single longer block is a stretch of its own."""


def windows(document: Document, most: int = MAX_WINDOW) -> list[Span]:
    """The stretches of an article that a model reads, boilerplate at the ends left out; they overlap by one block."""
    found: list[Span] = []
    blocks = document.blocks
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and blocks[end].end - blocks[start].start <= most:
            end += 1
        found.append(_span(document, blocks[start:end]))
        if end == len(blocks):
            break
        # The last block again, so that "the company" in the next has its name before it; but never no progress.
        start = end - 1 if end - 1 > start else end
    return found


def _span(document: Document, blocks: Sequence[Block]) -> Span:
    first, last = blocks[0].start, blocks[-1].end
    return Span(start=first, end=last, text=document.article.text[first:last])
