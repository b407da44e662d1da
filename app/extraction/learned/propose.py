"""Candidates that the rules did not find, where the learned reader is sure and everything else fits.

It never decides by itself. Both ends must be mentions of the right classes in a plain affirmed statement, no rule may
have related the two, and the candidate then goes the way of all: through certainty, attribution and the gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction import certainty
from app.extraction.learned.candidates import Candidate as Span
from app.extraction.learned.encode import MOST_TOKENS
from app.extraction.learned.reading import load, see
from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Kind
from app.extraction.relations.sentences import Scene, Sentence
from app.model import Certainty, Mode, Polarity

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Token

# The probability from which a proposal is worth a claim; chosen on the news development articles.
SURE = 0.8
# No article needs more sentences read than this: the cost stays bounded.
MOST_SENTENCES = 400


@dataclass(frozen=True)
class _Rule:
    """How a property becomes a relation: the letters that fit its ends, and whether they change places."""

    relation: str
    subject: str
    object: str
    swapped: bool = False
    kind: Kind = Kind.STATE


_RULES = {
    "EMPLOYEE_OR_MEMBER_OF": _Rule("memberOf", "P", "O"),
    "FOUNDED_BY": _Rule("founded", "PO", "O", swapped=True, kind=Kind.EVENT),
    "SUBSIDIARY_OF": _Rule("unitOf", "O", "O"),
    "HEADQUARTERS": _Rule("headquarteredIn", "O", "L"),
}


def propose(scene: Scene, known: Sequence[Candidate], sure: float = SURE) -> list[Candidate]:
    """The further candidates of an article, in the order of its sentences."""
    related = {pair for candidate in known if (pair := _entities(candidate.subject, candidate.object)) is not None}
    sentences = [s for s in scene.sentences if _worth_reading(scene, s, related)][:MOST_SENTENCES]
    if not sentences:
        return []
    windows = [(s.passage.doc, s.start, min(s.end, s.start + MOST_TOKENS)) for s in sentences]
    found: list[Candidate] = []
    for sentence, seen in zip(sentences, see(load(), windows, "knowledgenet", sure), strict=True):
        for reading in seen:
            candidate = _candidate(scene, sentence, reading.label, reading.subject, reading.object)
            if candidate is None or not _plain(candidate):
                continue
            pair = _entities(candidate.subject, candidate.object)
            if pair is not None and pair not in related:
                related.add(pair)
                found.append(candidate)
    return found


def _worth_reading(scene: Scene, sentence: Sentence, related: set[frozenset[str]]) -> bool:
    """Whether two of its mentions could be related and are not yet."""
    if sentence.is_heading:
        return False
    return any(pair not in related for pair in _fitting_pairs(scene, sentence))


def _fitting_pairs(scene: Scene, sentence: Sentence) -> Iterator[frozenset[str]]:
    mentions = sentence.mentions()
    letters = [(scene.letter(m), m.entity) for m in mentions]
    for rule in _RULES.values():
        for subject, one in letters:
            for obj, other in letters:
                if subject in rule.subject and obj in rule.object and one != other:
                    yield frozenset((one, other))


def _entities(subject: FoundMention, obj: object) -> frozenset[str] | None:
    return frozenset((subject.entity, obj.entity)) if isinstance(obj, FoundMention) else None


def _candidate(scene: Scene, sentence: Sentence, label: str, one: Span, other: Span) -> Candidate | None:
    rule = _RULES.get(label)
    if rule is None:
        return None
    if rule.swapped:
        one, other = other, one
    subject, obj = _mention(scene, sentence, one, rule.subject), _mention(scene, sentence, other, rule.object)
    if subject is None or obj is None or subject.entity == obj.entity:
        return None
    doc = sentence.passage.doc
    trigger = _meeting(doc[subject.start : subject.end].root, doc[obj.start : obj.end].root)
    return Candidate(rule.relation, "learned", sentence, subject, obj, trigger, rule.kind)


def _mention(scene: Scene, sentence: Sentence, span: Span, letters: str) -> FoundMention | None:
    """The mention of a fitting class that stands where the span does, if there is just one entity for it."""
    root = sentence.passage.doc[span.start : span.end].root.i
    mention = scene.mentions.at(sentence.passage.index, root)
    if (
        mention is None
        or mention.others
        or scene.letter(mention) not in letters
        or scene.type_of(mention) == "Collective"
    ):
        return None
    return mention


def _meeting(one: Token, other: Token) -> int:
    """The word under which two words hang."""
    above = {token.i for token in (other, *other.ancestors)}
    return next((token.i for token in (one, *one.ancestors) if token.i in above), one.i)


def _plain(candidate: Candidate) -> bool:
    """Whether the rules of certainty read it as simply so."""
    reading = certainty.read(candidate)
    return (reading.polarity, reading.certainty, reading.mode) == (Polarity.AFFIRMED, Certainty.CERTAIN, Mode.STATEMENT)
