"""Founders of firms that the sentence leaves unsaid: "the founders, A and B", "the chain A began", "her co-founder"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.structure.seats import KINDS
from app.model import Phase, Span

_DONE = (
    r"(?:(?:had|has|have|himself|herself|themselves|together|jointly|first|once|also|later) )*(?P<t>co-?founded|"
    r"founded|"
    r"set up|established|started|launched|began|created)(?!\w)"
)
_FOUNDERS = {
    "the founders": (
        r"\b(?:the|its|their|whose|both|{O:o}'s|(?:the )?(?:[\w-]+ )?(?:company|firm|group)'s) (?:(?:own|original|"
        r"other|"
        r"two|three|four|five|young|married|joint) )*(?P<t>founders|co-founders)(?: are| were)?,? (?:the )?"
        r"(?:(?:brothers|sisters|twins|siblings|couple|spouses) )?{P+:s}(?!')"
    ),
    "founders": r"(?:^|[;,:.] |\band |\bsays? |\bsaid |\bby )(?P<t>founders|co-founders) {P+:s}(?!')",
    "the firm they founded": (
        rf"\bthe (?!(?:next|first|second|last)\b)(?:[\w-]+ ){{0,3}}?(?:{KINDS}|service|site|label) (?:that |which )?"
        rf"{{P+:s}} {_DONE}(?!(?: in {{T}})?,? {{O}}|,? (?:an?|the) (?:[a-z]+ ){{0,3}}{{O}})"
    ),
}
_NAMED = {
    "the firm they founded, x": (
        rf"\bthe (?:[\w-]+ ){{0,3}}?(?:{KINDS}|service|site|label) (?:that |which )?{{P+:s}} {_DONE}(?: "
        rf"[^.;,]{{0,40}})?, "
        r"(?:the )?{O:o}(?!')"
    ),
}
_BESIDE = {
    "her co-founder": r"\b(?:{P:q}'s|his|her) (?:[\w-]+ (?:and )?){0,3}?(?P<t>co-?founder|fellow founder),? {P:s}(?!')",
    "P, her co-founder": r"{P:s}, (?:{P:q}'s|his|her) (?:[\w-]+ (?:and )?){0,3}?(?P<t>co-?founder|fellow founder)\b",
}


def cofounders(sentence: Sentence) -> Iterator[Candidate]:
    """The founders of what the sentence names, or leaves to the article."""
    if "P" not in sentence.letters:
        return
    for _, found in find(sentence, _NAMED):
        for person in found.mentions("s"):
            yield from (_founded(found, person, firm) for firm in found.mentions("o")[:1])
    for _, found in find(sentence, _FOUNDERS):
        firms = found.mentions("o")[:1]
        for person in found.mentions("s"):
            yield _founded(found, person, firms[0] if firms else None)


def founded_beside(scene: Scene, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """For "her co-founder, P": P founded what she is told to have founded, if that is one firm."""
    firms: dict[str, dict[str, Candidate]] = {}
    for candidate in told:
        if candidate.relation == "founded" and candidate.object_entity and not candidate.negated:
            firms.setdefault(candidate.subject.entity, {}).setdefault(candidate.object_entity, candidate)
    if not firms:
        return
    for sentence in scene.sentences:
        for _, found in find(sentence, _BESIDE) if "P2" in sentence.letters else ():
            other, person = found.mentions("q")[:1], found.mentions("s")[0]
            theirs = [*firms.get(other[0].entity, {}).values()] if other else []
            if len(theirs) != 1 or person.entity in firms or not isinstance(theirs[0].object, FoundMention):
                continue
            ties = () if theirs[0].sentence.index == sentence.index else (theirs[0].sentence.span,)
            yield _founded(found, person, theirs[0].object, ties=ties)


def _founded(found: Found, person: FoundMention, firm: FoundMention | None, ties: tuple[Span, ...] = ()) -> Candidate:
    return Candidate(
        "founded", "founder", found.sentence, person, firm, found.trigger, phase=Phase.COMPLETED, presupposed=True,
        timed=False, needs_object=firm is None, ties=ties,
    )  # fmt: skip
