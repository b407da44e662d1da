"""What a verb or a noun does to the reading of its content: plans, hopes, doubts, denies, believes, ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.lexicon.turning_words import (
    BELIEVING,
    CONSIDERING,
    DEMANDING,
    DENIAL_NOUNS,
    DENYING,
    DENYING_PHRASES,
    DISCLOSING,
    DOUBTING,
    ENDING,
    EXPECTING,
    PLAN_NOUNS,
    PLANNING,
    PREDICTING,
    SEEMING,
    SUGGESTING,
    TALES,
    TALK_NOUNS,
    WANTING,
)
from app.extraction.modality.climbing import is_infinitive
from app.extraction.modality.reading import Reading
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.model import Certainty, Mode, Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_governor(reading: Reading, token: Token, below: Token) -> Reading:
    """What a governor does to its content."""
    word = lemma(token)
    if below.dep_ == "advcl":
        wished = lemma(token) in TALK_NOUNS and token.pos_ == "NOUN" and is_infinitive(below)  # "calls for P to resign"
        return replace(reading, phase=Phase.CONSIDERED).weaken(Certainty.POSSIBLE) if wished else reading
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_content(reading, word, below)
    if _ends(token, below):
        return _ended_by(reading, token)
    if denies(token) and lemma(below) in DISCLOSING and is_verb(below):
        return reading.weaken(Certainty.UNKNOWN)  # "declined to say whether": no denial
    if word in ("close", "near", "closer") and below.dep_ in ("prep", "pobj", "dobj"):
        # "close to an agreement to combine": what the agreement would plan, nobody plans yet.
        return replace(reading, phase=Phase.CONSIDERED).weaken(Certainty.POSSIBLE)
    if denies(token):
        denied = below.dep_ not in ("prep", "conj") and not any(child.dep_ == "neg" for child in token.children)
        return reading.negate() if denied else reading
    return _intention(reading, token, word, below)


def _intention(reading: Reading, token: Token, word: str, below: Token) -> Reading:
    """What a verb of planning, wanting, expecting, considering or doubting does to its content."""
    infinitive = below.dep_ in ("xcomp", "acl", "ccomp") and any(child.lower_ == "to" for child in below.lefts)
    if infinitive and word in BELIEVING | CONSIDERING and any(child.lower_ == "have" for child in below.lefts):
        return reading  # "is thought to have joined": what is believed is over
    if word in PLANNING and (infinitive or below.dep_ == "prep"):
        return reading.at(Phase.PLANNED)
    if word in WANTING and (infinitive or below.dep_ == "dobj"):
        return reading.at(Phase.CONSIDERED)
    if word in DEMANDING and _is_asked_for(below, infinitive=infinitive):
        return reading.at(Phase.CONSIDERED).weaken(Certainty.POSSIBLE)
    if word in EXPECTING and infinitive and any(child.dep_ in ("nsubj", "nsubjpass") for child in below.children):
        return replace(reading.at(Phase.PLANNED), mode=Mode.PREDICTION)  # what one expects of another
    if word in EXPECTING and infinitive:
        return reading.at(Phase.PLANNED).weaken(Certainty.PROBABLE)
    if word in CONSIDERING and (
        below.dep_ in ("xcomp", "dobj", "nsubjpass") or (below.dep_ == "prep" and word in ("think", "look", "toy"))
    ):
        return reading.at(Phase.CONSIDERED)
    if word in DOUBTING and below.dep_ in ("ccomp", "xcomp", "dobj"):
        return reading.weaken(Certainty.POSSIBLE)
    return _belief(reading, token, word, below)


def _is_asked_for(content: Token, *, infinitive: bool) -> bool:
    """Whether a clause is what somebody is to do: "asked him to go", "insisted that Acme sell", "demanded he quit".

    "Insisted that Acme sold it" tells what happened: the verb is inflected.
    """
    if infinitive:
        return True
    asked = content.dep_ == "ccomp" and any(child.lower_ == "that" for child in content.lefts)
    helped = any(child.dep_ in ("aux", "auxpass", "neg") and child.lower_ != "should" for child in content.children)
    return asked and not helped and content.lower_ == lemma(content)


def _ends(verb: Token, below: Token) -> bool:
    """Whether a verb tells the end of what it governs: "stopped buying", "used to buy"; not "stopped X from buying"."""
    if lemma(verb) == "use":
        return verb.tag_ == "VBD" and below.tag_ == "VB" and below.dep_ == "xcomp"
    if any(child.lower_ == "up" for child in verb.children):
        return False  # whoever ends up buying, buys
    return lemma(verb) in ENDING and below.tag_ == "VBG" and below.dep_ in ("xcomp", "ccomp", "dobj")


def _ended_by(reading: Reading, verb: Token) -> Reading:
    """An end that has come, or, after "will", one foretold."""
    reading = replace(reading, phase=Phase.ENDED)
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    foretold = helpers & words("will would 'll ’ll shall to") or verb.tag_ == "VBG"
    return replace(reading, mode=Mode.PREDICTION) if foretold and reading.mode is Mode.STATEMENT else reading


def denies(verb: Token) -> bool:
    """Whether a verb denies or rules out its content."""
    word = lemma(verb)
    return word in DENYING or any(f"{word} {child.lower_}" in DENYING_PHRASES for child in verb.children)


_UNTRUE = words("""
    untrue false wrong baseless unfounded groundless incorrect inaccurate mistaken fictitious fanciful fake invented
    fantasy fiction nonsense rubbish myth fabrication invention lie falsehood hoax""")


def called_untrue(verb: Token) -> bool:
    """As in "Reports that X has bought Y are untrue", "a merger of X and Y is pure fantasy"."""
    return lemma(verb) in ("be", "remain") and any(
        c.dep_ in ("attr", "acomp", "oprd") and lemma(c) in _UNTRUE for c in verb.children
    )


def _belief(reading: Reading, token: Token, word: str, below: Token) -> Reading:
    if below.dep_ == "ccomp" and _is_own_earlier_text(token):
        return reading.weaken(Certainty.UNKNOWN)
    if below.dep_ == "ccomp" and any(c.dep_ == "nsubj" and lemma(c) in TALES for c in token.children):
        return reading.weaken(Certainty.POSSIBLE)  # "the rumour was that", "a belief holds that"
    if word in SUGGESTING and below.dep_ == "ccomp" and not _has_source_subject(token):
        return reading.weaken(Certainty.POSSIBLE)
    if word in SEEMING and below.dep_ in ("xcomp", "oprd", "acomp"):
        return reading.weaken(Certainty.PROBABLE)
    if word in PREDICTING and below.dep_ in ("ccomp", "dobj"):
        return replace(reading, mode=Mode.PREDICTION)
    if word in BELIEVING and below.dep_ == "ccomp" and reading.mode is Mode.STATEMENT:
        return replace(reading, mode=Mode.OPINION)
    return reading


def _noun_content(reading: Reading, word: str, below: Token) -> Reading:
    if below.dep_ not in ("acl", "prep", "ccomp", "relcl"):
        return reading
    if word in PLAN_NOUNS and below.dep_ in ("acl", "prep", "relcl"):
        return reading.at(Phase.PLANNED)
    if word in TALK_NOUNS:
        if below.dep_ == "acl" and below.tag_ != "VB" and word in TALES:
            return reading.weaken(Certainty.POSSIBLE)  # "rumours that X was unhappy": what is told is no plan
        return reading.at(Phase.CONSIDERED).weaken(Certainty.POSSIBLE)
    if word in DENIAL_NOUNS:
        return reading.negate()
    if word in ("verge", "brink", "cusp", "edge"):
        return reading.at(Phase.CONSIDERED)
    return reading


def _is_own_earlier_text(verb: Token) -> bool:
    """As in "We wrote that ...", "the caption said that ...": what a correction quotes from the paper itself."""
    if lemma(verb) not in ("write", "say", "report", "state", "call", "describe", "give", "suggest"):
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    mine = lemma(verb) in ("write", "report") and verb.tag_ in ("VBD", "VBN")
    return any(
        (s.lower_ == "we" and verb.tag_ == "VBD")
        or (s.lower_ == "i" and mine)
        or lemma(s) in ("caption", "headline", "article", "version", "story")
        for s in subjects
    )


def _has_source_subject(verb: Token) -> bool:
    return any(
        child.dep_ == "nsubj" and lemma(child) in ("report", "source", "document", "filing", "people")
        for child in verb.children
    )
