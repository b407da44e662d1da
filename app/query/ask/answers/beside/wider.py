"""What fits but for a detail, a class or a link: a longer title, a unit in between, an owner who bought the whole."""

from __future__ import annotations

from dataclasses import replace

from app.model import AnswerStatus, Fact
from app.ontology import RelationSchema
from app.query.ask.answers.answer import UNSTATED
from app.query.ask.answers.beside.looking import LISTING, Beside, asks_who, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.lexical.words import content_words, name_words
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.makings import deeds
from app.query.ask.plans.plan import Atom, OneOf, Plan, Variable

_BY_SERVICE = "Told by what they supply: the articles do not say of which kind these vendors are."


def longer_title(beside: Beside, plan: Plan) -> Draft | None:
    """For somebody who is named: a post whose title says more than the question does ("head" of something)."""
    atom = plan.atoms[0]
    titles = next((t.terms for s, t in atom.arguments if s == "title" and isinstance(t, OneOf)), ())
    longer = beside.names.longer_titles(titles)
    if not longer or asks_who(plan) or not plan.names:
        return None
    changed = tuple((s, OneOf(longer) if s == "title" else term) for s, term in atom.arguments)
    found = beside.evaluator.run(with_first(plan, arguments=changed))
    if len({row.facts[0].slots.get("title") for row in found.rows}) != 1:
        return None
    draft = beside.answerer.found(found)
    draft.reserve("The articles give a longer title.")
    return draft


def concluded(beside: Beside, plan: Plan) -> Draft | None:
    """Who owns what, where no article says so, by who has bought the whole of it: a conclusion, and told as one."""
    atom = plan.atoms[0]
    plain = not (atom.periods or atom.quantities or atom.requires or atom.excluded or plan.measure or plan.order)
    if not plain or atom.tense not in (Tense.ANY, Tense.CURRENT):
        return None
    for deed, done in deeds(plan, beside.lexicon, beside.evaluator.ontology):
        found = beside.evaluator.run(deed)
        rows = tuple(row for row in found.rows if _is_last(beside, row.facts[0], done))
        if rows:
            draft = beside.answerer.found(replace(found, rows=rows))
            draft.caveats.insert(0, f"Concluded from what is stated ({done.label}): no article says so itself.")
            return draft
    return None


def _is_last(beside: Beside, fact: Fact, done: RelationSchema) -> bool:
    """Whether all of something changed hands, and nobody else is said to have got it."""
    thing = fact.slots.get(done.object_slot or "", ())
    others = beside.evaluator.lookup.facts(relation=done.name, entity=thing)
    same = [other for other in others if other.slots.get(done.object_slot or "") == thing and other.realised]
    takers = {taker for other in same for taker in other.slots.get(done.subject_slot, ())}
    return not fact.slots.get("percent") and len(takers) == 1


def without_detail(beside: Beside, plan: Plan) -> Draft | None:
    """What fits but for a detail that the articles leave open: that somebody left, though not how."""
    atom = plan.atoms[0]
    details = [slot for slot, _ in atom.arguments if slot in beside.lexicon.optional]
    # Whoever asks who resigned does not want to hear who left, one way or another.
    if not details or plan.asked is Asked.WHETHER or not plan.names or asks_who(plan):
        return None
    kept = tuple((slot, term) for slot, term in atom.arguments if slot not in details)
    found = beside.evaluator.run(with_first(plan, arguments=kept))
    rows = tuple(row for row in found.rows if all(_is_open(row.facts[0], slot) for slot in details))
    if not rows:
        return None
    draft = beside.answerer.found(replace(found, rows=rows))
    draft.reserve(f"The articles do not state the {' or '.join(details)}.")
    return draft


