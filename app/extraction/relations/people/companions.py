"""Who went along: "P followed her to Y", "has gone to Y, taking P and Q with him"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.whence import may_be_place

_WITH = {
    "takes along": (
        r"(?P<t>taking|took|takes|take|taken|bringing|brought|brings|bring) (?:(?!{O})[^.;]){0,60}?{P+:p},? "
        r"(?:along )?with {P:q}"
    )
}


def companions(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those who are told to have gone where somebody else goes, and to have left what that one has left."""
    known = {(c.relation, c.subject.entity, c.object_entity) for c in candidates}
    for person, leader, sentence, trigger, target in _along(scene):
        moves = [
            c
            for c in candidates
            if c.subject.entity == leader.entity and 0 <= sentence.index - c.sentence.index <= 1 and not c.negated
        ]
        joined = [c for c in moves if c.relation == "joined" and isinstance(c.object, FoundMention)]
        left = [c for c in moves if c.relation == "left" and isinstance(c.object, FoundMention)]
        for going in (*_to(joined, target, sentence, leader, trigger), *left[-1:]):
            if (going.relation, person.entity, going.object_entity) not in known:
                ties = () if going.sentence is sentence else (going.sentence.span,)
                details = {"manner": Detail("moved")} if going.relation == "left" else {}
                yield replace(
                    going,
                    sentence=sentence,
                    subject=person,
                    trigger=trigger,
                    rule="left for",
                    details=details,
                    ties=(*going.ties, *ties),
                    timed=True,
                )


def _to(
    joined: Sequence[Candidate], target: FoundMention | None, sentence: Sentence, leader: FoundMention, trigger: int
) -> list[Candidate]:
    """Where to: the firm that the sentence names, or the one that the leader is told to go to."""
    if target is not None:
        return [Candidate("joined", "left for", sentence, leader, target, trigger)]
    return list(joined[-1:]) if len({c.object_entity for c in joined}) == 1 else []


def _along(scene: Scene) -> Iterator[tuple[FoundMention, FoundMention, Sentence, int, FoundMention | None]]:
    """Who goes, with or after whom, told where, and where to if that is named there."""
    for sentence in (s for s in scene.sentences if "P" in s.letters):
        for _, found in find(sentence, _WITH):
            leader = found.mentions("q")[0]
            for person in found.mentions("p"):
                if person.entity != leader.entity and not person.others:
                    yield person, leader, sentence, found.trigger, None
        for verb in sentence.words:
            if not is_verb(verb) or lemma(verb) != "follow":
                continue
            frame = verb_frame(verb)
            leaders = first_filled(sentence, frame, ("patient",), "P")
            there = any(c.lower_ == "there" for c in verb.children)
            places = [
                t for p in (*verb.children, *(c for t in frame.get("patient") for c in t.children)) for t in p.children
            ]
            places = [t for t in places if t.dep_ == "pobj" and t.head.lower_ in ("to", "into")]
            targets = fillers(scene, sentence.passage.index, places, "O", metonyms=False)[:1]
            targets = [m for m in targets if scene.type_of(m) == "Company" and not may_be_place(scene, m)]
            if frame.passive or not leaders or not (targets or there):
                continue
            for person in first_filled(sentence, frame, ("agent",), "P")[:1]:
                if person.entity != leaders[0].entity:
                    yield person, leaders[0], sentence, verb.i, targets[0] if targets else None
