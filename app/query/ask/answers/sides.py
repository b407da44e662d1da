"""What each side says of a time or an amount that articles differ on. Nobody is said to be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.model import Aspect, Bounds, Claim, Fact, FactTime, Status, TimeValue
from app.query.ask.answers.sentences import join, money_words, percent_words
from app.query.ask.answers.times import edtf_words, range_words
from app.query.lookup import Lookup
from app.resolution.when import told_times

_TIME = "time"
_MONEY = ("amount", "valuation")


@dataclass(frozen=True)
class Sides:
    """The times that the articles give for a fact whose time is in dispute, by point of time, earliest first."""

    times: dict[str, tuple[TimeValue, ...]]

    def phrase(self, point: str) -> str | None:
        """The times for a point in words; None where none is given.

        >>> year = TimeValue(text="2017", edtf="2017", earliest="2017-01-01", latest="2017-12-31")
        >>> Sides({"date": (year,)}).phrase("date")
        'in 2017'
        """
        return join([_words(value) for value in self.times.get(point, ())], "or") or None

    def told(self, point: str) -> tuple[FactTime, ...]:
        """The time as each side has it."""
        return tuple(_at(value, point) for value in self.times.get(point, ()))


def sides_of(fact: Fact, lookup: Lookup) -> Sides | None:
    """What the articles give for the times of a fact; None where its time is in no dispute."""
    disputes = [aspect for aspect in fact.aspects if aspect.name == _TIME and aspect.status is Status.DISPUTED]
    if not disputes:
        return None
    ids = {*fact.supported_by, *(claim for aspect in disputes for claim in aspect.supported_by)}
    return Sides({point: _distinct(values) for point, values in _by_point(lookup.claims_by_id(ids)).items()})


def _at(value: TimeValue, point: str) -> FactTime:
    return FactTime(
        text=(value.text,),
        date_edtf=value.edtf if point == "date" else None,
        announced_edtf=value.edtf if point == "announced" else None,
        ended=point == "end",
    ).model_copy(update={point: Bounds(earliest=value.earliest, latest=value.latest)})


def otherwise(aspect: Aspect, lookup: Lookup) -> str | None:
    """What hearsay has for a detail of which trusted claims say something else, in words; None where nothing does."""
    if not aspect.is_detail:
        return None
    return _all_said(aspect.disputed_by, aspect.name, lookup)


def by_hearsay_alone(aspect: Aspect, lookup: Lookup) -> str | None:
    """What hearsay has for a detail that no trusted claim gives, in words; None where that is not so."""
    return _all_said(aspect.supported_by, aspect.name, lookup) if aspect.status is Status.REPORTED else None


def _all_said(ids: Iterable[str], name: str, lookup: Lookup) -> str | None:
    claims = lookup.claims_by_id(ids)
    said = dict.fromkeys(words for claim in claims for words in _said(claim, name))
    return join(list(said), "or") or None


def _said(claim: Claim, name: str) -> Iterator[str]:
    value = claim.qualifiers.get(name)
    if name == _TIME:
        yield from (_words(time) for _, time in told_times(claim))
    elif value is not None and name in _MONEY:
        yield money_words(value, claim.qualifiers.get("currency"))
    elif value is not None:
        yield f"{percent_words(value)} percent" if name == "percent" else value


def _by_point(claims: Iterable[Claim]) -> dict[str, list[TimeValue]]:
    found: dict[str, list[TimeValue]] = {}
    for claim in claims:
        for point, value in told_times(claim) if claim.status.vouched else ():
            found.setdefault(point, []).append(value)
    return found


def _distinct(values: Sequence[TimeValue]) -> tuple[TimeValue, ...]:
    """The times, each once, and none of which another one is a part: "in March 2018" says all that "in 2018" does."""
    spans = {(value.earliest, value.latest, value.edtf): value for value in sorted(values, key=lambda v: v.text)}
    kept = [value for value in spans.values() if not any(_refines(other, value) for other in spans.values())]
    return tuple(sorted(kept, key=lambda value: (value.earliest or value.latest or "", value.edtf)))


def _refines(value: TimeValue, vague: TimeValue) -> bool:
    if not (value.earliest and value.latest and vague.earliest and vague.latest):
        return False
    within = vague.earliest <= value.earliest and value.latest <= vague.latest
    return within and (vague.earliest, vague.latest) != (value.earliest, value.latest)


def _words(value: TimeValue) -> str:
    return range_words(value.earliest, value.latest) or edtf_words(value.edtf) or value.text
