import pytest

from app.api.negotiate import choose, ranked
from app.errors import UnknownFormat

OFFERED = ["application/json", "text/csv", "text/turtle"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle; charset=utf-8", "text/turtle"),
        ("text/csv;q=0.5, text/turtle;q=0.9, */*;q=0.1", "text/turtle"),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("application/json;q=0, */*", "text/csv"),
        ("text/csv;q=high, text/turtle;q=0.1", "text/turtle"),
    ],
)
def test_the_best_offer_is_chosen(accept: str | None, expected: str) -> None:
    assert choose(accept, OFFERED) == expected


def test_what_is_not_accepted_is_not_offered() -> None:
    assert ranked("text/*;q=0.5, text/csv;q=0", OFFERED) == ["text/turtle"]
    with pytest.raises(UnknownFormat, match="application/pdf"):
        choose("application/pdf", OFFERED)
