"""Says why there is no answer: words not understood, names not known, questions out of scope, several meanings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.model import AnswerStatus
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.names import Names
from app.query.ask.lexical.words import FUNCTION_WORDS
from app.query.ask.plans.evaluate import MOST_TOLD
from app.query.ask.plans.plan import Plan

_HELP = "Ask in one sentence about people, companies, roles, investments, acquisitions, partnerships, vendors, units."
_NO_REASON = "The graph holds no reasons for that, and does not guess them."
_MOST_NAMED = 5
FUTURE = "That cannot be answered: it asks about the future, and no article states a plan for it."


def unreadable(question: str) -> Draft:
    """For what is no question: nothing, no words, or a whole page."""
    if len(question) > 200:
        return Draft(AnswerStatus.NOT_UNDERSTOOD, f"That is too long for a question. {_HELP}")
    return Draft(AnswerStatus.NOT_UNDERSTOOD, f"There is no question in that. {_HELP}")


def not_understood(analysis: Analysis) -> Draft:
    """For words that no reading explains all of."""
    if refused := beyond(analysis):
        return refused
    strange = [token.text for i, token in enumerate(analysis.tokens) if not analysis.is_known(i)]
    if strange and (name := _strange_name(analysis)):
        return unknown_name(name, analysis.names)
    if strange:
        named = join([f"“{word}”" for word in dict.fromkeys(strange)])
        return Draft(AnswerStatus.NOT_UNDERSTOOD, f"These words are not understood: {named}. {_HELP}")
    words = " ".join(t.text for t in analysis.tokens if t.word not in FUNCTION_WORDS) or "nothing but small words"
    sentence = f"The words are known, but not how they go together: {words}. {_HELP}"
    return Draft(AnswerStatus.NOT_UNDERSTOOD, sentence)


def beyond(analysis: Analysis) -> Draft | None:
    """For questions that the graph of any articles leaves open: opinions, forecasts, sums, what it does not record."""
    if analysis.words[:1] == ["why"]:
        told = analysis.mentioned and all(map(analysis.is_known, range(len(analysis.words))))
        asks_what_is_held = told and not any(_unanswerable(analysis))
        return Draft(AnswerStatus.NOT_STATED if asks_what_is_held else AnswerStatus.OUT_OF_SCOPE, _NO_REASON)
    return unanswerable(analysis)


def unanswerable(analysis: Analysis) -> Draft | None:
    """For words that ask for opinions, forecasts, sums, or what no graph of articles records."""
    for entry in _unanswerable(analysis):
        return Draft(AnswerStatus.OUT_OF_SCOPE, f"That cannot be answered: {entry.detail}.")
    for position in range(len(analysis.words)):
        for match in analysis.senses(position, Kind.UNRECORDED):
            words = analysis.text(match.start, match.end)
            return Draft(AnswerStatus.NOT_STATED, f"The graph does not record {words}.")
    return None


def _unanswerable(analysis: Analysis) -> Iterator[Entry]:
    """The words that no graph of articles can answer."""
    for position in range(len(analysis.words)):
        for match in analysis.senses(position, Kind.BEYOND):
            if match.sense and match.cost == 0:
                yield match.sense.entry


def _strange_name(analysis: Analysis) -> str | None:
    """The name that the graph does not have, where all strange words are of one, in capitals amid a sentence."""
    tokens = analysis.tokens
    strange = [i for i in range(len(tokens)) if not analysis.is_known(i)]
    capital = [token.text[:1].isupper() for token in tokens]
    if strange[0] == 0 or all(capital) or not all(capital[i] for i in range(strange[0], strange[-1] + 1)):
        return None
    end = strange[-1] + 1
    while end < len(tokens) and capital[end] and not any(m.names and m.cost == 0 for m in analysis.at(end)):
        end += 1
    return analysis.text(strange[0], end)


def unknown_name(name: str, names: Names) -> Draft:
    """For a name that the graph does not have, with those that come nearest."""
    nearest = names.nearest(name.casefold().split())
    hint = f" Did you mean {join(nearest, 'or')}?" if nearest else ""
    sentence = f"The graph has nothing by the name of “{name}”.{hint}"
    return Draft(AnswerStatus.UNKNOWN_ENTITY, sentence, alternatives=nearest)


def unknown(plan: Plan, names: Names) -> Draft:
    """For a name that the graph does not have, with those that come nearest."""
    draft = unknown_name(plan.missing[0].words, names)
    others = [word for phrase in plan.missing for word in phrase.words.casefold().split()]
    return draft if len(plan.missing) == 1 else replace(draft, alternatives=names.nearest(others))


def not_stated_of(words: str) -> Draft:
    """For somebody who is named with a description that nothing is known to bear out."""
    return Draft(AnswerStatus.NOT_STATED, f"What is said of “{words}” in the question is not stated.")


def sums(draft: Draft) -> Draft:
    """For a total of several numbers, which the articles do not state."""
    return Draft(
        AnswerStatus.OUT_OF_SCOPE,
        f"A total would have to be worked out. {draft.sentence}",
        queries=draft.queries,
        facts=draft.facts,
        plan=draft.plan,
    )


def unrelated(analysis: Analysis) -> Draft:
    """For a second question that names nobody and takes up nothing of the first: "... and what is the stake"."""
    words = analysis.text(0, len(analysis.tokens))
    return Draft(AnswerStatus.AMBIGUOUS, f"Of whom or what “{words}” asks is not said.")


def unless_confirmed(draft: Draft) -> Draft:
    """The answer to a question for what is confirmed; refused if any of it is only reported, planned or disputed."""
    if not draft.answered or all(fact.realised and fact.status.vouched for fact in draft.facts):
        return draft
    sentence = f"Not all of that is confirmed. {draft.sentence}"
    return Draft(AnswerStatus.NOT_STATED, sentence, queries=draft.queries, facts=draft.facts, plan=draft.plan)


def whom(plan: Plan) -> Draft:
    """For a pronoun that nothing was said before."""
    return Draft(AnswerStatus.AMBIGUOUS, f"Who or what is meant by “{plan.pronouns[0]}” is not said.")


def ambiguous(drafts: Sequence[Draft]) -> Draft:
    """For a question that can mean several things with different answers."""
    return Draft(
        AnswerStatus.AMBIGUOUS,
        f"The question can mean {len(drafts)} different things.",
        alternatives=[draft.sentence for draft in drafts],
        queries=[query for draft in drafts for query in draft.queries],
        facts=[fact for draft in drafts for fact in draft.facts],
    )


def untold(words: str, labels: Sequence[str], draft: Draft) -> Draft:
    """For "which bank", where several fit and the graph does not say which of them are banks."""
    sentence = (
        f"Which of them is meant by “{words}” is not stated: {join(labels[:_MOST_NAMED], 'or')}. {draft.sentence}"
    )
    return Draft(AnswerStatus.NOT_STATED, sentence, alternatives=list(labels), queries=draft.queries, facts=draft.facts)


def which_one(words: str, labels: Sequence[str], draft: Draft) -> Draft:
    """For "the chief executive", of whom there are many."""
    many = f"{len(labels)}{' or more' if len(labels) >= MOST_TOLD else ''}"
    return Draft(
        AnswerStatus.AMBIGUOUS,
        f"“{words}” can be any of {many}, such as {join(labels[:_MOST_NAMED], 'or')}. Name one.",
        alternatives=list(labels),
        queries=draft.queries,
        facts=draft.facts,
    )
