"""Whom an organisation has taken from another: P was hired from Y, X poached P, the sales chief of Y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.lemmas import key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.titles import BESIDE


def recruited(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "P was hired from Y", "X has hired P; she comes from Y": X has taken P from Y."""
    known = {(c.subject.entity, c.object_entity) for c in candidates if c.relation == "recruitedFrom"}
    joined = (c for c in candidates if c.relation == "joined" and c.rule in ("hired away", BESIDE))
    hired = [c for c in joined if isinstance(c.object, FoundMention) and not c.negated]
    for join in hired:
        yield from _lured(join, candidates)
        for left in candidates:
            if left.rule != "left for" or left.relation != "left" or left.subject.entity != join.subject.entity:
                continue
            if not 0 <= left.sentence.index - join.sentence.index <= 1 or not isinstance(join.object, FoundMention):
                continue
            if (join.object.entity, left.object_entity) not in known and join.object.entity != left.object_entity:
                known.add((join.object.entity, left.object_entity))
                ties = (*join.ties, *(() if left.sentence is join.sentence else (join.sentence.span,)))
                yield replace(
                    left,
                    relation="recruitedFrom",
                    rule="hired",
                    subject=join.object,
                    details={},
                    ties=ties,
                    timed=False,
                )


_LURED = words("poach lure headhunt entice pinch nab hire_away lure_away")


def _lured(join: Candidate, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "X poached P, the sales chief of Y": P has left Y, and X has taken P from there."""
    verb = join.sentence.passage.doc[join.trigger]
    told = any(c.relation == "left" and c.subject.entity == join.subject.entity for c in candidates)
    posts = [
        c
        for c in candidates
        if c.relation == "heldRole"
        and c.subject.entity == join.subject.entity
        and c.sentence is join.sentence
        and c.rule.startswith("role:")
        and isinstance(c.object, FoundMention)
        and c.object_entity != join.object_entity
    ]
    if told or not {lemma(verb), key_of(verb)} & _LURED or len({c.object_entity for c in posts}) != 1:
        return
    left = replace(
        join, relation="left", rule="left for", object=posts[0].object, details={"manner": Detail("moved")}, timed=False
    )
    yield left
    if isinstance(join.object, FoundMention):
        yield replace(left, relation="recruitedFrom", rule="hired", subject=join.object, details={})
