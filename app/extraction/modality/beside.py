"""What the words beside a verb or a noun do to its reading: auxiliaries, negations, adverbs, adjectives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.lexicon.turning_words import (
    DISCLOSING,
    ENDED_ADJECTIVES,
    FAILED_ADJECTIVES,
    HEDGING_ADVERBS,
    IDLE_NOUNS,
    LIKELY_ADVERBS,
    NEGATIONS,
    NEGATIVE_PRONOUNS,
    PLANNED_ADJECTIVES,
    POSSIBLE_ADJECTIVES,
    POSSIBLE_MODALS,
)
from app.extraction.modality.governors import denies
from app.extraction.modality.reading import Reading
from app.extraction.relations.reading.lemmas import auxiliary, lemma
from app.model import Certainty, Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_auxiliaries(reading: Reading, verb: Token, own: bool) -> Reading:
    """What a verb's auxiliaries, negations, adverbs and nobodies do; `own` where the verb is the trigger itself."""
    for child in verb.children:
        word = auxiliary(child) if child.dep_ == "aux" else child.lower_
        if (child.dep_ == "aux" and word in POSSIBLE_MODALS) or (
            child.dep_ == "aux" and word in ("can", "should", "ca")
        ):
            reading = reading.weaken(Certainty.POSSIBLE)
        elif child.dep_ == "aux" and word == "would":
            reading = _would(reading, verb, own)
        elif child.dep_ == "aux" and word in ("will", "'ll", "’ll", "wo", "shall") and own:
            reading = reading.at(Phase.PLANNED)
        elif child.dep_ == "neg" or (word in NEGATIONS and child.dep_ in ("advmod", "preconj", "det")):
            # "could not be ruled out": what is not denied is possible, no more.
            if not own and denies(verb):
                reading = reading.weaken(Certainty.POSSIBLE)
            elif not own and lemma(verb) in DISCLOSING:
                reading = reading.weaken(Certainty.UNKNOWN)  # "did not say that" says neither
            else:
                reading = _negated_by(reading, child)
        elif child.dep_ in ("advmod", "npadvmod"):
            # "Will no longer become chief": what has not begun does not end.
            begins = reading.phase is Phase.PLANNED and lemma(verb) in _BEGINNING and child.lower_ == "longer"
            reading = reading.negate() if begins else _adverb(reading, child)
        elif child.dep_ == "nsubj" and _is_nobody(child) and not own and lemma(verb) in DISCLOSING:
            reading = reading.weaken(Certainty.UNKNOWN)
        elif (child.dep_ in ("nsubj", "nsubjpass") and _is_nobody(child)) or (
            child.dep_ == "dobj" and lemma(child) not in IDLE_NOUNS and _has_no(child)
        ):
            reading = reading.negate()
        elif child.dep_ == "prep" and any(t.lower_ == "neither" for t in child.children):
            reading = reading.negate()  # "hires neither from X nor from Y"
    return reading


_BEGINNING = words("become join succeed replace acquire buy merge")


def _would(reading: Reading, verb: Token, own: bool) -> Reading:
    """What "would" says: that it may be, that it is planned by whoever says so, or that it came to be."""
    if own and _came_to_pass(verb):
        return reading
    settled = _reported(verb) or _agreed(verb)
    reading = reading if settled else reading.weaken(Certainty.POSSIBLE)
    return reading.at(Phase.PLANNED) if own or settled else reading


def _has_no(noun: Token) -> bool:
    return any(t.lower_ == "no" for t in noun.children if t.dep_ == "det")


def _negated_by(reading: Reading, negation: Token) -> Reading:
    following = negation.nbor() if negation.i + 1 < len(negation.doc) else None
    if negation.lower_ == "not" and following is not None and following.lower_ in ("only", "just"):
        return reading
    if negation.lower_ == "not" and following is not None and following.lower_ == "to":
        # "decided not to invest" is a no; "not to mention" is not.
        return reading.negate() if negation.head.i > following.i and lemma(negation.head) != "mention" else reading
    if negation.lower_ == "no" and following is not None and following.lower_ == "longer":
        return replace(reading, phase=Phase.ENDED)
    return reading.negate()


