"""Sums up what the graph holds of one entity."""

from __future__ import annotations

from pyoxigraph import NamedNode

from app.model import AnswerItem, AnswerStatus
from app.query.ask.answer import Answerer, Draft
from app.query.ask.names import Names
from app.query.ask.plan import Plan
from app.query.ask.sparql import Select, Term, Triple, Var
from app.vocab import cg

_MOST_FACTS = 12


def summarise(plan: Plan, answerer: Answerer, names: Names) -> Draft:
    """Every fact about the entity as a sentence, best supported first."""
    iri = plan.names[0]
    candidate = names.labels[iri]
    entity_id = iri.removeprefix(answerer.lookup.iris.base)
    facts = answerer.lookup.facts(entity=entity_id)
    facts.sort(key=lambda fact: (-fact.independent_origins, fact.relation, fact.id))
    query = Select(
        (Var("fact"), Var("slot")),
        (
            Triple(Var("fact"), (Term(str(cg("status"))),), Var("status")),
            Triple(Var("fact"), (Term("?slot"),), Term(str(NamedNode(iri)))),
        ),
    )
    item = AnswerItem(label=candidate.label, iri=iri, value=candidate.type)
    if not facts:
        return Draft(
            AnswerStatus.NOT_STATED, f"{candidate.label} is named, but nothing is stated of it.", queries=[str(query)]
        )
    sentences = list(dict.fromkeys(answerer.speaker.sentence(fact) for fact in facts))
    text = ". ".join(sentences[:_MOST_FACTS]) + "."
    if len(sentences) > _MOST_FACTS:
        text += f" And {len(sentences) - _MOST_FACTS} more."
    return Draft(AnswerStatus.ANSWERED, text, [item], facts=facts[:_MOST_FACTS], queries=[str(query)], plan=plan)
