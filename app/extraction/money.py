"""Finds amounts of money and percentages in text, exactly as stated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.model import Money


@dataclass(frozen=True)
class FoundMoney:
    """An amount where a text states it, in units of its currency."""

    start: int
    end: int
    money: Money


@dataclass(frozen=True)
class FoundPercent:
    """A percentage where a text states it."""

    start: int
    end: int
    percent: Decimal


def find_money(text: str, offset: int = 0) -> list[FoundMoney]:
    """The amounts that a text states, in order and disjoint."""
    return []


def find_percents(text: str, offset: int = 0) -> list[FoundPercent]:
    """The percentages that a text states, in order and disjoint."""
    return []
