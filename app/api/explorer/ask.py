"""/: ask a question; the answer with its evidence, or a front page with what the graph holds."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from app.api.context import Nouns
from app.api.explorer.frame import PageRoute, day_of, page
from app.api.explorer.quotes import Quoter
from app.graphs import is_entity_id
from app.model import Answer, AnswerStatus, Fact
from app.query.ask import ask
from app.query.examples import examples
from app.query.lookup import Lookup
from app.query.names import fold

router = APIRouter(route_class=PageRoute)

_STATES = {
    AnswerStatus.ANSWERED: ("●", "Answered", ""),
    AnswerStatus.PARTIAL: ("◐", "Answered in part", "Not everything that was asked is stated."),
    AnswerStatus.AMBIGUOUS: ("⑂", "Ambiguous", "The question can be read in more than one way. Say which is meant."),
    AnswerStatus.NOT_STATED: (
        "○",
        "Not stated",
        "The question was understood, and the articles do not say. That is not a no: it may be so all the same.",
    ),
    AnswerStatus.NOT_UNDERSTOOD: (
        "?",
        "Not understood",
        "A question works best as one sentence about people, companies, roles, investments, acquisitions, "
        "partnerships or vendors.",
    ),
    AnswerStatus.UNKNOWN_ENTITY: (
        "∅",
        "Unknown name",
        "No article names it, or names it otherwise. The search looks for parts of names.",
    ),
    AnswerStatus.OUT_OF_SCOPE: (
        "⊘",
        "Out of scope",
        "Opinions, predictions and sums over what was never counted are not in the graph.",
    ),
}
_MOST_LISTED = 8


@router.get("/")
def ask_page(
    lookup: Nouns,
    q: Annotated[str | None, Query(max_length=1000, description="A question in English")] = None,
    as_of: Annotated[str | None, Query(description="Day at which things are to hold, ISO 8601")] = None,
) -> HTMLResponse:
    """The start page; with `q`, the question's answer on it."""
    question = (q or "").strip()
    if question:
        day = day_of(as_of)
        answer = ask(lookup, question, as_of=day)
        return _answered(lookup, question, answer, day)
    facts, articles = lookup.facts(scope="all"), lookup.articles()
    return page(
        "ask.html",
        here="ask",
        title="Ask",
        question="",
        as_of="",
        answer=None,
        examples=list(examples(lookup, facts)),
        articles=list(reversed(articles))[:_MOST_LISTED],
        entities=_busiest(lookup, facts),
        counts={"articles": len(articles), "facts": len(facts), "entities": len(lookup.entities())},
    )


def _answered(lookup: Lookup, question: str, answer: Answer, day: date | None) -> HTMLResponse:
    quoter = Quoter(lookup)
    evidence = [
        quote
        for each in answer.evidence
        for quote in quoter.quote(
            each.article,
            each.start,
            each.end,
            speakers=each.attribution,
            status=each.status,
            context=each.context,
        )
    ]
    base = lookup.iris.base
    links = {
        item.iri: local
        for item in answer.answers
        if item.iri and is_entity_id(local := item.iri.removeprefix(base)) and local != item.iri
    }
    sign, state, advice = _STATES[answer.status]
    # Where there is no answer, what is known of those the question names is the next best thing.
    named = {} if answer.answers else _named(lookup, question)
    return page(
        "ask.html",
        here="ask",
        title=question,
        question=question,
        as_of=day.isoformat() if day else "",
        answer=answer,
        evidence=evidence,
        links=links,
        named=named,
        sign=sign,
        state=state,
        advice=advice,
    )


def _named(lookup: Lookup, question: str) -> dict[str, str]:
    """The entities whose names stand in a question: names by id."""
    bare = re.sub(r"['’]s\b|[^\w\s]", " ", question)
    words = f" {fold(bare)} "
    return {
        entity.id: entity.name
        for entity in lookup.entities()
        if entity.type not in ("Role", "Responsibility", "Collective")
        and any(f" {fold(name)} " in words for name in (entity.name, *entity.aliases))
    }


def _busiest(lookup: Lookup, facts: list[Fact]) -> list[tuple[str, str, str, int]]:
    """The entities that most facts speak of: id, name, type and how many."""
    count: dict[str, int] = {}
    for fact in facts:
        for value in {value for values in fact.slots.values() for value in values if is_entity_id(value)}:
            count[value] = count.get(value, 0) + 1
    found = [
        (entity.id, entity.name, entity.type, count[entity.id])
        for entity in lookup.entities()
        if entity.id in count and entity.type not in ("Role", "Responsibility", "Collective")
    ]
    return sorted(found, key=lambda row: (-row[3], row[1]))[:_MOST_LISTED]
