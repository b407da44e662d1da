"""Which times of a sentence belong to a candidate, and as what: its date, start, end, announcement or duration."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.extraction.relations.candidates import Candidate, Kind
from app.extraction.relations.frames import governing_verb, is_verb, lemma
from app.extraction.relations.rules import words
from app.extraction.relations.sentences import Sentence, Slot
from app.extraction.values.dates import FoundTime, parse_edtf_bounds
from app.extraction.values.durations import NO_LIMIT_DAYS
from app.model import Phase, Span, Times, TimeValue

if TYPE_CHECKING:
    from spacy.tokens import Token

# Not "report" and "tell": when an outlet wrote of a deal is not when it was announced.
ANNOUNCING = words("announce say disclose unveil reveal confirm declare state")
_SPEAKING = ANNOUNCING | words("report tell write")
_SKIPPED = words(
    "just only about nearly almost some more than over the early late mid around roughly approximately "
    "last this next end of beginning start year at least"
)
_LASTING = words(
    "heldRole memberOf left partnerOf supplies ownsStakeIn joined succeeded unitOf headquarteredIn formerName"
)
# Verbs whose past tense tells of a state that was, and not of its end.
_STATES = words("be serve act work sit hold run lead head oversee manage direct chair command")


@dataclass
class _Found:
    roles: dict[str, FoundTime] = field(default_factory=dict)

    def put(self, role: str, time: FoundTime) -> None:
        self.roles.setdefault(role, time)


def times_of(candidate: Candidate, phase: Phase) -> Times:
    """The times that a candidate's clause gives it."""
    if not candidate.timed:
        return Times()
    found = _Found()
    for slot in candidate.sentence.slots:
        if isinstance(slot.filler, FoundTime):
            governor = _governor(candidate, slot)
            if governor is not None:
                role = _role(candidate, phase, slot, announced=governor == "announced")
                if role:
                    found.put(role, slot.filler)
    return _times(found)


def _governor(candidate: Candidate, slot: Slot) -> str | None:
    """Whether a time belongs to the trigger ("own"), to its announcement ("announced"), or to neither."""
    doc = candidate.sentence.passage.doc
    trigger = doc[candidate.trigger]
    speech = _speech_before(candidate.sentence, slot)
    if speech is not None and speech != trigger:
        # The parser often hangs the day of "said on Monday that it had named X" on the naming.
        return "announced" if lemma(speech) in ANNOUNCING and _announces(speech, trigger) else None
    homes = _homes(trigger)
    token = next((t for t in doc[slot.start : slot.end] if not slot.start <= t.head.i < slot.end), doc[slot.start])
    for _ in range(12):
        if token.i in homes:
            return "own"
        if is_verb(token) and slot.start < token.i < trigger.i and _coordinated(trigger, token):
            return "own"
        if is_verb(token):
            if lemma(token) in ANNOUNCING and _announces(token, trigger):
                return "announced"
            if token.dep_ in ("acl", "advcl", "relcl") and lemma(token) == "effective":
                return "own"
            return "own" if not candidate.presupposed and _follows(candidate, slot) else None
        if token.head == token or token.dep_ in ("nsubj", "nsubjpass", "poss", "appos"):
            break  # a time within the subject or an apposition is not the verb's
        token = token.head
    return "own" if not candidate.presupposed and _follows(candidate, slot) else None


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
        if token.dep_ in ("relcl", "appos", "nsubj") or token.head == token:
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


def preposition(sentence: Sentence, slot: Slot) -> str:
    """The preposition before a time: "since", "until", "after"; empty if there is none."""
    doc = sentence.passage.doc
    for token in reversed(doc[max(sentence.start, slot.start - 6) : slot.start]):
        word = token.lower_
        if word in (
            "in",
            "on",
            "since",
            "until",
            "till",
            "through",
            "by",
            "from",
            "to",
            "for",
            "after",
            "before",
            "during",
            "effective",
            "within",
            "starting",
            "over",
            "between",
        ):
            return word
        if word not in _SKIPPED:
            return ""
    return ""


_PREPOSITION_ROLES = {
    "since": "start",
    "until": "end",
    "till": "end",
    "through": "end",
    "effective": "start",
    "starting": "start",
}


def _role(candidate: Candidate, phase: Phase, slot: Slot, *, announced: bool) -> str | None:
    time, before = slot.filler, preposition(candidate.sentence, slot)
    if not isinstance(time, FoundTime):
        return None
    if time.duration is not None:
        if candidate.relation not in _LASTING or before not in ("for", "after", "over", ""):
            return None
        return (
            None
            if before in ("after", "") and candidate.relation not in ("left", "heldRole", "memberOf")
            else "duration"
        )
    if announced:
        return "announced"
    if before in _PREPOSITION_ROLES:
        role = _PREPOSITION_ROLES[before]
        if candidate.kind is Kind.EVENT and role == "start" and candidate.relation not in _LASTING - {"joined", "left"}:
            return "date"
        return role
    if before in ("before", "after", "by", "within"):
        return None
    if phase is Phase.ENDED and candidate.relation in _LASTING:
        return _of_past(candidate, time, before)
    if candidate.kind is Kind.STATE or candidate.relation == "heldRole":
        return {Phase.STARTED: "start", Phase.ENDED: "end", Phase.PLANNED: "start"}.get(
            phase, "start" if before == "from" else "date"
        )
    return "date"


def _of_past(candidate: Candidate, time: FoundTime, before: str) -> str:
    """What a time beside something past dates: its end, if the words tell of the end.

    "Was chief in 2019" gives a time at which it held, and "was chief from 2019" its start.
    """
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    verb = trigger if is_verb(trigger) and trigger.pos_ != "NOUN" else governing_verb(trigger)
    if verb is None or lemma(verb) not in _STATES or time.value is None or "/" in time.value.edtf:
        return "end"
    return "start" if before == "from" else "date"


def _two_ends(value: TimeValue) -> dict[str, TimeValue]:
    """The ends of "from 2010 to 2015", each as its own time at the same words."""
    ends: dict[str, TimeValue] = {}
    for role, edtf in zip(("start", "end"), value.edtf.split("/"), strict=False):
        if edtf.strip(".") and not edtf.startswith("["):
            earliest, latest = parse_edtf_bounds(edtf)
            ends[role] = value.model_copy(update={"edtf": edtf, "earliest": earliest, "latest": latest})
    return ends


def _times(found: _Found) -> Times:
    values: dict[str, Any] = {}
    for role, time in found.roles.items():
        if role == "duration" and time.duration is not None:
            values["duration"] = time.duration.iso
            values["duration_span"] = Span(start=time.start, end=time.end, text=time.text)
            most = time.duration.max_days
            values["duration_days"] = (time.duration.min_days, most if most < NO_LIMIT_DAYS else None)
        elif time.value is not None:
            values[role] = time.value
            if role in ("start", "end") and "/" in time.value.edtf:
                values.update(_two_ends(time.value))
    return Times(**values)
