"""An "it" that stands for nobody, and one that stands for a firm."""

import pytest

from app.extraction.mentions.empty_it import is_empty_it
from app.extraction.parsing.parse import pipeline


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("It will not be the group's first attempt at ropeways.", True),
        ("It is not the carmaker's last dispute with the town.", True),
        ("It took nine months, though, to find a buyer.", True),
        ("It was Jane Roe who took the company public in 2011.", True),
        ("It is understood that the bank has withdrawn.", True),
        ("It was never an easy marriage.", True),
        ("It is the third lender to be fined this year.", False),
        ("It took control of the harbour in May.", False),
        ("It is said to be looking for a buyer.", False),
        ("It was the first member to leave.", False),
        ("It is a maker of glass jars.", False),
    ],
)
def test_what_it_is_tells_whether_it_is_anybody(text: str, empty: bool) -> None:
    doc = pipeline()(text)
    assert is_empty_it(next(token for token in doc if token.lower_ == "it")) is empty
