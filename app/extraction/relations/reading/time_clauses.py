"""Whose a time of a sentence is: that of what a candidate tells, of its announcement, or of something else.

Several times may seem to be one event's; `Home.rank` tells how closely each is bound to it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import governing_verb
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence, Slot
from app.extraction.values.dates import FoundTime
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# Not "report" and "tell": when an outlet wrote of a deal is not when it was announced.
ANNOUNCING = words("announce say disclose unveil reveal confirm declare state")
_SPEAKING = ANNOUNCING | words("report tell write")


class Rank(IntEnum):
    """How closely a time is bound to what is told: the lower, the closer."""

    BESIDE = 0
    DIRECT = 1
    BEYOND = 2
    INHERITED = 3
    NEAR = 4


class Home(NamedTuple):
    """What a time belongs to: the trigger, or its announcement; `through` as in "until his death in 1937".

    `agreed` tells that it is when something was agreed, offered or proposed.
    """

    rank: Rank
    announced: bool = False
    through: str = ""
    agreed: bool = False


def home_of(candidate: Candidate, slot: Slot) -> Home | None:
    """What a time dates, or None if it dates neither what the candidate tells nor its announcement."""
    doc = candidate.sentence.passage.doc
    trigger = doc[candidate.trigger]
    if _is_of_another_post(candidate, slot):
        return None
    speech = _speech_before(candidate.sentence, slot)
    if speech is not None and speech != trigger:
        # The parser often hangs the day of "said on Monday that it had named X" on the naming.
        told = lemma(speech) in ANNOUNCING and _announces(speech, trigger) and _is_news(candidate)
        return Home(Rank.DIRECT, announced=True) if told else None
    homes = {trigger.i} if _is_taken_for_granted(candidate) else _homes(trigger)
    token = _root_of(candidate.sentence, slot)
    through = _bound_by_words(candidate.sentence, slot, trigger.i)
    for _ in range(12):
        if token.i in homes:
            return _at_home(candidate, slot, doc[token.i], through)
        if is_verb(token) and slot.start < token.i < trigger.i and _coordinated(trigger, token):
            return Home(Rank.INHERITED) if _shares_time(candidate, trigger) else None
        if is_verb(token):
            if lemma(token) in ANNOUNCING and _announces(token, trigger):
                return Home(Rank.DIRECT, announced=True) if _is_news(candidate) else None
            if token.dep_ in ("acl", "advcl", "relcl") and lemma(token) == "effective":
                return Home(Rank.DIRECT)
            break
        if token.head == token or token.dep_ in ("nsubj", "nsubjpass", "poss", "appos"):
            break  # a time within the subject or an apposition is not the verb's
        if token.dep_ == "prep" and token.lower_ in ("for", "of") and token.head.dep_ == "dobj" and not _lasts(slot):
            break  # "audited the accounts for the year 2011"
        through = through or _bound_by(token, slot)
        token = token.head
    if candidate.presupposed or through in _APART or not _follows(candidate, slot):
        return None
    return Home(Rank.NEAR, through=through)


def _is_of_another_post(candidate: Candidate, slot: Slot) -> bool:
    """Whether a bracket stands behind another post: "was president of X and editor of Y (1990-95)"."""
    doc, post = candidate.sentence.passage.doc, candidate.object
    if candidate.relation not in ("heldRole", "memberOf") or not isinstance(post, FoundMention):
        return False
    if slot.start <= candidate.sentence.start or doc[slot.start - 1].text != "(":
        return False
    if post.passage != candidate.sentence.passage.index or not post.end < slot.start:
        return False
    between = doc[post.end : slot.start - 1]
    return any(t.lower_ in ("and", ",", ";") for t in between) and any(t.lower_ in ("of", "at", "for") for t in between)


def _root_of(sentence: Sentence, slot: Slot) -> Token:
    """The word of a time that the rest of the sentence hangs it on."""
    doc = sentence.passage.doc
    token = next((t for t in doc[slot.start : slot.end] if not slot.start <= t.head.i < slot.end), doc[slot.start])
    before = doc[slot.start - 1] if slot.start > sentence.start else None
    if before is not None and before.dep_ == "prep" and token.dep_ in ("nummod", "compound", "nmod"):
        # "In 2011 Acme bought": the year is taken for a part of the name after it.
        return before if token.head.i > slot.end else token
    return token


def _at_home(candidate: Candidate, slot: Slot, home: Token, through: str) -> Home | None:
    if _in_earlier_clause(home, slot) or through in _APART:
        return None
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    beside = isinstance(candidate.object, FoundMention) and _is_beside(candidate.object.end, slot)
    if is_verb(trigger) and lemma(trigger) in ANNOUNCING and not beside:
        # "In May A announced a partnership with B": the day of the news is all that is told.
        return Home(Rank.DIRECT, announced=True)
    beside = beside or _is_beside(home.i + 1, slot)
    rank = Rank.BESIDE if beside else Rank.BEYOND if _is_beyond(home, slot) else Rank.DIRECT
    return Home(rank, through=through, agreed=lemma(home) in _AGREEING and home.tag_ in ("VBD", "VBN"))


_AGREEING = words("agree sign enter propose offer receive accept make reach strike ink launch table submit")


def _is_beyond(home: Token, slot: Slot) -> bool:
    """Whether a relative clause stands before the time, which may be the clause's."""
    return any(token.tag_ in ("WDT", "WP", "WRB", "WP$") for token in home.doc[home.i + 1 : slot.start])


