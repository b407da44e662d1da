"""What is derived: entities, facts with their times and aspects, and what became of facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cached_property

from pydantic import Field, computed_field

from app.model.noun import Noun
from app.model.readings import Status

_DAY = timedelta(days=1)


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

    @property
    def has_sides(self) -> bool:
        """Whether claims stand against each other on it: a dispute, or a word that others go against."""
        return self.status is Status.DISPUTED or bool(self.supported_by and self.disputed_by)


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
