"""Sums up what the graph holds of one entity: what it is before what happened to it."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from app.graphs import DERIVED
from app.model import AnswerItem, AnswerStatus, Fact
from app.ontology import Ontology
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate, Names
from app.query.ask.plans.plan import Plan
from app.query.ask.plans.sparql import Select, Term, Triple, Var
from app.query.attributes import snake_case
from app.query.outline import Outline, outlines
from app.vocab import CG, TYPE, cg

_MOST_FACTS = 16
_LAST_RANK = 9


def summarise(plan: Plan, answerer: Answerer, names: Names, ontology: Ontology) -> Draft:
    """The most telling facts about the entity as sentences, best supported first."""
    iri = plan.names[0]
    candidate = names.labels[iri]
    entity_id = iri.removeprefix(answerer.lookup.iris.base)
    known = sorted(outlines(answerer.lookup, entity_id), key=lambda fact: _importance(fact, answerer.lexicon))
    query = Select(
        (Var("fact"), Var("slot")),
        (
            Triple(Var("fact"), (Term(str(cg("status"))),), Var("status")),
            Triple(Var("fact"), (Term("?slot"),), Term(str(NamedNode(iri)))),
        ),
    )
    item = AnswerItem(label=candidate.label, iri=iri, value=candidate.type)
    if not known:
        return Draft(
            AnswerStatus.NOT_STATED, f"{candidate.label} is named, but nothing is stated of it.", queries=[str(query)]
        )
    venture, behind = _venture(entity_id, candidate.label, answerer, ontology, known)
    facts, sentences, more = _told(known, [*_kinds(candidate, answerer, ontology), *venture], answerer)
    text = ". ".join(sentences) + "."
    if more:
        text += f" And {more} more."
    return Draft(
        AnswerStatus.ANSWERED, text, [item], facts=[*behind, *facts][:_MOST_FACTS], queries=[str(query)], plan=plan
    )


def _kinds(candidate: Candidate, answerer: Answerer, ontology: Ontology) -> list[str]:
    """What it is besides its own class, by what follows from the facts: "X is a data vendor"."""
    lookup = answerer.lookup
    stored = lookup.store.quads(NamedNode(candidate.iri), TYPE, None, lookup.iris.graph(DERIVED))
    names = {quad.object.value.removeprefix(CG) for quad in stored if isinstance(quad.object, NamedNode)}
    further = sorted(names - {candidate.type, *ontology.ancestors(candidate.type)})
    return [f"{candidate.label} is a {snake_case(name).replace('_', ' ')}" for name in further]


def _told(known: Sequence[Outline], first: list[str], answerer: Answerer) -> tuple[list[Fact], list[str], int]:
    """The facts that are told, the sentences that tell them, and how many facts are left."""
    facts: list[Fact] = []
    sentences = dict.fromkeys(first)
    for start in range(0, len(known), _MOST_FACTS):
        ids = [outline.id for outline in known[start : start + _MOST_FACTS]]
        read = {fact.id: fact for fact in answerer.lookup.facts_by_id(ids)}
        for place, id_ in enumerate(ids):
            if len(sentences) == _MOST_FACTS:
                return facts, list(sentences), len(known) - start - place
            facts.append(read[id_])
            sentences[answerer.speaker.sentence(read[id_])] = None
    return facts, list(sentences), 0


def _importance(fact: Outline, lexicon: Lexicon) -> tuple[int, bool, int, str, str]:
    rank = lexicon.ranks.get(fact.relation, _LAST_RANK)
    return rank, fact.ended, -fact.origins, fact.relation, fact.id


def _venture(
    entity_id: str, label: str, answerer: Answerer, ontology: Ontology, known: Sequence[Outline]
) -> tuple[list[str], list[Fact]]:
    """The sentence that says whose joint venture it is, if its founders are partners in one, and what that rests on."""
    for relation, text in answerer.lexicon.ventures.items():
        schema = ontology.relations[relation]
        slot, _, scope = text.partition("=")
        own = answerer.lookup.facts_by_id(outline.id for outline in known if outline.relation == relation)
        own = [fact for fact in own if entity_id in fact.slots.get(schema.object_slot or "", ())]
        founders = list(dict.fromkeys(value for fact in own for value in fact.slots.get(schema.subject_slot, ())))
        iris = [answerer.lookup.iris.entity(value).value for value in founders]
        shared = answerer.between(iris) if len(founders) > 1 else []
        if joint := [fact for fact in shared if scope in fact.slots.get(slot, ())]:
            return [f"{label} is a {scope} of {join([answerer.speaker.label(value) for value in founders])}"], joint
    return [], []