def _lasts(slot: Slot) -> bool:
    return isinstance(slot.filler, FoundTime) and slot.filler.duration is not None


# What happened after, before or because of something else has not the date of that.
_APART = words("after before following by despite from")


def _bound_by(token: Token, slot: Slot) -> str:
    """The preposition of what a time is told of within a clause: "until" of "until his death in 1937"."""
    if token.dep_ != "pobj" or slot.start <= token.i < slot.end:
        return ""
    word: str = token.head.lower_
    if word == "to" and token.head.head.lower_ == "prior":
        return "before"
    return word if word in _BOUNDS and token.lower_ not in _STRETCHES else ""


def _bound_by_words(sentence: Sentence, slot: Slot, trigger: int) -> str:
    """The same where the parser hangs the time elsewhere, and for "since its 1994 acquisition"."""
    doc = sentence.passage.doc
    if trigger == slot.end or slot.start == sentence.start:
        return ""
    begin = slot.start - 1 if doc[slot.start - 1].lower_ in ("in", "on", "of") else slot.start
    after = doc[slot.end] if slot.end < sentence.end else None
    named = begin == slot.start and after is not None and after.pos_ == "NOUN"
    for token in reversed(doc[max(sentence.start, begin - 6) : begin]):
        word: str = token.lower_
        if word in _BOUNDS and token.pos_ in ("ADP", "SCONJ", "VERB"):
            return word if named else ""
        if word in _STRETCHES or token.pos_ not in _PHRASE or token.i == trigger:
            return ""
        named = named or (begin < slot.start and token.pos_ == "NOUN")
    return ""


_BOUNDS = words("since until till after before following")
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"})
# "Since the beginning of 2010", "until the end of March" are no events.
_STRETCHES = words(
    "end start beginning middle close turn time period year month quarter spring summer autumn winter day"
)


def _in_earlier_clause(home: Token, slot: Slot) -> bool:
    """Whether a clause before the verb has the time: "After A bought B in May, C was merged" dates the purchase."""
    for child in home.lefts:
        if child.dep_ == "advcl" and child.i < slot.start < home.i:
            marks = {t.lower_ for t in child.children if t.dep_ in ("mark", "advmod")}
            if marks & _EARLIER and not any(t.text == "," for t in home.doc[child.i : slot.start]):
                return True
    return False


_EARLIER = words("after before since once until though although because")


def _is_beside(end: int, slot: Slot) -> bool:
    """Whether at most a preposition stands between the end of something and a time: "bought A in 2004, B in 2006"."""
    return 0 <= slot.start - end <= 1


def _is_news(candidate: Candidate) -> bool:
    """Whether what a candidate tells can have been announced: not what the sentence takes for granted as so."""
    return not (_is_taken_for_granted(candidate) and candidate.phase in (None, Phase.ONGOING))


def _is_taken_for_granted(candidate: Candidate) -> bool:
    """Whether it is an attribute of somebody of whom the sentence tells something else: "met X's chairman in May"."""
    return candidate.presupposed and candidate.kind is Kind.STATE


def _shares_time(candidate: Candidate, trigger: Token) -> bool:
    """Whether a coordinated verb has the time of the one before it: not if it lasts, or came later."""
    return candidate.kind is Kind.EVENT and not any(child.lower_ in _LATER for child in trigger.children)


