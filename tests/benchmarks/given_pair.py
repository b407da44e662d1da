"""Puts two given mentions among the engine's own, as CORE gives them, and reads the claims between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.model import Article, Block, BlockKind, Claim, Document, LocalEntity
from app.ontology import load_ontology
from tests.benchmarks.reading import read

Given = tuple[int, int, str]
"""Start and end in the text, and the full name of what is meant there."""


def claims_between(text: str, given: Sequence[Given]) -> tuple[tuple[Claim, ...], list[str]]:
    """The claims of a text in which the given mentions name organisations, and the entity of each given mention.

    What the engine itself takes for an organisation or a product stays so: the corpus pairs companies and products too.
    """
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    entities: list[str] = []

    def put_in(passages: Sequence[Passage], mentions: Mentions) -> Mentions:
        for number, mention in enumerate(given):
            mentions, entity = _with(mentions, passages[0], mention, f"given-{number}", taken=entities)
            entities.append(entity)
        return mentions

    extraction = read(Document(article=Article(text=text), blocks=(block,)), put_in)
    return extraction.claims, entities


def _with(
    mentions: Mentions, passage: Passage, given: Given, new_id: str, *, taken: Sequence[str]
) -> tuple[Mentions, str]:
    """The mentions with the given one in place of those that it overlaps, and its entity."""
    start, end, name = given
    span = passage.doc.char_span(start - passage.block.start, end - passage.block.start, alignment_mode="expand")
    if span is None:
        return mentions, new_id
    there = [m for m in mentions if m.passage == passage.index and m.start < span.end and span.start < m.end]
    rest = [m for m in mentions if not any(m is other for other in there)]
    entities = dict(mentions.entities)
    entity = next((m.entity for m in there if m.entity not in taken and _may_be(entities[m.entity].type)), new_id)
    if entity == new_id:
        place = passage.span(span.start, span.end)
        entities[new_id] = LocalEntity(id=new_id, name=name or place.text, type="Company", mentions=(place,))
        # Where the text names the same thing again, those mentions follow.
        mistaken = {m.entity for m in there} - set(taken)
        rest = [replace(m, entity=new_id) if m.entity in mistaken else m for m in rest]
    given_mention = FoundMention(passage.index, span.start, span.end, entity, MentionKind.NAME)
    return Mentions(entities.values(), [*rest, given_mention]), entity


def _may_be(kind: str) -> bool:
    ontology = load_ontology()
    return ontology.is_a(kind, "Organization") or ontology.is_a(kind, "Product")
