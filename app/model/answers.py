"""Answers to plain questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from pydantic import Field

from app.model.articles import Span
from app.model.noun import Noun
from app.model.readings import Attribution, Status


class AnswerStatus(StrEnum):
    """How a question fared. Only `answered` and `partial` carry answers."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    AMBIGUOUS = "ambiguous"
    NOT_STATED = "not_stated"
    NOT_UNDERSTOOD = "not_understood"
    UNKNOWN_ENTITY = "unknown_entity"
    OUT_OF_SCOPE = "out_of_scope"


class AnswerItem(Noun):
    """One value that answers the question."""

    label: str
    iri: str | None = None
    value: str | None = None
    status: Status | None = None
    time: Mapping[str, Any] = Field(default_factory=dict)


class AnswerEvidence(Noun):
    """A sentence that an answer rests on, and what it is read with."""

    article: str
    start: int
    end: int
    text: str
    attribution: tuple[Attribution, ...] = ()
    status: Status
    context: tuple[Span, ...] = Field(
        (), description="What the sentence is read with, such as the name that a pronoun of it stands for"
    )

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of the sentence, and of what it is read with."""
        return self.text, *(span.text for span in self.context)

    @classmethod
    def each_once(cls, evidence: Iterable[AnswerEvidence]) -> tuple[AnswerEvidence, ...]:
        """Each sentence once, with all that it is read with, in the order of the text."""
        found: dict[AnswerEvidence, dict[Span, None]] = {}
        for item in evidence:
            bare = item.model_copy(update={"context": ()})
            found.setdefault(bare, {}).update(dict.fromkeys(item.context))
        return tuple(
            bare.model_copy(update={"context": tuple(sorted(spans, key=lambda span: span.start))})
            for bare, spans in found.items()
        )


class Answer(Noun):
    """The answer to a plain question, with everything needed to check it."""

    status: AnswerStatus
    answer: str
    answers: tuple[AnswerItem, ...] = ()
    interpretation: str | None = None
    sparql: tuple[str, ...] = ()
    evidence: tuple[AnswerEvidence, ...] = ()
    caveats: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    followups: tuple[str, ...] = ()
    confidence: float = 0.0
