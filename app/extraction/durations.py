"""Durations as written ("just two months"), as ISO 8601 and as the least and most days that they can mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Duration:
    """A length of time: ISO 8601 as stated, and the fewest and most whole days that the wording allows."""

    iso: str
    min_days: int
    max_days: int
