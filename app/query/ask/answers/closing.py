"""Closes an answer: its evidence, its reading in words, and questions that lead on from it."""

from __future__ import annotations

from collections.abc import Iterable

from app.model import Answer, AnswerEvidence, Fact
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft, distinct
from app.query.ask.grammar.reading import Tense
from app.query.ask.plans.plan import ANSWER, Atom, OneOf, Plan, Variable

_MOST_FOLLOWUPS = 3
_MOST_EVIDENCE = 20


def close(answerer: Answerer, draft: Draft) -> Answer:
    """The finished answer."""
    return Answer(
        status=draft.status,
        answer=draft.sentence,
        answers=tuple(draft.items) if draft.answered else (),
        interpretation=draft.interpretation or (_interpretation(answerer, draft.plan) if draft.plan else None),
        sparql=tuple(dict.fromkeys(draft.queries)),
        evidence=_evidence(answerer, distinct(draft.facts)[:_MOST_EVIDENCE]),
        caveats=tuple(dict.fromkeys(draft.caveats)),
        alternatives=tuple(dict.fromkeys(draft.alternatives)),
        followups=_followups(answerer, draft) if draft.answered else (),
        confidence=round(draft.confidence, 2),
    )


def _evidence(answerer: Answerer, facts: Iterable[Fact]) -> tuple[AnswerEvidence, ...]:
    """The sentences that the facts rest on, each once."""
    return AnswerEvidence.each_once(item for fact in facts for item in answerer.lookup.evidence(fact))


def _interpretation(answerer: Answerer, plan: Plan) -> str | None:
    """The plan in words: what is asked, and of which situations."""
    if not plan.atoms:
        return None
    situations = "; ".join(_described(answerer, atom) for atom in plan.atoms)
    return f"{plan.asked.value}: {situations}"


def _described(answerer: Answerer, atom: Atom) -> str:
    filled = [f"{slot} {_named(answerer, term)}" for slot, term in atom.arguments]
    conditions = [atom.tense.value] if atom.tense is not Tense.ANY else []
    conditions += [f"{atom.requires}"] if atom.requires else []
    conditions += [period.text for period in atom.periods]
    return f"{atom.relation.label} ({', '.join([*filled, *conditions])})"


def _named(answerer: Answerer, term: Variable | OneOf) -> str:
    if isinstance(term, Variable):
        return "= ?" if term.name == ANSWER else "= any"
    return "= " + " or ".join(answerer.speaker.label(text.strip('<>"')) for text in term.terms[:3])


def _followups(answerer: Answerer, draft: Draft) -> tuple[str, ...]:
    """Questions that are known to have an answer: what is known of the others in the facts."""
    asked = set(draft.plan.names) if draft.plan else set()
    found: list[str] = []
    for fact in draft.facts:
        for value in (value for values in fact.slots.values() for value in values):
            entity = answerer.speaker.entity(value)
            if entity and entity.iri not in asked and entity.type not in ("Role", "Responsibility"):
                found.append(f"{'Who' if entity.type == 'Person' else 'What'} is {entity.label}?")
    return tuple(dict.fromkeys(found))[:_MOST_FOLLOWUPS]
