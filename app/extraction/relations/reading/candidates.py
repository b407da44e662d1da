"""What a relation rule proposes: two arguments, a trigger and details; how it is meant is read later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase, Span


class Kind(StrEnum):
    """Whether a rule speaks of something that happens once or of something that lasts; phases follow from it."""

    EVENT = "event"
    STATE = "state"


@dataclass(frozen=True)
class Detail:
    """A qualifier's value and where it stands. `span` is None for a value that the rule itself gives."""

    value: str
    span: Span | None = None


@dataclass(frozen=True)
class Text:
    """An argument that is no entity: a topic, a former name, a product. Tokens of the passage."""

    start: int
    end: int


Argument = FoundMention | Text | Span


@dataclass(frozen=True)
class Candidate:
    """A relation between two arguments at a trigger.

    `phase` is set where the words of the rule fix it ("former", "has agreed to"), else tense decides. `presupposed`
    marks what a sentence takes for granted (an apposition, a definite noun): no hedge or speaker around it touches
    it. `confidence` is set where the finder knows better than its rule's rating. `object` is None where the text
    leaves it unsaid (`needs_object`) or where the relation has none.
    """

    relation: str
    rule: str
    sentence: Sentence
    subject: FoundMention
    object: Argument | None
    trigger: int
    kind: Kind = Kind.EVENT
    phase: Phase | None = None
    presupposed: bool = False
    negated: bool = False
    possible: bool = False
    opposite: bool = False
    needs_object: bool = False
    details: Mapping[str, Detail] = field(default_factory=dict)
    ties: tuple[Span, ...] = ()
    timed: bool = True
    said_by: tuple[FoundMention, ...] = ()
    confidence: float | None = None

    @property
    def object_entity(self) -> str:
        """The entity of the object; empty where that is none, or is no entity."""
        return self.object.entity if isinstance(self.object, FoundMention) else ""

    def with_details(self, **details: Detail | None) -> Candidate:
        """The same candidate with further details; None adds nothing."""
        added = {name: detail for name, detail in details.items() if detail is not None and detail.value}
        return replace(self, details={**self.details, **added})
