"""The times that a situation's claims give, as constraints, and the bounds that follow from them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from app.model import Aspect, Bounds, Claim, FactTime, Phase, Status, TimeValue
from app.ontology import SituationSchema, load_ontology
from app.resolution.situations import Placed, Situation
from app.resolution.slots import stance
from app.resolution.support import ENDED, UNREALISED, Verdict
from app.resolution.timeline import ORIGIN, Constraint, Ground, Solution, apart, not_after, not_before, solve, tightest
from app.vocab import duration_literal

METADATA, STATED = "metadata", "stated"
_PUBLISHED = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


def fact_time(
    situation: Situation, end: Verdict | None, published: Mapping[str, str | None]
) -> tuple[FactTime, list[Aspect]]:
    """What the trusted claims say about when the situation held, and an aspect if claims contradict each other.

    `end` is the verdict on whether it ended. A time that is in dispute has no bounds.
    """
    claims = [item.claim for item in situation.claims if item.claim.status.vouched]
    ended = end is not None and end.realised and end.status.vouched
    points = ["date", "announced"] if situation.schema.point_in_time else ["start", "end", "announced"]
    aspects = {item.claim.id: item.relation.aspect for item in situation.claims}
    constraints = [c for item in claims for c in _stated(item, situation, aspects[item.id], ended)]
    constraints += [c for item in claims for c in _held(item, situation, aspects[item.id])]
    from_publication = _from_publication(claims, situation, aspects, ended, published)
    constraints += from_publication
    if not situation.schema.point_in_time:
        constraints += apart("start", "end", 0, None, Ground(STATED, "nothing ends before it starts"))
    duration = _duration(claims)
    least, most = _days(duration)
    if not situation.schema.point_in_time:
        constraints += _lasted(claims)
    solution = solve(points, constraints)
    if solution.conflict:
        solution, constraints = _without_the_loose(points, constraints, claims, from_publication, solution)
    bounds, values = solution.bounds, _values(claims, situation, aspects)
    time = FactTime(
        text=_texts(claims),
        start=bounds.get("start", Bounds()),
        end=bounds.get("end", Bounds()) if ended or values.get("end") else Bounds(),
        date=bounds.get("date", Bounds()),
        announced=bounds["announced"],
        date_edtf=_only(values.get("date", ())),
        announced_edtf=_only(values.get("announced", ())),
        duration=duration_literal(duration.time.duration).value if duration and duration.time.duration else None,
        duration_min_days=least,
        duration_max_days=most,
        ended=ended,
    )
    if solution.conflict:
        # The words of articles are sides of a dispute, the days of their publication are none.
        return time, _disputes(solution, (each for each in constraints if each not in from_publication))
    realised = any(claim.phase not in UNREALISED for claim in claims)
    # What was expected of it is no word on what it came to.
    hearsay = (
        item
        for item in situation.claims
        if item.claim.status is Status.REPORTED and not (realised and item.claim.phase in UNREALISED)
    )
    said = {item.claim.id: _said_of(item, situation, ended) for item in hearsay}
    return time, _contradicted(claims, _against(points, constraints, said))


def _without_the_loose(
    points: Sequence[str],
    constraints: list[Constraint],
    claims: Sequence[Claim],
    from_publication: Sequence[Constraint],
    strict: Solution,
) -> tuple[Solution, list[Constraint]]:
    """The times without what need not be so, if the rest then fits together; else the contradiction as it was.

    A plan may be kept late, or never: what was expected is no word against what came of it. And who has been appointed
    may begin later, so that the day on which it is told bounds no beginning that somebody dates.
    """
    appointed = {claim.id for claim in claims if claim.phase is Phase.STARTED and claim.time.start is None}
    expected = {claim.id for claim in claims if claim.phase in UNREALISED}
    if len(expected) == len(claims):
        expected = set()  # nothing came of it yet: two plans differ
    for loose in (
        [each for each in from_publication if each.given_by.claim in appointed],
        [each for each in constraints if each.given_by.claim in expected],
    ):
        kept = [each for each in constraints if each not in loose]
        if loose and not (found := solve(points, kept)).conflict:
            return found, kept
    return strict, constraints


def _against(
    points: Sequence[str], constraints: Sequence[Constraint], said: Mapping[str, Sequence[Constraint]]
) -> dict[str, set[str]]:
    """The claims that cannot all be true beside each hearsay; those who report the same time are weighed once."""
    strictest = list(tightest(constraints).values())
    weighed: dict[tuple[tuple[str, str, int], ...], set[str]] = {}
    found = {}
    for id_, own in said.items():
        times = tuple((each.earlier, each.later, each.days) for each in own)
        if times and times not in weighed:
            weighed[times] = _givers(solve(points, [*strictest, *own]).conflict) - {id_}
        if others := weighed.get(times):
            found[id_] = others
    return found


def _said_of(item: Placed, situation: Situation, ended: bool) -> list[Constraint]:
    aspect = item.relation.aspect
    return [*_stated(item.claim, situation, aspect, ended), *_held(item.claim, situation, aspect)]


def _disputes(solution: Solution, told: Iterable[Constraint]) -> list[Aspect]:
    """The time as a disputed aspect, where claims (and not one claim and its own dateline) contradict each other.

    Beside those that make the contradiction are all others that tell a time for what it is about: three dates are
    three sides.
    """
    claims = _givers(solution.conflict)
    if len(claims) < 2:
        return []
    points = {point for each in solution.conflict for point in (each.earlier, each.later)} - {ORIGIN}
    dated = (each for each in told if points & {each.earlier, each.later})
    return [Aspect(name="time", status=Status.DISPUTED, supported_by=tuple(sorted(claims | _givers(dated))))]


def _contradicted(claims: Iterable[Claim], against: Mapping[str, set[str]]) -> list[Aspect]:
    """The time as an aspect of trusted claims, with the hearsay that gives another time against it."""
    if not against:
        return []
    supporting = {id_ for others in against.values() for id_ in others}
    status = stance(claim for claim in claims if claim.id in supporting)
    sides = tuple(sorted(supporting)), tuple(sorted(against))
    return [Aspect(name="time", status=status, supported_by=sides[0], disputed_by=sides[1])]


def _givers(constraints: Iterable[Constraint]) -> set[str]:
    return {constraint.given_by.claim for constraint in constraints if constraint.given_by.claim}


def told_times(claim: Claim) -> list[tuple[str, TimeValue]]:
    """The times that a claim gives, each with the point of its situation (start, end, date, announced) it is for."""
    ontology = load_ontology()
    return _times(claim, ontology.situation_of(claim.relation), ontology.relations[claim.relation].aspect)


def _point(name: str, claim: Claim, schema: SituationSchema, aspect: str) -> str | None:
    """Which endpoint a claim's time speaks of, as the ontology declares it of aspects."""
    if name == "announced" or (name == "date" and schema.point_in_time):
        return name
    if name == "date":
        spoken = load_ontology().aspect_of(aspect, claim.phase)
        # "Was chief in 2019" gives a day on which it held, which is neither of its ends: that it is past is by the way.
        return None if spoken.presupposes and spoken.name != aspect else spoken.endpoint
    return None if schema.point_in_time else name


