"""The phase that tense gives a verb: "is buying" is planned, "has led" goes on, "led" is over.

A noun has the tense of the verb that it stands with: "was a supplier", "its clients included X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.lexicon.turning_words import IMPLICATIVE
from app.extraction.relations.reading.compelled import was_made_to
from app.extraction.relations.reading.frames import governing_verb
from app.extraction.relations.reading.lemmas import auxiliary, is_verb, lemma
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def auxiliaries(verb: Token) -> set[str]:
    """A verb's auxiliaries in lower case, those that it shares with the verb it is coordinated with included."""
    found = {auxiliary(child) for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not found and verb.dep_ == "conj" and is_verb(verb.head) and verb.tag_ == verb.head.tag_:
        return {auxiliary(child) for child in verb.head.children if child.dep_ in ("aux", "auxpass")}
    return found


_BE_PRESENT = words("is are am 's 're ’s ’re")


def event_phase(verb: Token) -> Phase:
    """The phase of something that happens once, by tense: "is buying" is planned, "buys" has happened."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBG" and (helpers & _BE_PRESENT or (helpers & _BE_PAST and _is_reported(verb))):
        return Phase.PLANNED
    if verb.tag_ == "VBN" and "being" in helpers and helpers & (_BE_PRESENT | _BE_PAST):
        return Phase.PLANNED
    if verb.dep_ == "pcomp" and lemma(verb.head.head) in ("process", "midst"):
        return Phase.PLANNED  # "is in the process of being bought"
    if verb.tag_ == "VB" and "to" in helpers and (_left_for_it(verb) or _paid_for_it(verb)):
        return Phase.COMPLETED
    if verb.tag_ == "VB" and "to" in helpers and was_made_to(verb):
        return Phase.COMPLETED
    if {"to", "have"} <= helpers:
        return Phase.COMPLETED  # "is believed to have left"
    if verb.tag_ == "VB" and "to" in helpers and not (verb.dep_ == "xcomp" and lemma(verb.head) in IMPLICATIVE):
        return Phase.PLANNED
    return Phase.COMPLETED


_BE_PAST = words("was were")


def _is_reported(verb: Token) -> bool:
    """Whether a clause is what somebody said, so that its past is the present of then: "it announced it was buying"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and lemma(verb.head) in _REPORTING


_REPORTING = words("say announce report reveal confirm state disclose tell write add note explain declare claim")
# What one has left an employer to do: "left X to found Y" says that Y was founded.
_NEXT_STEPS = words("start found cofound launch join rejoin return become create set establish form")


def _left_for_it(verb: Token) -> bool:
    head = verb.head
    if verb.dep_ not in ("advcl", "xcomp") or lemma(verb) not in _NEXT_STEPS:
        return False
    gone = lemma(head) in ("leave", "quit", "resign", "depart") and head.tag_ in ("VBD", "VBN")
    return gone and not auxiliaries(head) & words("may might could would will to") and head.lower_ != "to"


def _paid_for_it(verb: Token) -> bool:
    """As in "had paid an undisclosed sum to acquire X": who has paid for it has it."""
    head = verb.head
    if verb.dep_ == "acl" and lemma(head) in _SUMS:
        head = head.head
    if verb.dep_ not in ("advcl", "xcomp", "acl") or lemma(head) not in ("pay", "spend") or lemma(verb) not in _GOT:
        return False
    told = head.tag_ in ("VBD", "VBN") and not auxiliaries(head) & words("may might could would will to was were be")
    sums = (t for t in head.children if t.dep_ == "dobj")
    return told and any(lemma(t) in _SUMS or t.like_num or any(c.text in "$€£" for c in t.lefts) for t in sums)


_SUMS = words("sum amount price fee million billion dollar euro pound thousand")
_GOT = words("acquire buy purchase take secure")


def _borrowed_phase(verb: Token) -> Phase:
    """A participle has no tense of its own: "after leading X" is over, "while working at X" as its main verb has it."""
    head = verb.head
    if verb.dep_ == "acl" and lemma(verb) in _LASTING:
        return _told_of_a_noun(verb)
    if verb.dep_ == "pcomp" and head.lower_ in ("after", "since", "before", "following"):
        return Phase.ENDED if head.lower_ != "since" else Phase.ONGOING
    if any(c.dep_ == "mark" and c.lower_ in ("after", "while", "when", "before") for c in verb.children):
        return Phase.ENDED
    if verb.dep_ == "xcomp" and lemma(head) in ("start", "begin") and head.tag_ in ("VBD", "VBN"):
        return Phase.STARTED
    for _ in range(8):
        if is_verb(head) and head.tag_ != "VBG":
            return state_phase(head)
        if head.head == head:
            break
        head = head.head
    return Phase.ONGOING


def state_phase(verb: Token) -> Phase:
    """The phase of something that lasts, by tense: "has led" goes on, "led" is over."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBG" and not helpers:
        return _borrowed_phase(verb)
    if _is_told_as_past(verb, helpers) or helpers & words("had used having"):
        return Phase.ENDED
    if _is_said_to_be(verb, helpers):
        return Phase.ONGOING
    if helpers & words("has have 've ’ve") or helpers & _BE_PRESENT or any(c.lower_ == "already" for c in verb.lefts):
        return Phase.ONGOING
    if lemma(verb) == "become" and verb.tag_ in ("VBD", "VBN"):
        return Phase.STARTED
    if helpers & words("was were did"):
        return Phase.COMPLETED
    if verb.tag_ in ("VBD", "VBN") and not _is_attribute(verb):
        return Phase.COMPLETED
    return Phase.ONGOING


def _is_said_to_be(verb: Token, helpers: set[str]) -> bool:
    """As in "is said to be frustrated": what is said to be so is so now."""
    told = verb.dep_ == "xcomp" and lemma(verb.head) in _SAID and auxiliaries(verb.head) & _BE_PRESENT
    return bool(told) and {"to", "be"} <= helpers


_SAID = words("say report believe understand think know rumour rumor hear")
# "Originally based in X", "was once a part of X", "has previously worked for X".
_OVER = words("originally initially formerly previously")


def _is_told_as_past(verb: Token, helpers: set[str]) -> bool:
    adverbs = {child.lower_ for child in verb.children if child.dep_ in ("advmod", "amod", "mark")}
    if helpers & words("will would may might could can should") or helpers & _BE_PRESENT:
        return False
    return bool(adverbs & _OVER) or ("once" in adverbs and verb.tag_ in ("VBD", "VBN"))


def _told_of_a_noun(participle: Token) -> Phase:
    """The phase of what a firm is told by: "bought X, a maker based in Y" says where that is, not where it was then.

    "X was a maker based in Y" tells of a firm that is no more.
    """
    verb = participle.head.head
    past = participle.head.dep_ == "attr" and verb.lower_ in _BE_PAST and not _is_content(verb)
    return Phase.COMPLETED if past else Phase.ONGOING


def _is_attribute(verb: Token) -> bool:
    """Whether a participle only describes a noun: "a bank founded in 1986 and based in X", "Based in X, it ..."."""
    if verb.dep_ == "acl":
        return lemma(verb) not in _LASTING or _told_of_a_noun(verb) is Phase.ONGOING
    if _leads_in_to_now(verb):
        return True
    # "Based in Oakland, Ca, it ...": what follows is no auxiliary.
    alone = not auxiliaries(verb) or not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    return lemma(verb) in _SEATED and alone


def _leads_in_to_now(verb: Token) -> bool:
    """Whether a participle leads in what goes on: "Led by P, the firm has 3 sites", not "Run by P, it went under"."""
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        verb = verb.head
    main = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.i > main.i or auxiliaries(verb):
        return False
    bare = not any(c.dep_ in ("mark", "nsubj", "nsubjpass") or c.lower_ in ("until", "when") for c in verb.children)
    helpers = auxiliaries(main)
    return bare and (main.tag_ in ("VBZ", "VBP") or bool(helpers & (_BE_PRESENT | words("has have"))))


_SEATED = words("base headquarter locate situate")
# What a firm is told by: where it sits and what its field is.
_LASTING = _SEATED | words("specialise specialize focus concentrate")


def noun_phase(noun: Token) -> Phase:
    """The phase of something that lasts, told by a noun: by the tense of the verb that it is subject or object of."""
    verb = governing_verb(noun)
    if verb is None and noun.dep_ in ("nsubj", "attr") and lemma(noun.head) in ("be", "include", "comprise"):
        verb = noun.head
    if verb is None or verb.dep_ == "xcomp" or noun.dep_ in ("pobj", "nsubjpass") or _is_content(verb):
        return Phase.ONGOING
    phase = state_phase(verb)
    if lemma(verb) in ("be", "become") or phase is Phase.ENDED:
        return phase
    # What somebody bought or announced goes on; what somebody had, or was known to include, is told as past.
    return phase if lemma(verb) in _TELLING and phase is Phase.COMPLETED else Phase.ONGOING


def _is_content(verb: Token) -> bool:
    """Whether somebody said, denied or knew it then: "said that its clients included X", "denied there was a rift"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


_TELLING = words("include comprise have produce make publish develop")
