"""Cutbacks: who cut jobs, laid staff off or closed a part of itself, which is a reorganisation of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUT = words("cut slash shed axe eliminate scrap cull reduce trim halve cut_back")
_LAY_OFF = words("lay_off send_home")
_CLOSE = words("close shut shutter close_down shut_down mothball")
_JOBS = words("job position post role")
_STAFF = words("worker employee staff workforce headcount personnel people payroll engineer")
_PARTS = words(
    """plant factory mill mine branch studio division unit brewery bakery warehouse depot laboratory lab refinery
    smelter foundry shipyard sawmill subsidiary department hatchery"""
)
# Of these one is closed every day.
_PLACES = words("office site shop store restaurant hotel outlet line centre center")
_DISBAND = words("disband dissolve abolish")
_DISBANDED = words("team department division unit group lab laboratory desk studio")
_FOR_NOW = words("temporarily briefly today")


def cutbacks(sentence: Sentence) -> Iterator[Candidate]:
    """Cutbacks in a sentence."""
    for token in sentence.words:
        if not is_verb(token):
            continue
        key, bare = key_of(token), lemma(token)
        if key in _LAY_OFF or bare in _CUT:
            things = _cut(token, laid_off=key in _LAY_OFF)
        elif key in _CLOSE or bare in _CLOSE:
            things = _closed(token)
        elif bare in _DISBAND:
            things = [t for t in verb_frame(token).get("patient") if lemma(t) in _DISBANDED][:1]
        else:
            continue
        for company in _whose(sentence, token) if things else ():
            phrase = noun_phrase(things[0], whole=False)
            span = sentence.raw(phrase.start, phrase.end)
            scope = Detail(span.text, span) if things[0].pos_ in ("NOUN", "PROPN") else None
            yield Candidate("restructured", "cut back", sentence, company, None, token.i).with_details(scope=scope)


def _whose(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """Who does it to itself; of "2,500 jobs were cut at X" it is X."""
    frame = verb_frame(verb)
    found = first_filled(sentence, frame, ("by", "at") if frame.passive else ("agent",), "O")
    return [m for m in found if sentence.scene.type_of(m) != "Collective"][:1]


def _cut(verb: Token, *, laid_off: bool) -> list[Token]:
    """The jobs or people that are cut: more than a few."""
    return [
        thing
        for thing in verb_frame(verb).get("patient")
        for people in (thing, *_of(thing))
        if (lemma(people) in _JOBS and not laid_off and _are_many(people))
        or (lemma(people) in _STAFF and (laid_off or lemma(verb) != "reduce" or people is thing) and _is_part(people))
        or (laid_off and people is thing and thing.like_num)
    ][:1]


def _of(thing: Token) -> Iterator[Token]:
    """The staff of "a fifth of its staff", "all but nine of its 140 employees"."""
    for prep in thing.subtree:
        if prep.lower_ == "of" and prep.dep_ == "prep":
            yield from (child for child in prep.children if child.dep_ == "pobj")


def _are_many(jobs: Token) -> bool:
    return jobs.tag_ == "NNS" and any(c.dep_ in ("nummod", "amod", "poss") or c.lower_ == "jobs" for c in jobs.children)


def _is_part(staff: Token) -> bool:
    """Whether staff are told by their number or share, or by whose they are."""
    measured = any(
        c.dep_ in ("nummod", "poss", "quantmod") or c.lower_ in ("most", "all", "half") for c in staff.children
    )
    return measured or staff.head.lower_ == "of" or lemma(staff) in ("workforce", "headcount")


def _closed(verb: Token) -> list[Token]:
    """The part of itself that is closed for good: a plant, or a site of its own."""
    if any(c.lower_ in _FOR_NOW for c in verb.children) or any(
        p.lower_ == "for" and p.dep_ == "prep" for p in verb.children
    ):
        return []
    return [
        thing
        for thing in verb_frame(verb).get("patient")
        if lemma(thing) in _PARTS
        or (lemma(thing) in _PLACES and thing.tag_ == "NNS")
        or (lemma(thing) in _PLACES and any(c.dep_ == "poss" for c in thing.children))
    ][:1]
