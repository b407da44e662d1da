"""How far a situation had come and how sure the sentence is of it: phase, polarity, certainty and mode of a trigger.

The reading climbs from the trigger to the root of its sentence. Each word on the way may turn it: an auxiliary, a
negation, a verb or noun that takes the situation as its content ("agreed to", "denied", "talks about"). Climbing ends
where a clause presupposes what it says: a relative clause, an apposition, "after ...". There neither the modal nor
the speaker of the outer clause reaches.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.lexicon.turning_words import CONDITIONS
from app.extraction.modality.beside import by_auxiliaries, by_modifiers
from app.extraction.modality.climbing import Step, climb, is_apart, is_infinitive
from app.extraction.modality.governors import by_governor, called_untrue
from app.extraction.modality.hearsay import as_vouched, is_taken_back
from app.extraction.modality.reading import Reading
from app.extraction.modality.tense import event_phase, noun_phase, state_phase
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import governing_verb
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.sentences import Sentence
from app.model import Certainty, Mode, Phase, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


_CONTENT = (
    "ccomp",
    "xcomp",
    "pcomp",
    "acl",
    "csubj",
    "acomp",
    "advcl",
    "prep",
    "pobj",
    "conj",
    "dobj",
    "attr",
    "oprd",
    "nsubjpass",
    "dep",
    "relcl",  # only an infinitive gets this far
)


def read(candidate: Candidate) -> Reading:
    """The reading of a candidate's trigger in its sentence."""
    sentence = candidate.sentence
    reading = Reading(phase=candidate.phase)
    if candidate.negated:
        reading = reading.negate()
    if candidate.possible:
        reading = reading.weaken(Certainty.POSSIBLE)
    if sentence.asks and (sentence.is_heading or not candidate.presupposed):
        reading = replace(reading, mode=Mode.QUESTION)
    if candidate.presupposed:
        # What the paper takes back is taken back whole.
        reading = reading.weaken(Certainty.UNKNOWN) if is_taken_back(candidate) else reading
        return reading.at(Phase.ONGOING if candidate.kind is Kind.STATE else Phase.COMPLETED)
    trigger = _whole_verb(sentence.passage.doc[candidate.trigger])
    open_ = False
    for step in climb(trigger):
        turned = _turn(reading, step, trigger)
        # "It is not clear whether": that one knows it is denied, and nothing else.
        reading = replace(turned, polarity=reading.polarity) if open_ else turned
        open_ = open_ or _leaves_open(step.token)
    if _yet_to(sentence, trigger) or _never(sentence, trigger):
        reading = reading.negate()
    if candidate.kind is Kind.EVENT and _unrealised_gerund(trigger):
        reading = reading.weaken(Certainty.POSSIBLE)
    if is_infinitive(trigger) and is_apart(trigger):
        reading = reading.weaken(Certainty.POSSIBLE)  # what it hangs on is not known
    if _is_in_the_running(sentence, trigger):
        reading = replace(reading, phase=Phase.CONSIDERED).weaken(Certainty.POSSIBLE)
    reading = as_vouched(reading, candidate)
    if candidate.opposite:
        affirmed = reading.polarity is Polarity.NEGATED
        reading = replace(reading, polarity=Polarity.AFFIRMED) if affirmed else reading.negate()
    return _settle(reading, trigger, candidate.kind)


def _leaves_open(clause: Token) -> bool:
    """Whether a clause is an indirect question: "whether she stays", "asked if she stays"."""
    return any(
        child.dep_ == "mark" and (child.lower_ == "whether" or (child.lower_ == "if" and clause.dep_ == "ccomp"))
        for child in clause.children
    )


# After these a gerund has happened ("after buying X"); after others it may not have ("close to buying X").
_REALISING = words("after since before by following upon on in despite besides through without for with")


def _unrealised_gerund(trigger: Token) -> bool:
    preposition = trigger.head
    prior = preposition.lower_ == "to" and preposition.head.lower_ in ("prior", "previous", "subsequent", "addition")
    gerund = trigger.tag_ == "VBG" and trigger.dep_ == "pcomp"
    return gerund and preposition.lower_ not in _REALISING and not prior


