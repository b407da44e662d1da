"""What is only reported, planned, possible or denied: told as such, and never as the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pyoxigraph import Literal

from app.model import AnswerItem, AnswerStatus, Fact, Phase, Status
from app.ontology import NEGATIVE
from app.query.ask.answers.beside.looking import LISTING, Beside, asks_who, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.hearsay import by_hearsay
from app.query.ask.answers.times import range_words
from app.query.ask.grammar.reading import PRESENT, Asked, Tense
from app.query.ask.lexical.values import Period
from app.query.ask.plans.evaluate import ALL_GRAPHS, Found, Row
from app.query.ask.plans.plan import Atom, OneOf, Plan

_TELLABLE = (Status.REPORTED, Status.ASSERTED, Status.STATED, Status.DISPUTED)
_SOFT = "SimpleFact"


def planned(beside: Beside, plan: Plan) -> Draft | None:
    """What is to come and is stated; None if nothing is."""
    found = beside.evaluator.run(with_first(plan, requires=None), graphs=ALL_GRAPHS)
    rows = tuple(row for row in found.rows if not row.facts[0].realised and row.facts[0].status.trusted)
    return _reserved(beside, beside.answerer.found(replace(found, rows=rows)), rows) if rows else None


def with_successor(beside: Beside, draft: Draft) -> Draft:
    """For who holds an office: whoever is announced for it, and in their place once that day is past."""
    plan = draft.plan
    first = plan.atoms[0] if plan and plan.atoms else None
    if not draft.answered or plan is None or first is None or plan.asked not in LISTING or len(plan.atoms) > 1:
        return draft
    titled = any(slot == "title" and isinstance(term, OneOf) for slot, term in first.arguments)
    currency = beside.answerer.currency
    later = next((p.last for p in first.periods if _is_ahead(p, currency.today)), None)
    if not titled or first.tense is Tense.PLANNED or not asks_who(plan):
        return draft
    if first.tense not in PRESENT and later is None:
        return draft
    then = with_first(plan, periods=(), tense=Tense.PLANNED) if later else plan
    found = beside.evaluator.run(then, graphs=ALL_GRAPHS)
    rows = [row for row in found.rows if not row.facts[0].realised and row.facts[0].status.trusted]
    begun = tuple(row for row in rows if currency.has_begun(row.facts[0], later))
    if begun and (later or beside.lexicon.is_singular(plan.answer_words)):
        taken = _reserved(beside, beside.answerer.found(replace(found, rows=begun)), begun)
        taken.caveats.append(f"Stated before that: {draft.sentence}")
        taken.facts += draft.facts
        return taken
    if later is not None:
        draft.reserve("That time is after the newest article: who held the office before it is told.")
    for fact in (row.facts[0] for row in rows):
        when = range_words(fact.time.start.earliest, fact.time.start.latest)
        draft.caveats.append(f"Announced: {beside.answerer.speaker.sentence(fact)}{f', {when}' if when else ''}.")
    return draft


def _is_ahead(period: Period, today: str | None) -> bool:
    """Whether a time lies after the day that the articles end with."""
    return today is not None and period.side not in ("before", "until") and period.first > today


def due(beside: Beside, plan: Plan) -> Draft | None:
    """Who goes, when or whether something ends or begins, asked in the present tense, of what is still to do so."""
    first = plan.atoms[0]
    begins = first.requires == "started" and plan.asked is Asked.WHETHER
    ends = first.requires == "ended" and plan.asked in (Asked.WHEN, Asked.WHETHER, Asked.WHY, *LISTING)
    if not first.present or not (begins or ends):
        return None
    found = beside.evaluator.run(with_first(plan, tense=Tense.PLANNED))
    if not found.rows:
        return None
    draft = beside.answerer.found(found)
    if plan.asked is Asked.WHETHER:
        draft.sentence = draft.sentence.replace("Yes:", "Yes, as a plan:", 1)
        draft.caveats.insert(0, "A plan, not something that has come about.")
    return draft


def unconfirmed(beside: Beside, plan: Plan) -> Draft | None:
    """What is only reported or planned is an answer with a reservation; what is only possible is none."""
    loosened = with_first(plan, requires=None) if plan.atoms[0].requires == "started" else plan
    found = beside.evaluator.run(loosened, graphs=ALL_GRAPHS)
    if not found.rows or plan.atoms[0].tense is Tense.PLANNED:
        return None
    open_rows = [row for row in found.rows if not all(fact.established for fact in row.facts)]
    told = tuple(row for row in open_rows if all(fact.status in _TELLABLE for fact in row.facts))
    if not open_rows:
        return None
    if told:
        draft = beside.answerer.found(replace(found, rows=told))
        return _reserved(beside, draft, told)
    kinds = sorted({str(row.facts[0].status) for row in open_rows})
    sentences = list(dict.fromkeys(beside.answerer.speaker.sentence(row.facts[0]) for row in open_rows))
    draft = Draft(AnswerStatus.NOT_STATED, f"Not established, only {' or '.join(kinds)}: {'; '.join(sentences)}.")
    draft.alternatives, draft.queries = sentences, [found.query]
    draft.facts = [row.facts[0] for row in open_rows]
    return draft


def possible(beside: Beside, plan: Plan) -> Draft | None:
    """For whether something will be so: that it may, if an article says that and none that it is planned."""
    first = plan.atoms[0] if plan.atoms else None
    if plan.asked is not Asked.WHETHER or first is None or first.tense is not Tense.PLANNED:
        return None
    found = beside.evaluator.run(with_first(plan, tense=Tense.ANY, requires=None), graphs=ALL_GRAPHS)
    aspect = first.requires or first.aspect
    for fact in (row.facts[0] for row in found.rows):
        stances = [part.status for part in fact.aspects if part.name == aspect]
        if Status.POSSIBLE in (stances or [fact.status]):
            item = AnswerItem(label=Status.POSSIBLE, value=Status.POSSIBLE, status=fact.status)
            sentence = f"Possible: {beside.answerer.speaker.sentence(fact, first.relation.name)}."
            return Draft(AnswerStatus.PARTIAL, sentence, [item], facts=[fact], queries=[found.query])
    return None


def only_hearsay(beside: Beside, plan: Plan) -> Draft | None:
    """What is established but for a detail that only hearsay gives."""
    found = by_hearsay(plan, beside.evaluator)
    return _reserved(beside, beside.answerer.found(found), found.rows) if found else None


def _reserved(beside: Beside, draft: Draft, rows: Sequence[Row]) -> Draft:
    facts = [fact for row in rows for fact in row.facts]
    word = reservation(facts)
    first = draft.plan.atoms[0] if draft.plan else None
    new = word == "planned" and first is not None and first.tense is Tense.NEW
    announced = word == "planned" and first is not None and first.aspect == "announced"
    asks_time = draft.plan is not None and draft.plan.asked in (Asked.WHEN, Asked.HOW_LONG)
    asks_amount = draft.plan is not None and draft.plan.asked is Asked.AMOUNT
    ahead = word == "planned" and first is not None and first.present and (asks_time or asks_amount)
    if draft.status is AnswerStatus.ANSWERED and not announced:
        draft.status = AnswerStatus.PARTIAL
    if draft.items and draft.items[0].label == "yes":
        answer = "yes" if word == "reported" or announced else word
        draft.items = [draft.items[0].model_copy(update={"label": answer, "value": answer})]
    bare = draft.sentence.removeprefix("Yes: ").removeprefix("Yes, as a plan: ").removeprefix("Planned: ")
    draft.sentence = f"Only {word}: {bare}"
    draft.caveats.insert(0, f"Only {word}, not established as a fact.")
    # What is planned or rumoured is not so; it is told, and not given as the answer. Only of moods and quarrels,
    # which nobody could report as plain facts, hearsay is the best there is.
    dated = word == "planned" and first is not None and bool(first.periods)
    whether = draft.plan is not None and draft.plan.asked is Asked.WHETHER
    if word == "planned" and first is not None and first.present and not whether:  # "who is buying Acme"
        ahead = ahead or beside.evaluator.ontology.situation_of(first.relation.name).point_in_time
    due = _is_past_plan(beside, draft, facts)
    if due:
        draft.caveats.insert(1, "It was planned for a day that is past; that it came about is not stated.")
    if not (announced or ahead or new or dated or due) and not (
        word == "reported" and all(fact.type == _SOFT for fact in facts)
    ):
        draft.items = []
    return draft


def _is_past_plan(beside: Beside, draft: Draft, facts: Sequence[Fact]) -> bool:
    """Whether an answer lists whom the present office or tie was announced for, from a day that is past by now."""
    plan = draft.plan
    listed = plan is not None and plan.asked in (*LISTING, Asked.WHERE) and plan.atoms[0].tense in PRESENT
    ahead = [fact for fact in facts if not fact.realised]
    return listed and bool(ahead) and all(beside.answerer.currency.has_begun(fact) for fact in ahead)


def negated(beside: Beside, plan: Plan) -> Draft | None:
    """What an article says is not so, or what somebody denies."""
    denied = negative(plan)
    if plan.asked is not Asked.WHETHER or denied is None:
        return None
    found = _denied(beside, denied)
    # Who denies a plan has not denied that something else came about, and the other way round.
    first = plan.atoms[0]
    under_way = first.present and _happens(beside, first)
    planned = first.tense is Tense.PLANNED
    bidding = plan.root is not None and beside.lexicon.is_for_plans(plan.root.verb)
    # "Is X buying Y" asks of what may be done, or still to come.
    known = (row for row in found.rows if under_way or bidding or row.facts[0].realised is not planned)
    rows = tuple(row for row in known if _denies(beside, row.facts[0], plan))
    if not rows:
        return _came_to_nothing(beside, found, plan)
    fact = rows[0].facts[0]
    said = beside.answerer.claimed(fact)
    if _was_planned(beside, fact):
        item = AnswerItem(label="no", value="no", status=fact.status)
        sentence = f"No, the plan was called off: {said}"
        return Draft(AnswerStatus.ANSWERED, sentence, [item], facts=[fact], queries=[found.query])
    others = _against(beside, fact)
    if others and fact.status is Status.NEGATED:
        item = AnswerItem(label="not established", value="not established", status=fact.status)
        sentence = f"Sources differ. That it is not so: {said} Otherwise: {others}"
        return Draft(AnswerStatus.PARTIAL, sentence, [item], facts=[fact], queries=[found.query])
    if fact.status is Status.NEGATED:
        item = AnswerItem(label="no", value="no", status=fact.status)
        return Draft(AnswerStatus.ANSWERED, f"No: {said}", [item], facts=[fact], queries=[found.query])
    item = AnswerItem(label="denied", value="denied", status=fact.status)
    sentence = f"Denied: {said}{f' Otherwise: {others}' if others else ''}"
    return Draft(AnswerStatus.PARTIAL, sentence, [item], facts=[fact], queries=[found.query])


def abandoned(beside: Beside, plan: Plan) -> Draft | None:
    """For who is to do something: what was planned of the kind, and was called off."""
    first, denied = plan.atoms[0], negative(plan)
    if denied is None or not (first.present or first.tense is Tense.PLANNED) or plan.asked is Asked.WHETHER:
        return None
    found = _denied(beside, denied)
    facts = [row.facts[0] for row in found.rows if not row.facts[0].realised and _denies(beside, row.facts[0], plan)]
    off = list({fact.id: fact for fact in facts if _was_planned(beside, fact)}.values())
    if not off:
        return None
    said = " ".join(beside.answerer.claimed(fact) for fact in off)
    return Draft(AnswerStatus.NOT_STATED, f"A plan was called off: {said}", facts=off, queries=[found.query])


def _came_to_nothing(beside: Beside, found: Found, plan: Plan) -> Draft | None:
    """For whether something has happened: that the plan for it came to nothing, which is told and is no answer."""
    first = plan.atoms[0]
    if first.tense is Tense.PLANNED or not _happens(beside, first):
        return None
    facts = [row.facts[0] for row in found.rows if _denies(beside, row.facts[0], plan)]
    off = next((fact for fact in facts if not fact.realised and fact.status is Status.NEGATED), None)
    if off is None:
        return None
    item = AnswerItem(label="not established", value="not established", status=off.status)
    sentence = f"That it happened is not stated. {beside.answerer.claimed(off)}"
    return Draft(AnswerStatus.PARTIAL, sentence, [item], facts=[off], queries=[found.query])


def _denied(beside: Beside, denied: Plan) -> Found:
    """What is denied of the kind; or what goes by another relation of the same situation and denies this one too.

    Who is not to be chief is not to join, if somebody says so.
    """
    found = beside.evaluator.run(denied, graphs=ALL_GRAPHS)
    ontology, own = beside.evaluator.ontology, denied.atoms[0].relation
    kind = ontology.relations[own.name].situation
    beside_it = [other for other in ontology.relations.values() if other.situation == kind and other.name != own.name]
    for other in beside_it if not found.rows and ontology.ends_by_another(ontology.relations[own.name]) else ():
        told = beside.evaluator.run(with_first(denied, relation=replace(own, name=other.name)), graphs=ALL_GRAPHS)
        rows = tuple(row for row in told.rows if own.name in _relations(beside, row.facts[0]))
        if rows:
            return replace(told, rows=rows)
    return found


def _relations(beside: Beside, fact: Fact) -> set[str]:
    return {claim.relation for claim in beside.evaluator.lookup.claims_by_id(fact.supported_by)}


def _happens(beside: Beside, atom: Atom) -> bool:
    """Whether what is asked is something that happens, or begins, and no state."""
    begins = "started" in (atom.requires, atom.aspect, atom.relation.aspect)
    return begins or beside.evaluator.ontology.situation_of(atom.relation.name).point_in_time


def _was_planned(beside: Beside, fact: Fact) -> bool:
    """Whether what is told not to be was told as planned before."""
    claims = beside.evaluator.lookup.claims_by_id(fact.disputed_by)
    return fact.status is Status.NEGATED and any(c.status.vouched and c.phase is Phase.PLANNED for c in claims)


def _against(beside: Beside, fact: Fact) -> str:
    """What sources say who hold possible, or report, what others say is not so; nothing if there are none."""
    claims = beside.evaluator.lookup.claims_by_id(fact.disputed_by)
    told = (claim for claim in claims if claim.status in (Status.POSSIBLE, *_TELLABLE))
    return " ".join(dict.fromkeys(f"“{claim.evidence[0].text}” ({claim.status})" for claim in told))


def _denies(beside: Beside, fact: Fact, plan: Plan) -> bool:
    """Whether what is denied is what is asked, and no other post or round of the same two."""
    wanted = {slot: set(term.terms) for slot, term in plan.atoms[0].arguments if isinstance(term, OneOf)}
    asked = {part: terms for slot, terms in wanted.items() for part in slot.split("|")}
    if _was_planned(beside, fact) and not asked.keys() & plan.atoms[0].relation.qualifiers:
        return True  # who is not to come as T is not to come
    claims = beside.evaluator.lookup.claims_by_id([*fact.supported_by, *fact.disputed_by])
    said = [{k: v for k, v in claim.qualifiers.items() if k in beside.lexicon.exact_slots} for claim in claims]
    return any(all(str(Literal(value)) in asked.get(slot, ()) for slot, value in each.items()) for each in said)


def reservation(facts: Sequence[Fact]) -> str:
    """What to call facts that are not established: reported, planned, or possible."""
    if any(fact.status is Status.REPORTED for fact in facts):
        return "reported"
    if any(fact.status in (Status.POSSIBLE, Status.QUESTION) for fact in facts):
        return "possible"
    return "planned"


def negative(plan: Plan) -> Plan | None:
    """The plan for the denial of its first situation, whose slots are neutral; None if it has no such form."""
    atom = plan.atoms[0]
    schema = atom.relation
    neutral = {schema.subject_slot: "subject", schema.object_slot: "object"}
    arguments = tuple((neutral[slot], term) for slot, term in atom.arguments if slot in neutral)
    if not arguments or len(plan.atoms) > 1:
        return None
    denied = replace(
        schema, situation=NEGATIVE, subject_slot="subject", object_slot="object" if schema.object_slot else None
    )
    return replace(plan, atoms=(Atom(atom.variable, denied, arguments),), order=None)
