"""The attributes of nodes or edges as typed columns, for formats that declare them first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum


class ColumnType(StrEnum):
    """The types that GraphML and GEXF have in common, by their names there."""

    STRING = "string"
    BOOLEAN = "boolean"
    LONG = "long"
    DOUBLE = "double"


Columns = Mapping[str, ColumnType]
"""The types of attributes by their names."""


def columns(rows: Iterable[Mapping[str, object]]) -> dict[str, ColumnType]:
    """Every attribute that occurs, by name, with the one type that fits all its values."""
    found: dict[str, set[ColumnType]] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None:
                found.setdefault(name, set()).add(_type(value))
    return {name: _common(types) for name, types in sorted(found.items())}


def _type(value: object) -> ColumnType:
    if isinstance(value, bool):
        return ColumnType.BOOLEAN
    if isinstance(value, int):
        return ColumnType.LONG
    return ColumnType.DOUBLE if isinstance(value, float | Decimal) else ColumnType.STRING


def _common(types: set[ColumnType]) -> ColumnType:
    if len(types) == 1:
        return next(iter(types))
    return ColumnType.DOUBLE if types == {ColumnType.LONG, ColumnType.DOUBLE} else ColumnType.STRING


def as_text(value: object) -> str:
    """A value as files write it: `true`, and numbers without an exponent.

    >>> as_text(True), as_text(Decimal("1.43E+10")), as_text(0.9)
    ('true', '14300000000', '0.9')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def as_json(value: object) -> object:
    """A value as JSON has it. A decimal is a number, exact as long as the reader's numbers are."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
