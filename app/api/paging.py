"""Lists, a page at a time: `{"items": [...], "next": cursor}`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

from app.errors import BadInput

Item = TypeVar("Item")
Row = TypeVar("Row")

Limit = Annotated[int, Query(ge=1, le=500, description="Most items in the answer")]
Cursor = Annotated[str | None, Query(description="`next` of the page before")]
DEFAULT_LIMIT = 50


class Page(BaseModel, Generic[Item]):
    """Some items of a list, and where the next ones begin."""

    items: list[Item]
    next: str | None = Field(None, description="Cursor of the next page; null on the last one")


def page(
    rows: Sequence[Row], limit: int, cursor: str | None, id_of: Callable[[Row], str], show: Callable[[Row], Item]
) -> Page[Item]:
    """The rows after the one that the cursor names, as items.

    The cursor is the id of the last row shown: what comes or goes before it between two requests shifts nothing.
    """
    start = 0 if cursor is None else _after(rows, cursor, id_of)
    shown = rows[start : start + limit]
    more = len(rows) > start + limit
    return Page(items=[show(row) for row in shown], next=id_of(shown[-1]) if more else None)


def _after(rows: Sequence[Row], cursor: str, id_of: Callable[[Row], str]) -> int:
    for index, row in enumerate(rows):
        if id_of(row) == cursor:
            return index + 1
    raise BadInput(f"The list has no place {cursor!r} to go on from.", hint="Start again without a cursor.")
