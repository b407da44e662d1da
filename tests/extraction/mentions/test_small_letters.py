"""Names in small letters, and the words that only look like one."""

import pytest

from app.documents.clean import segment
from app.extraction.mentions.mentions import find_mentions
from app.extraction.parsing.parse import parse
from app.model import Article


def names(text: str) -> dict[str, str]:
    """The names of a text with their types."""
    document = segment(Article(text=text))
    return {entity.name: entity.type for entity in find_mentions(parse(document), document).entities.values()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zopla, a Leeds-based start-up that rents bicycles, has raised $31m. Rivals laughed.", "zopla"),
        ("vendly's founders said on Tuesday that they would sell the firm to Harrow Foods.", "vendly"),
        ("The software came from taskly7, a Dutch supplier that won the contract in 2021.", "taskly7"),
        ("Ansel Foods sued the supplier last year. taskly7 says the grocer cut its testing short.", "taskly7"),
    ],
)
def test_a_name_in_small_letters_is_found_by_what_is_told_of_it(text: str, name: str) -> None:
    assert names(text).get(name) == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "meanwhile, the company has closed its offices in Leeds and moved everything to York.",
        "improved results in the first quarter helped the company, the chief executive said on Monday.",
        "He plays mp3 files on windows11 machines, and the company sells covid19 tests at its shops.",
        "sales, the company said, rose by a third in the year to March, and profits doubled.",
    ],
)
def test_other_words_in_small_letters_are_none(text: str) -> None:
    assert not [name for name in names(text) if name[0].islower()]


def test_a_small_name_is_known_wherever_it_stands() -> None:
    text = "zopla, a start-up from Leeds, has raised $31m. Jan Holt set up zopla in 2018. A zopla shop burned down."
    document = segment(Article(text=text))
    mentions = find_mentions(parse(document), document)
    assert sum(mentions.entity(m).name == "zopla" for m in mentions) == 3
