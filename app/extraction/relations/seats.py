"""Where an organisation has its head office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Kind
from app.extraction.relations.frames import is_verb
from app.extraction.relations.patterns import find
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.words import COUNTRIES

_SEATS = {
    "based": r"{L:o}-(?P<t>based|headquartered) (?:[\w'&/-]+ ){0,5}?{O:s}",
    "based in": (
        r"{O:s},? (?:which (?:is|was) |is |was |are |now |currently |a company )*(?P<t>based|headquartered|located|"
        r"with (?:its )?(?:seat|headquarters|head office)|domiciled)(?: out of)? (?:in|at|near) (?:the "
        r")?(?:[a-z]+ ){0,3}{L:o}"
    ),
    "is a firm based in": (
        r"{O:s}(?: \([^)]*\))? (?:is|was) an? (?:(?!{O})[^.;,]){2,60}? (?P<t>based|headquartered) in {L:o}"
    ),
    "headquarters": (
        r"{O:s}'s (?:[\w-]+ ){0,2}(?P<t>headquarters|head office|HQ|head offices) (?:in|is in|are "
        r"in|at|is located in|are located in) {L:o}"
    ),
    "fronted": r"(?:^|[,;] )(?P<t>based|headquartered) (?:in|at) {L:o}(?:, {L})?, (?:the )?(?:[\w-]+ ){0,3}{O:s}",
    "the city firm": (
        r"the {L:o}(?:-based)? (?P<t>firm|company|group|start-?up|outfit|consultancy|bank|maker|"
        r"manufacturer|agency|studio|fund|insurer|retailer|publisher|law "
        r"firm|carrier) {O:s}"
    ),
    "appended": (
        r"{O:s}(?: itself)?,? (?:the|an?) {L:o}(?:-based)? (?:[\w-]+ ){0,2}?(?P<t>firm|company|"
        r"group|start-?up|outfit|consultancy|bank|maker|manufacturer|agency|studio|fund|insurer|"
        r"retailer|publisher|carrier|house|investor|broker|brewery)\b"
    ),
    "city's": r"{L:o}'s {O:s}(?P<t>)",
    "of city": r"{O:s} of {L:o}(?P<t>)",
    "has its seat": r"{L:o}, where {O:s} (?:has|keeps|maintains) {ITS} (?P<t>headquarters|head office|seat|HQ)",
}
_SUFFIXED = re.compile(r"\b(?:GmbH|Inc|Ltd|LLC|plc|AG|SA|NV|Oy|AB|Corp|Co)\b")
_CONTINENTS = frozenset(
    {
        "europe",
        "asia",
        "africa",
        "america",
        "gulf",
        "the gulf",
        "middle east",
        "latin america",
        "north america",
        "south america",
    }
)


def seats(sentence: Sentence) -> Iterator[Candidate]:
    """Where organisations have their head office."""
    for name, found in find(sentence, _SEATS):
        for subject in found.mentions("s")[:1]:
            for obj in found.mentions("o")[:1]:
                if name in ("city's", "of city", "appended", "the city firm") and not _is_city(sentence, obj):
                    continue
                if name == "based" and any(
                    is_verb(token) for token in sentence.passage.doc[obj.end + 2 : subject.start]
                ):
                    continue  # "the X-based company has hired Y"
                after = sentence.passage.doc[subject.end : subject.end + 1]
                if name == "city's" and any(t.pos_ in ("NOUN", "PROPN") for t in after):
                    continue
                if name == "of city" and not _SUFFIXED.search(
                    found.match.group(0) + sentence.raw(subject.start, subject.end).text
                ):
                    continue
                yield Candidate(
                    "headquarteredIn",
                    "seat",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    Kind.STATE,
                    presupposed=name not in ("based in", "is a firm based in"),
                    timed=False,
                )


def _is_city(sentence: Sentence, place: FoundMention) -> bool:
    """Whether a place can hold a head office; a country or continent says too little."""
    name = sentence.scene.mentions.entity(place).name
    return name not in COUNTRIES and name.lower() not in _CONTINENTS
