"""How organisations stand to each other: tension, dissatisfaction, looking for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.discourse import Discourse
from app.extraction.relations.frames import (
    fillers,
    governing_verb,
    is_verb,
    key_of,
    lemma,
    noun_frame,
    subjects_of,
    verb_frame,
)
from app.extraction.relations.partnership import PARTNERSHIP, pairs_of
from app.extraction.relations.patterns import find
from app.extraction.relations.rules import first_filled, is_definite, noun_phrase, words
from app.extraction.relations.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_TENSION = words(
    """
    tension dispute row feud conflict clash rift quarrel falling-out fallout friction disagreement strain spat bust-up
    standoff stand-off squabble animosity"""
)
_CRACKS = words("crack fissure strain trouble difficulty")
_CLASH = words("clash quarrel argue feud fall_out spar squabble bicker")
_SUE = words("sue")
_QUARREL = (
    r"(?:tensions?|disputes?|rows?|feuds?|conflicts?|clash(?:es)?|rifts?|quarrels?|"
    r"falling[ -]out|friction|disagreements?|bust-ups?|fall-out|bad "
    r"blood)"
)
_SURFACE = {
    "between": rf"(?P<t>{_QUARREL}) (?:between|among) {{DESC}}{{O+:s}}",
    "at war": r"{O+:s} (?:have been |has been |are |is )(?P<t>at war|at odds|at loggerheads|feuding)(?: with {O:o})?",
}
_TROUBLE = words("encounter face hit run experience suffer")
_UNHAPPY_NOUNS = words("dissatisfaction unhappiness frustration discontent disappointment displeasure")
_UNHAPPY = words("unhappy dissatisfied impatient frustrated disappointed displeased fed_up annoyed")
_LOOKING = words("explore consider seek weigh evaluate examine look mull eye assess pursue search hunt")
_ALTERNATIVES = words("alternative option replacement substitute rival")
_AWAY = words("shift move migrate switch turn")


def stances(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """Tension, dissatisfaction and the search for alternatives in a sentence."""
    for token in sentence.tokens:
        word = lemma(token)
        if token.pos_ in ("NOUN", "PROPN") and word in _TENSION:
            yield from _tension_noun(sentence, token, discourse)
        elif token.pos_ == "NOUN" and word in _CRACKS:
            yield from _cracks(sentence, token)
        elif is_verb(token) and word in _SUE:
            yield from _clash(sentence, token, ("patient",))
        elif is_verb(token) and (key_of(token) in _CLASH or word in _CLASH - words("fall")):
            yield from _clash(sentence, token)
        elif token.pos_ == "NOUN" and word in _UNHAPPY_NOUNS:
            yield from _unhappy(sentence, token, noun_frame(token).get("with") + noun_frame(token).get("at"))
        elif token.lower_ in _UNHAPPY:
            yield from _unhappy(sentence, token, _with(token))
        elif word in _ALTERNATIVES and token.pos_ in ("NOUN", "ADJ"):
            yield from _alternatives(sentence, token, discourse)
    yield from _quarrels(sentence)


# --- tension ---------------------------------------------------------------------------------------------------------


def _tension_noun(sentence: Sentence, noun: Token, discourse: Discourse) -> Iterator[Candidate]:
    topic = _topic(sentence, noun)
    pairs = pairs_of(sentence, noun)
    if pairs:
        for subject, obj in pairs:
            discourse.remember_pair(sentence, subject, obj)
            yield _settled(
                Candidate(
                    "tensionWith", "tension", sentence, subject, obj, noun.i, Kind.STATE, presupposed=is_definite(noun)
                ),
                noun,
            ).with_details(topic=topic)
        return
    pair = discourse.pair_before(sentence)
    group = discourse.group_in(sentence)
    frame = noun_frame(noun)
    elsewhere = [t for role in ("between", "with", "within", "among", "of") for t in frame.get(role)]
    if pair is None or (elsewhere and group is None) or (group is None and topic is None):
        return
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr") or (is_definite(noun) and group is None):
        return
    span = group if group is not None else (noun.i, noun.i + 1)
    subject, obj = discourse.at(pair, sentence, *span)
    yield _settled(Candidate("tensionWith", "tension", sentence, subject, obj, noun.i, Kind.STATE), noun).with_details(
        topic=topic
    )


def _quarrels(sentence: Sentence) -> Iterator[Candidate]:
    """What the parser missed: "a falling-out between A and B"."""
    for _, found in find(sentence, _SURFACE):
        sides, others = found.mentions("s"), found.mentions("o")
        pairs = [(a, b) for a in sides for b in others] or [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
        noun = sentence.passage.doc[found.trigger]
        while noun.dep_ in ("compound", "amod") and noun.head.i - noun.i in (1, 2):  # "falling-out"
            noun = noun.head
        for subject, obj in pairs:
            if subject.entity != obj.entity:
                candidate = Candidate(
                    "tensionWith", "tension", sentence, subject, obj, noun.i, Kind.STATE, presupposed=is_definite(noun)
                )
                yield candidate.with_details(topic=_topic(sentence, noun))


def _settled(candidate: Candidate, noun: Token) -> Candidate:
    governor = governing_verb(noun)
    if governor is not None and lemma(governor) in words("resolve settle end heal overcome"):
        return replace(candidate, phase=Phase.ENDED)
    return candidate


def _topic(sentence: Sentence, token: Token) -> Detail | None:
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("over", "about", "on", "regarding"):
            for head in (c for c in prep.children if c.dep_ in ("pobj", "pcomp")):
                phrase = noun_phrase(head, whole=True)
                start = min(phrase.start, head.i) if head.dep_ == "pobj" else head.left_edge.i
                end = phrase.end if head.dep_ == "pobj" else head.right_edge.i + 1
                span = sentence.raw(start, end)
                return Detail(span.text, span)
    return None


def _cracks(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "cracks appear in X's partnership with Y", "X's partnership with Y is encountering difficulties"."""
    if lemma(noun) in ("difficulty", "trouble", "strain"):
        verb = governing_verb(noun)
        if verb is None or lemma(verb) not in _TROUBLE:
            return
        homes = [t for t in subjects_of(verb) if lemma(t) in PARTNERSHIP]
    else:
        # The parser may hang "in X's partnership" on the crack or on what it does; either way it follows.
        verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else governing_verb(noun)
        heads = [
            noun,
            *([verb, *(c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))] if verb is not None else []),
        ]
        heads += [c for c in noun.children if c.dep_ in ("acl", "relcl")]
        homes = [
            t
            for head in heads
            for p in head.children
            if p.dep_ == "prep" and p.lower_ == "in"
            for t in p.children
            if lemma(t) in PARTNERSHIP
        ]
    for home in homes[:1]:
        for subject, obj in pairs_of(sentence, home):
            yield Candidate(
                "tensionWith",
                "cracks",
                sentence,
                subject,
                obj,
                noun.i,
                Kind.STATE,
                presupposed=is_definite(noun) and noun.dep_.startswith("nsubj"),
            )


