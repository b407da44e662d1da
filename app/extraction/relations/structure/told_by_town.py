"""Firms that a sentence tells only by their town: "the Lyon-based company" is likely the one spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.queries import Query, led_in
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Scene
from app.extraction.relations.structure.seats import KINDS, is_city

_TOLD = {
    "based": (
        r"\bthe {L:o}(?:, {L},?)?[ -](?P<t>based|headquartered) (?:(?!and\b|or\b)[a-z][\w-]*,? ){0,4}?"
        rf"(?:{KINDS})\b(?! {{O}})"
    ),
    "town": (
        r"\bthe {L:o} (?:(?!and\b|or\b|portfolio\b|parent\b|sister\b|listed\b)[a-z][\w-]* ){0,2}?"
        r"(?P<t>company|firm|group|start-up|startup)\b(?! {O}|,? {O})"
    ),
}


def told_by_town(scene: Scene, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The seats of firms that are told by their town alone, where it is likely enough which one is meant."""
    seats: dict[str, set[str]] = {}
    for candidate in told:
        if candidate.relation == "headquarteredIn":
            seats.setdefault(candidate.subject.entity, set()).add(candidate.object_entity)
    for sentence in scene.sentences:
        if "L" not in sentence.letters or sentence.is_heading:
            continue
        for _, found in find(sentence, _TOLD):
            place = found.mentions("o")[0]
            if is_city(sentence, place) and not _is_named(found):
                yield from _seat(found, place, seats)


def _is_named(found: Found) -> bool:
    """Whether the firm is one that was named before: what says so has been read already."""
    last = found.sentence.tokens_between(*found.match.span())[1] - 1
    known = found.sentence.scene.mentions.at(found.sentence.passage.index, last)
    return known is not None


def _seat(found: Found, place: FoundMention, seats: dict[str, set[str]]) -> Iterator[Candidate]:
    if any(place.entity in towns for towns in seats.values()):
        return  # a firm of this town has been named: it is as likely meant
    sentence = found.sentence
    elsewhere = {firm for firm, towns in seats.items() if towns - {place.entity}}
    noun = sentence.passage.doc[sentence.tokens_between(*found.match.span())[1] - 1]
    query = Query(
        "company", "headquarteredIn", "told by town", sentence, found.trigger, place, "subject", "",
        frozenset(elsewhere | led_in(sentence, noun)),
    )  # fmt: skip
    firm = meant(query)
    if firm is None:
        return
    mention, at = firm[1]
    ties = () if at is sentence else (at.span,)
    yield Candidate(
        "headquarteredIn",
        "seat",
        sentence,
        mention,
        place,
        found.trigger,
        Kind.STATE,
        presupposed=True,
        timed=False,
        ties=ties,
    )
