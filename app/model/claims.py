"""The claim: what one article says, once, at one place; and all that an engine made of one article."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from pydantic import Field, computed_field

from app.model.articles import Article, Span
from app.model.noun import Noun, digest
from app.model.readings import AUTHOR, Attribution, Certainty, Mode, Phase, Polarity, SourceKind, Status


class Mention(Noun):
    """An entity where a sentence names it: the article's own entity (`entity`, `name`, `type`) and the words used."""

    entity: str = Field(description="Id of the article's local entity")
    name: str
    type: str = Field(description="Class of the ontology, e.g. Company")
    mention: str
    start: int
    end: int


class Value(Noun):
    """An object that is no entity: a former name, a date, a topic."""

    value: str
    start: int
    end: int


class TimeValue(Noun):
    """A time as written (`text`, with its offsets), as EDTF, and as the days it can mean at the earliest and latest."""

    text: str
    edtf: str
    earliest: str | None = None
    latest: str | None = None
    start: int | None = None
    end: int | None = None


TIME_POINTS = ("start", "end", "date", "announced")
"""The points in time of a claim and of a fact, by the names of their fields."""


class Times(Noun):
    """Every time that a claim gives. `duration` is ISO 8601, `duration_days` the least and most days it can mean.

    None for the most is no limit ("at least two years").
    """

    start: TimeValue | None = None
    end: TimeValue | None = None
    date: TimeValue | None = None
    announced: TimeValue | None = None
    duration: str | None = None
    duration_span: Span | None = None
    duration_days: tuple[int, int | None] | None = None


class Money(Noun):
    """An amount with its ISO 4217 currency; `currency` is None where the text gives none."""

    amount: Decimal
    currency: str | None
    text: str


class Claim(Noun):
    """What one article says, once, at one place.

    `qualifiers` are plain strings (amounts as decimals, currencies as ISO 4217), `qualifier_spans` where they stand.
    """

    article: str
    relation: str
    subject: Mention
    object: Annotated[Mention | Value | None, Field(union_mode="left_to_right")] = None
    qualifiers: Mapping[str, str] = Field(default_factory=dict)
    qualifier_spans: Mapping[str, Span] = Field(default_factory=dict)
    time: Times = Times()
    phase: Phase = Phase.ONGOING
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    mode: Mode = Mode.STATEMENT
    attribution: tuple[Attribution, ...] = (AUTHOR,)
    evidence: tuple[Span, ...]
    confidence: float = Field(ge=0, le=1)
    engine: str

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """A hash of article, relation, spans and slots, so that reading an article again gives the same claims."""
        obj = self.object
        slots = sorted(self.qualifiers.items())
        object_part = (obj.start, obj.end, obj.value if isinstance(obj, Value) else obj.entity) if obj else None
        subject_part = (self.subject.start, self.subject.end, self.subject.entity)
        evidence = [(span.start, span.end) for span in self.evidence]
        return digest(
            self.article, self.relation, subject_part, object_part, slots, evidence, self.phase, self.polarity
        )

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def status(self) -> Status:
        """What may be made of it; the first rule that fits wins (VOCABULARY: Fact status)."""
        kinds = {source.kind for source in self.attribution}
        if self.mode is Mode.QUESTION:
            return Status.QUESTION
        if self.polarity is Polarity.NEGATED:
            return Status.NEGATED if kinds <= {SourceKind.AUTHOR} else Status.DENIED
        hedged = self.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN)
        if hedged or self.mode is Mode.PREDICTION or self.phase is Phase.CONSIDERED:
            return Status.POSSIBLE
        return self.speaker_status

    @property
    def quote(self) -> Span:
        """The words that carry it: the sentence, as a rule."""
        return self.evidence[0]

    @property
    def context(self) -> tuple[Span, ...]:
        """What the quote is read with: where the name stands that a pronoun of it means, or what goes before it."""
        return self.evidence[1:]

    @property
    def speaker_status(self) -> Status:
        """The status of what it takes for granted: it depends on who speaks, not on how sure they are of the rest."""
        kinds = {source.kind for source in self.attribution}
        if kinds & {SourceKind.UNNAMED, SourceKind.REPORT}:
            return Status.REPORTED
        return Status.STATED if SourceKind.NAMED in kinds else Status.ASSERTED


class LocalEntity(Noun):
    """An entity as one article knows it: its fullest name there, the other names, and every mention."""

    id: str = Field(description="Slug, unique within the article")
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class Dropped(Noun):
    """A candidate that the grounding gate refused, and why."""

    relation: str
    text: str
    reason: str


class Extraction(Noun):
    """What an engine made of one article: its entities, the claims that passed the gate, the refused ones, notices."""

    article: Article
    entities: tuple[LocalEntity, ...] = ()
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notices: tuple[str, ...] = ()
