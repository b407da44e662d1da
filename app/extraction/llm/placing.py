"""Makes claims of a model's statements: every quote gets the place where it stands, or the claim is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.extraction.grounding import WRITTEN_OUT
from app.extraction.llm.answers import MANNERS, Argument, Said, Statement
from app.extraction.llm.names import Names, stands_in
from app.extraction.llm.quotes import find_quote
from app.extraction.values.dates import FoundTime, day_of, find_times
from app.extraction.values.durations import NO_LIMIT_DAYS
from app.extraction.values.money import find_money, find_percents
from app.model import Article, Attribution, Claim, Dropped, LocalEntity, Mention, SourceKind, Span, Times, Value
from app.ontology import VALUE, load_ontology

UNSURE = 0.6
"""How often a claim is right that a model alone makes, before anybody has measured it: a guess on the low side."""


class _Refused(Exception):
    """Why a statement is no claim."""


@dataclass(frozen=True)
class Placing:
    """One article, its names, and who says that its statements are claims."""

    article: Article
    names: Names
    engine: str

    def claim(self, statement: Statement, stretch: Span) -> Claim | Dropped:
        """The statement as a claim, or why the article does not carry it. The grounding gate is still to come."""
        try:
            return self._claim(statement, stretch)
        except _Refused as refused:
            target = statement.object.name if statement.object else ""
            text = f"{statement.subject.name} - {target}: {' '.join(statement.evidence)[:160]}"
            return Dropped(relation=statement.relation, text=text, reason=str(refused))

    def _claim(self, statement: Statement, stretch: Span) -> Claim:
        evidence = tuple(dict.fromkeys(_found(quote, [stretch], "evidence") for quote in statement.evidence))
        if not evidence:
            raise _Refused("no evidence")
        qualifiers, spans = _qualifiers(statement, evidence)
        return Claim(
            article=self.article.id,
            relation=statement.relation,
            subject=self._mention(statement.subject, evidence),
            object=self._object(statement, evidence),
            qualifiers=qualifiers,
            qualifier_spans=spans,
            time=_times(self.article, statement, evidence),
            phase=statement.phase,
            polarity=statement.polarity,
            certainty=statement.certainty,
            mode=statement.mode,
            attribution=tuple(_attribution(said, [*evidence, stretch]) for said in statement.attribution),
            evidence=evidence,
            confidence=UNSURE,
            engine=self.engine,
        )

    def _object(self, statement: Statement, evidence: tuple[Span, ...]) -> Mention | Value | None:
        argument, schema = statement.object, load_ontology().relations.get(statement.relation)
        if argument is None or schema is None:
            return None
        written_out = schema.object_class in WRITTEN_OUT and self._known(argument) is None
        if schema.object_class == VALUE or written_out:
            span = _found(argument.quote, evidence, "object")
            return Value(value=span.text, start=span.start, end=span.end)
        return self._mention(argument, evidence)

    def _known(self, argument: Argument) -> LocalEntity | None:
        return self.names.entity(argument) if argument.type not in (*WRITTEN_OUT, "Value") else None

    def _mention(self, argument: Argument, evidence: tuple[Span, ...]) -> Mention:
        span = _found(argument.quote, evidence, "name")
        entity = self.names.entity(argument)
        if entity is None or not stands_in(self.names.forms(entity), evidence):
            raise _Refused(f"the name {argument.name!r} does not stand in the evidence")
        return Mention(
            entity=entity.id, name=entity.name, type=entity.type, mention=span.text, start=span.start, end=span.end
        )


def _found(quote: str, within: Iterable[Span], what: str) -> Span:
    span = find_quote(quote, within)
    if span is None:
        raise _Refused(f"the {what} {quote[:80]!r} does not stand in the article")
    return span


def _attribution(said: Said, within: Iterable[Span]) -> Attribution:
    if said.kind is SourceKind.AUTHOR:
        return Attribution(kind=said.kind)
    cue = _found(said.cue or said.name or "", within, "cue")
    return Attribution(kind=said.kind, name=said.name, start=cue.start, end=cue.end)


def _qualifiers(statement: Statement, evidence: tuple[Span, ...]) -> tuple[dict[str, str], dict[str, Span]]:
    """Details with their places; sums and shares are what our own grammars read at them."""
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for qualifier in statement.qualifiers:
        name = qualifier.name
        if name == "manner":
            if qualifier.quote in MANNERS:
                values[name] = qualifier.quote
            continue
        span = _found(qualifier.quote, evidence, name)
        for part, value in _read(name, span).items():
            values[part], spans[part] = value, span
    return dict(sorted(values.items())), dict(sorted(spans.items()))


def _read(name: str, span: Span) -> dict[str, str]:
    if name in ("amount", "valuation"):
        sums = find_money(span.text)
        if len(sums) != 1:
            raise _Refused(f"{span.text!r} is no single sum of money")
        currency = {"currency": sums[0].money.currency} if sums[0].money.currency and name == "amount" else {}
        return {name: str(sums[0].money.amount), **currency}
    if name == "currency":
        return {}  # comes with the amount
    if name == "percent":
        shares = find_percents(span.text)
        if len(shares) != 1:
            raise _Refused(f"{span.text!r} is no single percentage")
        return {name: str(shares[0].percent)}
    return {name: span.text}


def _times(article: Article, statement: Statement, evidence: tuple[Span, ...]) -> Times:
    """The times that our grammar reads at the quotes; a quote that it reads nothing in gives none."""
    given: dict[str, Any] = {}
    for time in statement.times:
        span = _found(time.quote, evidence, time.role)
        for found in _grammar(article, span):
            if time.role == "duration" and found.duration is not None:
                most = found.duration.max_days
                given["duration"] = found.duration.iso
                given["duration_span"] = Span(start=found.start, end=found.end, text=found.text)
                given["duration_days"] = (found.duration.min_days, most if most < NO_LIMIT_DAYS else None)
            elif time.role != "duration" and found.value is not None:
                given[time.role] = found.value
    return Times(**given)


def _grammar(article: Article, span: Span) -> Iterable[FoundTime]:
    """What stands at a quote, read in its line: "in June" needs its sentence."""
    raw = article.text
    first, last = raw.rfind("\n", 0, span.start) + 1, raw.find("\n", span.end)
    line = raw[first : len(raw) if last < 0 else last]
    times = find_times(line, day_of(article.published), offset=first)
    return [time for time in times if time.start < span.end and span.start < time.end]
