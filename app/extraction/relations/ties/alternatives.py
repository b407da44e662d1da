"""Looking for somebody else: alternatives sought, a supplier to be replaced, a dependence to be reduced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOKING = words(
    """
    explore consider seek weigh evaluate examine look mull eye assess pursue search hunt test trial vet scout
    contemplate investigate study think discuss debate ponder want plan"""
)
_ALTERNATIVES = words("alternative option replacement substitute rival")
_REPLACE = words("replace drop ditch dump abandon leave jettison")
_LEAVE = words("leave drop ditch dump abandon")
_SWITCH = words("switch move migrate shift defect")
_SWITCHES = words("switch move shift change defection")
_DEPENDENCE = words("dependence reliance dependency")
_REDUCE = words("reduce cut lessen end lower decrease diminish")
_SOMEBODY = words("someone somebody company firm supplier vendor provider partner contractor one alternative")
_OTHERS = {
    "other than": (
        r"{O:s} (?:[\w'-]+ ){0,4}?(?P<t>looking "
        r"at|considering|exploring|evaluating|testing|talking to|sounding out|vetting|weighing|trying|meeting|courting)"
        r" (?:other |new |rival )?(?:suppliers?|vendors?|providers?|partners?|contractors?|companies|firms) "
        r"(?:other than|besides|instead of|apart from|to replace) {DESC}{O:o}"
    ),
    "away from": (
        r"{O:s} (?:is|are) (?:[\w-]+ )?(?P<t>moving|shifting|switching|turning|diversifying) away "
        r"from {DESC}{O:o}"
    ),
}


def alternatives(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """The search for somebody else in a sentence."""
    for token in sentence.words:
        word = lemma(token)
        if word in _SWITCHES and token.pos_ == "NOUN":
            yield from _switch(sentence, token, discourse)
        elif word in _ALTERNATIVES and token.pos_ in ("NOUN", "ADJ"):
            yield from _alternatives(sentence, token, discourse)
        elif is_verb(token) and (word in _REPLACE or word in _SWITCH):
            yield from _replacing(sentence, token, discourse)
        elif token.pos_ == "NOUN" and word in _DEPENDENCE:
            yield from _less_dependent(sentence, token)
    for _, found in find(sentence, _OTHERS):
        for subject in found.mentions("s")[:1]:
            for obj in found.mentions("o")[:1]:
                yield from _search(sentence, [subject], [obj], found.trigger)


def _search(
    sentence: Sentence, subjects: list[FoundMention], targets: list[FoundMention], trigger: int
) -> Iterator[Candidate]:
    for subject in subjects[:1]:
        for target in targets[:1]:
            if subject.entity != target.entity:
                yield Candidate(
                    "consideringAlternativesTo", "alternatives", sentence, subject, target, trigger, Kind.STATE
                )


def _switch(sentence: Sentence, noun: Token, discourse: Discourse) -> Iterator[Candidate]:
    """As in "X is weighing a switch from Y", "a switch to Z": then away from the vendor that X was told to have."""
    verb = governing_verb(noun)
    if verb is None or lemma(verb) not in _LOOKING:
        return
    subjects = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "O")
    targets = _from(sentence, noun_frame(noun)) or _from(sentence, verb_frame(verb))
    goals = _to(sentence, noun_frame(noun)) or _to(sentence, verb_frame(verb))
    yield from _search(sentence, subjects, targets or _left_for(sentence, goals, subjects, discourse), verb.i)


def _from(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    return first_filled(sentence, frame, ("from",), "O", metonyms=False)


def _to(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    return first_filled(sentence, frame, ("to",), "O", metonyms=False)


def _left_for(
    sentence: Sentence, goals: list[FoundMention], subjects: list[FoundMention], discourse: Discourse
) -> list[FoundMention]:
    """The vendor that the text has just tied to who switches "to Z"."""
    vendors = _implied(sentence, subjects[0], discourse) if goals and subjects else []
    return [vendor for vendor in vendors if vendor.entity not in {goal.entity for goal in goals}]


def _replacing(sentence: Sentence, verb: Token, discourse: Discourse) -> Iterator[Candidate]:
    """As in "is considering replacing X", "is looking for someone to replace X", "has no plans to drop X"."""
    governor = _considering(verb)
    if governor is None or _is_for_another(sentence, verb):
        return
    frame = verb_frame(verb)
    roles = ("from",) if lemma(verb) in _SWITCH else ("patient",)
    targets = first_filled(sentence, frame, roles, "O", metonyms=False)
    above = governor if is_verb(governor) else governor.head
    subjects = fillers(sentence.scene, sentence.passage.index, list(subjects_of(above)), "O")
    if not targets and lemma(verb) in _SWITCH:
        targets = _left_for(sentence, _to(sentence, frame), subjects, discourse)
    seekers = [s for s in subjects if s.entity not in {t.entity for t in targets}]
    if lemma(verb) in _LEAVE and lemma(governor) == "plan" and _is_ruled_out(governor):
        for seeker, target in ((s, t) for s in seekers[:1] for t in targets[:1]):  # that it would end is denied
            yield Candidate("partnerOf", "alternatives", sentence, seeker, target, verb.i, phase=Phase.ENDED)
        return
    yield from _search(sentence, seekers, targets, governor.i)
    others = _to(sentence, frame) if lemma(verb) in _SWITCH else first_filled(sentence, frame, ("with", "by"), "O")
    for seeker in seekers[:1] if targets else ():
        yield from _may_supply(sentence, seeker, [o for o in others if o.entity != targets[0].entity], governor)


def _is_ruled_out(plan: Token) -> bool:
    """Whether a plan is said not to be: "has no plans to leave", "is not planning to", "denies that it plans to"."""
    if any(c.dep_ == "neg" or c.lower_ == "no" for c in plan.children):
        return True
    return any(lemma(t) in ("deny", "reject", "dispute") for t in plan.ancestors)


def _considering(verb: Token) -> Token | None:
    """The word that makes a replacement something considered: a verb, or the plan in "has no plans to"."""
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp", "pcomp", "advcl") and verb.dep_ != "advcl":
        above = head.head if verb.dep_ == "pcomp" else head
        return above if is_verb(above) and lemma(above) in _LOOKING else None
    if verb.dep_ in ("relcl", "acl", "advcl"):
        noun = head if head.pos_ in ("NOUN", "PRON") else None
        if noun is not None and lemma(noun) in _SOMEBODY:
            above = noun.head.head if noun.dep_ == "pobj" else noun.head
            return above if is_verb(above) and lemma(above) in _LOOKING else None
        if noun is not None and lemma(noun) == "plan" and lemma(noun.head) in ("have", "consider", "draw"):
            return noun
    return None


def _is_for_another(sentence: Sentence, verb: Token) -> bool:
    """As in "wants to replace X as Y's supplier": whoever wants that is the alternative itself."""
    for prep in (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"):
        within = sentence.scene.mentions.within(sentence.passage.index, prep.i, prep.right_edge.i + 1)
        role = next((t for t in prep.children if t.dep_ == "pobj"), None)
        supplies = role is not None and lemma(role) in words("supplier vendor provider partner contractor maker source")
        own = role is not None and any(c.lower_ in ("its", "their") for c in role.children)
        if (within and not own) or not supplies:
            return True
    return False


def _less_dependent(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "is trying to reduce its dependence on X"; whoever ends another's does not look for alternatives."""
    verb = governing_verb(noun)
    another = any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in noun.children)
    if verb is None or another or lemma(verb) not in _REDUCE:
        return
    top = verb
    while top.dep_ == "xcomp" and is_verb(top.head):
        top = top.head
    targets = first_filled(sentence, noun_frame(noun), ("on", "upon"), "O", metonyms=False)
    # "X tests chips of Y, which would reduce its reliance on Z": whose it is says who.
    owners = [child for child in noun.children if child.dep_ == "poss" and child.lower_ in ("its", "their")]
    subjects = fillers(sentence.scene, sentence.passage.index, owners or list(subjects_of(verb)), "O")
    yield from _search(sentence, subjects, targets, top.i)


