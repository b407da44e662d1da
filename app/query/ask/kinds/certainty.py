"""Answers how certain something is: "is it confirmed that", "is the merger certain", "how sure is the purchase"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.model import AnswerItem, AnswerStatus, Fact, Status
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import Asked, Reading, Tense
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.words import AUXILIARIES, PREPOSITIONS, Token
from app.query.ask.plans.evaluate import ALL_GRAPHS, Evaluator
from app.query.ask.plans.makings import deeds
from app.query.ask.plans.plan import Plan

_CERTAIN = frozenset(
    """true confirmed certain established reported denied known sure correct rumoured rumored official definite proven
    clear verified settled fact right accurate proved beyond undisputed uncontested unquestioned undoubted possible
    conceivable thinkable""".split()
)
_PLAINLY = frozenset({"true", "right", "correct", "accurate"})
_LEADING = frozenset({"a", "an", "the", "established", "known", "proven", "confirmed", "certain", "hard", "stated"})
_OPENERS = tuple(
    tuple(text.split())
    for text in (
        "do we know for sure",
        "can i rely on it",
        "can we rely on it",
        "can i be sure",
        "can we be sure",
        "can one be sure",
        "am i right",
        "am i right in thinking",
        "has anyone confirmed",
        "has anybody confirmed",
        "is there proof",
        "is there evidence",
        "is there any proof",
        "is there any evidence",
        "is there confirmation",
        "is there any confirmation",
        "has it been confirmed",
        "has it been established",
        "is it a fact",
        "is it an established fact",
        "is it the case",
        "was it the case",
    )
)
_NO_SUBJECT = PREPOSITIONS | AUXILIARIES | {"who", "when", "where", "what", "which", "why", "how"}
"""A statement begins with none of these: "is it certain when" and "is there evidence of" ask for something else."""


@dataclass(frozen=True)
class Certainty:
    """The words whose certainty is asked, and whether it is asked as a degree ("how certain")."""

    rest: Sequence[Token]
    degree: bool = False
    plain: bool = False  # "is it true that" asks no more than the bare question does


def certainty_question(analysis: Analysis) -> Certainty | None:
    """What the certainty is asked of; None for any other question."""
    words, tokens = analysis.words, analysis.tokens
    asks = words[:2] in (["is", "it"], ["was", "it"])
    openers = [len(opener) for opener in _OPENERS if tuple(words[: len(opener)]) == opener]
    if asks and len(words) > 3 and words[2] in _CERTAIN:
        openers.append(3)
    if asks and words[3:5] == ["certain", "that"]:  # "how", "really" and the like
        openers.append(4)
    for end in openers:
        joined = words[end : end + 1] == ["that"]
        if len(words) > end + 1 and (joined or words[end] not in _NO_SUBJECT or any(m.names for m in analysis.at(end))):
            # "Is it true X bought Y" needs no "that".
            return Certainty(tokens[end + joined :], plain=asks and end == 3 and words[2] in _PLAINLY)
    if words[:1] == ["how"] and len(words) > 3 and words[1] in _CERTAIN and words[2] in AUXILIARIES:
        rest = tokens[5:] if words[3:5] == ["it", "that"] else tokens[3:]
        return Certainty(rest, degree=True)
    if words[:1] and words[0] in ("is", "are", "was", "were") and words[-1] in _CERTAIN and len(words) > 2:
        end = len(words) - 1
        while end > 2 and words[end - 1] in _LEADING:  # "an established fact"
            end -= 1
        return Certainty(tokens[1:end])
    return None


def as_statement(reading: Reading) -> Reading:
    """A reading of "the merger of A and B" as the question whether there was one."""
    focus = reading.focus
    sized = focus is not None and focus.measured and focus.asked is Asked.AMOUNT  # "Acme's stake in Pelm"
    if focus is not None and focus.event is not None and (sized or not focus.asked):
        return Reading(Asked.WHETHER, None, focus.event, reading.cost, reading.notes)
    return reading


def settle(asked: Certainty, plans: Iterable[Plan], evaluator: Evaluator, answerer: Answerer) -> Draft | None:
    """The standing of what is asked: yes, planned, reported, possible, disputed; None where nothing is known of it."""
    for plan, is_deed in _with_deeds(plans, evaluator, answerer):
        first = replace(plan.atoms[0], tense=Tense.ANY, requires=None)
        found = evaluator.run(replace(plan, atoms=(first, *plan.atoms[1:])), graphs=ALL_GRAPHS)
        if found.rows:
            facts = [fact for row in found.rows for fact in row.facts[:1]]
            best = min(facts, key=lambda fact: (not fact.established, fact.status is not Status.REPORTED))
            word = _standing(best, plan.atoms[0].requires or plan.atoms[0].aspect)
            # What follows from a deed that is done is told elsewhere.
            if word is None or (is_deed and best.established):
                continue
            sentence = answerer.speaker.sentence(best, plan.atoms[0].relation.name)
            settled = word != "planned" and Status(word).vouched
            label = "yes" if settled and not asked.degree else word
            return Draft(
                AnswerStatus.ANSWERED if settled else AnswerStatus.PARTIAL,
                f"{'Yes' if label == 'yes' else word.capitalize()}: {sentence}.",
                [AnswerItem(label=label, value=label, status=best.status)],
                facts=[best],
                queries=[found.query],
                plan=plan,
            )
    return None


def _with_deeds(plans: Iterable[Plan], evaluator: Evaluator, answerer: Answerer) -> Iterator[tuple[Plan, bool]]:
    """The plans that can be settled, and after them, for what somebody is to own, that it is to be bought."""
    whether = [p for p in plans if p.atoms and p.asked is Asked.WHETHER and not (p.missing or p.pronouns)]
    yield from ((plan, False) for plan in whether)
    for plan in whether:
        if not plan.atoms[0].quantities:
            yield from ((deed, True) for deed, _ in deeds(plan, answerer.lexicon, evaluator.ontology))


def _standing(fact: Fact, aspect: str) -> str | None:
    """The status of an aspect of a fact, as the answer's word; None where nothing is said of an end."""
    if aspect in ("ended", "started") and not (aspect == "ended" and fact.time.ended):
        stances = [part.status for part in fact.aspects if part.name == aspect]
        if stances and fact.realised:
            return str(stances[0])
        if aspect == "ended":
            return None
    if fact.status.trusted and not fact.realised:
        return "planned"
    return str(fact.status)


def confirm(draft: Draft) -> Draft:
    """The answer to "is it confirmed" by other ways: a dispute is named."""
    if draft.answered and any(fact.status is Status.DISPUTED for fact in draft.facts):
        draft.status = AnswerStatus.PARTIAL
        draft.items = [item.model_copy(update={"label": "disputed", "value": "disputed"}) for item in draft.items[:1]]
        draft.sentence = f"Disputed: {draft.sentence.removeprefix('Yes: ')}"
    return draft
