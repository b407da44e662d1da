"""Says when a situation held, in words and as JSON, and never more precisely than the articles do."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.model import TIME_POINTS, Bounds, Fact, FactTime
from app.query.ask.lexical.values import Period

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
OF_ANNOUNCEMENT = "The date is that of the announcement."
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_SINCE = (("start", "since"), ("end", "until"))


@dataclass(frozen=True)
class WhenPhrase:
    """An answer to "when": the words, whether a calendar date is stated, and what to warn of.

    `told` is False where the articles say nothing of the time, so that only their own dates bound it; `disputed` has
    the times that they differ about.
    """

    text: str | None
    dated: bool
    caveats: tuple[str, ...] = ()
    told: bool = True
    disputed: tuple[FactTime, ...] = ()


def item_time(time: FactTime) -> Mapping[str, Any]:
    """All that is known about a time, as the answer's JSON has it; what is not known is left out."""
    found: dict[str, Any] = {}
    edtf = {"date": time.date_edtf, "announced": time.announced_edtf}
    for point in TIME_POINTS:
        bounds: Bounds = getattr(time, point)
        known = {"earliest": bounds.earliest, "latest": bounds.latest, "edtf": edtf.get(point)}
        if kept := {name: value for name, value in known.items() if value}:
            found[point] = kept
    if time.duration:
        found["duration"] = time.duration
        if time.duration_min_days is not None and time.duration_max_days is not None:
            found["durationDays"] = [time.duration_min_days, time.duration_max_days]
    if time.ended:
        found["ended"] = True
    if time.text:
        found["text"] = list(time.text)
    return found


def duration_words(duration: str) -> str:
    """An ISO 8601 duration in words.

    >>> duration_words("P2M"), duration_words("P1Y6M")
    ('two months', 'one year and six months')
    """
    parts = [(int(number), _UNITS[unit]) for number, unit in re.findall(r"(\d+)([YMWD])", duration.partition("T")[0])]
    words = [f"{_number(n)} {unit}{'' if n == 1 else 's'}" for n, unit in parts]
    return " and ".join(words) or duration


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def day_words(iso: str) -> str:
    """A day as it is written in a sentence.

    >>> day_words("2025-09-01")
    '1 September 2025'
    """
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def range_words(earliest: str | None, latest: str | None) -> str | None:
    """The days that something can have happened on, as a phrase.

    >>> range_words("2025-06-01", "2025-06-30"), range_words(None, "2025-09-01")
    ('in June 2025', 'by 1 September 2025')
    """
    if earliest and latest:
        first, last = datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(latest)
        if first == last:
            return f"on {day_words(earliest)}"
        month_end = calendar.monthrange(last.year, last.month)[1]
        if first.day == 1 and last.day == month_end and first.year == last.year:
            if first.month == last.month:
                return f"in {calendar.month_name[first.month]} {first.year}"
            if (first.month, last.month) == (1, 12):
                return f"in {first.year}"
        return f"between {day_words(earliest)} and {day_words(latest)}"
    if latest:
        return f"by {day_words(latest)}"
    return f"not before {day_words(earliest)}" if earliest else None


def time_words(time: FactTime) -> str | None:
    """When something happened, or since and until when it lasted, in words; None where no article says so."""
    if time.date.earliest:
        return range_words(time.date.earliest, time.date.latest)
    stated = {point: getattr(time, point) for point in ("start", "end") if is_stated(getattr(time, point), point)}
    words = {point: range_words(bounds.earliest, bounds.latest) or "" for point, bounds in stated.items()}
    said = [f"{name} {words[point].partition(' ')[2]}" for point, name in _SINCE if words.get(point)]
    return " ".join(said) or None


