"""Takes questions apart that ask two things, and joins the two answers ("who oversaw X, and when did they leave?")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.model import AnswerItem, AnswerStatus
from app.ontology import Ontology
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.timing import NO_DATE
from app.query.ask.grammar.reading import Asked, Phrase, Reading, Situation
from app.query.ask.lexical.analyse import Analysis, Match
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.inflect import past_tense
from app.query.ask.lexical.names import Candidate, Names
from app.query.ask.lexical.words import AUXILIARIES, Token

_OPENERS = frozenset("when who whom what which where why how since until did does is was are were has have".split())
_JOINERS = frozenset({"and", "then"})
_PREPOSITIONS = frozenset("for since until by at in with to from as on under during into".split())
_BARE_PREPOSITIONS = frozenset({"for", "since", "until", "by", "at", "in", "with"})
_OF_IT: dict[tuple[str, ...], Asked] = {
    ("when",): Asked.WHEN,
    ("how", "much"): Asked.AMOUNT,
    ("for", "how", "much"): Asked.AMOUNT,
    ("what",): Asked.WHAT,
    ("who",): Asked.WHO,
}
_SMALL = AUXILIARIES | {"it", "that", "this", "they", "the", "its", "for", "of", "them", "'s", "worth", "did"}


def split(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The questions of a compound one, in order; one if it is simple.

    >>> from app.query.ask.lexical.words import tokenize
    >>> [len(part) for part in split(tokenize("Who founded X and when?"))]
    [3, 1]
    """
    for index in range(1, len(tokens) - 1):
        if tokens[index].word not in _JOINERS:
            continue
        follower = index + 1
        if tokens[follower].word in _PREPOSITIONS and follower + 1 < len(tokens):
            follower += 1
        if tokens[follower].word in _OPENERS:
            return [tokens[:index], *split(tokens[index + 1 :])]
    return [tokens]


def antecedents(first: Draft, names: Names, *, answers_only: bool) -> tuple[Candidate, ...]:
    """What a pronoun in the second question can stand for: the first one's answers, or also whom it named."""
    iris = [item.iri for item in first.items if item.iri]
    if not answers_only and first.plan:
        iris += first.plan.names
    return tuple(names.labels[iri] for iri in dict.fromkeys(iris) if iri in names.labels)


def inherit(situation: Situation, first: Draft) -> Situation:
    """The second question's situation with what it leaves unsaid: the organisation that the first one named."""
    root = first.plan.root if first.plan else None
    if root is None or root.relation.situation != situation.relation.situation:
        return situation
    named = [(s, p) for s, p in root.arguments if p.names and not p.asked and not situation.filled(s)]
    return replace(situation, arguments=(*situation.arguments, *named))


def ellipsis(first: Draft, names: Names) -> Situation | None:
    """The first question's situation with its answers in place: for "... and when?"."""
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


def taken_up(analysis: Analysis, root: Situation, ontology: Ontology) -> Reading | None:
    """The reading of a second question that asks more of the first one's situation: "... and when", "... who made it".

    None for a question with a situation of its own.
    """
    if of_it := asked_of_it(analysis, root, ontology):
        aspect = of_it.aspect if of_it.asked is Asked.WHEN else None
        asked: Asked | None = of_it.asked
        placed = replace(root, aspect=aspect or root.aspect, requires=None if aspect else root.requires)
        if of_it.measure and not placed.filled(of_it.measure):
            size = Phrase("how much", asked=Asked.AMOUNT)
            placed = replace(placed, arguments=(*placed.arguments, (of_it.measure, size)))
    else:
        asked, placed = is_ellipsis(analysis.words), root
    situation: Situation | None = placed
    if asked is Asked.WHO:
        situation = asking_who(placed)
    if asked is Asked.WHERE:
        situation = asking_where(placed)
    return Reading(asked, None, situation, 0.0) if asked and situation else None


@dataclass(frozen=True)
class OfIt:
    """What the second question asks of the first one's situation: when or how much, and of which of its times."""

    asked: Asked
    aspect: str | None = None
    measure: str | None = None


def asked_of_it(analysis: Analysis, root: Situation, ontology: Ontology) -> OfIt | None:
    """What "and when was it completed", "and how much was paid for the deal" ask; None for any other question.

    Every word must speak of that situation: "the deal" and "it" do, whatever else is named does not.
    """
    words = analysis.words
    opener = next((length for length in (3, 2, 1) if tuple(words[:length]) in _OF_IT), 0)
    found = OfIt(_OF_IT[tuple(words[:opener])]) if opener else None
    position = opener
    while found is not None and position < len(words):
        if words[position] in _SMALL:
            position += 1
            continue
        step = max(_steps(analysis, position, root, ontology), key=lambda step: step[0], default=None)
        if step is None:
            return None
        position = step[0]
        found = replace(found, aspect=step[1] or found.aspect, measure=step[2] or found.measure)
    if found is None or opener == len(words):
        return None
    if found.asked is Asked.WHO:  # "who made it", and not "who paid"
        made = any(m.sense and m.sense.entry.kind is Kind.SUPPORT for i in range(len(words)) for m in analysis.at(i))
        return found if made else None
    worth = words[-1] == "worth" and not ("it" in words and "is" in words)  # "what is it worth": perhaps the company
    if found.measure is None and analysis.lexicon.measures.get(root.relation.name) != "amount" and "cost" in words:
        return None  # what a stake cost is no number of the stake
    priced = worth or found.measure is not None or any(True for _ in _costs(analysis, len(words) - 1))
    return found if found.asked is not Asked.WHAT else replace(found, asked=Asked.AMOUNT) if priced else None