def _adverb(reading: Reading, adverb: Token) -> Reading:
    word = adverb.lower_
    if word in HEDGING_ADVERBS:
        return reading.weaken(Certainty.POSSIBLE)
    if word in LIKELY_ADVERBS:
        return reading.weaken(Certainty.PROBABLE)
    if word == "longer" and any(child.lower_ in ("no", "any") for child in adverb.children):
        return replace(reading, phase=Phase.ENDED)
    if word == "never":
        return reading.negate()
    return reading


def by_modifiers(reading: Reading, noun: Token, own: bool) -> Reading:
    """What a noun's determiners and adjectives do; `own` where the noun is the trigger itself."""
    for child in noun.children:
        word = child.lower_
        if (child.dep_ == "det" and word in ("no", "neither")) or (child.dep_ == "neg"):
            reading = reading.negate()
        elif child.dep_ in ("amod", "compound", "advmod"):
            if word in POSSIBLE_ADJECTIVES:
                reading = reading.weaken(Certainty.POSSIBLE)
            elif word in FAILED_ADJECTIVES and own:
                reading = reading.negate()
            elif word in PLANNED_ADJECTIVES and own:
                reading = reading.at(Phase.PLANNED)
            elif word in ENDED_ADJECTIVES and own:
                reading = reading.at(Phase.ENDED)
    return reading


def _is_nobody(subject: Token) -> bool:
    return subject.lower_ in NEGATIVE_PRONOUNS or any(
        child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither") for child in subject.children
    )


def _reported(verb: Token) -> bool:
    """Whether "would" is the future of a report: "said it would sell"."""
    token = verb
    for _ in range(6):
        if token.dep_ == "ccomp":
            return token.head.tag_ in ("VBD", "VBN", "VBZ", "VBP", "VBG", "VB")
        if token.dep_ not in ("conj", "xcomp"):
            return False
        token = token.head
    return False


def _agreed(verb: Token) -> bool:
    """Whether "would" is what has been agreed: "signed an agreement whereby X would buy Y"."""
    noun = verb.head
    if verb.dep_ not in ("relcl", "acl") or lemma(noun) not in _CONTRACTS:
        return False
    under = any(t.lower_ in ("whereby", "which") for t in verb.doc[noun.i + 1 : min(noun.i + 4, verb.i)])
    above = noun.head
    signed = noun.dep_ == "dobj" and lemma(above) in _SIGNING and above.tag_ in ("VBD", "VBN")
    return under and signed and not any(c.dep_ in ("aux", "neg") and c.lower_ != "had" for c in above.children)


_CONTRACTS = words("agreement deal contract pact")
_SIGNING = words("sign execute reach strike ink conclude seal enter make")


def _came_to_pass(verb: Token) -> bool:
    """Whether "would" looks ahead from what is long past: "was bought by X, which would be bought by Y in 2000".

    It does where the year is told, a clause in the past stands before it and nobody plans, says or supposes anything.
    """
    if verb.dep_ not in ("ROOT", "relcl", "conj", "ccomp") or _reported_by_saying(verb):
        return False
    sentence = list(verb.sent)
    if not any(_is_year(t) and t.head.lower_ == "in" for t in sentence if t.i > verb.i):
        return False
    if any(lemma(t) in _SUPPOSING or (t.tag_ == "MD" and t.lower_ != "would") for t in sentence):
        return False
    told = [t for t in sentence if t.i < verb.i and t.tag_ in ("VBD", "VBN") and t.head != verb]
    return any(t.dep_ in ("ROOT", "relcl", "conj", "ccomp", "advcl") for t in told)


def _reported_by_saying(verb: Token) -> bool:
    """Whether it is what somebody says: a clause beside another that the parser takes for its content is not."""
    return verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children)


def _is_year(token: Token) -> bool:
    return (
        token.dep_ == "pobj" and len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("18", "19", "20")
    )


_SUPPOSING = words(
    """if whether unless plan propose proposal deal agreement agree bid offer say announce report expect hope think
    believe predict forecast estimate suggest term condition transaction scheme promise pledge intend aim target vote
    approve whereby under pending subject tell warn claim according argue merger contract"""
)
