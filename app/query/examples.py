"""Questions to begin with, which this very graph can answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import QuerySolutions

from app.graphs import FACTS, is_entity_id
from app.model import Fact
from app.query.checks import relation_term
from app.query.lookup import Lookup
from app.vocab import cg

# What can be asked of a fact of each relation, in words that the question's own parser knows.
_QUESTIONS = {
    "heldRole": "Who was {title} of {organization}?",
    "investedIn": "Who invested in {investee}?",
    "acquired": "Who acquired {target}?",
    "founded": "Who founded {organization}?",
    "supplies": "Who supplies {client}?",
    "partnerOf": "Who is a partner of {partner}?",
    "formerName": "What was {subject} formerly called?",
    "left": "Who left {organization}?",
}
_MOST, _LOOKED_AT = 6, 100


def examples(lookup: Lookup, facts: Iterable[Fact]) -> Iterator[str]:
    """A question for each relation, as far as there are facts."""
    listed = sorted(facts, key=_rank)
    ends = {value for fact in listed for values in fact.slots.values() for value in values[:1] if is_entity_id(value)}
    names = {entity.id: entity.name for entity in lookup.entities_by_id(ends)}
    asked: set[str] = set()
    for fact in listed:
        if fact.relation in asked or not fact.realised or (question := _question(fact, names)) is None:
            continue
        asked.add(fact.relation)
        yield question
        if len(asked) == _MOST:
            return


def an_example(lookup: Lookup) -> str | None:
    """One question, found without reading all of a large graph; none if the graph has no fact that one is known of."""
    graph = lookup.iris.graph(FACTS)
    relations = (f"{cg('relation')} {relation_term(name)}" for name in _QUESTIONS)
    for told in (f"{cg('responsibility')} ?responsibility", *relations):
        rows = lookup.store.query(
            f"SELECT DISTINCT ?fact WHERE {{ GRAPH {graph} {{ ?fact {told} }} }} LIMIT {_LOOKED_AT}"
        )
        assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
        prefix = lookup.iris.fact("").value
        found = lookup.facts_by_id(row["fact"].value.removeprefix(prefix) for row in rows)
        if (question := next(examples(lookup, found), None)) is not None:
            return question
    return None


def _rank(fact: Fact) -> tuple[bool, int, str]:
    """What somebody oversaw, and for how long, comes before all: it is what no other search answers."""
    return "responsibility" not in fact.slots, -fact.article_count, fact.id


def _question(fact: Fact, names: Mapping[str, str]) -> str | None:
    """A question about what a fact tells; None if there is no wording for it, or it lacks what the wording names."""
    template = _QUESTIONS.get(fact.relation)
    if template is None:
        return None
    slots = {slot: names.get(values[0], values[0]) for slot, values in fact.slots.items() if values}
    if fact.relation == "heldRole" and fact.time.ended and slots.get("responsibility"):
        template = "Who oversaw {responsibility} at {organization} and when did they leave?"
    try:
        return template.format_map(slots)
    except KeyError:
        return None
