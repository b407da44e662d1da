"""Who takes over from the one who has just been told to go: "Q will retire in May. P will take over"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS_IN = words("take_over step_up move_up")
# Who fills in for a while follows nobody.
_STEPS = words("step slot")
_TAKES = words("take take_over take_up assume inherit fill get land seize")
# What is taken up where somebody steps into another's place without a word on whose.
_PLACE = words("job role post position seat place rein helm baton chair desk duty mantle torch wheel crown")
# Rules by which a post is told to be given up.
_GIVEN = frozenset({"appointed", "joined as"})
_GIVEN_UP = frozenset({"left role", "role: gone"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def stepping_in(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Who takes over, without a word on from whom, where one person alone has just been told to go."""
    going = [c for c in candidates if _goes(c)]
    if not going:
        return
    near = {n for c in going for n in (c.sentence.index, c.sentence.index + 1)}
    followed = {c.subject.entity for c in candidates if c.relation == "succeeded"}
    for sentence in (s for s in scene.sentences if s.index in near and "P" in s.letters):
        for verb in (t for t in sentence.words if is_verb(t)):
            for person in _who_steps_in(sentence, verb):
                if person.entity in followed:
                    continue
                departure = _departure(going, sentence, person)
                if departure is None or _is_earlier(departure.sentence, sentence, verb):
                    continue
                followed.add(person.entity)
                ties = () if departure.sentence is sentence else (departure.sentence.span,)
                yield Candidate("succeeded", "took over", sentence, person, departure.subject, verb.i, ties=ties)


def following(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "X named P chairman. He follows Q", "P became its president, following Q": where P has just got a post."""
    got = [c for c in candidates if _gets(c)]
    near = {n for c in got for n in (c.sentence.index, c.sentence.index + 1)}
    told = {(c.subject.entity, c.object_entity) for c in candidates if c.relation == "succeeded"}
    for sentence in (s for s in scene.sentences if s.index in near and "P" in s.letters):
        for token in (t for t in sentence.tokens if lemma(t) == "follow" or t.lower_ == "following"):
            people, before = _followed(sentence, token)
            heirs = {c.subject.entity: c for c in got if 0 <= sentence.index - c.sentence.index <= 1}
            heirs = {e: c for e, c in heirs.items() if e in people or (not people and c.sentence is sentence)}
            if before is None or len(heirs) != 1 or before.entity in heirs:
                continue
            post = next(iter(heirs.values()))
            if (post.subject.entity, before.entity) not in told:
                heir = people.get(post.subject.entity, post.subject)
                ties = () if post.sentence is sentence else (post.sentence.span,)
                yield Candidate("succeeded", "took over", sentence, heir, before, token.i, ties=ties)


def _followed(sentence: Sentence, token: Token) -> tuple[dict[str, FoundMention], FoundMention | None]:
    """Who follows, and whom: "follows Q", and not "followed Q to X"."""
    if is_verb(token) and token.dep_ != "prep":
        frame = verb_frame(token)
        before = first_filled(sentence, frame, ("patient",), "P")
        onward = any(frame.get(role) for role in ("to", "into", "from", "out", "onto"))
        people = {m.entity: m for m in first_filled(sentence, frame, ("agent",), "P")}
        return people, before[0] if before and not frame.passive and not onward else None
    things = [t for t in token.children if t.dep_ == "pobj"]
    named = fillers(sentence.scene, sentence.passage.index, things, "P")
    return {}, named[0] if named and named[0].end == things[0].i + 1 else None


def _gets(candidate: Candidate) -> bool:
    """Whether somebody is told to get a post."""
    post = candidate.relation == "heldRole" and candidate.object is not None and "title" in candidate.details
    own = candidate.rule == "role: own" and candidate.phase in (Phase.STARTED, Phase.PLANNED)
    return post and (own or candidate.rule in _GIVEN)


def _goes(candidate: Candidate) -> bool:
    if candidate.negated or candidate.possible:
        return False
    # Who "joined from Y" is gone from there, and nobody is told to take over there.
    left = candidate.relation == "left" and candidate.rule not in ("left for", "moved")
    return left or (candidate.relation == "heldRole" and candidate.rule in _GIVEN_UP)


def _who_steps_in(sentence: Sentence, verb: Token) -> list[FoundMention]:
    frame = verb_frame(verb)
    if heirs := _falls_to(sentence, verb, frame):
        return heirs if len(heirs) == 1 else []
    if frame.passive or not (_steps(verb, frame) or _takes_a_place(verb, frame)):
        return []
    people = first_filled(sentence, frame, ("agent",), "P")
    return people if len(people) == 1 else []


def _steps(verb: Token, frame: Frame) -> bool:
    """As in "will take over in May", "has stepped in": of no firm, and from nobody who is named."""
    elsewhere = any(frame.get(role) for role in ("patient", "from", "at", "of", "to"))
    inside = lemma(verb) in _STEPS and any(c.lower_ == "in" and not any(c.children) for c in verb.children)
    return (inside or key_of(verb) in _STEPS_IN) and not elsewhere


def _falls_to(sentence: Sentence, verb: Token, frame: Frame) -> list[FoundMention]:
    """As in "the job goes to P", "the post will be filled by P": the one that has just been given up."""
    jobs = [t for t in frame.get("patient" if frame.passive else "agent") if lemma(t) in _PLACE]
    if not any(not any(c.dep_ in ("prep", "amod", "compound") for c in job.children) for job in jobs):
        return []
    if frame.passive:
        return first_filled(sentence, frame, ("by", "to"), "P") if lemma(verb) in _FILLED else []
    return first_filled(sentence, frame, ("to",), "P") if lemma(verb) in _FALLS else []


_FALLS = words("go pass fall")
_FILLED = words("take fill assume give hand inherit")


def _takes_a_place(verb: Token, frame: Frame) -> bool:
    """As in "takes the helm", "will inherit the job": not "the post of chairman"."""
    return bool({lemma(verb), key_of(verb)} & _TAKES) and any(
        lemma(thing) in _PLACE and not any(c.dep_ in ("prep", "poss", "amod", "compound") for c in thing.children)
        for thing in frame.get("patient")
    )


def _departure(going: Sequence[Candidate], sentence: Sentence, person: FoundMention) -> Candidate | None:
    """The one departure of another person that this sentence tells of, or else the one before it."""
    for back in (0, 1):
        told = [c for c in going if sentence.index - c.sentence.index == back and c.subject.entity != person.entity]
        if told:
            return told[-1] if len({c.subject.entity for c in told}) == 1 else None
    return None


def _is_earlier(departure: Sentence, sentence: Sentence, verb: Token) -> bool:
    """Whether the one took over long ago: "Q resigned in May. P, who took over in 2019, is sorry"."""
    if verb.tag_ != "VBD":
        return False
    told = set(_YEAR.findall(sentence.text)) - set(_YEAR.findall(departure.text))
    return verb.dep_ == "relcl" or (sentence is not departure and bool(told))
