"""The nouns that every layer speaks of: articles, claims, entities, facts, answers. All frozen, none does any work.

Offsets are code points into the article's raw text, `end` exclusive. Times are EDTF strings beside ISO 8601 bounds;
`None` is "not stated", never "still going on".
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field

_DAY = timedelta(days=1)


class Noun(BaseModel):
    """A frozen value; unknown keys are ignored so that derived fields survive a round trip through JSON."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As any model's, without what was worked out, and kept, from the fields as they were."""
        copied = super().model_copy(update=update, deep=deep)
        for name in type(self).model_computed_fields:
            copied.__dict__.pop(name, None)
        return copied


def digest(*parts: object) -> str:
    """The first 16 hex digits of SHA-256 over the parts, each closed by a separator that no text contains."""
    joined = "".join(f"{part}\x1f" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


# --- the article -----------------------------------------------------------------------------------------------------


class Span(Noun):
    """A stretch of an article's raw text."""

    start: int
    end: int
    text: str


class Article(Noun):
    """One published text. `text` is the raw text that all offsets count in."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = Field(default=None, description="ISO 8601 date of publication, if known")
    url: str | None = None
    language: str | None = None
    source: str | None = Field(default=None, description="File name it was read from; not part of its identity")
    replaces: str | None = Field(default=None, description="Id or URL of the version that this one corrects")

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """A hash of publisher, date, title, URL and text: a corrected version is another article."""
        return digest(self.publisher, self.published, self.title, self.url, self.text)


class BlockKind(StrEnum):
    """What a stretch of the article is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


class Block(Noun):
    """A title, heading or paragraph of an article, as offsets into its raw text."""

    kind: BlockKind
    start: int
    end: int


class Document(Noun):
    """An article with its readable blocks; boilerplate is in none of them."""

    article: Article
    blocks: tuple[Block, ...]


# --- the claim -------------------------------------------------------------------------------------------------------


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


# --- what people decide ----------------------------------------------------------------------------------------------


class RulingKind(StrEnum):
    """What a person can decide: that names mean one entity, do not, or may; that an article no longer counts."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"
    RETRACTED = "retracted"


class Ruling(Noun):
    """A decision that outlives every rebuild and can be undone.

    `about` are ids of entities by name (`organization/scale-ai`), IRIs of local entities, or, to retract, article ids.
    """

    kind: RulingKind
    about: tuple[str, ...]
    reason: str | None = None

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """A hash of the kind and what it is about, whatever the order."""
        return digest(self.kind, *sorted(self.about))


def retraction(article_id: str, reason: str | None = None) -> Ruling:
    """The ruling that an article counts no more."""
    return Ruling(kind=RulingKind.RETRACTED, about=(article_id,), reason=reason)


class Decision(Noun):
    """What came of deciding: the rulings that now stand, and those that they took the place of."""

    made: tuple[Ruling, ...] = ()
    withdrawn: tuple[Ruling, ...] = ()


class Clock(StrEnum):
    """From when on an article counts as known."""

    PUBLICATION = "publication"
    INGEST = "ingest"


# --- what is derived -------------------------------------------------------------------------------------------------


class Entity(Noun):
    """A cluster of local entities. `id` is its kind and slug (`organization/scale-ai`); the IRI is minted from it."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = Field(default=(), description="IRIs of the local entities, sorted")


class Bounds(Noun):
    """The earliest and latest day of an endpoint, with the constraints that gave each (as sentences)."""

    earliest: str | None = None
    latest: str | None = None
    because: tuple[str, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def edtf(self) -> str | None:
        """Both bounds as one EDTF string (ISO 8601-2): a day, a month, a year, or one day among several.

        >>> Bounds(latest="2025-09-01").edtf, Bounds(earliest="2024-05-01", latest="2024-05-31").edtf
        ('[..2025-09-01]', '2024-05')
        """
        first, last = self.earliest or "", self.latest or ""
        if not first or not last:
            return f"[{first}..{last}]" if first or last else None
        if first == last:
            return first
        if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4]
        is_month = first[:7] == last[:7] and first.endswith("-01") and (date.fromisoformat(last) + _DAY).day == 1
        return first[:7] if is_month else f"[{first}..{last}]"


class FactTime(Noun):
    """What is known about when a situation held. All bounds are ISO dates, inclusive; absent is "not known"."""

    text: tuple[str, ...] = Field(default=(), description="Times as written in the articles")
    start: Bounds = Bounds()
    end: Bounds = Bounds()
    date: Bounds = Bounds()
    announced: Bounds = Bounds()
    announced_edtf: str | None = None
    date_edtf: str | None = None
    duration: str | None = None
    duration_min_days: int | None = None
    duration_max_days: int | None = None
    ended: bool = False


class Aspect(Noun):
    """The stances taken on one aspect of a situation (exists, started, ended) and the status that follows."""

    name: str
    status: Status
    supported_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()

    @property
    def is_detail(self) -> bool:
        """Whether it is about a slot of the situation, such as its amount, and not whether and when there is one."""
        return self.name not in ("exists", "started", "ended")


class Fact(Noun):
    """A situation: one node with its slots, status, support and time. `slots` holds entity ids or plain values."""

    id: str
    type: str = Field(description="Fact class of the ontology, e.g. Tenure")
    relation: str
    slots: Mapping[str, tuple[str, ...]]
    status: Status
    realised: bool = Field(description="False for what is only planned or considered")
    aspects: tuple[Aspect, ...] = ()
    time: FactTime = FactTime()
    supported_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    article_count: int = 0
    independent_origins: int = 0

    @property
    def established(self) -> bool:
        """Whether it has come about, and more than hearsay says so."""
        return self.realised and self.status.trusted


class FactChange(Noun):
    """What became of a fact: None before is "new", None after is "gone", the same status is "other support or time"."""

    fact: str
    before: Status | None
    after: Status | None


class Change(Noun):
    """A transaction that touched facts: when, why (a phrase), about which articles or rulings, and which facts."""

    at: datetime = Field(description="UTC")
    cause: str
    about: tuple[str, ...] = ()
    facts: tuple[FactChange, ...] = ()


# --- answers ---------------------------------------------------------------------------------------------------------


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
    """A sentence that an answer rests on."""

    article: str
    start: int
    end: int
    text: str
    attribution: tuple[Attribution, ...] = ()
    status: Status


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
