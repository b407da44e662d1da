"""Answers what has changed in a time: "what has changed at X since 2024", "what happened in March 2025"."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions

from app.graphs import FACTS
from app.model import AnswerItem, AnswerStatus, Bounds, Fact
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.answers.times import item_time, range_words
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.values import Period
from app.query.ask.lexical.words import FUNCTION_WORDS
from app.vocab import cg, date_literal

_CHANGES = frozenset(
    """change changes changed changing new news happen happens happened happening occur occurred development
    developments event events update updates""".split()
)
_SPENT = frozenset({"gone", "been", "place", "taken", "going", "latest", "recent", "anything"})
_OPENERS = frozenset({"what", "which", "any", "anything", "has", "did"})
_POINTS = {"start": "began", "date": "", "end": "ended", "announced": "was announced"}
_MOST_FACTS = 20


@dataclass(frozen=True)
class Changed:
    """Of whom changes are asked, if of anybody, and in what time."""

    names: tuple[Candidate, ...]
    period: Period


def changes_question(analysis: Analysis) -> Changed | None:
    """What changes are asked for; None for any other question, and where any word says more than that."""
    words = analysis.words
    names: list[Candidate] = []
    periods: list[Period] = []
    position, said = 0, set[str]()
    while position < len(words):
        matches = analysis.at(position)
        period = max((m for m in matches if m.period), key=lambda m: m.end, default=None)
        named = max((m for m in matches if m.names), key=lambda m: (m.end, -m.cost), default=None)
        if period is not None and period.period:
            periods.append(period.period)
            position = period.end
        elif named is not None and len(named.names) == 1:
            names.append(named.names[0])
            position = named.end
        elif words[position] in _CHANGES | _SPENT | FUNCTION_WORDS:
            said.add(words[position])
            position += 1
        else:
            return None
    asked = not said or (said & _CHANGES and words[0] in _OPENERS | _CHANGES)  # or no more than "X since 2024"
    found = Changed(tuple(dict.fromkeys(names)), periods[0]) if len(periods) == 1 else None
    return found if asked and (said or names) else None


def changes(asked: Changed, answerer: Answerer) -> Draft:
    """What began, ended, happened or was announced in that time, first things first; undated facts are left out."""
    query = _query(asked, answerer)
    rows = answerer.lookup.store.query(query)
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    prefix = answerer.lookup.iris.fact("").value
    nodes = [row["fact"] for row in rows]
    ids = [node.value.removeprefix(prefix) for node in nodes if isinstance(node, NamedNode)]
    told = sorted(
        (point.earliest or point.latest or "", fact.id, name, fact)
        for fact in answerer.lookup.facts_by_id(ids)
        for name in _POINTS
        if _lies_in(point := getattr(fact.time, name), asked.period)
    )
    about = f" about {join([candidate.label for candidate in asked.names])}" if asked.names else ""
    if not told:
        sentence = f"No dated change{about} {asked.period.text} is stated."
        return Draft(AnswerStatus.NOT_STATED, sentence, queries=[query])
    return _draft([(name, fact) for _, _, name, fact in told], query, answerer)


def _draft(told: Sequence[tuple[str, Fact]], query: str, answerer: Answerer) -> Draft:
    shown = told[:_MOST_FACTS]
    lines = list(dict.fromkeys(_line(name, fact, answerer) for name, fact in shown))
    more = len(told) - len(shown)
    facts = {fact.id: fact for _, fact in shown}
    return Draft(
        AnswerStatus.ANSWERED,
        f"{'. '.join(lines)}.{f' And {more} more.' if more else ''}",
        [_item(fact, answerer) for fact in facts.values()],
        facts=list(facts.values()),
        queries=[query],
        caveats=["Only what certainly lies in that time; undated facts are left out."],
        confidence=0.9,
    )


def _line(point: str, fact: Fact, answerer: Answerer) -> str:
    bounds: Bounds = getattr(fact.time, point)
    when = range_words(bounds.earliest, bounds.latest) or ""
    word = _POINTS[point]
    return f"{answerer.speaker.sentence(fact)} ({f'{word} ' if word else ''}{when})"


def _item(fact: Fact, answerer: Answerer) -> AnswerItem:
    iri = answerer.lookup.iris.fact(fact.id).value
    return AnswerItem(label=answerer.speaker.sentence(fact), iri=iri, status=fact.status, time=item_time(fact.time))


def _query(asked: Changed, answerer: Answerer) -> str:
    """The facts, of all whom the question names, with a bound in that time."""
    named = " ".join(f"?fact ?slot{n} {NamedNode(name.iri)} ." for n, name in enumerate(asked.names))
    first, last = _span(asked.period)
    which, condition = ("Earliest", f">= {date_literal(first)}") if first else ("Latest", f"<= {date_literal(last)}")
    bounds = " ".join(str(cg(f"{point}{which}")) for point in _POINTS)
    where = f"{named} VALUES ?bound {{ {bounds} }} ?fact ?bound ?day FILTER(?day {condition})"
    return f"SELECT DISTINCT ?fact WHERE {{ GRAPH {answerer.lookup.iris.graph(FACTS)} {{ {where} }} }}"


def _span(period: Period) -> tuple[str, str]:
    """The first and the last day of a time; empty where it has none."""
    if period.side == "after":
        return _beside(period.last, 1), ""
    if period.side == "before":
        return "", _beside(period.first, -1)
    return "" if period.side == "until" else period.first, "" if period.side == "since" else period.last


def _beside(day: str, step: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=step)).isoformat()


def _lies_in(bounds: Bounds, period: Period) -> bool:
    """Whether the point certainly lies in the time."""
    first, last = _span(period)
    late = not first or (bounds.earliest is not None and bounds.earliest >= first)
    early = not last or (bounds.latest is not None and bounds.latest <= last)
    return bool(bounds.earliest or bounds.latest) and late and early
