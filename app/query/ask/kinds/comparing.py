"""Answers comparisons and choices by the answers to their halves."""

from __future__ import annotations

from collections.abc import Sequence

from app.model import AnswerItem, AnswerStatus
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.joining import join
from app.query.ask.grammar.parts import GUESS_COST
from app.query.ask.kinds.comparison import (
    Choice,
    choices,
    chosen,
    earlier,
    either,
    either_name,
    first_of,
    of_both,
    versus,
)
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import Token
from app.query.ask.plain import Plain


class Comparing:
    """Answers questions that offer two or more, by the readings of each."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain

    def answer(self, whole: Analysis) -> Draft | None:
        """The answer to "who invested more, A or B" and "was A founded before B"."""
        asked = list(choices(whole))
        for each in asked:
            if (draft := self._chosen(each)) is not None and (draft.answered or each is asked[-1]):
                return draft
        if asked:
            return self._of_both(whole)
        if pair := either_name(whole):
            return self._either_name(pair)
        if (both := self._of_both(whole)) is not None:
            return both
        if (halves := either(whole)) is not None:
            return self._either(*halves)
        ways = [(drafts, side) for *sides, side in versus(whole) if (drafts := self._each(sides)) is not None]
        compared = [earlier(drafts[0], drafts[1], side, self._plain.lexicon) for drafts, side in ways]
        settled = [draft for draft in compared if draft.answered] or compared
        return settled[0] if len({draft.items[0].label for draft in settled if draft.items}) < 2 and settled else None

    def _either_name(self, pair: Sequence[tuple[Sequence[Token], Candidate]]) -> Draft | None:
        """The answer to "did X buy A or B": the one, or both; None where neither is established."""
        told: Draft | None = None
        for tokens, name in pair:
            draft = self._plain.answer_words(self._plain.analysis(tokens))
            if draft.status is AnswerStatus.ANSWERED and [item.label for item in draft.items] == ["yes"]:
                draft.items = [AnswerItem(label=name.label, iri=name.iri, status=draft.items[0].status)]
                draft.sentence = draft.sentence.removeprefix("Yes: ")
                told = join(told, draft) if told else draft
        return told

    def _of_both(self, whole: Analysis) -> Draft | None:
        """Those of either of two; None where neither half is answered."""
        halves = of_both(whole)
        drafts = [self._plain.answer_words(self._plain.analysis(tokens)) for tokens in halves or ()]
        answered = [draft for draft in drafts if draft.answered]
        if not answered or any(draft.unread for draft in drafts):
            return None
        if len(answered) < len(drafts):
            answered[0].reserve("Nothing of the kind is known of the other one.")
            return answered[0]
        return join(answered[0], answered[1])

    def _chosen(self, asked: Choice) -> Draft | None:
        """The one of several that a question offers; None where that is not found out."""
        for reading in self._plain.readings(self._plain.analysis(asked.rest)):
            for found in self._plain.run(reading) if reading.cost < GUESS_COST else ():
                if kept := chosen(asked, found):
                    draft = self._plain.answerer.found(kept)
                    draft.confidence = max(0.0, 0.95 - reading.cost)
                    return draft
        drafts = self._each(asked.dated())
        return first_of(asked, drafts, self._plain.lexicon) if drafts is not None else None

    def _each(self, sides: Sequence[Sequence[Token]]) -> list[Draft] | None:
        """The answers to the halves of a comparison; None where one of them is not understood."""
        drafts = [self._plain.answer_words(self._plain.analysis(tokens)) for tokens in sides]
        lost = (AnswerStatus.NOT_UNDERSTOOD, AnswerStatus.OUT_OF_SCOPE)
        return drafts if len(drafts) > 1 and all(draft.status not in lost for draft in drafts) else None

    def _either(self, first: Sequence[Token], second: Sequence[Token]) -> Draft | None:
        """The answer to "was X dismissed or did she resign": the one of the two that holds."""
        drafts = [self._plain.answer_words(self._plain.analysis(tokens)) for tokens in (first, second)]
        holding = [draft for draft in drafts if draft.answered and draft.items and draft.items[0].label == "yes"]
        if not holding and drafts[0].status is AnswerStatus.NOT_STATED and any(t.word == "still" for t in first):
            return drafts[0]
        if len(holding) != 1 or holding[0].plan is None or holding[0].plan.root is None:
            return None
        draft = holding[0]
        if draft is drafts[1]:  # that the second is so is no yes to the first
            said = draft.sentence.removeprefix("Yes: ").removesuffix(".")
            label = "no" if any(token.word == "still" for token in first) else said
            draft.items = [AnswerItem(label=label, value=label, status=draft.facts[0].status)]
            draft.sentence = f"No: {said}." if label == "no" else f"{said}."
        slots = [slot for slot, _ in draft.plan.root.constants] if draft.plan and draft.plan.root else []
        values = [value for slot in slots for value in draft.facts[0].slots.get(slot, ())]
        if values:
            draft.items = [AnswerItem(label=value, value=value, status=draft.facts[0].status) for value in values]
        return draft
