"""Head offices that move: the new town is the seat, the old one was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.queries import DESCRIBED, Query
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.owners import holds_shares
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.structure.seats import is_city
from app.model import Phase

_MOVE = (
    r"(?P<t>moved|moves|move|moving|relocated|relocates|relocate|relocating|shifted|shifts|shift|shifting|transferred|"
    r"transfers|transfer|transferring)"
)
_SEAT = r"(?:[\w-]+ ){0,2}?(?:headquarters|HQ|head office|seat|main office|home base)"
_FROM_TO = (
    r"(?: (?:there|away|out))?(?: (?:from|of) {L:q}(?:, {L})?)?(?: across the \w+)?(?: to (?:the )?{L:o})?"
    r"(?: from {L:r})?"
)
_TOWNS = r" (?:out of |away from |from )(?:the )?{L:q}(?:, {L},?)? (?:to|into) (?:the )?{L:o}"
_MOVES = {
    "moved its seat": rf"{{O:s}}(?:(?!{{O}})[^.;]){{0,80}}? {_MOVE} (?:(?P<own>{{ITS}})|the) {_SEAT}{_FROM_TO}",
    "moved from to": (
        r"{O:s},? (?:which |that )?(?:(?:has|had|have|is|was|will|would|plans?|to|be|since|recently|later|then|"
        r"also|been|"
        rf"being|now) )*{_MOVE}(?: {{T}})?{_TOWNS}"
    ),
    "was moved": rf"{{O:s}}'s {_SEAT} (?:(?:is|was|will|has|had|been|be|to|being) )*{_MOVE}{_TOWNS}",
}
# Whose seat it is, the sentence leaves unsaid.
_UNSAID = {
    "the seat was moved": (
        rf"\b(?:the|its|their) {_SEAT} (?:(?:is|was|will|has|had|been|be|to|being|now) )*{_MOVE}{_FROM_TO}"
    ),
    "moving the seat": rf"{_MOVE} (?:the|its|their) {_SEAT}{_FROM_TO}",
    "the seat is in": (
        r"\b(?:the|its) (?:company's |firm's |group's )?(?:new |present |own )?(?P<t>headquarters|head office|seat|HQ) "
        r"(?:is|are|will be|remains?|lies) (?:to be )?(?:based |located )?in (?:the )?{L:o}"
    ),
}
_HOME = re.compile(r"\b(?:headquarters|HQ|head office|seat|main office|home base)\b", re.IGNORECASE)


def relocations(sentence: Sentence) -> Iterator[Candidate]:
    """Seats that a sentence tells to move, and whose they are."""
    if "L" not in sentence.letters:
        return
    for name, found in find(sentence, _MOVES):
        towns = (*found.mentions("o"), *found.mentions("q"), *found.mentions("r"))
        if name == "moved from to" and not all(is_city(sentence, town) for town in towns):
            continue  # a firm that moves from Asia into Africa sells there
        for subject in found.mentions("s")[:1]:
            if name != "moved its seat" or _moves_its_own(found, subject):
                yield from _moved(found, subject)


def _moves_its_own(found: Found, firm: FoundMention) -> bool:
    """Whether it is the firm itself that moves "the head office"; a buyer moves that of what it bought."""
    sentence = found.sentence
    if _is_buyer(found, firm):
        return False
    doers = first_filled(sentence, verb_frame(sentence.passage.doc[found.trigger]), ("agent",), "O")
    return found.has("own") or (firm.entity in {m.entity for m in doers} and not holds_shares(sentence, firm))


def _is_buyer(found: Found, firm: FoundMention) -> bool:
    """Whether it is Y in "X was bought by Y, moving its head office to T", which is X's."""
    doc = found.sentence.passage.doc
    names = [doc[m.start : m.end].root for m in found.sentence.mentions() if m.entity == firm.entity]
    by = [t for t in names if t.dep_ == "pobj" and t.head.dep_ == "agent"]
    return any(doc[found.trigger] not in t.subtree for t in by)


def _moved(found: Found, firm: FoundMention) -> Iterator[Candidate]:
    sentence = found.sentence
    verb = sentence.passage.doc[found.trigger]
    moved = verb.tag_ in ("VBD", "VBN") and not any(
        c.dep_ in ("aux", "auxpass") and c.lower_ not in ("has", "have", "had", "was", "been") for c in verb.children
    )
    for place in found.mentions("o"):
        yield Candidate("headquarteredIn", "seat", sentence, firm, place, found.trigger, timed=False)
    for place in found.mentions("q") or found.mentions("r"):
        yield Candidate(
            "headquarteredIn",
            "seat",
            sentence,
            firm,
            place,
            found.trigger,
            Kind.STATE,
            phase=Phase.ENDED if moved else Phase.ONGOING,
            presupposed=True,
            timed=False,
        )


def seats_of_unsaid(scene: Scene, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Seats, or their moves, of a firm that the sentence leaves unsaid, where it is likely enough which is meant."""
    known = {c.sentence.index for c in told if c.relation == "headquarteredIn"}
    for sentence in scene.sentences:
        if sentence.index in known or sentence.is_heading or "L" not in sentence.letters:
            continue
        for _, found in find(sentence, _UNSAID):
            towns = (*found.mentions("o"), *found.mentions("q"), *found.mentions("r"))
            if not towns or not all(is_city(sentence, town) for town in towns):
                continue
            doers = first_filled(sentence, verb_frame(sentence.passage.doc[found.trigger]), ("agent",), "O")
            query = Query(
                "company", "headquarteredIn", "told by town", sentence, found.trigger, towns[0], "subject", DESCRIBED,
                frozenset(m.entity for m in doers),
            )  # fmt: skip
            firm = meant(query)
            if firm is None or _is_buyer(found, firm[1][0]):
                continue
            mention, at = firm[1]
            ties = () if at is sentence else (at.span,)
            yield from (replace(candidate, ties=ties) for candidate in _of(found, mention))


def _of(found: Found, firm: FoundMention) -> Iterator[Candidate]:
    if _HOME.fullmatch(found.text("t")):
        for place in found.mentions("o"):
            yield Candidate(
                "headquarteredIn", "seat", found.sentence, firm, place, found.trigger, Kind.STATE, timed=False
            )
    else:
        yield from _moved(found, firm)
