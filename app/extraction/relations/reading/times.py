"""Which times of a sentence belong to a candidate, and as what: its date, start, end, announcement or duration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import governing_verb
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Slot
from app.extraction.relations.reading.time_clauses import Home, Rank, home_of, preposition
from app.extraction.values.dates import FoundTime, parse_edtf_bounds
from app.extraction.values.durations import NO_LIMIT_DAYS
from app.model import Phase, Span, Times, TimeValue

_LASTING = words(
    "heldRole memberOf left partnerOf supplies ownsStakeIn joined succeeded unitOf headquarteredIn formerName"
)
# Verbs whose past tense tells of a state that was, and not of its end.
_STATES = words(
    "be serve act work sit hold run lead head oversee manage direct chair command own have belong employ control teach"
)
# What may hold from one day to another; of what happens once such a stretch is only when it happened.
_HELD = _LASTING - {"left", "joined", "succeeded", "formerName"}


def times_of(candidate: Candidate, phase: Phase) -> Times:
    """The times that a candidate's clause gives it."""
    if not candidate.timed:
        return Times()
    found: dict[str, list[tuple[Rank, Slot]]] = {}
    for slot in candidate.sentence.slots:
        if isinstance(slot.filler, FoundTime):
            home = home_of(candidate, slot)
            role = _role(candidate, phase, slot, home) if home is not None else None
            if home is not None and role:
                found.setdefault(role, []).append((home.rank, slot))
    chosen = {role: slot for role, slots in found.items() for slot in [_best(candidate, slots)] if slot is not None}
    if not _is_consistent(chosen):
        first = min(_OF_ITSELF & chosen.keys(), key=lambda role: _distance(candidate, chosen[role]))
        chosen = {role: slot for role, slot in chosen.items() if role == first or role not in _OF_ITSELF}
    return _times({role: s.filler for role, s in chosen.items() if isinstance(s.filler, FoundTime)})


_OF_ITSELF = frozenset({"date", "start", "end"})


def _is_consistent(chosen: Mapping[str, Slot]) -> bool:
    """Whether times can be of one thing: not "chairman until 1990 and a consultant from 1990 to 1996"."""
    values = {r: s.filler.value for r, s in chosen.items() if r in _OF_ITSELF and isinstance(s.filler, FoundTime)}
    if len(values) > 1 and any(value is not None and "/" in value.edtf for value in values.values()):
        return False
    start, date, end = (
        (v.earliest, v.latest) if v else (None, None) for v in map(values.get, ("start", "date", "end"))
    )
    first, last = start[0] or date[0], end[1] or date[1]
    late = date[1] is not None and first is not None and date[1] < first
    return not (late or (first and last and last < first) or (date[0] and end[1] and date[0] > end[1]))


def _distance(candidate: Candidate, slot: Slot) -> tuple[bool, int]:
    """How far a time is from the other side of what is told; what stands before it is farther."""
    end = candidate.object.end if isinstance(candidate.object, FoundMention) else candidate.trigger + 1
    return slot.start < end, abs(slot.start - end)


def _best(candidate: Candidate, slots: list[tuple[Rank, Slot]]) -> Slot | None:
    """The time that is bound most closely; of several in one role, none, unless one is told of this very object."""
    closest = min(rank for rank, _ in slots)
    times = [slot for rank, slot in slots if rank is closest]
    if not _agree(times):
        times.sort(key=lambda slot: _distance(candidate, slot))
        return times[0] if not any(_distance(candidate, slot)[0] for slot in times) else None
    return max(times, key=lambda slot: len(_edtf(slot)))


def _edtf(slot: Slot) -> str:
    return slot.filler.value.edtf if isinstance(slot.filler, FoundTime) and slot.filler.value else ""


def _agree(slots: list[Slot]) -> bool:
    """Whether times differ in no more than how exact they are: "In 2010 ... in May 2010"."""
    first = _edtf(slots[0])
    return all(_edtf(slot).startswith(first) or first.startswith(_edtf(slot)) for slot in slots)


_PREPOSITION_ROLES = {
    "since": "start",
    "until": "end",
    "till": "end",
    "through": "end",
    "effective": "start",
    "starting": "start",
}
# A day from which somebody has left: "resigned effective 1 June".
_FROM_THEN = frozenset({"effective", "starting"})


def _role(candidate: Candidate, phase: Phase, slot: Slot, home: Home) -> str | None:
    time, before = slot.filler, home.through or preposition(candidate.sentence, slot)
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
    if home.announced:
        return "announced"
    if home.agreed and phase in (Phase.PLANNED, Phase.CONSIDERED):
        return None  # "in 2018 it agreed to be bought": when it will be is not told
    if before in _PREPOSITION_ROLES:
        role = "end" if _is_of_going(candidate, phase, before) else _PREPOSITION_ROLES[before]
        if candidate.kind is Kind.EVENT and role == "start" and candidate.relation not in _LASTING - {"joined", "left"}:
            # "Has raised 20 million since 2010" dates no round.
            return None if before == "since" else "date"
        # What happens once has no end.
        return None if role == "end" and candidate.kind is Kind.EVENT and candidate.relation not in _HELD else role
    # "Was created for the 1996 Games"
    aims = before == "for" and candidate.relation in ("foundingDate", "founded")
    if aims or before in ("before", "after", "by", "within"):
        return None
    if candidate.relation in _HELD and time.value is not None and "/" in time.value.edtf:
        return "start"
    if phase is Phase.ENDED and candidate.relation in _LASTING:
        return _of_past(candidate, time, before)
    return _by_phase(candidate, phase, before)


def _by_phase(candidate: Candidate, phase: Phase, before: str) -> str:
    """What a time is whose words do not tell: what is begun has a start, and what is given up has an end."""
    if _is_of_going(candidate, phase, before):
        return "end"
    if candidate.kind is Kind.STATE or candidate.relation == "heldRole" or _has_begun(candidate, phase):
        return {Phase.STARTED: "start", Phase.ENDED: "end", Phase.PLANNED: "start"}.get(
            phase, "start" if before == "from" else "date"
        )
    return "date"


def _is_of_going(candidate: Candidate, phase: Phase, before: str) -> bool:
    """Whether a time is when a post is given up: "will resign in May", "resigned effective 1 June"."""
    return candidate.rule == "left role" and before != "since" and (phase is Phase.ONGOING or before in _FROM_THEN)


def _has_begun(candidate: Candidate, phase: Phase) -> bool:
    return candidate.relation == "supplies" and phase is Phase.STARTED


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


def _times(found: Mapping[str, FoundTime]) -> Times:
    values: dict[str, Any] = {}
    for role, time in found.items():
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
