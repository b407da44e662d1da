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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Jane Holt, chief medical officer at brimfeld, said so. Since May brimfeld has sold labels to Ansel Foods.",
            "brimfeld",
        ),
        (
            "Jan Roe, a founder of chip start-up quillet, is leaving. Quillet has tried to compete with Nvidia.",
            "quillet",
        ),
        ("The site is replacing its supplier Tarnworth with upstart rival pin.point, two people said.", "pin.point"),
        (
            "On Monday brimfeld, the medical data company previously known as Scrawl Works, announced a deal. "
            "The head of brimfeld's research unit left.",
            "brimfeld",
        ),
    ],
)
def test_a_word_that_stands_where_firms_do_is_a_name(text: str, name: str) -> None:
    assert names(text).get(name) == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "Work at headquarters goes on. The officer at headquarters said that headquarters will provide food.",
        "The startup founder left Ansel Foods. Founder shares were sold.",
        "A manager at onboarding said that onboarding's cost rose. The onboarding of clients at Ansel Foods is slow.",
        "Ansel Foods, a fintech from Leeds, grew. Every fintech says that fintech funding is hard to get.",
    ],
)
def test_words_that_firms_use_are_none(text: str) -> None:
    assert not [name for name, kind in names(text).items() if name[0].islower() and kind != "Collective"]


def test_a_small_name_is_whole() -> None:
    text = "brimfeld, a start-up from Leeds, has raised $31m. Jane Holt leads brimfeld Research. He left brimfeld."
    assert {"brimfeld", "brimfeld Research"} <= names(text).keys()
