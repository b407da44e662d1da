"""Holds a "yes, still" against what is said of others of the same name, who may be the same and are not known to be."""

from __future__ import annotations

from app.model import AnswerStatus, Fact
from app.query.ask.answers.beside.looking import Beside
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.times import day_words, range_words
from app.query.ask.grammar.reading import PRESENT, Asked
from app.query.ask.lexical.words import spelt_words


def unless_ended(beside: Beside, draft: Draft) -> Draft:
    """The answer to "is Roe chief of Acme", unless a Roe of "Acme Robotics" is said to have gone since."""
    plan = draft.plan
    atom = plan.atoms[0] if plan and plan.atoms else None
    if atom is None or plan is None or plan.asked is not Asked.WHETHER or atom.tense not in PRESENT:
        return draft
    held = [fact for fact in draft.facts if not fact.time.ended]
    if not held or atom.relation.subject_class != "Person" or [item.label for item in draft.items] != ["yes"]:
        return draft
    ended = _ended_since(beside, held[0], atom.relation.subject_slot, atom.relation.object_slot or "")
    if ended is None:
        return draft
    speaker, currency = beside.answerer.speaker, beside.answerer.currency
    last = currency.last_stated(held)
    place = speaker.label(ended.slots[atom.relation.object_slot or ""][0])
    when = range_words(ended.time.end.earliest, ended.time.end.latest)
    draft.sentence = (
        f"Last stated{f' on {day_words(last)}' if last else ''}: {draft.sentence.removeprefix('Yes: ')} "
        f"Of {place}, which may be the same, this is said to have ended{f' {when}' if when else ''}: "
        f"{speaker.sentence(ended)}."
    )
    draft.status, draft.items, draft.confidence = AnswerStatus.NOT_STATED, [], 0.0
    draft.facts = [*draft.facts, ended]
    return draft


def _ended_since(beside: Beside, fact: Fact, subject: str, place: str) -> Fact | None:
    """The same post of a namesake at a place that may be the same one, if it ended after the fact was last stated."""
    speaker, lookup = beside.answerer.speaker, beside.evaluator.lookup
    who, where = (next(iter(fact.slots.get(slot, ())), "") for slot in (subject, place))
    named = beside.names.by_words.get(spelt_words(speaker.label(who)))
    others = [each.iri.removeprefix(lookup.iris.base) for each in named.candidates] if named else []
    words = set(spelt_words(speaker.label(where)))
    last = beside.answerer.currency.last_stated([fact]) or ""
    for other in lookup.facts(entity=others, relation=fact.relation) if others else ():
        own = set(spelt_words(speaker.label(next(iter(other.slots.get(place, ())), ""))))
        may_be_one = bool(words) and bool(own) and (words <= own or own <= words)
        since = other.time.end.latest is not None and other.time.end.latest >= last
        titles = {title.casefold() for title in other.slots.get("title", ())}
        same = not titles or bool(titles & {title.casefold() for title in fact.slots.get("title", ())})
        if other.id != fact.id and other.time.ended and since and same and may_be_one:
            return other
    return None
