"""Candidates that no rule found, where the learned reader is sure and everything else fits.

It never decides by itself. Both ends must be mentions of the classes that the relation takes, in one sentence, and no
rule may have seen the same relation between the two. The candidate then goes the way of all: through certainty,
attribution and the grounding gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.extraction.learned.candidates import Candidate as Span
from app.extraction.learned.candidates import find_spans
from app.extraction.learned.encode import MOST_TOKENS, NAME_TYPE_OF, encode
from app.extraction.learned.labels import NEWS, SAME
from app.extraction.learned.reading import Reader, load
from app.extraction.parsing.passages import FoundMention, Passage
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import titles_at
from app.extraction.relations.reading.words import COUNTRIES
from app.ontology import load_ontology

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Token

RULE = "learned"
# Of the proposals on the news development articles so many were right as scored.
_RIGHT = 0.75
# What a proposal must score to be worth a claim; chosen on the news development articles.
SURE = 0.8
# Values, and what only a rule can tell from its like.
_LEFT_TO_RULES = frozenset({SAME, "foundingDate", "formerName", "specializesIn", "focusesOn"})
_EVENTS = frozenset("acquired founded investedIn joined left mergedWith recruitedFrom succeeded".split())
# What may hold of the same person and organisation side by side.
_PERSONAL = frozenset("heldRole memberOf joined left founded".split())
_TAUGHT = tuple(label for label in NEWS if label not in _LEFT_TO_RULES)


@dataclass(frozen=True)
class Proposal:
    """A relation that the reader sees between two mentions of a sentence, with its probability."""

    relation: str
    sentence: Sentence
    subject: FoundMention
    object: FoundMention
    score: float


def propose(scene: Scene, known: Sequence[Candidate], sure: float = SURE) -> list[Candidate]:
    """The further candidates of an article: the likeliest reading of each pair that no rule has related."""
    rules = _Known(known)
    found: dict[tuple[str, ...], Proposal] = {}
    for proposal in sorted(_seen(scene, load(), sure), key=lambda p: -p.score):
        if rules.speak_of(proposal) or any(_clash(proposal, other) for other in found.values()):
            continue
        found.setdefault(_key(proposal.relation, proposal.subject, proposal.object), proposal)
    return sorted((_candidate(p) for p in found.values()), key=lambda c: (c.sentence.index, c.trigger, c.relation))


class _Known:
    """What the rules have said: of which pair, and where."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        named = [(c, c.object) for c in candidates if isinstance(c.object, FoundMention)]
        self._relations = {_key(c.relation, c.subject, obj) for c, obj in named}
        self._pairs = {frozenset((c.subject.entity, obj.entity)) for c, obj in named if c.relation not in _PERSONAL}
        self._said = {(c.sentence.index, frozenset((c.subject.entity, obj.entity))) for c, obj in named}

    def speak_of(self, proposal: Proposal) -> bool:
        """Whether a rule has the pair already: two organisations anywhere, a person's tie in this very sentence."""
        pair = frozenset((proposal.subject.entity, proposal.object.entity))
        return (
            _key(proposal.relation, proposal.subject, proposal.object) in self._relations
            or pair in self._pairs
            or (proposal.sentence.index, pair) in self._said
        )


def _clash(one: Proposal, other: Proposal) -> bool:
    """Two readings of one pair, of which only the likelier can hold; a person may both have a post and leave."""
    same = {one.subject.entity, one.object.entity} == {other.subject.entity, other.object.entity}
    return same and not (one.relation in _PERSONAL and other.relation in _PERSONAL and one.relation != other.relation)


def _key(relation: str, subject: FoundMention, obj: FoundMention) -> tuple[str, ...]:
    ends = (subject.entity, obj.entity)
    return (relation, *(sorted(ends) if load_ontology().relations[relation].symmetric else ends))


def _seen(scene: Scene, reader: Reader, sure: float) -> Iterator[Proposal]:
    for passage in scene.passages:
        for window in _windows(scene, passage):
            yield from _read(scene, reader, passage, window, sure)