def _times(claim: Claim, schema: SituationSchema, aspect: str) -> list[tuple[str, TimeValue]]:
    found = []
    for name in ("start", "end", "date", "announced"):
        value: TimeValue | None = getattr(claim.time, name)
        if value is not None and (point := _point(name, claim, schema, aspect)):
            found.append((point, value))
    return found


def _stated(claim: Claim, situation: Situation, aspect: str, ended: bool) -> list[Constraint]:
    found = []
    for point, value in _times(claim, situation.schema, aspect):
        # Until when it was to go on tells its end as long as nobody says that it is over.
        goes_on = claim.phase is Phase.ONGOING and aspect != ENDED
        if point == "end" and (goes_on if ended else not goes_on and claim.phase not in UNREALISED):
            continue
        ground = Ground(_basis(value), f'{point} "{value.text}"', claim.id)
        if value.earliest:
            found.append(not_before(point, value.earliest, ground))
        if value.latest:
            found.append(not_after(point, value.latest, ground))
    return found


def _held(claim: Claim, situation: Situation, aspect: str) -> list[Constraint]:
    """A time beside a state at which it held: it had begun by then, and was not over before."""
    value = claim.time.date
    no_state = situation.schema.point_in_time or claim.phase in UNREALISED
    if value is None or no_state or _point("date", claim, situation.schema, aspect) is not None:
        return []
    ground = Ground(_basis(value), f'held "{value.text}"', claim.id)
    found = [not_after("start", value.latest, ground)] if value.latest else []
    return [*found, not_before("end", value.earliest, ground)] if value.earliest else found


