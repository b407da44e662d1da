"""What a part of a question can lean on: whom the part before found or named, and the situation that it spoke of."""

from __future__ import annotations

from dataclasses import replace

from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import Asked, Phrase, Situation
from app.query.ask.lexical.names import Candidate, Names


def antecedents(first: Draft, names: Names, *, answers_only: bool) -> tuple[Candidate, ...]:
    """What a pronoun in the next part can stand for: the answers of the one before, or also whom it named."""
    iris = [item.iri for item in first.items if item.iri]
    if not answers_only and first.plan:
        iris += first.plan.names
    return tuple(names.labels[iri] for iri in dict.fromkeys(iris) if iri in names.labels)


def inherit(situation: Situation, first: Draft) -> Situation:
    """The next part's situation with what it leaves unsaid: the organisation that the one before named."""
    root = first.plan.root if first.plan else None
    if root is None or root.relation.situation != situation.relation.situation:
        return situation
    named = [(s, p) for s, p in root.arguments if p.names and not p.asked and not situation.filled(s)]
    return replace(situation, arguments=(*situation.arguments, *named))


def ellipsis(first: Draft, names: Names) -> Situation | None:
    """The situation of the part before with its answers in place: for "... and when?"."""
    root = first.plan.root if first.plan else None
    if root is None:
        return None
    found = antecedents(first, names, answers_only=True)

    def settled(phrase: Phrase) -> Phrase:
        if not phrase.asked and phrase.words:
            return phrase
        return Phrase(phrase.words, names=found, every=True)

    return replace(root, arguments=tuple((slot, settled(phrase)) for slot, phrase in root.arguments))


def asking_who(situation: Situation) -> Situation | None:
    """The situation with its subject asked for: "... and by whom?"; None if it is told already."""
    schema = situation.relation
    if situation.filled(schema.subject_slot):
        return None
    who = Phrase("who", classes=("Agent",), asked=Asked.WHO)
    return replace(situation, arguments=(*situation.arguments, (schema.subject_slot, who)))


def asking_where(situation: Situation) -> Situation | None:
    """The situation with its place asked for: "... and where?"; None if it is told already."""
    schema = situation.relation
    slot = schema.object_slot
    if slot is None or situation.filled(slot):
        return None
    where = Phrase("where", classes=(), asked=Asked.WHERE)
    return replace(situation, arguments=(*situation.arguments, (slot, where)))


def asking_slot(situation: Situation, slot: str) -> Situation:
    """The situation with one of its details asked for, whatever stood there before."""
    what = Phrase("what", asked=Asked.WHAT)
    others = tuple((name, phrase) for name, phrase in situation.arguments if name != slot)
    constants = tuple((name, terms) for name, terms in situation.constants if name != slot)
    return replace(situation, arguments=(*others, (slot, what)), constants=constants)
