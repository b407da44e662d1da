"""An answer in the making."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.model import AnswerItem, AnswerStatus, Fact
from app.query.ask.plans.plan import Plan


@dataclass
class Draft:
    """An answer in the making; the parts of a compound question are merged before it is closed."""

    status: AnswerStatus
    sentence: str
    items: list[AnswerItem] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    caveats: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    interpretation: str | None = None
    confidence: float = 0.0
    plan: Plan | None = None
    timed: str | None = None

    @property
    def answered(self) -> bool:
        """Whether it holds answers."""
        return self.status in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)

    @property
    def unread(self) -> bool:
        """Whether the question could not be read: words, or a name, that nothing is known of."""
        return self.status in (AnswerStatus.NOT_UNDERSTOOD, AnswerStatus.UNKNOWN_ENTITY)

    def reserve(self, caveat: str) -> None:
        """Make it an answer to part of the question at most, and say first of all why."""
        self.status = AnswerStatus.PARTIAL if self.status is AnswerStatus.ANSWERED else self.status
        self.caveats.insert(0, caveat)


@dataclass
class Apiece(Draft):
    """The items of an earlier answer, each followed by the detail of it that was asked for."""


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, each once."""
    return list({fact.id: fact for fact in facts}.values())