def _turn(reading: Reading, step: Step, trigger: Token) -> Reading:
    token, below = step.token, step.below
    if below is not None and below.dep_ in ("nsubj", "nsubjpass"):
        # "tensions may have emerged": what is said of an indefinite subject is said of its being there.
        if called_untrue(token):
            doubted = any(child.dep_ == "neg" for child in token.children)
            return reading.weaken(Certainty.POSSIBLE) if doubted else reading.negate()
        return by_auxiliaries(reading, token, own=False) if is_verb(token) else reading
    if below is not None and below.dep_ not in _CONTENT:
        return reading
    if below is not None and below.dep_ == "conj":
        return _shared(reading, token, below, trigger)
    if is_verb(token) and token.pos_ != "NOUN":
        own = token == trigger or _is_copula(token, below, trigger)
        reading = by_auxiliaries(reading, token, own=own)
        if own and _is_scheduled(token):
            reading = reading.at(Phase.PLANNED)
    else:
        reading = by_modifiers(reading, token, own=token == trigger)
    reading = _clause(reading, token)
    return reading if below is None else by_governor(reading, token, below)


def _shared(reading: Reading, token: Token, below: Token, trigger: Token) -> Reading:
    """What a coordinated verb takes over from the one that it follows: "may buy A and sell B"."""
    own = {child.dep_ for child in below.children}
    if own & {"nsubj", "nsubjpass", "aux"} or below.tag_ != token.tag_ or below.tag_ not in ("VB", "VBN", "VBG"):
        return reading
    return by_auxiliaries(reading, token, own=below == trigger)


def _is_copula(verb: Token, below: Token | None, trigger: Token) -> bool:
    """Whether it is the verb of "will be chief executive", "is to become part of X": its tense is that of the noun."""
    return below is not None and below == trigger and below.dep_ in ("attr", "oprd") and lemma(verb) in ("be", "become")


def _whole_verb(trigger: Token) -> Token:
    """The trigger; of "will co-produce" the "co", which the parser may take for the verb."""
    if trigger.i < 2 or trigger.nbor(-1).text != "-":
        return trigger
    first = trigger.nbor(-2)
    helped = first.lower_ in ("co", "re") and any(c.dep_ == "aux" for c in first.children)
    return first if helped and is_verb(first) else trigger


def _is_scheduled(verb: Token) -> bool:
    """Whether it is the infinitive of "is to be"."""
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return to and verb.dep_ == "xcomp" and verb.head.lower_ in ("is", "are")


def _clause(reading: Reading, token: Token) -> Reading:
    """The conditions on a clause: its own "if", or an if-clause that hangs on it.

    "If Acme does not buy it" tells neither that it does nor that it does not.
    """
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in CONDITIONS | {"whether"}:
            reading = replace(reading, polarity=Polarity.AFFIRMED).weaken(Certainty.POSSIBLE)
        elif child.dep_ == "advcl" and any(t.dep_ == "mark" and t.lower_ in CONDITIONS for t in child.children):
            reading = reading.weaken(Certainty.POSSIBLE)
    return reading


def _yet_to(sentence: Sentence, trigger: Token) -> bool:
    start = max(sentence.start, trigger.i - 4)
    before = " ".join(token.lower_ for token in sentence.passage.doc[start : trigger.i])
    return "yet to" in before


_RUNNING = re.compile(
    r"\b(?:candidates?|contenders?|favou?rites?|front-?runners?|hopefuls?|bet|in line|"
    r"in the (?:running|frame|mix|race)|tipped|touted|fancied|rumou?red|hopes|hoping|hoped|aspires|vying|applied)"
    r"(?: by (?:\w+ ){1,3})?$"
)


def _is_in_the_running(sentence: Sentence, trigger: Token) -> bool:
    """Whether somebody may only come to do it: "is tipped to become", "a candidate to succeed", "hopes to become"."""
    verb = trigger.head if trigger.dep_ == "attr" else trigger
    if not is_infinitive(verb) or lemma(verb) not in ("become", "be", "succeed", "replace", "lead", "head", "run"):
        return False
    to = next(c.i for c in verb.lefts if c.lower_ == "to")
    return _RUNNING.search(sentence.passage.doc[sentence.start : to].text.lower()) is not None


def _never(sentence: Sentence, trigger: Token) -> bool:
    """As in 'had "never so far" held a stake': quoted, the parser loses what it belongs to."""
    verb = trigger if is_verb(trigger) and trigger.pos_ != "NOUN" else governing_verb(trigger)
    if verb is None:
        return False
    for token in reversed(sentence.passage.doc[max(sentence.start, verb.i - 5) : verb.i]):
        if token.lower_ == "never":
            return not is_verb(token.head)
        if is_verb(token) or token.text in (",", ";", ":"):
            return False
    return False


def _settle(reading: Reading, trigger: Token, kind: Kind) -> Reading:
    """The phase that tense gives where no word has set one."""
    if reading.phase:
        return reading
    if not is_verb(trigger) or trigger.pos_ == "NOUN":
        return reading.at(noun_phase(trigger) if kind is Kind.STATE else Phase.COMPLETED)
    return reading.at(state_phase(trigger) if kind is Kind.STATE else event_phase(trigger))
