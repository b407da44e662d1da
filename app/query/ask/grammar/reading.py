"""What a question can be read as: phrases that take part in situations, and what of them is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.ontology import RelationSchema
from app.query.ask.lexical.apart import Apart
from app.query.ask.lexical.entries import Frame
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.quantities import Quantity
from app.query.ask.lexical.values import Period


class Tense(StrEnum):
    """Whether the question is about what holds, what no longer holds, or either; what is new may be still to come."""

    ANY = "any"
    CURRENT = "current"
    FORMER = "former"
    PLANNED = "planned"
    NEW = "new"
    STILL = "still"
    EVER = "ever"  # "former and current": said, and not only left open


PRESENT = (Tense.CURRENT, Tense.NEW, Tense.STILL)


class Asked(StrEnum):
    """What the question wants to know."""

    WHO = "who"
    WHAT = "what"
    WHICH = "which"
    WHERE = "where"
    COUNT = "count"
    AMOUNT = "amount"
    WHEN = "when"
    HOW_LONG = "how long"
    WHY = "why"
    HOW = "how"
    WHETHER = "whether"
    LIST = "list"
    SUMMARY = "summary"


@dataclass(frozen=True)
class Phrase:
    """One participant: named, described by the situations it takes part in, or asked for.

    `names` are all entities that the words may name, `values` all values per slot (as SPARQL terms) that they may
    stand for, and `owner` is whose it is ("Meta's data operations"). `every` names are meant together, not as a choice.
    """

    words: str
    names: tuple[Candidate, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: bool = False
    classes: tuple[str, ...] = ()
    roles: tuple[tuple[str, Situation], ...] = ()
    event: Situation | None = None
    asked: Asked | None = None
    owner: Phrase | None = None
    members: tuple[Phrase, ...] = ()
    quantity: Quantity | None = None
    pronoun: bool = False
    measure: str | None = None
    measured: bool = False
    open: bool = False
    every: bool = False
    definite: bool = False
    own: bool = False
    people: bool = False  # a company that stands for those who work there: "Acme's engineers"
    loose: bool = False  # a word for a kind that the graph does not tell apart: "which chipmaker"

    @property
    def event_relation(self) -> RelationSchema | None:
        """The relation of the situation that it stands for, if it stands for one."""
        return self.event.relation if self.event else None

    def with_role(self, slot: str, situation: Situation) -> Phrase:
        """The same participant, taking part in one more situation."""
        kept = tuple(role for role in self.roles if not role[1].is_repeated_by(situation, role[0], slot))
        return replace(self, roles=(*kept, (slot, situation)))


HERE = Phrase("")
"""Stands, in a situation that describes a phrase, for that phrase itself."""


@dataclass(frozen=True)
class Situation:
    """A situation that the question speaks of. `arguments` are its slots and what fills them.

    `aspect` is what a question about time asks for, `requires` what must be so ("left" requires an end), `excluded`
    what a slot must not hold ("before Meta"), and `strict` asks for a calendar date and nothing less.
    """

    relation: RelationSchema
    arguments: tuple[tuple[str, Phrase], ...]
    frame: Frame
    constants: tuple[tuple[str, tuple[str, ...]], ...] = ()
    aspect: str = "exists"
    requires: str | None = None
    tense: Tense = Tense.ANY
    periods: tuple[Period, ...] = ()
    measure: str | None = None
    order: str | None = None
    excluded: tuple[tuple[str, Phrase], ...] = ()
    strict: bool = False
    open: bool = False
    present: bool = False  # "when does she start": a plan may be the answer
    past: bool = False  # "did X plan to": of a plan, and yet not of the future
    by_now: bool = False  # "has she left": what goes on speaks against it
    verb: str = ""
    whole: bool = False  # "left": nothing of the kind may still go on

    def is_repeated_by(self, other: Situation, own: str, slot: str) -> bool:
        """Whether it says no more than the other one: "vendors that X uses" speaks of one situation."""
        mine, others = self.relation, other.relation
        # Neutral slots say nothing by themselves: only the relation tells "unit of" from "focuses on".
        same = mine == others or (mine.situation == others.situation and mine.subject_slot != "subject")
        bare = len(self.arguments) == 1 and not self.constants and not self.frame.required
        return same and own == slot and bare

    def names(self, slot: str) -> bool:
        """Whether the slot is filled by somebody who is named."""
        return any(name == slot and bool(phrase.names) for name, phrase in self.arguments)

    def filled(self, slot: str) -> bool:
        """Whether something fills the slot."""
        return any(name == slot for name, _ in self.arguments)


@dataclass(frozen=True)
class Reading:
    """One way to understand a question: what is asked, of which phrase or situation, at what cost."""

    asked: Asked
    focus: Phrase | None
    situation: Situation | None
    cost: float
    notes: tuple[str, ...] = ()
    apart: Apart = Apart.NOTHING
