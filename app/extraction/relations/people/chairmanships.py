"""Posts told by what they are called as a thing: "gave up the chairmanship of X", "took the presidency"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import start_phase
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_THING = re.compile(
    r"(?:co-|vice-)?(?:chair(?:man|woman|person)?ship|chair|presidency|directorship|editorship|deanship|deputyship|"
    r"governorship|rectorship|stewardship|treasurership|vice-presidency|premiership|captaincy|trusteeship)"
)
_GIVES_UP = words(
    "give_up relinquish surrender vacate cede lose leave quit resign step_down step_away stand_down retire hand_over "
    "hand pass step_back withdraw"
)
_GETS = words(
    "take take_over take_up assume accept win get inherit land seize rise ascend move step_up succeed accede promote "
    "elevate appoint elect name"
)
_KEEPS = words("hold keep retain occupy combine")


def chairmanships(sentence: Sentence) -> Iterator[Candidate]:
    """The posts that a sentence tells to be taken up, held or given up by their abstract nouns."""
    if "P" not in sentence.letters:
        return
    for noun in sentence.words:
        if noun.pos_ in ("NOUN", "PROPN") and _THING.fullmatch(noun.lower_):
            verb = _verb_of(noun)
            if verb is not None:
                yield from _told(sentence, noun, verb)


def _verb_of(noun: Token) -> Token | None:
    """The verb of "gave up the chairmanship", "stepped down from the chairmanship", "rose to the presidency"."""
    if noun.dep_ in ("dobj", "oprd") and is_verb(noun.head):
        return noun.head
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ in ("from", "to", "into", "up", "over") and is_verb(prep.head):
        return prep.head
    return None


def _told(sentence: Sentence, noun: Token, verb: Token) -> Iterator[Candidate]:
    keys = {lemma(verb), key_of(verb)}
    frame = verb_frame(verb)
    people = first_filled(sentence, frame, ("patient",) if frame.passive else ("agent",), "P")
    leaving = bool(keys & _GIVES_UP)
    # "The chair" is a piece of furniture as well as a post: only a firm's is meant.
    owners = _owners(sentence, noun) or first_filled(sentence, frame, ("at",), "O", metonyms=False)
    bare = noun.lower_ in ("chair", "stewardship")
    if not keys & (_GIVES_UP | _GETS | _KEEPS) or (bare and not owners) or _is_anothers(sentence, noun, people):
        return
    span = sentence.raw(noun.i, noun.i + 1)
    phase, rule, kind = _phase(verb, keys)
    for person in people[:1]:
        for organization in or_unsaid(owners):
            yield Candidate(
                "heldRole",
                rule,
                sentence,
                person,
                organization,
                verb.i,
                kind,
                phase=phase,
                presupposed=leaving and phase is Phase.ONGOING,
                timed=not (leaving and phase is Phase.ONGOING),
                needs_object=organization is None,
                details={"title": Detail(span.text.removesuffix("ship"), span)},
            )


def _phase(verb: Token, keys: set[str]) -> tuple[Phase | None, str, Kind]:
    """How far the post has come by its verb, with the rule and the kind of candidate."""
    if keys & _GIVES_UP:
        over = start_phase(verb) is Phase.STARTED and verb.tag_ in ("VBD", "VBN")
        return (Phase.ENDED if over else Phase.ONGOING), "left role", Kind.STATE
    if keys & _KEEPS:
        return None, "served", Kind.STATE
    return start_phase(verb), "appointed", Kind.EVENT


def _owners(sentence: Sentence, noun: Token) -> list[FoundMention]:
    frame = noun_frame(noun)
    found = first_filled(sentence, frame, ("of", "at", "poss", "compound"), "O", metonyms=False)
    return found or fillers(sentence.scene, sentence.passage.index, [c for c in noun.children if c.dep_ == "nmod"], "O")


def _is_anothers(sentence: Sentence, noun: Token, people: list[FoundMention]) -> bool:
    """Whether it is of some body that is not named, or somebody else's: "the chairmanship of the committee"."""
    of = [t for p in noun.children if p.lower_ in ("of", "at") for t in p.children if t.dep_ == "pobj"]
    unnamed = bool(of) and not fillers(sentence.scene, sentence.passage.index, of, "O", metonyms=False)
    his = [c for c in noun.children if c.dep_ == "poss"]
    others = fillers(sentence.scene, sentence.passage.index, his, "P")
    return unnamed or any(m.entity not in {p.entity for p in people} for m in others)