def _steps(
    analysis: Analysis, position: int, root: Situation, ontology: Ontology
) -> Iterator[tuple[int, str | None, str | None]]:
    """Where words that speak of the situation, or of no more than a time or number of it, end; and which that is."""
    measure = analysis.lexicon.measures.get(root.relation.name)
    for match in analysis.at(position):
        entry = match.sense.entry if match.sense and not match.cost else None
        if entry is None:
            continue
        same, own = entry.relation == root.relation.name, entry.detail
        if entry.kind is Kind.SUPPORT and entry.detail == "subject":
            yield match.end, None, None
        elif entry.kind is Kind.ASPECT_VERB:
            yield match.end, entry.aspect, None
        elif entry.kind is Kind.SLOT_NOUN and (own in ("measure", measure) or own != "amount"):
            yield match.end, None, measure if own == "measure" else own
        elif (same and entry.kind is Kind.NOUN and not entry.denotes) or (
            _pays(entry, ontology) and measure == "amount"
        ):
            yield match.end, None, None


def _pays(entry: Entry, ontology: Ontology) -> bool:
    """Whether it is a verb of paying; "raised" asks for the money of all who gave some."""
    schema = ontology.relations.get(entry.relation)
    payer = schema.subject_slot if schema else None
    return entry.kind is Kind.VERB and any("amount" in f.slots and f.subject == payer for f in entry.frames)


def _costs(analysis: Analysis, position: int) -> Iterator[Match]:
    """The verb of "what did it cost"."""
    return (
        m for m in analysis.senses(position, Kind.ASPECT_VERB) if m.sense and m.sense.base.partition("/")[0] == "cost"
    )


def join(first: Draft, second: Draft) -> Draft:
    """One answer of two; the second's times go with the first's answers."""
    if not first.answered:
        return first
    limited = AnswerStatus.PARTIAL in (first.status, second.status)
    joined = Draft(
        status=AnswerStatus.ANSWERED if second.answered and not limited else AnswerStatus.PARTIAL,
        sentence=_sentence(first, second),
        items=_items(first.items, second.items),
        facts=[*first.facts, *second.facts],
        queries=[*first.queries, *second.queries],
        caveats=[*first.caveats, *second.caveats],
        alternatives=[*first.alternatives, *second.alternatives],
        confidence=min(first.confidence, second.confidence) if second.answered else first.confidence,
        plan=first.plan,
    )
    if not second.answered:
        joined.caveats.append("The second part of the question has no answer.")
    return joined


def _sentence(first: Draft, second: Draft) -> str:
    root = second.plan.root if second.plan else None
    same = {item.iri for item in first.items} == {item.iri for item in second.items}
    if _statements(second) <= _statements(first):
        return first.sentence
    if not second.timed or root is None or not same:
        return f"{first.sentence} {second.sentence}"
    verb = f"{past_tense(root.verb)} " if root.requires and root.verb else ""
    undated = f" {NO_DATE}" if NO_DATE in second.caveats else ""
    return f"{first.sentence.removesuffix('.')}; {verb}{second.timed}.{undated}"


def _statements(draft: Draft) -> set[str]:
    return set(draft.sentence.removesuffix(".").split(". "))


def _items(first: Sequence[AnswerItem], second: Sequence[AnswerItem]) -> list[AnswerItem]:
    """The first answers with the second's times; answers that are about something else stand beside them."""
    by_iri = {item.iri: item for item in second if item.iri}
    merged = [item.model_copy(update={"time": by_iri[item.iri].time}) if item.iri in by_iri else item for item in first]
    known = {item.iri for item in first if item.iri}
    return merged + [item for item in second if item.iri is None or item.iri not in known]


def is_ellipsis(plan_words: Sequence[str]) -> Asked | None:
    """What a second question of nothing but a question word asks."""
    words = tuple(word for word in plan_words if word not in _BARE_PREPOSITIONS)
    if tuple(plan_words) in (("by", "whom"), ("by", "who"), ("who",)):  # "with whom" asks for somebody more
        return Asked.WHO
    if len(words) == 2 and words[0] in ("what", "which") and words[1] in ("month", "year", "date", "day"):
        return Asked.WHEN
    if words == ("where",):
        return Asked.WHERE
    bare = {("when",): Asked.WHEN, ("how", "long"): Asked.HOW_LONG, ("how", "much"): Asked.AMOUNT, ("why",): Asked.WHY}
    return bare.get(words)