def _alternatives(sentence: Sentence, token: Token, discourse: Discourse) -> Iterator[Candidate]:
    """As in "X is exploring alternative options, a shift away from Y", "looking for a replacement for Y"."""
    noun = token.head if token.dep_ == "amod" else token
    verb = governing_verb(noun)
    if lemma(noun) in ("option", "rival") and not any(c.lower_ in ("alternative", "other") for c in noun.children):
        return
    if verb is None or lemma(verb) not in _LOOKING:
        return
    passage = sentence.passage.index
    subjects = fillers(sentence.scene, passage, list(subjects_of(verb)), "O")
    frame = noun_frame(noun)
    targets = fillers(sentence.scene, passage, frame.get("to") + frame.get("for"), "O", metonyms=False) or _away_from(
        sentence, noun
    )
    targets = [t for t in targets if t.entity not in {s.entity for s in subjects}]
    if not targets and subjects:
        targets = _implied(sentence, subjects[0], discourse)
    for subject in subjects[:1]:
        for target in targets[:1]:
            yield Candidate(
                "consideringAlternativesTo", "alternatives", sentence, subject, target, verb.i, Kind.STATE
            ).with_details(scope=_scope(sentence, noun, target))
            if token.dep_ == "pobj" and token.head.lower_ == "as":
                tested = first_filled(sentence, verb_frame(verb), ("patient",), "O", metonyms=False)
                yield from _may_supply(sentence, subject, [t for t in tested if t.entity != target.entity], verb)


def _may_supply(
    sentence: Sentence, client: FoundMention, others: list[FoundMention], verb: Token
) -> Iterator[Candidate]:
    """As in "is testing Z as a replacement for Y": Z may come to supply."""
    for other in others:
        if other.entity != client.entity:
            told = Candidate("supplies", "told stance", sentence, other, client, verb.i, Kind.STATE)
            yield replace(told, possible=True, phase=Phase.PLANNED)


def _away_from(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """The one that is shifted away from, further on in the sentence."""
    doc = sentence.passage.doc
    for token in doc[noun.i : sentence.end - 1]:
        if token.lower_ == "away" and doc[token.i + 1].lower_ == "from":
            following = [
                m for m in sentence.mentions() if token.i < m.start <= token.i + 8 and sentence.scene.letter(m) == "O"
            ]
            return following[-1:]
    return []


def _implied(sentence: Sentence, subject: FoundMention, discourse: Discourse) -> list[FoundMention]:
    """The vendor or partner that the sentence before has tied to the subject."""
    other = discourse.vendor_of(sentence, subject.entity)
    return [other] if other is not None else []


def _scope(sentence: Sentence, noun: Token, target: FoundMention) -> Detail | None:
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("for", "in"):
            for head in (c for c in prep.children if c.dep_ == "pobj" and not target.start <= c.i < target.end):
                phrase = noun_phrase(head, whole=True)
                span = sentence.raw(phrase.start, phrase.end)
                return Detail(span.text, span)
    return None
