"""The gate that every engine's claims pass: nothing goes through that the article's own words do not carry.

A claim is refused if a span is not in the raw text, if subject or object stand outside the evidence, if an amount or
a time is not what our own grammars read at its span, or if the relation does not hold between things of these
classes. What a reader sees at a span of the raw text is worked out here again (`app/reading_copy.py`): an engine's word
for it is not taken. Duplicates are merged.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from app.extraction.values.dates import Clauses, FoundTime, day_of, find_times
from app.extraction.values.money import find_money, find_percents
from app.model import Article, Attribution, Claim, Dropped, Mention, SourceKind, Span, TimeValue, Value
from app.ontology import VALUE, Ontology, load_ontology
from app.reading_copy import ReadingCopy, reading_copy

# Topics and products may be written out where no entity of the article has that name.
WRITTEN_OUT = frozenset({"Topic", "Product"})
_UNTYPED = frozenset({"Agent", "Thing"})
_AMOUNTS = frozenset({"amount", "valuation"})
# Qualifiers that say something in our own terms and not in the article's.
_CODED = frozenset(
    {
        "amount",
        "valuation",
        "currency",
        "percent",
        "lead",
        "manner",
        "kind",
        "from",
        "destination",
        "organization",
        "until",
    }
)
# How much text around a time is read again; no paragraph that a person wrote is longer.
_CONTEXT = 8_000

Refusal = str | None


def ground(article: Article, claims: Iterable[Claim]) -> tuple[list[Claim], list[Dropped]]:
    """The claims that the article carries, in the order of their evidence, and those refused with the reason."""
    kept: dict[tuple[object, ...], Claim] = {}
    dropped: list[Dropped] = []
    for claim in claims:
        reason = refusal(article, claim)
        if reason is not None:
            dropped.append(Dropped(relation=claim.relation, text=_describe(claim), reason=reason))
            continue
        claim = _dated(article, claim)
        key = _sameness(claim)
        kept[key] = _richer(kept[key], claim) if key in kept else claim
    ordered = sorted(kept.values(), key=lambda c: (c.evidence[0].start, c.subject.start, c.relation, c.id))
    return ordered, dropped


def _dated(article: Article, claim: Claim) -> Claim:
    """The claim with the date that it has as object, as our own grammar reads it there, as its date."""
    words = claim.object
    if not isinstance(words, Value) or not load_ontology().relations[claim.relation].dated_by_object:
        return claim
    read = (time.value for time in _times_near(article, words.start, words.end) if time.value is not None)
    date = next(read, None)
    if date is None:
        return claim
    placed = date.model_copy(update={"start": words.start, "end": words.end})
    return claim.model_copy(update={"time": claim.time.model_copy(update={"date": placed})})


def refusal(article: Article, claim: Claim) -> Refusal:
    """Why the article does not carry a claim; None if it does."""
    ontology, copy = load_ontology(), reading_copy(article.text)
    if claim.relation not in ontology.relations:
        return f"there is no relation {claim.relation!r}"
    checks: tuple[Callable[[], Refusal], ...] = (
        lambda: _spans_exist(article.text, claim),
        lambda: _arguments_in_evidence(claim),
        lambda: _classes_fit(ontology, claim),
        lambda: _not_itself(claim),
        lambda: _amounts_agree(copy, claim),
        lambda: _times_agree(article, claim),
        lambda: _attributed_in_text(article.text, claim.attribution),
        lambda: _qualifiers_known(ontology, copy, claim),
    )
    return next((reason for check in checks if (reason := check()) is not None), None)


# --- the checks ------------------------------------------------------------------------------------------------------


def _spans_exist(raw: str, claim: Claim) -> Refusal:
    if not claim.evidence:
        return "no evidence"
    for span in _all_spans(claim):
        if not 0 <= span.start < span.end <= len(raw):
            return f"span {span.start}-{span.end} lies outside the text"
        if raw[span.start : span.end] != span.text:
            return f"{span.text!r} does not stand at {span.start}"
    return None


def _all_spans(claim: Claim) -> Iterator[Span]:
    yield from claim.evidence
    yield from claim.qualifier_spans.values()
    yield Span(start=claim.subject.start, end=claim.subject.end, text=claim.subject.mention)
    if isinstance(claim.object, Mention):
        yield Span(start=claim.object.start, end=claim.object.end, text=claim.object.mention)
    if claim.time.duration_span is not None:
        yield claim.time.duration_span


def _arguments_in_evidence(claim: Claim) -> Refusal:
    for argument in (claim.subject, claim.object):
        if argument is not None and not _within(claim.evidence, argument.start, argument.end):
            return "an argument stands outside the evidence"
    return None


def _within(evidence: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in evidence)


def _classes_fit(ontology: Ontology, claim: Claim) -> Refusal:
    schema = ontology.relations[claim.relation]
    if not _fits(ontology, claim.subject.type, schema.subject_class):
        return f"a {claim.subject.type} cannot be the subject of {claim.relation}"
    if schema.object_class is None:
        return None if claim.object is None else f"{claim.relation} takes no object"
    if claim.object is None:
        return f"{claim.relation} needs an object"
    if schema.object_class == VALUE:
        return None if isinstance(claim.object, Value) else f"the object of {claim.relation} is a value"
    if isinstance(claim.object, Value):
        return None if schema.object_class in WRITTEN_OUT else f"the object of {claim.relation} is an entity"
    if not _fits(ontology, claim.object.type, schema.object_class):
        return f"a {claim.object.type} cannot be the object of {claim.relation}"
    return None


def _fits(ontology: Ontology, found: str, expected: str) -> bool:
    return found in _UNTYPED or ontology.is_a(found, expected)


def _not_itself(claim: Claim) -> Refusal:
    same = isinstance(claim.object, Mention) and claim.object.entity == claim.subject.entity
    return "subject and object are the same" if same else None


def _amounts_agree(copy: ReadingCopy, claim: Claim) -> Refusal:
    for name in sorted(_AMOUNTS | {"percent"}):
        value, span = claim.qualifiers.get(name), claim.qualifier_spans.get(name)
        if value is None:
            continue
        if span is None:
            return f"{name} has no span"
        words = copy.read(span.start, span.end)
        read = (
            [p.percent for p in find_percents(words)]
            if name == "percent"
            else [m.money.amount for m in find_money(words)]
        )
        if _decimal(value) not in read:
            return f"{name} {value} is not what {span.text!r} says"
    currency, span = claim.qualifiers.get("currency"), claim.qualifier_spans.get("currency")
    if currency is None:
        return None
    sums = find_money(copy.read(span.start, span.end)) if span is not None else []
    if currency not in {found.money.currency for found in sums}:
        return f"currency {currency} is not what the text says"
    return None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _times_agree(article: Article, claim: Claim) -> Refusal:
    times = claim.time
    for value in (times.start, times.end, times.date, times.announced):
        if value is not None and not _time_reads(article, value):
            return f"time {value.edtf} is not what {value.text!r} says"
    if times.duration is not None:
        span = times.duration_span
        if span is None or all(
            t.duration is None or t.duration.iso != times.duration for t in _times_near(article, span.start, span.end)
        ):
            return f"duration {times.duration} is not what the text says"
    return None


def _time_reads(article: Article, value: TimeValue) -> bool:
    if value.start is None or value.end is None:
        return False
    near = (t.value.edtf for t in _times_near(article, value.start, value.end) if t.value is not None)
    # One end of "from 2010 to 2015" is what the text says too.
    return any(value.edtf == edtf or value.edtf in edtf.split("/") for edtf in near)


def _times_near(article: Article, start: int, end: int) -> Iterator[FoundTime]:
    """What our grammar reads there: in the line and in the paragraph, since "in June" is read in its context."""
    copy = reading_copy(article.text)
    text, (start, end) = copy.text, copy.in_copy(start, end)
    published = day_of(article.published)
    for mark in ("\n", "\n\n"):
        first = max(text.rfind(mark, 0, start) + 1, start - _CONTEXT)
        last = text.find(mark, end)
        last = min(len(text) if last < 0 else last, end + _CONTEXT)
        for clauses in (None, _PAST):
            for time in _read_times(text[first:last], published, clauses):
                if time.start + first == start and time.end + first == end:
                    yield time


class _Past:
    """Clauses that are all told in the past: only a parse knows whether a date is, and the gate has none."""

    def past_verb(self, start: int, end: int) -> int | None:
        return min(start - 1, end)

    def is_aside(self, earlier: int, later: int) -> bool:
        return earlier < later


_PAST = _Past()


@lru_cache(maxsize=256)
def _read_times(text: str, published: datetime.date | None, clauses: Clauses | None) -> tuple[FoundTime, ...]:
    return tuple(find_times(text, published, clauses=clauses))


def _attributed_in_text(raw: str, attribution: tuple[Attribution, ...]) -> Refusal:
    if not attribution:
        return "attributed to nobody"
    for source in attribution:
        if source.kind is SourceKind.AUTHOR:
            continue
        if source.start is None or source.end is None or not 0 <= source.start < source.end <= len(raw):
            return "attributed without a cue in the text"
    return None


def _qualifiers_known(ontology: Ontology, copy: ReadingCopy, claim: Claim) -> Refusal:
    allowed = ontology.relations[claim.relation].qualifiers
    for name, value in claim.qualifiers.items():
        if name not in allowed:
            return f"{claim.relation} has no qualifier {name!r}"
        span = claim.qualifier_spans.get(name)
        if name in _CODED:
            continue
        if span is None:
            return f"{name} has no span"
        words = copy.read(span.start, span.end).lower()
        if (name, value) == ("title", "director") and words in ("board", "boards"):
            continue  # who sits on a board is a director
        if value.lower() not in words:
            return f"{name} {value!r} is not what {span.text!r} says"
    return None


# --- duplicates ------------------------------------------------------------------------------------------------------


def _sameness(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one article one: the same said of the same, at the same place, in the same sense."""
    schema = load_ontology().relations[claim.relation]
    sides = [
        claim.subject.entity,
        claim.object.entity
        if isinstance(claim.object, Mention)
        else (claim.object.value.lower() if claim.object else ""),
    ]
    if schema.symmetric:
        sides.sort()
    named = tuple(claim.qualifiers.get(name, "").lower() for name in ("title", "responsibility"))
    status = (claim.phase, claim.polarity, claim.certainty, claim.mode, claim.attribution)
    return (claim.relation, *sides, named, status, claim.evidence[0].start)


def _richer(first: Claim, second: Claim) -> Claim:
    """The claim that says more; the more confident of two that say as much."""

    def weight(claim: Claim) -> tuple[int, float, str]:
        times = claim.time.model_dump(exclude_none=True)
        return (len(claim.qualifiers) + len(times), claim.confidence, claim.id)

    return max(first, second, key=weight)


def _describe(claim: Claim) -> str:
    obj = claim.object
    name = obj.name if isinstance(obj, Mention) else obj.value if obj is not None else ""
    return f"{claim.subject.name} - {name}: {claim.evidence[0].text[:160] if claim.evidence else ''}"
