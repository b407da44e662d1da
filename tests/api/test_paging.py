import pytest

from app.api.paging import Page, page
from app.errors import BadInput

ROWS = ["a", "b", "c", "d", "e"]


def take(rows: list[str], limit: int, cursor: str | None) -> Page[str]:
    return page(rows, limit, cursor, lambda row: row, str.upper)


def test_pages_join_to_the_whole_list() -> None:
    seen: list[str] = []
    cursor = None
    while True:
        part = take(ROWS, 2, cursor)
        seen += part.items
        cursor = part.next
        if cursor is None:
            break
    assert seen == ["A", "B", "C", "D", "E"]


def test_the_last_full_page_has_no_next() -> None:
    assert take(ROWS, 5, None).next is None
    assert take([], 5, None) == Page(items=[], next=None)


def test_what_comes_and_goes_before_the_cursor_shifts_nothing() -> None:
    cursor = take(ROWS, 2, None).next
    assert take(["0", "b", "c"], 2, cursor).items == ["C"]


def test_a_cursor_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(BadInput, match="'x'"):
        take(ROWS, 2, "x")
