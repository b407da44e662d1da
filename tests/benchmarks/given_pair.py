"""Reads a text in which two mentions are given, as CORE gives them: the rule engine's steps, with these two put in."""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.attribution import Speakers
from app.extraction.coreference import resolve_anaphora
from app.extraction.grounding import ground
from app.extraction.mentions import find_mentions
from app.extraction.parse import parse
from app.extraction.passages import FoundMention, MentionKind, Mentions, Passage
from app.extraction.relations import find_candidates
from app.extraction.relations.sentences import Scene
from app.extraction.spacy_engine import claim_of
from app.model import Article, Block, BlockKind, Claim, Document, LocalEntity
from app.ontology import load_ontology

Given = tuple[int, int, str]
"""Start and end in the text, and the full name of what is meant there."""


def claims_between(text: str, given: Sequence[Given]) -> tuple[list[Claim], list[str]]:
    """The claims of a text in which the given mentions name organisations, and the entity of each given mention.

    What the engine itself takes for an organisation or a product stays so: the corpus pairs companies and products too.
    """
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    document = Document(article=Article(text=text), blocks=(block,))
    passages = parse(document)
    mentions = resolve_anaphora(passages, find_mentions(passages, document))
    entities: list[str] = []
    for number, mention in enumerate(given):
        mentions, entity = _with(mentions, passages[0], mention, f"given-{number}", taken=entities)
        entities.append(entity)
    scene = Scene(document, passages, mentions)
    speakers = Speakers(scene)
    claims = [
        claim for c in find_candidates(scene) if (claim := claim_of(scene, speakers, c, "given pair")) is not None
    ]
    return ground(document.article, claims)[0], entities


def _with(
    mentions: Mentions, passage: Passage, given: Given, new_id: str, *, taken: Sequence[str]
) -> tuple[Mentions, str]:
    """The mentions with the given one in place of those that it overlaps."""
    start, end, name = given
    span = passage.doc.char_span(start - passage.block.start, end - passage.block.start, alignment_mode="expand")
    if span is None:
        return mentions, new_id
    there = [m for m in mentions if m.passage == passage.index and m.start < span.end and span.start < m.end]
    known = next((m.entity for m in there if m.entity not in taken and _may_be(mentions.entities[m.entity].type)), None)
    entity = known or new_id
    entities = dict(mentions.entities)
    if known is None:
        entities[entity] = LocalEntity(
            id=entity, name=name, type="Company", mentions=(passage.span(span.start, span.end),)
        )
    put_in = FoundMention(passage.index, span.start, span.end, entity, MentionKind.NAME)
    # Where the text names the same thing again, those mentions follow.
    old = {m.entity for m in there} - {entity} - set(taken)
    rest = [m for m in mentions if not any(m is other for other in there)]
    if known is None and len(old) == 1:
        (previous,) = old
        rest = [_moved(m, entity) if m.entity == previous else m for m in rest]
    return Mentions(entities.values(), [*rest, put_in]), entity


def _moved(mention: FoundMention, entity: str) -> FoundMention:
    return FoundMention(mention.passage, mention.start, mention.end, entity, mention.kind, mention.ties, mention.others)


def _may_be(kind: str) -> bool:
    ontology = load_ontology()
    return ontology.is_a(kind, "Organization") or ontology.is_a(kind, "Product")
