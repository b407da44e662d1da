"""How firms came about: from a smithy that P opened, in Q's garage, spun off by a group, as a company of her own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import start_phase
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROOTS = {
    "its roots": (
        r"{O:o},? (?:which |that )?(?:(?:has|had|also|still|now|first) )*(?:traces? {ITS} (?:roots|origins|history|"
        r"beginnings|story|lineage|ancestry) (?:back )?to|(?:began|started)(?: life| out| "
        r"trading|(?= (?:in|as|with|at|on|from|when) ))|dates (?:back )?(?:to|from)|goes back to|grew out of|grew from|"
        r"sprang from|emerged from|was born(?: out of)?|came into being|came about|{ITS} (?:roots|origins) in)"
        r"(?:(?!{P}|{O})[^.;]){0,70}?,? (?:(?:when|where|which|that|after) )?{P+:s}(?: and {ITS} "
        r"(?:[a-z-]+ ){1,3}{PO:q})? (?:(?:first|had|together|jointly) )*(?P<t>opened|founded|"
        r"set up|started|began|established|launched|built|created|hatched|dreamed up|dreamt up|ran)(?!\w)"
    ),
    "in a garage": (
        r"{O:o},? (?:which )?(?:was |had )?(?P<t>began|begun|started|founded|born|set up|launched|created|conceived)"
        r"(?: life| out)?(?: in {T})? (?:in|from|out of|at|on) {P+:s}'s (?:(?:parents|mother|father|grandmother)'s? )?"
        r"(?:[\w-]+ )?(?:garage|kitchen|kitchen table|bedroom|basement|shed|living room|dorm room|flat|apartment|barn|"
        r"cellar|attic|house|loft|dining room|front room|spare room|backyard|farm|workshop)(?!\w)"
    ),
}
# What one starts, before its name.
_FIRM = (
    r"(?:company|firm|business|start-up|startup|rival|consultancy|agency|fund|bank|brewery|bakery|studio|practice|"
    r"boutique|shop|venture|outfit|laboratory|lab|workshop|restaurant|publisher|chain|airline|partnership|house|"
    r"competitor|advisory|advisory firm|distillery|dairy|school|record label|label|investment vehicle|charity|platform)"
)
_OWN = {
    "one of her own": (
        r"(?P<t>start|starts|started|starting|found|founds|founded|founding|set up|sets up|setting up|launch|launches|"
        r"launched|launching|establish|established|establishing|establishes|create|created|creating|creates|form|formed|"
        r"forming|build|built|building|open|opened|opening|co-found|co-founded|co-founding) (?:(?:an?|{ITS}) )(?:own )?"
        rf"(?:(?!(?:at|for|with|in|from|to|of|by|and)\b)[\w-]+ ){{0,4}}?{_FIRM}(?: of {{ITS}} own)?(?:, | |, called |"
        r" called | named |, named )(?:the )?{O:o}(?!['’])(?! (?:said|says|told|announced|has|had|is|was|will)\b)"
    ),
}
_SPIN = words("spin_off spin_out hive_off carve_out split_off")


def beginnings(sentence: Sentence) -> Iterator[Candidate]:
    """Who founded what, told by how it began."""
    if "O" not in sentence.letters:
        return
    for _, found in find(sentence, _ROOTS):
        for person in (*found.mentions("s"), *found.mentions("q")):
            yield from _founded(sentence, person, found.mentions("o")[:1], found.trigger)
    for _, found in find(sentence, _OWN):
        verb = sentence.passage.doc[found.trigger]
        if is_verb(verb):
            people = first_filled(sentence, verb_frame(verb), ("agent",), "P")
            for person in people:
                yield from _founded(sentence, person, found.mentions("o")[:1], found.trigger, phase=None)
    for token in sentence.words:
        if is_verb(token) and key_of(token) in _SPIN:
            yield from _spun_off(sentence, token)


def _founded(
    sentence: Sentence,
    founder: FoundMention,
    firms: list[FoundMention],
    trigger: int,
    phase: Phase | None = Phase.COMPLETED,
) -> Iterator[Candidate]:
    for firm in firms:
        if founder.entity != firm.entity and sentence.scene.type_of(firm) != "Collective":
            yield Candidate("founded", "founding", sentence, founder, firm, trigger, phase=phase)


def _spun_off(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "X, the maker that Y spun off in 2015": Y made a firm of it. "Spun out of Y" may be others' doing."""
    frame = verb_frame(verb)
    if frame.passive or start_phase(verb) is not Phase.STARTED or verb.tag_ not in ("VBD", "VBN"):
        return
    made = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)[:1]
    for owner in first_filled(sentence, frame, ("agent",), "O", skip=made)[:1]:
        yield from _founded(sentence, owner, made, verb.i, phase=None)