def _basis(value: TimeValue) -> str:
    """A year in the words is stated; a year that they lack came from the publication date."""
    year = value.edtf[:4]
    return STATED if year.isdigit() and year in value.text else METADATA


def _from_publication(
    claims: Iterable[Claim],
    situation: Situation,
    aspects: Mapping[str, str],
    ended: bool,
    published: Mapping[str, str | None],
) -> list[Constraint]:
    """What an article tells as past lies before its own date."""
    found = []
    for claim in claims:
        told = published[claim.article]
        day = _last_day(told) if told else None
        if day is None or claim.phase in UNREALISED:
            continue
        ground = Ground(METADATA, f"told {'on' if day == told else 'in'} {told}", claim.id)
        if situation.schema.point_in_time:
            found.append(not_after("date", day, ground))
        else:
            found.append(not_after("start", day, ground))
            if ended and (aspects[claim.id] == ENDED or claim.phase is Phase.ENDED):
                found.append(not_after("end", day, ground))
        if claim.time.announced is not None:
            found.append(not_after("announced", day, ground))
    return found


def _last_day(published: str) -> str | None:
    """The last day that a date of publication can mean: a day, a month or a year.

    >>> _last_day("2024-02"), _last_day("2024"), _last_day("2024-02-03")
    ('2024-02-29', '2024-12-31', '2024-02-03')
    """
    if not (parts := _PUBLISHED.fullmatch(published)):
        return None
    year, month, day = parts.groups()
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"


def _lasted(claims: Iterable[Claim]) -> list[Constraint]:
    """How long it lasted, as each claim says: two that cannot both be true are a conflict, and neither wins."""
    found = []
    for claim in claims:
        least, most = _days(claim)
        if least is not None:
            ground = Ground(STATED, f'it lasted "{_duration_text(claim)}"', claim.id)
            found += apart("start", "end", least, most, ground)
    return found


def _duration(claims: Sequence[Claim]) -> Claim | None:
    """The claim whose duration counts: the narrowest, and none where two cannot both be true."""
    stated = sorted(
        (claim for claim in claims if claim.time.duration and claim.time.duration_days),
        key=lambda claim: (_width(claim), claim.id),
    )
    if not stated:
        return None
    days = [claim.time.duration_days for claim in stated if claim.time.duration_days]
    least = max(least for least, _ in days)
    return stated[0] if all(most is None or least <= most for _, most in days) else None


def _days(claim: Claim | None) -> tuple[int | None, int | None]:
    return claim.time.duration_days if claim and claim.time.duration_days else (None, None)


def _width(claim: Claim) -> float:
    least, most = _days(claim)
    return inf if least is None or most is None else most - least


def _duration_text(claim: Claim) -> str:
    return claim.time.duration_span.text if claim.time.duration_span else claim.time.duration or ""


def _texts(claims: Iterable[Claim]) -> tuple[str, ...]:
    texts = set()
    for claim in claims:
        time = claim.time
        texts |= {value.text for value in (time.start, time.end, time.date, time.announced) if value is not None}
        if time.duration_span is not None:
            texts.add(time.duration_span.text)
    return tuple(sorted(texts))


def _values(claims: Iterable[Claim], situation: Situation, aspects: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        for point, value in _times(claim, situation.schema, aspects[claim.id]):
            found.setdefault(point, []).append(value.edtf)
    return found


def _only(values: Iterable[str]) -> str | None:
    """The one value that all give, the most precise of those that refine each other, or None where they differ."""
    distinct = sorted(set(values), key=lambda value: (-len(value), value))
    if not distinct:
        return None
    best = distinct[0]
    refined = all(best.startswith(value) or _refines(best, value) for value in distinct)
    return best if refined else None


def _refines(precise: str, vague: str) -> bool:
    """Whether `2025-06` says all that `XXXX-06` says."""
    return len(precise) >= len(vague) and all(v in ("X", p) for p, v in zip(precise, vague, strict=False))
