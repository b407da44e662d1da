"""Says what was held against a bound that a question gives, and cannot be told to fit: hedged, disputed, uncompared."""

from __future__ import annotations

from collections.abc import Iterator

from app.model import AnswerStatus, Fact
from app.query.ask.answers.draft import Draft, distinct
from app.query.ask.answers.sentences import Speaker, join
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.quantities import SHARE
from app.query.ask.plans.evaluate import Found, Row
from app.query.ask.plans.measuring import stated
from app.query.ask.plans.rounds import leads
from app.query.lookup import Lookup

_MOST_TOLD = 5


def told_apart(found: Found, speaker: Speaker, lexicon: Lexicon, lookup: Lookup) -> list[str]:
    """A word on each thing that may fit a bound, and on how many were not held against it."""
    aside = found.aside
    if aside is None:
        return []
    money = aside.bound.currency != SHARE
    hedged = [_hedged(found, row, speaker, lookup) for row in aside.open]
    differing = [_said(fact, speaker) for fact in _facts(aside.disputed)]
    whole = [_said(fact, speaker) for fact in _facts(aside.other) if leads(fact, lexicon)]
    part = [_said(fact, speaker) for fact in _facts(aside.other) if not leads(fact, lexicon)]
    told = [
        *_listed("Whether it is so cannot be told, as the articles put the number", hedged),
        *_listed("By some sources only", differing),
        *_listed("Of the whole round, and not of one who took part", whole),
        *_listed("Of one who took part, and not of the whole round", part),
    ]
    if aside.elsewhere:
        told.append(f"Not compared, as currencies are not converted: {len(aside.elsewhere)} in other currencies.")
    if aside.unstated:
        told.append(f"Not compared: {len(aside.unstated)} whose {'amount' if money else 'share'} is not stated.")
    if aside.cut:
        told.append("Not all that may fit could be read; there may be others.")
    if money and aside.bound.currency is None:
        told.append("No currency is named in the question: the numbers are compared as they stand.")
    return told


def untold(found: Found, speaker: Speaker, lexicon: Lexicon, lookup: Lookup) -> Draft:
    """For a bound that nothing surely fits, and something may."""
    aside = found.aside
    rows = (*aside.open, *aside.disputed, *aside.other) if aside else ()
    told = told_apart(found, speaker, lexicon, lookup)
    facts = distinct(fact for row in rows for fact in row.facts)
    sentence = " ".join(["That is not stated for certain.", *told])
    return Draft(AnswerStatus.NOT_STATED, sentence, facts=facts, queries=[found.query], plan=found.plan)


def _listed(opening: str, said: list[str]) -> Iterator[str]:
    known = list(dict.fromkeys(said))
    more = f"; and {len(known) - _MOST_TOLD} more" if len(known) > _MOST_TOLD else ""
    if known:
        yield f"{opening}: {'; '.join(known[:_MOST_TOLD])}{more}."


def _hedged(found: Found, row: Row, speaker: Speaker, lookup: Lookup) -> str:
    """A situation with the very words that its number is put in."""
    words = [
        f"“{text}”"
        for atom, fact in zip(found.plan.atoms, row.facts, strict=False)
        for slot, _ in atom.quantities
        for text in stated(fact, slot, lookup.claims_by_id(fact.supported_by))
    ]
    return f"{_said(row.facts[0], speaker)}{f' ({join(list(dict.fromkeys(words)))})' if words else ''}"


def _facts(rows: tuple[Row, ...]) -> list[Fact]:
    return distinct(row.facts[0] for row in rows)


def _said(fact: Fact, speaker: Speaker) -> str:
    """A situation in words that leave no doubt whether it has come about."""
    return speaker.sentence(fact) if fact.realised else f"planned: {speaker.sentence(fact)}"