def chained(beside: Beside, plan: Plan) -> Draft | None:
    """Whether a part of a part is part of the whole."""
    atom = plan.atoms[0]
    schema = atom.relation
    if plan.asked is not Asked.WHETHER or schema.name not in beside.lexicon.transitive or len(plan.atoms) > 1:
        return None
    between = Variable("between")
    ends = dict(atom.arguments)
    lower, upper = ends.get(schema.subject_slot), ends.get(schema.object_slot or "")
    if lower is None or upper is None:
        return None
    first = replace(atom, arguments=((schema.subject_slot, lower), (schema.object_slot or "", between)))
    second = replace(
        atom, variable="link", arguments=((schema.subject_slot, between), (schema.object_slot or "", upper))
    )
    found = beside.evaluator.run(replace(plan, atoms=(first, second)))
    return beside.answerer.found(found) if found.rows else None


def through_unit(beside: Beside, plan: Plan) -> Draft | None:
    """A yes/no question about a company, of what holds for one of its units."""
    atom = plan.atoms[0]
    unit_of = beside.evaluator.ontology.relations.get("unitOf")
    for index, (slot, term) in enumerate(atom.arguments):
        if plan.asked is not Asked.WHETHER or slot not in beside.lexicon.through_units or unit_of is None:
            continue
        unit = Variable("unit")
        arguments = (*atom.arguments[:index], (slot, unit), *atom.arguments[index + 1 :])
        link = Atom("link", unit_of, ((unit_of.subject_slot, unit), (unit_of.object_slot or "", term)))
        found = beside.evaluator.run(replace(plan, atoms=(replace(atom, arguments=arguments), link, *plan.atoms[1:])))
        if found.rows:
            draft = beside.answerer.found(found)
            draft.status = AnswerStatus.PARTIAL
            draft.sentence = f"Through a unit: {draft.sentence.removeprefix('Yes: ')}"
            draft.caveats.append("This holds for a unit; nothing is stated of the company itself.")
            return draft
    return None


def wider_class(beside: Beside, plan: Plan) -> Draft | None:
    """What fits but for a class that the graph only infers ("data vendor")."""
    found = _of_any_class(beside, plan)
    if found is None or not found.rows:
        return None
    draft = beside.answerer.found(found)
    if not all(row.facts[0].slots.get("service") for row in found.rows):
        draft.status = AnswerStatus.PARTIAL
    draft.caveats.append(_BY_SERVICE)
    return draft


def _of_any_class(beside: Beside, plan: Plan) -> Found | None:
    """What fits but for a class that is only inferred, by the signs of it; None if no such class is asked for."""
    signs = [words for name, words in beside.lexicon.signs.items() if plan.answer and name in plan.answer.classes]
    if plan.answer is None or not signs:
        return None
    wide = replace(plan.answer, classes=())
    atoms = tuple(
        replace(atom, arguments=tuple((s, wide if t == plan.answer else t) for s, t in atom.arguments))
        for atom in plan.atoms
    )
    found = beside.evaluator.run(replace(plan, atoms=atoms, answer=wide))
    return replace(found, rows=tuple(row for row in found.rows if _mentions(row.facts[0], signs[0])))


def by_service(beside: Beside, draft: Draft) -> Draft:
    """For a class that is only inferred ("data vendors"): beside those of it, whoever supplies what they do."""
    plan = draft.plan
    wide = _of_any_class(beside, plan) if draft.answered and plan and plan.asked in LISTING and not plan.order else None
    if plan is None or wide is None:
        return draft
    told = beside.evaluator.run(plan)
    known = {row.term for row in told.rows}
    more = tuple(row for row in wide.rows if row.term not in known and row.facts[0].slots.get("service"))
    if not more:
        return draft
    fuller = beside.answerer.found(replace(wide, plan=plan, rows=(*told.rows, *more)))
    fuller.confidence = draft.confidence
    fuller.caveats += [*draft.caveats, _BY_SERVICE]
    return fuller


def _mentions(fact: Fact, signs: frozenset[str]) -> bool:
    """Whether the fact's service has one of the words, or leaves open what it is."""
    words = {word for text in fact.slots.get("service", ()) for word in content_words(name_words(text))}
    return not words or bool(words & signs)


def _is_open(fact: Fact, slot: str) -> bool:
    return set(fact.slots.get(slot, ())) <= {UNSTATED}
