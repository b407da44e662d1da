"""Finds times in text: dates as EDTF with their bounds, and durations; never more precise than the words are."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from app.extraction.durations import Duration
from app.model import TimeValue


@dataclass(frozen=True)
class FoundTime:
    """A time where a text states it: exactly one of a point or stretch of the calendar (`value`) and a `duration`."""

    start: int
    end: int
    text: str
    value: TimeValue | None = None
    duration: Duration | None = None


def find_times(text: str, published: datetime.date | None = None, offset: int = 0) -> list[FoundTime]:
    """The times that a text states, in order and disjoint. `offset` is where the text starts in the article."""
    return []
