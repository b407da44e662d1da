"""How a sentence means what it says: how far it had come, whether it is so, how sure, and by whom it is said."""

from __future__ import annotations

from enum import StrEnum

from app.model.noun import Noun


class Phase(StrEnum):
    """How far the situation had come, in the sentence's own terms."""

    COMPLETED = "completed"
    STARTED = "started"
    ONGOING = "ongoing"
    ENDED = "ended"
    PLANNED = "planned"
    CONSIDERED = "considered"


class Polarity(StrEnum):
    """Whether the sentence says that it is so, or that it is not."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Certainty(StrEnum):
    """How sure the sentence is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """What kind of utterance it is."""

    STATEMENT = "statement"
    QUESTION = "question"
    OPINION = "opinion"
    PREDICTION = "prediction"


class SourceKind(StrEnum):
    """Who a claim is attributed to: the author, a party on the record, unnamed sources, or another outlet's report."""

    AUTHOR = "author"
    NAMED = "named"
    UNNAMED = "unnamed"
    REPORT = "report"


class Status(StrEnum):
    """What may be made of a claim or a fact; never set by an engine, always derived."""

    ASSERTED = "asserted"
    STATED = "stated"
    REPORTED = "reported"
    DISPUTED = "disputed"
    POSSIBLE = "possible"
    DENIED = "denied"
    NEGATED = "negated"
    QUESTION = "question"
    RETRACTED = "retracted"

    @property
    def vouched(self) -> bool:
        """Whether an author or a named party says so, and nobody as good denies it."""
        return self in (Status.ASSERTED, Status.STATED)

    @property
    def trusted(self) -> bool:
        """Whether an author or a named party says so, even if another denies it: more than hearsay."""
        return self.vouched or self is Status.DISPUTED


class Attribution(Noun):
    """Who says it. The offsets are those of the cue ("sources", "Ms Roe said"); an author needs none."""

    kind: SourceKind
    name: str | None = None
    start: int | None = None
    end: int | None = None


AUTHOR = Attribution(kind=SourceKind.AUTHOR)