def _clash(sentence: Sentence, verb: Token, roles: tuple[str, ...] = ("with",)) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    sides = first_filled(sentence, frame, ("agent",), "O")
    others = first_filled(sentence, frame, roles, "O", skip=sides)
    pairs = [(a, b) for a in sides for b in others]
    if not pairs and roles == ("with",):
        pairs = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
    for subject, obj in pairs:
        if subject.entity != obj.entity:
            yield Candidate("tensionWith", "clash", sentence, subject, obj, verb.i, Kind.EVENT).with_details(
                topic=_topic(sentence, verb)
            )


# --- dissatisfaction -------------------------------------------------------------------------------------------------


def _with(token: Token) -> list[Token]:
    return [
        t
        for p in token.children
        if p.dep_ == "prep" and p.lower_ in ("with", "at")
        for t in p.children
        if t.dep_ in ("pobj", "pcomp")
    ]


def _unhappy(sentence: Sentence, token: Token, targets: list[Token]) -> Iterator[Candidate]:
    passage = sentence.passage.index
    for target in targets[:1]:
        objects = fillers(sentence.scene, passage, [target], "O", metonyms=False)
        topic = None
        if not objects:
            owners = [c for c in target.children if c.dep_ == "poss"]
            objects = fillers(sentence.scene, passage, owners, "O", metonyms=False)
            if objects:
                phrase = noun_phrase(target)
                span = sentence.raw(max(phrase.start, owners[0].right_edge.i + 1), phrase.end)
                topic = Detail(span.text.removeprefix("'s ").removeprefix("’s "), span)
        subjects = fillers(sentence.scene, passage, list(_who(token)), "PO")
        named = sentence.scene.mentions.within(passage, target.left_edge.i, target.right_edge.i + 1)
        if not objects and subjects and not named:
            # "X served us well, but we were unhappy with how long upgrades took": the one other organisation it can be.
            others = {m.entity: m for m in sentence.mentions() if sentence.scene.letter(m) == "O" and m.start < token.i}
            rest = [m for e, m in others.items() if e not in {s.entity for s in subjects}]
            objects = rest if len(rest) == 1 else []
            span = sentence.raw(target.left_edge.i, target.right_edge.i + 1)
            topic = Detail(span.text, span)
        for subject in subjects:
            for obj in objects:
                if subject.entity != obj.entity:
                    yield Candidate(
                        "dissatisfiedWith",
                        "dissatisfied",
                        sentence,
                        subject,
                        obj,
                        token.i,
                        Kind.STATE,
                        presupposed=token.pos_ == "NOUN" and _is_reason(token),
                    ).with_details(topic=topic)


def _is_reason(noun: Token) -> bool:
    """Whether a noun gives the reason of a statement: "due to dissatisfaction with"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("to", "of", "by", "over", "after", "amid", "from")


def _who(token: Token) -> Iterator[Token]:
    owners = [c for c in token.children if c.dep_ == "poss"]
    if owners:
        yield from owners
        return
    head = token
    for _ in range(10):
        if is_verb(head):
            yield from subjects_of(head)
            return
        if head.head == head:
            return
        head = head.head


# --- alternatives ----------------------------------------------------------------------------------------------------


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
