"""Tension between organisations: rows and disputes, clashes, soured relations, cracks in a partnership."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, is_definite, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.ties.partnership import PARTNERSHIP, pairs_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_TENSION = words(
    """
    tension dispute row feud conflict clash rift quarrel falling-out fallout friction disagreement strain spat bust-up
    standoff stand-off squabble animosity acrimony hostility argument lawsuit litigation tussle discord"""
)
# Nouns that are quarrels only with such a word: "a legal battle with", "a war of words with".
_FIGHTS = words("battle fight war action case suit proceeding")
_LEGAL = words("legal court patent courtroom bitter trademark libel contractual public")
_CRACKS = words("crack fissure strain trouble difficulty")
_CLASH = words("clash quarrel argue feud fall_out spar squabble bicker wrangle tussle")
_EACH_OTHER = words("blame accuse attack sue criticise criticize insult")
_SUE = words("sue")
_RELATIONS = words("relation relationship tie friendship") | PARTNERSHIP
_SOUR = words("sour deteriorate worsen fray curdle break_down turn_sour strain")
_SOURED = words("strained tense frosty fraught soured icy uneasy acrimonious troubled bitter testy")
_QUARREL = (
    r"(?:tensions?|disputes?|rows?|feuds?|conflicts?|clash(?:es)?|rifts?|quarrels?|falling[ "
    r"-]out|friction|disagreements?|"
    r"bust-ups?|fall-out|bad blood|war of words|ill "
    r"feeling|acrimony|spats?|(?:legal|court|patent) (?:battles?|fights?))"
)
_SURFACE = {
    "between": rf"(?P<t>{_QUARREL}) (?:has |had )?(?:[a-z]+ (?:out |up )?)?(?:between|among) {{DESC}}{{O+:s}}",
    "at war": (
        r"{O+:s} (?:have been |has been |are |is |was |were |remain |remains )(?P<t>at war|at "
        r"odds|at loggerheads|feuding)"
        r"(?: with {O:o})?"
    ),
    "to court": r"{O:s} (?:has |had |have |will |is )?(?P<t>took|taken|take|taking|dragged|hauled) {O:o} to court",
    "against": (
        r"{O:s} (?:has |had |have )?(?P<t>filed|brought|launched|lodged|started|began) (?:[\w-]+ ){0,4}"
        r"(?:lawsuit|suit|legal action|legal proceedings|proceedings|legal complaint|patent "
        r"complaint) against {DESC}{O:o}"
    ),
}
_TROUBLE = words("encounter face hit run experience suffer")
_ENDING = words("resolve settle end heal overcome patch bury")
_ENTANGLED = words("be lock embroil involve engage mire entangle catch remain get become")


def tensions(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """Tension in a sentence."""
    for token in sentence.words:
        word = lemma(token)
        if token.pos_ in ("NOUN", "PROPN") and (word in _TENSION or _is_fight(token)):
            yield from _tension_noun(sentence, token, discourse)
        elif token.pos_ == "NOUN" and word in _CRACKS:
            yield from _cracks(sentence, token)
        elif token.pos_ == "NOUN" and word in _RELATIONS:
            yield from _soured(sentence, token)
        elif not is_verb(token):
            continue
        elif word in _SUE:
            yield from _clash(sentence, token, ("patient",))
        elif key_of(token) in _CLASH or word in _CLASH:
            yield from _clash(sentence, token)
        elif word in _EACH_OTHER:
            yield from _each_other(sentence, token)
    yield from _quarrels(sentence)


def _is_fight(noun: Token) -> bool:
    return lemma(noun) in _FIGHTS and any(c.lower_ in _LEGAL for c in noun.children if c.dep_ in ("amod", "compound"))


def _pairs(sentence: Sentence, noun: Token) -> list[tuple[FoundMention, FoundMention]]:
    """The sides of a quarrel: those that the noun joins, and those who are "locked in" it or settle it."""
    joined = pairs_of(sentence, noun)
    if joined:
        return joined
    frame = noun_frame(noun)
    others = first_filled(sentence, frame, ("with", "against", "far with", "far against"), "O")
    sides = [m for m in _sides_above(sentence, noun) if m.entity not in {o.entity for o in others}]
    if others:
        return [(side, other) for side in sides for other in others]
    return list(combinations(sides, 2)) if noun.dep_ == "dobj" else []


def _sides_above(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """The subject of "is locked in a dispute", "settled a dispute", "denied that there was a rift"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else governing_verb(noun)
    if verb is None or not is_verb(verb):
        return []
    if any(c.dep_ == "expl" for c in verb.children):
        tokens = list(subjects_of(verb.head)) if verb.dep_ == "ccomp" else []
    elif lemma(verb) in _ENTANGLED | _ENDING | {"have", "deny"}:
        tokens = list(subjects_of(verb))
    else:
        return []
    return fillers(sentence.scene, sentence.passage.index, tokens, "O", metonyms=False)


