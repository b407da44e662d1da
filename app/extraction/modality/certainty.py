"""How far a situation had come and how sure the sentence is of it: phase, polarity, certainty and mode of a trigger.

The reading climbs from the trigger to the root of its sentence. Each word on the way may turn it: an auxiliary, a
negation, a verb or noun that takes the situation as its content ("agreed to", "denied", "talks about"). Climbing ends
where a clause presupposes what it says: a relative clause, an apposition, "after ...". There neither the modal nor
the speaker of the outer clause reaches.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.turning_words import (
    BELIEVING,
    CONDITIONS,
    CONSIDERING,
    DENIAL_NOUNS,
    DENYING,
    DENYING_PHRASES,
    DISCLOSING,
    DOUBTING,
    ENDED_ADJECTIVES,
    ENDING,
    EXPECTING,
    FAILED_ADJECTIVES,
    HEDGING_ADVERBS,
    IDLE_NOUNS,
    LIKELY_ADVERBS,
    NEGATIONS,
    NEGATIVE_PRONOUNS,
    PLAN_NOUNS,
    PLANNED_ADJECTIVES,
    PLANNING,
    POSSIBLE_ADJECTIVES,
    POSSIBLE_MODALS,
    PREDICTING,
    SEEMING,
    SUGGESTING,
    TALES,
    TALK_NOUNS,
    WANTING,
    words,
)
from app.extraction.modality.climbing import Step, climb, is_apart, is_infinitive
from app.extraction.modality.tense import event_phase, noun_phase, state_phase
from app.extraction.relations.candidates import Candidate, Kind
from app.extraction.relations.frames import is_verb, lemma
from app.extraction.relations.sentences import Sentence
from app.model import Certainty, Mode, Phase, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Reading:
    """How a trigger is meant."""

    phase: Phase | None = None
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    mode: Mode = Mode.STATEMENT

    def negate(self) -> Reading:
        """The opposite; denying a negation is left negated, since it affirms nothing by itself."""
        return replace(self, polarity=Polarity.NEGATED)

    def weaken(self, certainty: Certainty) -> Reading:
        """At most that certain."""
        return self if _RANK[self.certainty] >= _RANK[certainty] else replace(self, certainty=certainty)

    def at(self, phase: Phase) -> Reading:
        """In that phase, unless a word nearer to the trigger has set one."""
        return self if self.phase else replace(self, phase=phase)


_RANK = {Certainty.CERTAIN: 0, Certainty.PROBABLE: 1, Certainty.POSSIBLE: 2, Certainty.UNKNOWN: 3}


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
        return reading.at(Phase.ONGOING if candidate.kind is Kind.STATE else Phase.COMPLETED)
    trigger = sentence.passage.doc[candidate.trigger]
    for step in climb(trigger):
        reading = _turn(reading, step, trigger)
    if _yet_to(sentence, trigger):
        reading = reading.negate()
    if candidate.kind is Kind.EVENT and _unrealised_gerund(trigger):
        reading = reading.weaken(Certainty.POSSIBLE)
    if is_infinitive(trigger) and is_apart(trigger):
        reading = reading.weaken(Certainty.POSSIBLE)  # what it hangs on is not known
    if candidate.opposite:
        affirmed = reading.polarity is Polarity.NEGATED
        reading = replace(reading, polarity=Polarity.AFFIRMED) if affirmed else reading.negate()
    return _settle(reading, trigger, candidate.kind)


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
        return _auxiliaries(reading, token, own=False) if is_verb(token) else reading
    if below is not None and below.dep_ not in _CONTENT:
        return reading
    if below is not None and below.dep_ == "conj":
        return _shared(reading, token, below)
    if is_verb(token) and token.pos_ != "NOUN":
        reading = _auxiliaries(reading, token, own=token == trigger)
    else:
        reading = _modifiers(reading, token, own=token == trigger)
    reading = _clause(reading, token)
    return reading if below is None else _content(reading, token, below)


def _shared(reading: Reading, token: Token, below: Token) -> Reading:
    """What a coordinated verb takes over from the one that it follows: "may buy A and sell B"."""
    own = {child.dep_ for child in below.children}
    if own & {"nsubj", "nsubjpass", "aux"} or below.tag_ != token.tag_ or below.tag_ not in ("VB", "VBN", "VBG"):
        return reading
    return _auxiliaries(reading, token, own=False)


def _auxiliaries(reading: Reading, verb: Token, own: bool) -> Reading:
    for child in verb.children:
        word = child.lower_
        if (child.dep_ == "aux" and word in POSSIBLE_MODALS) or (
            child.dep_ == "aux" and word in ("can", "should", "ca")
        ):
            reading = reading.weaken(Certainty.POSSIBLE)
        elif child.dep_ == "aux" and word == "would":
            reading = reading if _reported(verb) else reading.weaken(Certainty.POSSIBLE)
            reading = reading.at(Phase.PLANNED) if own or _reported(verb) else reading
        elif child.dep_ == "aux" and word in ("will", "'ll", "’ll", "wo", "shall") and own:
            reading = reading.at(Phase.PLANNED)
        elif child.dep_ == "neg" or (word in NEGATIONS and child.dep_ in ("advmod", "preconj", "det")):
            # "could not be ruled out": what is not denied is possible, no more.
            if not own and _denies(verb):
                reading = reading.weaken(Certainty.POSSIBLE)
            elif not own and lemma(verb) in DISCLOSING:
                reading = reading.weaken(Certainty.UNKNOWN)  # "did not say that" says neither
            else:
                reading = _negated_by(reading, child)
        elif child.dep_ in ("advmod", "npadvmod"):
            reading = _adverb(reading, child)
        elif child.dep_ == "nsubj" and _is_nobody(child) and not own and lemma(verb) in DISCLOSING:
            reading = reading.weaken(Certainty.UNKNOWN)
        elif (child.dep_ in ("nsubj", "nsubjpass") and _is_nobody(child)) or (
            child.dep_ == "dobj" and lemma(child) not in IDLE_NOUNS and _has_no(child)
        ):
            reading = reading.negate()
        elif child.dep_ == "prep" and any(t.lower_ == "neither" for t in child.children):
            reading = reading.negate()  # "hires neither from X nor from Y"
    return reading


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


def _modifiers(reading: Reading, noun: Token, own: bool) -> Reading:
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


def _clause(reading: Reading, token: Token) -> Reading:
    """The conditions on a clause: its own "if", or an if-clause that hangs on it."""
    for child in token.children:
        if (child.dep_ == "mark" and child.lower_ in CONDITIONS | {"whether"}) or (
            child.dep_ == "advcl" and any(t.dep_ == "mark" and t.lower_ in CONDITIONS for t in child.children)
        ):
            reading = reading.weaken(Certainty.POSSIBLE)
    return reading


def _content(reading: Reading, token: Token, below: Token) -> Reading:
    """What a governor does to its content."""
    word = lemma(token)
    if below.dep_ == "advcl":
        return reading
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_content(reading, word, below)
    if _ends(token, below):
        return _ended_by(reading, token)
    if _denies(token) and lemma(below) in DISCLOSING and is_verb(below):
        return reading.weaken(Certainty.UNKNOWN)  # "declined to say whether": no denial
    if word in ("close", "near", "closer") and below.dep_ in ("prep", "pobj", "dobj"):
        # "close to an agreement to combine": what the agreement would plan, nobody plans yet.
        return replace(reading, phase=Phase.CONSIDERED).weaken(Certainty.POSSIBLE)
    if _denies(token):
        denied = below.dep_ not in ("prep", "conj") and not any(child.dep_ == "neg" for child in token.children)
        return reading.negate() if denied else reading
    return _intention(reading, token, word, below)


def _intention(reading: Reading, token: Token, word: str, below: Token) -> Reading:
    """What a verb of planning, wanting, expecting, considering or doubting does to its content."""
    infinitive = below.dep_ in ("xcomp", "acl", "ccomp") and any(child.lower_ == "to" for child in below.lefts)
    if word in PLANNING and (infinitive or below.dep_ == "prep"):
        return reading.at(Phase.PLANNED)
    if word in WANTING and (infinitive or below.dep_ == "dobj"):
        return reading.at(Phase.CONSIDERED)
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


def _denies(verb: Token) -> bool:
    word = lemma(verb)
    return word in DENYING or (word in DENYING_PHRASES and any(child.lower_ == "out" for child in verb.children))


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
    return any(
        (s.lower_ == "we" and verb.tag_ == "VBD") or lemma(s) in ("caption", "headline", "article", "version", "story")
        for s in subjects
    )


def _has_source_subject(verb: Token) -> bool:
    return any(
        child.dep_ == "nsubj" and lemma(child) in ("report", "source", "document", "filing", "people")
        for child in verb.children
    )


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


def _yet_to(sentence: Sentence, trigger: Token) -> bool:
    start = max(sentence.start, trigger.i - 4)
    before = " ".join(token.lower_ for token in sentence.passage.doc[start : trigger.i])
    return "yet to" in before


def _settle(reading: Reading, trigger: Token, kind: Kind) -> Reading:
    """The phase that tense gives where no word has set one."""
    if reading.phase:
        return reading
    if not is_verb(trigger) or trigger.pos_ == "NOUN":
        return reading.at(noun_phase(trigger) if kind is Kind.STATE else Phase.COMPLETED)
    return reading.at(state_phase(trigger) if kind is Kind.STATE else event_phase(trigger))
