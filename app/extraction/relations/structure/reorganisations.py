"""Reorganisations: who restructured, split or merged its parts, and what a restructuring as a noun is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_RESTRUCTURE = words("restructure reorganize reorganise revamp overhaul shake_up streamline realign")
_RESTRUCTURING = words("restructuring reorganization reorganisation shake-up shakeup overhaul revamp realignment")
_DEBTS = words("debt loan bond contract deal obligation liability lease mortgage repayment borrowing website site menu")
_SPLIT = words("split divide carve break_up separate regroup")
_JOIN = words("merge combine consolidate fold integrate")
_SPLIT_OFF = words("split_off hive_off carve_out ring_fence split_out")
_WHOLES = words("organisation organization structure company group entity one")
_PARTS = words("division unit business segment part arm department team operation branch function subsidiary")
# Of these one has more than one, and makes one part of another.
_JOINED = _PARTS | words("group organisation organization studio lab laboratory desk newsroom")
# What one does with a restructuring of one's own, and how far it has come by that.
_UNDERGO = words(
    "undergo face embark launch begin start unveil announce plan carry implement complete undertake resume"
)
_AHEAD = words("announce plan unveil face propose")
_PLANS = words("plan programme program drive effort process exercise package")
_AMID = words("in amid under during through after following part with")
_HYPHENED = {
    "at": r"(?P<t>shake-? ?up|re-organi[sz]ation|shake ?- ?out) (?:at|of|within|inside) {DESC}{O:s}",
    "its": r"{O:s}'s (?:[\w-]+ ){0,2}(?P<t>shake-? ?up|re-organi[sz]ation)",
    "undergoing": (
        r"{O:s} (?:is |was |will |to )?(?P<t>undergoing|underwent|undergo) an? (?:[\w-]+ "
        r"){0,2}(?:shake-? ?up|re-organi[sz]ation)"
    ),
}


def reorganisations(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """Reorganisations in a sentence."""
    for token in sentence.words:
        word = lemma(token)
        if is_verb(token):
            key = key_of(token)
            if word in _RESTRUCTURE or key in _RESTRUCTURE:
                yield from _restructured(sentence, token)
            elif key in _SPLIT_OFF:
                yield from _split_off(sentence, token)
            elif word in _SPLIT or key in _SPLIT:
                yield from _split(sentence, token)
            elif word in _JOIN:
                yield from _parts_joined(sentence, token)
        noun = word in _RESTRUCTURING or (token.lower_ in _RESTRUCTURING and token.dep_ == "compound")
        if token.pos_ in ("NOUN", "PROPN", "VERB") and noun:
            yield from _restructuring(sentence, token, discourse)
    for _, found in find(sentence, _HYPHENED):
        for target in found.mentions("s")[:1]:
            yield Candidate("restructured", "restructuring", sentence, target, None, found.trigger)


def _companies(sentence: Sentence, frame: Frame, roles: tuple[str, ...]) -> list[FoundMention]:
    """Organisations by name: "its sales team" is what is reorganised, not who."""
    found = first_filled(sentence, frame, roles, "O")
    return [m for m in found if sentence.scene.type_of(m) != "Collective"]


def _owners(sentence: Sentence, thing: Token) -> list[FoundMention]:
    owners = [c for c in thing.children if c.dep_ == "poss"]
    return fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)


def _scope(sentence: Sentence, thing: Token) -> Detail:
    phrase = noun_phrase(thing)
    span = sentence.raw(phrase.start, phrase.end)
    return Detail(span.text, span)


def _restructured(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    things = frame.get("patient")
    if any(lemma(thing) in _DEBTS for thing in things) or _is_trade(verb):
        return
    targets = _companies(sentence, frame, ("patient",))
    scope = None
    if not targets and things:
        targets = [owner for thing in things for owner in _owners(sentence, thing)]
        scope = _scope(sentence, things[-1])
    elif not targets:
        targets = _companies(sentence, frame, ("agent",))
    for target in targets[:2]:
        yield Candidate("restructured", "restructured", sentence, target, None, verb.i).with_details(scope=scope)


def _split(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "split itself into three divisions", "was split into two companies"."""
    frame = verb_frame(verb)
    if not any(lemma(t) in _PARTS | {"company"} for t in frame.get("into")) or _is_so(verb):
        return
    itself = any(t.lower_ in ("itself", "themselves") for t in frame.get("patient"))
    things = [t for t in frame.get("patient") if lemma(t) in words("business operation group company")]
    targets = _companies(sentence, frame, ("agent",) if itself else ("patient",)) or [
        owner for thing in things for owner in _owners(sentence, thing)
    ]
    for target in targets[:1]:
        yield Candidate("restructured", "restructured", sentence, target, None, verb.i)


