from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.api.paging import Order, Page, page
from app.errors import BadInput

ROWS = ["a", "b", "c", "d", "e"]
PLAIN: Order[str] = Order(id_of=lambda row: row)
BY_LENGTH: Order[str] = Order(id_of=lambda row: row, keys={"length": lambda row: len(row) or None})


def take(rows: list[str], limit: int, cursor: str | None, sort: str | None = None) -> Page[str]:
    return page(rows, BY_LENGTH if sort else PLAIN, str.upper, limit=limit, cursor=cursor, sort=sort)


def whole(rows: list[str], limit: int, sort: str | None = None) -> list[str]:
    seen: list[str] = []
    cursor = None
    while True:
        part = take(rows, limit, cursor, sort)
        seen += part.items
        cursor = part.next
        if cursor is None:
            return seen


def test_pages_join_to_the_whole_list() -> None:
    assert whole(ROWS, 2) == ["A", "B", "C", "D", "E"]


def test_the_last_full_page_has_no_next() -> None:
    assert take(ROWS, 5, None).next is None
    assert take([], 5, None) == Page(items=[], next=None)


def test_what_comes_and_goes_between_two_requests_shifts_nothing() -> None:
    cursor = take(ROWS, 2, None).next
    assert take(["0", "b", "c"], 2, cursor).items == ["C"]
    assert take(["a", "c"], 2, cursor).items == ["C"]  # the last row shown is gone


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("length", ["A", "BB", "CC", "DDD", ""]), ("-length", ["DDD", "BB", "CC", "A", ""])],
)
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_a_list_is_sorted_by_what_is_asked_for_and_unknown_comes_last(
    sort: str, expected: list[str], limit: int
) -> None:
    assert whole(["ddd", "cc", "", "a", "bb"], limit, sort) == expected


@given(st.lists(st.text(alphabet="ab", max_size=3), unique=True), st.sampled_from(["length", "-length"]))
def test_pages_of_one_hold_what_one_page_holds(rows: list[str], sort: str) -> None:
    assert whole(rows, 1, sort) == whole(rows, 500, sort)


def test_a_key_that_the_list_does_not_have_is_refused() -> None:
    with pytest.raises(BadInput, match="'colour'") as caught:
        take(ROWS, 2, None, "colour")
    assert "length" in str(caught.value.hint)


def made(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    ["x", "", "%", made(), made("", None), made("name", None, "a"), made("", None, 3), made("", {}, "a"), "W10"],
)
def test_a_cursor_that_leads_nowhere_is_refused(cursor: str) -> None:
    with pytest.raises(BadInput, match="no cursor"):
        take(ROWS, 2, cursor)


def test_a_cursor_of_another_order_or_kind_is_refused() -> None:
    cursor = take(ROWS, 2, None, "length").next
    for other in ("-length", None):
        with pytest.raises(BadInput, match="no cursor"):
            take(ROWS, 2, cursor, other)
    with pytest.raises(BadInput, match="no cursor"):
        take(ROWS, 2, made("length", "long", "a"), "length")