def _windows(scene: Scene, passage: Passage) -> Iterator[list[Sentence]]:
    """The sentences of a paragraph, as many together as fit; only those paragraphs that name two things."""
    sentences = [s for s in scene.by_passage.get(passage.index, ()) if not s.is_heading]
    if not any(len({m.entity for m in s.mentions()}) > 1 for s in sentences):
        return
    window: list[Sentence] = []
    for sentence in sentences:
        if window and sentence.end - window[0].start > MOST_TOKENS:
            yield window
            window = []
        window.append(sentence)
    if window:
        yield window


def _read(scene: Scene, reader: Reader, passage: Passage, window: list[Sentence], sure: float) -> Iterator[Proposal]:
    start, end = window[0].start, min(window[-1].end, window[0].start + MOST_TOKENS)
    places: dict[tuple[int, int], tuple[Sentence, FoundMention]] = {}
    for sentence in window:
        for mention in sentence.mentions():
            place = (max(mention.start, sentence.start), min(mention.end, sentence.end, end))
            if place[0] < place[1]:
                places.setdefault(place, (sentence, mention))
    spans = find_spans(passage.doc, start, end, also=places)
    named = {
        token: NAME_TYPE_OF.get(scene.type_of(mention), passage.doc[token].ent_type_)
        for place, (_, mention) in places.items()
        for token in range(*place)
    }
    encoded = encode(passage.doc, (start, end), spans, reader.network.pieces, named=named)
    (chances,) = reader.chances([passage.doc], [spans], [encoded], "news")
    for pair, label in np.argwhere(chances >= sure).tolist():
        if NEWS[label] not in _TAUGHT:
            continue
        one, other = (places.get(_tokens(spans[number])) for number in encoded.pairs[:, pair])
        if one is None or other is None or one[0] is not other[0]:
            continue
        if _fits(scene, NEWS[label], one[1], other[1]):
            yield Proposal(NEWS[label], one[0], one[1], other[1], float(chances[pair, label]))


def _tokens(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _fits(scene: Scene, relation: str, subject: FoundMention, obj: FoundMention) -> bool:
    """Whether both are single named things of the classes that the relation takes."""
    ontology = load_ontology()
    schema = ontology.relations[relation]
    if subject.others or obj.others or subject.entity == obj.entity:
        return False
    if "Collective" in (scene.type_of(subject), scene.type_of(obj)):
        return False
    if relation == "headquarteredIn" and scene.mentions.entity(obj).name in COUNTRIES:
        return False
    return ontology.is_a(scene.type_of(subject), schema.subject_class) and ontology.is_a(
        scene.type_of(obj), schema.object_class or ""
    )


def _candidate(proposal: Proposal) -> Candidate:
    doc = proposal.sentence.passage.doc
    trigger = _meeting(*(doc[m.start : m.end].root for m in (proposal.subject, proposal.object)))
    kind = Kind.EVENT if proposal.relation in _EVENTS else Kind.STATE
    found = Candidate(
        proposal.relation,
        RULE,
        proposal.sentence,
        proposal.subject,
        proposal.object,
        trigger,
        kind,
        timed=kind is Kind.EVENT,
        confidence=round(proposal.score * _RIGHT, 2),
    )
    if proposal.relation in ("heldRole", "joined"):
        return found.with_details(title=_title_beside(proposal.sentence, proposal.subject))
    return found


def _title_beside(sentence: Sentence, person: FoundMention) -> Detail | None:
    """The title that stands right before or after a person, if one does."""
    doc = sentence.passage.doc
    for start in range(max(sentence.start, person.start - 6), person.start):
        for title in titles_at(sentence, start)[-1:]:
            if title.span is not None and title.span.end + 1 >= sentence.passage.block.start + doc[person.start].idx:
                return title
    after = titles_at(sentence, min(person.end, sentence.end))
    return after[0] if after else None


def _meeting(one: Token, other: Token) -> int:
    """The word under which two words hang."""
    above = {token.i for token in (other, *other.ancestors)}
    return next((token.i for token in (one, *one.ancestors) if token.i in above), one.i)
