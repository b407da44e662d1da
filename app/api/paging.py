"""Lists, a page at a time, in an order that the client chooses: `{"items": [...], "next": cursor}`."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

from app.errors import BadInput

Item = TypeVar("Item")
Row = TypeVar("Row")
Key = str | int | float | None

Limit = Annotated[int, Query(ge=1, le=500, description="Most items in the answer", examples=[20])]
Cursor = Annotated[
    str | None, Query(description="`next` of the page before", examples=["WyIiLCJvcmdhbml6YXRpb24vbWV0YSIsIm9yZyJd"])
]
DEFAULT_LIMIT = 50


class Page(BaseModel, Generic[Item]):
    """Some items of a list, and where the next ones begin."""

    items: list[Item] = Field(description="In the order asked for")
    next: str | None = Field(None, description="Cursor of the next page; null on the last one")


@dataclass(frozen=True)
class Order(Generic[Row]):
    """How a list can be sorted: `keys` by name, and `usual` where none is asked for; of equal rows the id decides.

    A key of None is not known, and comes last whichever way round.
    """

    id_of: Callable[[Row], str]
    usual: Callable[[Row], Key] = lambda _: None
    keys: Mapping[str, Callable[[Row], Key]] = field(default_factory=dict)

    @property
    def query(self) -> Any:
        """What the annotation of a handler's `sort` holds."""
        names = [*self.keys, *(f"-{name}" for name in self.keys)]
        return Query(
            description="What to sort by; a minus in front turns it round",
            examples=names[:1],
            json_schema_extra={"enum": names},
        )


@dataclass(frozen=True)
class _Place:
    """Where a row stands in an order."""

    value: Key
    id: str

    def is_after(self, other: _Place, *, down: bool) -> bool:
        if self.value == other.value:
            return self.id > other.id
        if self.value is None or other.value is None:
            return self.value is None
        return (self.value < other.value) if down else (self.value > other.value)  # type: ignore[operator]


def page(
    rows: Iterable[Row],
    order: Order[Row],
    show: Callable[[Row], Item],
    *,
    limit: int,
    cursor: str | None = None,
    sort: str | None = None,
    ahead: Callable[[Sequence[Row]], None] = lambda _: None,
) -> Page[Item]:
    """The rows in order, from the one after the cursor's place on, as items.

    `ahead` is told all rows that are about to be shown, to look up at once what showing them takes.
    A cursor holds the place of the last row shown, so that what comes or goes between two requests shifts nothing.

    Raises:
        BadInput: the list cannot be sorted so, or the cursor is none of its own.
    """
    down, key = (sort or "").startswith("-"), _key(order, sort)
    placed = [(_Place(key(row), order.id_of(row)), row) for row in rows]
    placed.sort(key=lambda pair: pair[0].id)
    known = [pair for pair in placed if pair[0].value is not None]
    known.sort(key=lambda pair: pair[0].value, reverse=down)  # type: ignore[arg-type, return-value]
    placed = known + [pair for pair in placed if pair[0].value is None]
    if cursor is not None:
        last = _read(cursor, sort)
        try:
            placed = [pair for pair in placed if pair[0].is_after(last, down=down)]
        except TypeError:  # its value is of another kind than the list's: made up
            raise _misplaced(cursor) from None
    shown = placed[:limit]
    ahead([row for _, row in shown])
    following = _write(shown[-1][0], sort) if len(placed) > limit else None
    return Page(items=[show(row) for _, row in shown], next=following)


def _key(order: Order[Row], sort: str | None) -> Callable[[Row], Key]:
    if sort is None:
        return order.usual
    name = sort.removeprefix("-")
    if name not in order.keys:
        names = f"Sort by {', '.join(order.keys)}; a minus in front turns it round."
        raise BadInput(f"This list cannot be sorted by {sort!r}.", hint=names if order.keys else "Leave out `sort`.")
    return order.keys[name]


def _write(place: _Place, sort: str | None) -> str:
    text = json.dumps([sort or "", place.value, place.id], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read(cursor: str, sort: str | None) -> _Place:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        sorted_by, value, row_id = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise _misplaced(cursor) from None
    if sorted_by != (sort or "") or not isinstance(row_id, str) or not isinstance(value, Key):
        raise _misplaced(cursor)
    return _Place(value, row_id)


def _misplaced(cursor: str) -> BadInput:
    return BadInput(
        f"{cursor!r} is no cursor of this list in this order.",
        hint="Give `next` of the page before with the same `sort`, or start again without a cursor.",
    )