def lies_outside(time: FactTime, period: Period) -> bool:
    """Whether something certainly was at no time within a period."""
    begun = time.date.earliest or time.start.earliest
    over = time.date.latest or (time.end.latest if time.ended else None)
    last = {"after": None, "since": None, "before": period.first}.get(period.side, period.last)
    first = {"before": None, "until": None, "after": period.last}.get(period.side, period.first)
    late = begun is not None and last is not None and (begun >= last if period.side == "before" else begun > last)
    early = over is not None and first is not None and (over <= first if period.side == "after" else over < first)
    return late or early


def is_within(time: FactTime, point: str, period: Period) -> bool:
    """Whether a point of time certainly lies in a period."""
    bounds: Bounds = getattr(time, point)
    if not bounds.earliest or not bounds.latest:
        return False
    match period.side:
        case "before":
            return bounds.latest < period.first
        case "until":
            return bounds.latest <= period.last
        case "after":
            return bounds.earliest > period.last
        case "since":
            return bounds.earliest >= period.first
    return period.first <= bounds.earliest and bounds.latest <= period.last


def edtf_words(edtf: str) -> str | None:
    """A month that lacks its year.

    >>> edtf_words("XXXX-06")
    'in June of a year that is not stated'
    """
    match = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", edtf)
    if not match:
        return None
    month = calendar.month_name[int(match[1])]
    day = f"on {int(match[2])} {month}" if match[2] else f"in {month}"
    return f"{day} of a year that is not stated"


def is_stated(bounds: Bounds, point: str) -> bool:
    """Whether the words of an article give the point, and not only the day they were published."""
    if not bounds.because:
        return bool(bounds.earliest and bounds.latest)
    return any(reason.startswith(f'{point} "') for reason in bounds.because)


def until_words(fact: Fact) -> str | None:
    """Until when something lasted, as a date without its preposition; None where no day, month or year is given."""
    end = fact.time.end
    words = range_words(end.earliest, end.latest) if fact.time.ended and is_stated(end, "end") else None
    return words.partition(" ")[2] if words and words.startswith(("in ", "on ")) else None


def when_phrase(fact: Fact, point: str) -> WhenPhrase:
    """When the endpoint (start, end, date or announced) of a fact was.

    A duration answers for an end, with a word that no date is stated; a mere bound is told as a bound.
    """
    time = fact.time
    bounds: Bounds = getattr(time, point)
    if is_stated(bounds, point) and (words := range_words(bounds.earliest, bounds.latest)):
        return WhenPhrase(words, dated=True)
    undated = {"date": time.date_edtf, "announced": time.announced_edtf}.get(point)
    if undated and (words := edtf_words(undated)):
        return WhenPhrase(words, dated=True)
    bound = range_words(bounds.earliest, bounds.latest)
    if point == "end" and time.duration:
        return WhenPhrase(_after_duration(time) + (f", {bound}" if bound else ""), dated=False)
    if point == "date" and (told := when_phrase(fact, "announced")).dated:
        return WhenPhrase(f"announced {told.text}", dated=False, caveats=(OF_ANNOUNCEMENT,))
    return WhenPhrase(bound, dated=False, told=False)


def _after_duration(time: FactTime) -> str:
    words = duration_words(time.duration or "")
    written = [text for text in time.text if _names_duration(text)]
    return f"after about {words}" + (f" (as written: “{written[0]}”)" if written else "")


def _names_duration(text: str) -> bool:
    return bool(re.search(r"\b(day|week|month|quarter|year|decade)s?\b", text, re.IGNORECASE))


def how_long_phrase(fact: Fact) -> str | None:
    """How long a situation lasted: as stated, or as its bounds allow."""
    time = fact.time
    if time.duration:
        return "for" + _after_duration(time).removeprefix("after")
    start, end = time.start, time.end
    if is_stated(start, "start"):
        since = range_words(start.earliest, start.latest) or ""
        since = since.removeprefix("in ").removeprefix("on ")
        if time.ended and is_stated(end, "end") and (until := range_words(end.earliest, end.latest)):
            return f"from {since} to {until.removeprefix('in ').removeprefix('on ')}"
        return f"since {since}" if not time.ended else f"from {since}; the end is not dated"
    return None
