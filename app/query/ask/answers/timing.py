"""Answers "when" and "how long" from the facts that were found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.model import AnswerStatus, Fact, FactTime
from app.query.ask.answers.sentences import Speaker
from app.query.ask.answers.sides import Sides
from app.query.ask.answers.times import (
    OF_ANNOUNCEMENT,
    WhenPhrase,
    how_long_phrase,
    is_stated,
    until_words,
    when_phrase,
)
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.plan import Atom

SidesOf = Callable[[Fact], Sides | None]
"""Tells what the articles give for the time of a fact, if they do not agree on it."""
NO_DATE = "No calendar date is stated."
ONLY_ANNOUNCED = "The date of the event itself is not stated."
_POINTS = {"announced": "announced", "ended": "end", "started": "start"}
_PLANS = {"announced": "announced", "end": "ending", "start": "starting"}
_VERBS = {"announced": "announced", "end": "ended", "start": "started"}


@dataclass(frozen=True)
class TimeAnswer:
    """A sentence with times, and whose times they are. `phrase` is the time alone, if there is just one.

    `disputed` has the times that sources differ about, by the id of the fact.
    """

    status: AnswerStatus
    sentence: str
    subjects: tuple[tuple[str, Fact], ...] = ()
    caveats: tuple[str, ...] = ()
    phrase: str | None = None
    disputed: Mapping[str, tuple[FactTime, ...]] = field(default_factory=dict)


def when(found: Found, speaker: Speaker, lexicon: Lexicon, sides: SidesOf) -> TimeAnswer:
    """When it was: a date, all dates that are given where they differ, a duration that stands for one, or none."""
    atom = found.plan.atoms[0]
    said = [(fact, _disputed(fact, atom, sides) or _when_of(fact, atom, lexicon)) for fact in _facts(found)]
    known = [(fact, phrase) for fact, phrase in said if phrase.text is not None]
    told = [(fact, phrase) for fact, phrase in known if phrase.told]
    kept = told or known
    if not kept:
        sentences = ". ".join(speaker.sentence(fact, atom.relation.name) for fact in _facts(found))
        return TimeAnswer(AnswerStatus.NOT_STATED, f"{sentences}. When is not stated.")
    texts = [
        _sentence(speaker.sentence(fact, atom.relation.name), phrase, atom, planned=_is_planned(fact, atom))
        for fact, phrase in kept
    ]
    sentence = ". ".join(dict.fromkeys(texts)) + "."
    undated = not all(phrase.dated for _, phrase in kept)
    caveats = tuple(caveat for _, phrase in kept for caveat in phrase.caveats)
    # Whoever asks when it was is not answered by when it was made known.
    beside = atom.aspect != "announced" and all((p.text or "").startswith("announced") for _, p in kept)
    if undated:
        lacking = ONLY_ANNOUNCED if beside else NO_DATE
        sentence, caveats = f"{sentence} {lacking}", (lacking, *caveats)
    partial = undated and (found.plan.strict or beside)
    status = AnswerStatus.PARTIAL if partial else AnswerStatus.ANSWERED
    if not told:  # only the day of publication bounds it
        status = AnswerStatus.NOT_STATED
    one = kept[0][1].text if len(kept) == 1 else None
    disputed = {fact.id: phrase.disputed for fact, phrase in kept}
    return TimeAnswer(status, sentence, _subjects([fact for fact, _ in kept], atom), caveats, one, disputed)


def _facts(found: Found) -> list[Fact]:
    return list({row.facts[0].id: row.facts[0] for row in found.rows}.values())


def _when_of(fact: Fact, atom: Atom, lexicon: Lexicon) -> WhenPhrase:
    slot = lexicon.date_slots.get(fact.relation, "")
    if fact.slots.get(slot, ()) or (slot == "until" and until_words(fact)):
        return WhenPhrase("", dated=True)  # the sentence itself ends in the date
    point = _POINTS.get(atom.aspect)
    if point is None and (span := how_long_phrase(fact)) and fact.time.start.because:
        return WhenPhrase(span, dated=True)
    return when_phrase(fact, point or _likeliest_point(fact))


def _disputed(fact: Fact, atom: Atom, sides: SidesOf) -> WhenPhrase | None:
    """The times that sources give who do not agree on one; None where they do, or give none."""
    point = _POINTS.get(atom.aspect)
    differing = sides(fact)
    if differing is None:
        return None
    for each in (point,) if point else ("date", "start"):
        if words := differing.phrase(each):
            return WhenPhrase(words, dated=True, disputed=differing.told(each))
    if point is None and (words := differing.phrase("announced")):
        known = differing.told("announced")
        return WhenPhrase(f"announced {words}", dated=False, caveats=(OF_ANNOUNCEMENT,), disputed=known)
    return None


def _is_planned(fact: Fact, atom: Atom) -> bool:
    return not fact.realised or (atom.aspect == "ended" and not fact.time.ended)


def _likeliest_point(fact: Fact) -> str:
    has_date = fact.time.date.latest or fact.time.date_edtf or fact.type == "Event"
    known_start = fact.time.start.earliest or fact.time.start.latest
    return "start" if known_start and not has_date else "date"


def _sentence(said: str, phrase: WhenPhrase, atom: Atom, *, planned: bool) -> str:
    """The fact with its time; what the relation's own verb does not speak of is named ("announced in June")."""
    text = phrase.text or ""
    if not text:
        return said
    point = _POINTS.get(atom.aspect)
    if point and atom.relation.aspect != atom.aspect:
        return f"{said}, {_PLANS[point] if planned else _VERBS[point]} {text}"
    separate = text.startswith(("announced", "from", "since", "for"))
    return f"{said}, {text}" if separate else f"{said} {text}".strip()


def how_long(found: Found, speaker: Speaker, _lexicon: Lexicon, _sides: SidesOf) -> TimeAnswer:
    """How long it lasted: as stated, or from its stated start and end."""
    atom = found.plan.atoms[0]
    known = [(fact, span) for fact in _facts(found) if (span := how_long_phrase(fact))]
    if not known:
        sentences = ". ".join(speaker.sentence(fact, atom.relation.name) for fact in _facts(found))
        return TimeAnswer(AnswerStatus.NOT_STATED, f"{sentences}. How long is not stated.")
    texts = [f"{speaker.sentence(fact, atom.relation.name)}, {span}" for fact, span in known]
    if all(fact.time.ended and _is_open(fact) for fact, _ in known):
        return TimeAnswer(AnswerStatus.NOT_STATED, f"{'. '.join(dict.fromkeys(texts))}. How long is not stated.")
    one = known[0][1] if len(known) == 1 else None
    facts = [fact for fact, _ in known]
    return TimeAnswer(AnswerStatus.ANSWERED, ". ".join(dict.fromkeys(texts)) + ".", _subjects(facts, atom), (), one)


def _is_open(fact: Fact) -> bool:
    """Whether neither a length nor the day is stated until which something lasted."""
    return not fact.time.duration and not is_stated(fact.time.end, "end")


def _subjects(facts: Sequence[Fact], atom: Atom) -> tuple[tuple[str, Fact], ...]:
    return tuple((next(iter(fact.slots.get(atom.relation.subject_slot, ())), ""), fact) for fact in facts)