def _split_off(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "has hived off its engine business": what is its own, and no part that it bought."""
    for thing in verb_frame(verb).get("patient")[:1]:
        owned = any(c.dep_ == "poss" for c in thing.children)
        for target in _owners(sentence, thing)[:1] if owned and lemma(thing) in _PARTS else ():
            yield Candidate("restructured", "restructured", sentence, target, None, verb.i).with_details(
                scope=_scope(sentence, thing)
            )


def _is_so(verb: Token) -> bool:
    """As in "is divided into two units": how it is built, and not that it was built anew."""
    return verb.tag_ == "VBN" and {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")} <= {"is", "are"}


def _is_trade(verb: Token) -> bool:
    """As in "focuses on streamlining X": what a firm does for others."""
    return (
        verb.tag_ == "VBG" and verb.dep_ == "pcomp" and lemma(verb.head.head) in ("focus", "specialise", "specialize")
    )


def _parts_joined(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "merged its two sales divisions", "folded its Asian business into a single division"."""
    frame = verb_frame(verb)
    for thing in frame.get("patient")[:1]:
        plural = thing.tag_ == "NNS" or any(c.dep_ == "conj" for c in thing.children)
        into = any(lemma(t) in _JOINED | _WHOLES for t in frame.get("into"))
        beside = any(t.pos_ == "PROPN" or lemma(t) in _PARTS for t in frame.get("with"))
        own = any(c.dep_ == "poss" for c in thing.children)
        if lemma(thing) not in (_JOINED if own else _PARTS):
            continue
        if (into or (plural and lemma(verb) != "fold")) and not beside:
            owners = _owners(sentence, thing)
            # "Acme merged the two sales teams": its own.
            if not own and any(c.lower_ == "the" for c in thing.children):
                owners = _companies(sentence, frame, ("agent",))
            for target in owners[:1]:
                yield Candidate("restructured", "restructured", sentence, target, None, verb.i).with_details(
                    scope=_scope(sentence, thing)
                )


def _restructuring(sentence: Sentence, noun: Token, discourse: Discourse) -> Iterator[Candidate]:
    if noun.dep_ in ("compound", "amod") and lemma(noun.head) in _PLANS:
        noun = noun.head  # "a restructuring plan"
    frame = noun_frame(noun)
    targets = _companies(sentence, frame, ("at", "of", "poss", "within", "compound")) or _companies(
        sentence, frame, ("subject",)
    )
    verb = _above(noun)
    if not targets and verb is not None:
        targets = [
            m
            for m in fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "O")
            if sentence.scene.type_of(m) != "Collective"
        ]
    pair, group = discourse.pair_before(sentence), discourse.group_in(sentence)
    if not targets and pair is not None and group is not None and 0 < group[0] - noun.i <= 3:
        targets = list(discourse.at(pair, sentence, *group))
    governor = noun.head if noun.dep_ == "dobj" else None
    ahead = governor is not None and lemma(governor) in _AHEAD
    undergone = governor is not None and lemma(governor) in _UNDERGO
    for target in targets:
        yield Candidate(
            "restructured",
            "restructuring",
            sentence,
            target,
            None,
            governor.i if governor is not None and undergone else noun.i,
            phase=Phase.COMPLETED if noun.dep_ == "nsubj" else Phase.PLANNED if ahead else None,
        )


def _above(noun: Token) -> Token | None:
    """The verb whose subject is restructured: "will undergo one", "as part of a restructuring, X closed"."""
    token = noun
    if noun.dep_ == "dobj":
        return noun.head if lemma(noun.head) in _UNDERGO else None
    for _ in range(5):
        if token.head == token or token.dep_ not in ("pobj", "prep"):
            return None
        token = token.head
        if is_verb(token):
            return token
        if token.pos_ in ("ADP", "SCONJ", "NOUN") and token.lower_ not in _AMID | words("as of on to"):
            return None
    return None