_LATER = words("later subsequently eventually then soon afterwards finally ultimately")


def _speech_before(sentence: Sentence, slot: Slot) -> Token | None:
    """The verb of speaking directly before a time: "said on Monday", "announced Monday", "reported in June"."""
    doc = sentence.passage.doc
    for token in reversed(doc[max(sentence.start, slot.start - 3) : slot.start]):
        if is_verb(token):
            return token if lemma(token) in _SPEAKING else None
        if token.pos_ not in ("ADP", "ADV", "DET", "ADJ"):
            return None
    return None


def _coordinated(trigger: Token, verb: Token) -> bool:
    """Whether the trigger follows a verb in one coordination: "In 1998 he walked out and set up a company"."""
    token = trigger
    for _ in range(4):
        if token.dep_ not in ("conj", "xcomp"):
            return False
        token = token.head
        if token == verb:
            return True
    return False


def _homes(trigger: Token) -> set[int]:
    homes = {trigger.i}
    if not is_verb(trigger) or trigger.pos_ == "NOUN":
        governor = governing_verb(trigger)
        if governor is not None and lemma(governor) not in ANNOUNCING:
            homes.add(governor.i)
    if (
        trigger.dep_ in ("xcomp", "attr", "acomp", "oprd")
        and is_verb(trigger.head)
        and lemma(trigger.head) not in ANNOUNCING
    ):
        homes.add(trigger.head.i)
    if trigger.dep_ == "prep" and trigger.head.dep_ in ("ROOT", "relcl", "ccomp", "conj"):
        homes.add(trigger.head.i)
    return homes


def _announces(verb: Token, trigger: Token) -> bool:
    """Whether a verb of announcing has the trigger as content, or hangs on it: "investment announced in June"."""
    if verb.dep_ in ("acl", "relcl", "parataxis", "advcl") and (verb.head == trigger):
        return True
    if (verb.dep_ == "acl" or _was_told(verb)) and _near(verb.head, trigger):
        return True
    token = trigger
    for _ in range(12):
        if token == verb:
            return True
        aside = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _EARLIER for c in token.children)
        if aside or token.dep_ in ("relcl", "appos", "nsubj") or token.head == token:
            return verb.dep_ in ("parataxis", "ROOT") and token.head == verb and token.dep_ == "ccomp"
        token = token.head
    return False


def _was_told(verb: Token) -> bool:
    """As in "A bought B, a deal that was announced in June": not of a name, which would announce other things."""
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    return verb.dep_ == "relcl" and passive and verb.head.pos_ == "NOUN"


def _near(noun: Token, trigger: Token) -> bool:
    """Whether a noun is the trigger or in its phrase: in "investment in X announced in June", announced hangs on X."""
    token = noun
    for _ in range(4):
        if token == trigger:
            return True
        # What was bought and announced is a thing; what stands in apposition to it is the deal.
        beside = token.dep_ == "dobj" and token != noun
        if not (beside or token.dep_ in ("pobj", "prep", "compound", "appos")) or token.head == token:
            return False
        token = token.head
    return False


def _follows(candidate: Candidate, slot: Slot) -> bool:
    """Whether a time follows the trigger closely, with no verb, comma or bracket between."""
    doc = candidate.sentence.passage.doc
    gap = slot.start - candidate.trigger
    between = doc[candidate.trigger + 1 : slot.start]
    if candidate.relation == "left" and isinstance(slot.filler, FoundTime) and slot.filler.duration and 0 < gap <= 20:
        # "the departure of X, a key executive, after just two months"
        return preposition(candidate.sentence, slot) == "after" and not any(is_verb(t) for t in between)
    if not 0 < gap <= 7:
        return False
    return not any(is_verb(t) or t.text in (",", ";", "(", ":", "-", "and") for t in between)


_PREPOSITIONS = words(
    "in on since until till through by from to for after before during effective within starting over between"
)
_SKIPPED = words(
    "just only about nearly almost some more than over the early late mid around roughly approximately "
    "last this next end of beginning start year at least"
)


def preposition(sentence: Sentence, slot: Slot) -> str:
    """The preposition before a time: "since", "until", "after"; empty if there is none."""
    doc = sentence.passage.doc
    for token in reversed(doc[max(sentence.start, slot.start - 6) : slot.start]):
        word: str = token.lower_
        if word in _PREPOSITIONS:
            return word
        if word not in _SKIPPED:
            return ""
    return ""