# --- nouns -----------------------------------------------------------------------------------------------------------


def _tension_noun(sentence: Sentence, noun: Token, discourse: Discourse) -> Iterator[Candidate]:
    topic = topic_of(sentence, noun)
    pairs = _pairs(sentence, noun)
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
                yield candidate.with_details(topic=topic_of(sentence, noun))


def _settled(candidate: Candidate, noun: Token) -> Candidate:
    governor = governing_verb(noun)
    if governor is not None and lemma(governor) in _ENDING:
        return replace(candidate, phase=Phase.ENDED)
    return candidate


def topic_of(sentence: Sentence, token: Token) -> Detail | None:
    """What a quarrel or complaint is over."""
    for prep in token.children:
        # "On the eve of the deal, X sued Y" tells of a day.
        when = prep.is_sent_start and is_verb(token)
        if not when and prep.dep_ == "prep" and prep.lower_ in ("over", "about", "on", "regarding"):
            for head in (c for c in prep.children if c.dep_ in ("pobj", "pcomp")):
                phrase = noun_phrase(head, whole=True)
                start = min(phrase.start, head.i) if head.dep_ == "pobj" else head.left_edge.i
                end = phrase.end if head.dep_ == "pobj" else head.right_edge.i + 1
                span = sentence.raw(start, end)
                return Detail(span.text, span)
    return None


# --- relations that sour, partnerships that crack --------------------------------------------------------------------


def _soured(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "relations between X and Y have soured", "X's relationship with Y is strained"."""
    said = _said_of(noun)
    amod = any(c.lower_ in _SOURED for c in noun.children if c.dep_ == "amod")
    if said is None and not amod:
        return
    for subject, obj in pairs_of(sentence, noun):
        trigger = said if said is not None else noun
        yield Candidate(
            "tensionWith", "tension", sentence, subject, obj, trigger.i, Kind.STATE, phase=Phase.ONGOING
        ).with_details(topic=topic_of(sentence, trigger))


def _said_of(noun: Token) -> Token | None:
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if key_of(verb) in _SOUR or lemma(verb) in _SOUR:
        return verb
    adjectives = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _SOURED | words("sour cold")]
    return verb if adjectives and lemma(verb) in words("be become turn grow remain get go") else None


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


# --- verbs -----------------------------------------------------------------------------------------------------------


def _clash(sentence: Sentence, verb: Token, roles: tuple[str, ...] = ("with",)) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    sides = first_filled(sentence, frame, ("agent",), "O")
    others = first_filled(sentence, frame, roles, "O", skip=sides)
    pairs = [(a, b) for a in sides for b in others]
    if not pairs and roles == ("with",):
        pairs = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
    threat = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) == "threaten" else None
    trigger = threat if threat is not None and is_verb(threat) else verb  # who threatens to sue is at odds by then
    for subject, obj in pairs:
        if subject.entity != obj.entity:
            yield Candidate("tensionWith", "clash", sentence, subject, obj, trigger.i, _kind(trigger)).with_details(
                topic=topic_of(sentence, verb) or topic_of(sentence, trigger)
            )


def _kind(verb: Token) -> Kind:
    """A quarrel that goes on is a state: "have been feuding"."""
    return Kind.STATE if verb.tag_ == "VBG" and lemma(verb) not in _SUE else Kind.EVENT


def _each_other(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "X and Y blamed each other"."""
    if not any(c.lower_ in ("other", "another") for c in verb.children if c.dep_ == "dobj"):
        return
    sides = first_filled(sentence, verb_frame(verb), ("agent",), "O")
    for subject, obj in combinations(sides, 2):
        if subject.entity != obj.entity:
            yield Candidate("tensionWith", "clash", sentence, subject, obj, verb.i, Kind.EVENT)
