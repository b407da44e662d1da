"""Units whose owner the sentence leaves unsaid, or the other way round: "The unit, X", "Z, the parent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.queries import DESCRIBED, Query, verb_over
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Scene
from app.model import Phase

_UNIT = r"(?P<t>unit|subsidiary|division|arm|imprint|sub-brand)"
_PLAIN = r"(?:(?!(?:of|for|at|in|to|by|new|other|first|second|local|former|its|parent|rival)\b)[a-z][\w-]* ){0,3}?"
# The unit is named, its owner is not.
_UNITS = {
    "the unit, x": (
        rf"\b(?:the|a) (?:{{L}}(?: ?-based)? )?{_PLAIN}{_UNIT},? (?:called |named )?{{O:s}}(?='s|[,.;:)]|$| [a-z])"
    ),
    "x, the unit that": rf"{{O:s}}, (?:the|a) {_PLAIN}(?P<t>subsidiary|division|unit)(?: (?:that|which)\b|[,.;]|$)",
    "a unit called": (
        rf"\b(?:an?|the) (?:new )?{_PLAIN}{_UNIT},? (?:to be )?(?:called|named|known as|dubbed) {{O:s}}(?!')"
    ),
}
# The owner is named, its unit is not.
_PARENTS = {
    "z, the parent": r"{O:o}, (?:the|its|their) (?:[\w-]+ )?(?P<t>parent)(?: company| group| firm)?(?=[,.;]|$)",
    "the parent, z": r"\b(?:the|their|its) (?:[\w-]+ )?(?P<t>parent)(?: company| group| firm)?, {O:o}(?!')",
}
_BECOMING = {
    "becomes a unit": (
        r"{O:s},? (?:which |that )?(?:(?:will|is|to|would|was|be|has|since|now|then|also|and) )*(?:becomes?|became|"
        r"operates?|"
        r"run|continues?|remains?|stays?|kept|turned into|made)(?: on| to operate| to run)?(?: into| as)? (?:an?|one) "
        r"(?:(?:wholly|separate|independent|stand-alone|standalone|owned|new|distinct|fully|legal|autonomous)[ -])*"
        r"(?P<t>subsidiary|unit|division)(?=[,.;]|$| and )"
    ),
}
# One table for both, made once: a table is read and kept by what it is, not by what it holds.
_UNOWNED = {**_UNITS, **_BECOMING}


def untold_owners(scene: Scene, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Units and owners filled in where it is likely enough which firm is meant."""
    known = {c.subject.entity for c in told if c.relation == "unitOf"}
    for sentence in scene.sentences:
        if "O" not in sentence.letters or sentence.is_heading:
            continue
        for name, found in find(sentence, _UNOWNED):
            for part in found.mentions("s")[:1]:
                named = part.kind is MentionKind.NAME or name == "becomes a unit"
                if part.entity in known or not named or _has_an_owner(found, part):
                    continue
                makers = _makers(found) if name == "a unit called" else []
                if makers:
                    yield _unit(found, part, makers[0], None)
                else:
                    yield from _of_likeliest(found, name, part, None)
        for _, found in find(sentence, _PARENTS):
            owner = found.mentions("o")[0]
            if not any(c.object_entity == owner.entity and c.sentence.index == sentence.index for c in told):
                yield from _of_likeliest(found, "", None, owner)


def _has_an_owner(found: Found, part: FoundMention) -> bool:
    """Whether the unit hangs on a word that says whose it is: "Acme's unit X"."""
    doc = found.sentence.passage.doc
    noun = doc[found.trigger]
    return (
        any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for c in noun.children) and part.start > noun.i
    )


_MAKING = words("create form set_up launch establish have open start found announce unveil set run operate build")


def _makers(found: Found) -> list[FoundMention]:
    """Who is told to make or have the unit."""
    verb = verb_over(found.sentence.passage.doc[found.trigger])
    if not is_verb(verb) or key_of(verb) not in _MAKING or verb_frame(verb).passive:
        return []
    return first_filled(found.sentence, verb_frame(verb), ("agent",), "O")


def _of_likeliest(
    found: Found, name: str, part: FoundMention | None, owner: FoundMention | None
) -> Iterator[Candidate]:
    sentence = found.sentence
    given = part or owner
    if given is None:
        return
    side = "object" if part is not None else "subject"
    barred = set(given.all_entities)
    if name == "x, the unit that":
        barred |= {m.entity for m in sentence.mentions()}  # those who buy it, or hold shares of it
    query = Query("company", "unitOf", "unit", sentence, found.trigger, given, side, DESCRIBED, frozenset(barred))
    firm = meant(query)
    if firm is None:
        return
    mention, at = firm[1]
    told = _unit(found, part or mention, owner or mention, Phase.STARTED if name == "becomes a unit" else None)
    yield told if at is sentence else replace(told, ties=(at.span,))


def _unit(found: Found, part: FoundMention, owner: FoundMention, phase: Phase | None) -> Candidate:
    kind = "subsidiary" if found.text("t") in ("subsidiary", "parent") else "unit"
    return Candidate(
        "unitOf", "unit", found.sentence, part, owner, found.trigger, Kind.STATE, phase=phase,
        presupposed=phase is None, timed=False,
    ).with_details(kind=Detail(kind))  # fmt: skip
