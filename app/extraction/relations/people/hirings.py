"""Whom an organisation took its people from: hired, poached, lured away, or left for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import Found
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.templates import compile_pattern
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_HIRE = words("hire poach recruit lure headhunt hire_away lure_away entice pinch nab")
# These take on many things; only of people "from" somewhere are they a hiring.
_TAKE = words("take pick_up bring_in take_on sign attract snap_up add snag land bring")
_PEOPLE = words(
    """
    engineer staff team researcher executive employee head chief manager scientist worker talent designer banker
    developer specialist trader analyst lawyer salesman programmer people veteran boss director hire recruit"""
)
_GONE = words("leave quit desert abandon")
_MOVED = words("move defect switch decamp jump transfer go")
# "Hired forty welders, a good many of them from X".
_OF_THEM = compile_pattern(
    r"[^.;]{0,90}?,? (?:(?:most|many|some|half|several|all|both|a good many|a few|two|three|four|five|a number|"
    r"a dozen|a third|a quarter|a majority|\d+) of (?:them|whom)|mostly|mainly|largely|chiefly|all|partly|including "
    r"[\w -]{2,20}?),? (?:of them )?(?:(?:came|come|coming|poached|hired|lured|recruited|drawn|straight) )?from "
    r"(?:the )?{PLAIN}{O:o}(?!['’]s? )"
)
_NEW = words("new recent newly hired poached recruited")


def hirings(sentence: Sentence) -> Iterator[Candidate]:
    """Hirings from another organisation in a sentence."""
    for token in sentence.words:
        word = lemma(token)
        if is_verb(token):
            key = key_of(token)
            if word in _HIRE or key in _HIRE:
                yield from _hired(sentence, token)
            elif key in _TAKE or word in _TAKE:
                yield from _hired(sentence, token, only_people=True)
            elif word in _GONE or word in _MOVED:
                yield from _went(sentence, token)
        if word in _PEOPLE:
            yield from _talent(sentence, token)


def _hired(sentence: Sentence, verb: Token, *, only_people: bool = False) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    employers = first_filled(sentence, frame, ("agent",), "O")
    people = [t for t in frame.get("patient") if lemma(t) in _PEOPLE]
    if only_people and not people:
        return
    if lemma(verb) == "hire" and any(t.tag_ == "NNS" and _is_thing(t) for t in frame.get("patient")):
        return
    sources = first_filled(sentence, frame, ("from", "away"), "O", skip=employers)
    if not sources and not only_people:
        sources = [m for person in frame.get("patient") for m in _whose(sentence, person)]
    if not sources and any(_are_people(t) for t in frame.get("patient")):
        match = _OF_THEM.match(sentence.code, sentence.position_of(verb.i))
        sources = Found(sentence, match).mentions("o")[:1] if match is not None else []
    for employer in employers[:1]:
        for source in sources:
            if employer.entity != source.entity:
                yield Candidate("recruitedFrom", "hired", sentence, employer, source, verb.i, timed=False)


def _are_people(noun: Token) -> bool:
    """Whether a plural tells of people, by what it is or by its ending: "engineers", "forty welders"."""
    return lemma(noun) in _PEOPLE or (noun.tag_ == "NNS" and _PERSON.search(lemma(noun)) is not None)


def _is_thing(noun: Token) -> bool:
    """Whether a plural that is hired tells of machines: "forty trucks"."""
    return lemma(noun) in _THINGS


_THINGS = words(
    "truck trailer tanker ship vessel crane car van bus boat machine scooter helicopter plane aircraft tractor"
)
_PERSON = re.compile(
    r"(?<!trail)(?<!tank)(?<!contain)(?<!helicopt)(?<!freight)(?<!bulldoz)(?<!comput)(?<!scoot)(?<!boil)(?<!generat)"
    r"(?<!tract)(?<!excavat)(?<!serv)(?<!print)(?:er|or|ist|ian|ant|man|woman|nurse|staff|chef|pilot)$"
)


def _whose(sentence: Sentence, person: Token) -> list[FoundMention]:
    """Whose people they are: "X's head of research", "much of X's team"; former ones may have left long ago."""
    for inner in (person, *(t for p in person.children if p.lower_ == "of" for t in p.children)):
        if lemma(inner) in _PEOPLE and not any(c.lower_ in ("former", "ex", "previous") for c in inner.children):
            owners = [c for c in inner.children if c.dep_ == "poss"]
            found = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
            if found:
                return found
    return []


def _went(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "several engineers have left X for Y", "two bankers moved from X to Y"."""
    frame = verb_frame(verb)
    # Of one person it is told who left what and joined what.
    agents = [inner for t in frame.get("agent") for inner in (t, *_of_whom(t))]
    if not any(lemma(t) in _PEOPLE and t.tag_ in ("NNS", "NN") and _several(t) for t in agents):
        return
    left = lemma(verb) in _GONE
    sources = first_filled(sentence, frame, ("patient",) if left else ("from",), "O", metonyms=False)
    if not sources and not (left and frame.get("patient")):
        owners = [c for t in agents for c in t.children if c.dep_ in ("poss", "compound", "nmod")]
        sources = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
    for employer in first_filled(sentence, frame, ("for",) if left else ("to",), "O", skip=sources, metonyms=False):
        for source in sources:
            if employer.entity != source.entity:
                yield Candidate("recruitedFrom", "hired", sentence, employer, source, verb.i, timed=False)


def _of_whom(number: Token) -> list[Token]:
    """The traders of "four of X's traders"."""
    if number.tag_ != "CD" and number.lower_ not in ("several", "some", "many", "most", "half", "dozens", "all"):
        return []
    return [t for c in number.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]


def _several(people: Token) -> bool:
    return people.tag_ == "NNS" or lemma(people) in ("staff", "team", "talent", "people")


def _talent(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X's leadership ... new talent from A and B"."""
    if not any(c.lower_ in _NEW for c in noun.children):
        return
    sources = first_filled(sentence, noun_frame(noun), ("from",), "O")
    names = {m.entity for m in sources}
    employers = [
        m for m in sentence.mentions() if m.start < noun.i and sentence.scene.letter(m) == "O" and m.entity not in names
    ]
    if len({m.entity for m in employers}) != 1:
        return
    for source in sources:
        yield Candidate(
            "recruitedFrom",
            "talent",
            sentence,
            employers[0],
            source,
            noun.i,
            presupposed=True,
            timed=False,
            phase=Phase.COMPLETED,
        )
