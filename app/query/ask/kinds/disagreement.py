"""Answers where articles disagree: "what do they disagree on", "which figures are given for X", "do they agree"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.model import AnswerItem, AnswerStatus, Fact, Status
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.answers.times import item_time
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.lexical.words import AUXILIARIES
from app.query.contested import contested

_TEXTS = frozenset(
    """article articles source sources report reports paper papers newspaper newspapers account accounts text texts
    story stories outlet outlets publication publications media press""".split()
)
_DIFFER = frozenset(
    """disagree disagrees disagreed contradict contradicts contradicted differ differs differed diverge diverges agree
    agrees agreed conflict conflicts clash clashes inconsistent disputed contested contradictory conflicting differing
    different contradiction contradictions discrepancy discrepancies inconsistency inconsistencies""".split()
)
_AGREE = frozenset("agree agrees agreed same identical agreement unanimous consistent accord".split())
_CONFLICTING = frozenset("conflicting differing different contradictory inconsistent disputed contested".split())
_FIGURES = frozenset("figure figures number numbers amount amounts sum sums value values version versions".split())
_GIVEN = frozenset("give gives gave given state states stated mention mentions name names report reported".split())
_THERE = (("is", "there"), ("are", "there"), ("was", "there"))


@dataclass(frozen=True)
class Disagreement:
    """Of whom a disagreement is asked, whether only if there is one, and whether "yes" means that there is none."""

    names: tuple[Candidate, ...]
    whether: bool
    agree: bool = False


def disagreement_question(analysis: Analysis) -> Disagreement | None:
    """What a question on the articles' own disagreement is about; None for any other question."""
    words = analysis.words
    texts = any(word in _TEXTS for word in words)
    differ = any(word in _DIFFER for word in words)
    figures = any(word in _FIGURES for word in words)
    sized = figures or "much" in words
    same = sized and bool((_AGREE - {"agreed"}) & set(words))
    told = texts and (differ or same or (figures and any(word in _GIVEN for word in words)))
    doubted = figures and (words[-1:] in (["disputed"], ["contested"]) or _are_conflicting(words))
    if not told and not doubted and not (same and tuple(words[:2]) in _THERE):
        return None
    return Disagreement(tuple(_named(analysis)), whether=words[0] in AUXILIARIES, agree=bool(_AGREE & set(words)))


def _are_conflicting(words: Sequence[str]) -> bool:
    """Whether it asks for "conflicting figures"."""
    return any(one in _CONFLICTING and two in _FIGURES for one, two in pairwise(words))


def _named(analysis: Analysis) -> Iterator[Candidate]:
    position = 0
    while position < len(analysis.words):
        free = not analysis.values_at(position)  # in "the Series B" no Series Capital is meant
        names = (match for match in analysis.at(position) if match.names and (free or match.end > position + 1))
        named = max(names, key=lambda match: match.end, default=None)
        if named is not None and len(named.names) == 1:
            yield named.names[0]
        position = named.end if named else position + 1


def disputes(asked: Disagreement, answerer: Answerer) -> Draft:
    """What the articles give different values for, among all facts that the named ones share."""
    ids = [candidate.iri.removeprefix(answerer.lookup.iris.base) for candidate in asked.names]
    shared = [
        fact
        for fact in contested(answerer.lookup, ids[0] if ids else None)
        if all(any(i in values for values in fact.slots.values()) for i in ids)
    ]
    found = [(fact, name) for fact in shared for name in _disputed(fact)]
    about = f" about {join([candidate.label for candidate in asked.names])}" if ids else ""
    if not found:
        return Draft(AnswerStatus.NOT_STATED, f"No disagreement of the articles{about} is on record.")
    word = "no" if asked.agree else "yes"
    told = [f"{answerer.speaker.sentence(fact)} (they differ on: {name})" for fact, name in found]
    return Draft(
        AnswerStatus.ANSWERED,
        f"{'They do not agree. ' if asked.whether else ''}{'. '.join(dict.fromkeys(told))}.",
        [AnswerItem(label=word, value=word)] if asked.whether else list(_items(found, answerer)),
        facts=[fact for fact, _ in found],
        caveats=[f"Sources give different values for {name}." for _, name in found],
        confidence=0.9,
    )


def _disputed(fact: Fact) -> list[str]:
    return [a.name for a in fact.aspects if a.has_sides and a.is_detail]


def _items(found: Sequence[tuple[Fact, str]], answerer: Answerer) -> Iterator[AnswerItem]:
    for fact, name in found:
        values = answerer.speaker.measure(fact, name) if name in NUMBER_SLOTS else []
        values = values or [(value, value) for value in fact.slots.get(name, ())]
        for label, value in values or [(name, name)]:
            yield AnswerItem(label=label, value=value, status=Status.DISPUTED, time=item_time(fact.time))
