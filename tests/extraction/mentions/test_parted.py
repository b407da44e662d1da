"""Names that a small word seems to make one."""

import pytest

from app.documents.clean import segment
from app.extraction.mentions.mentions import find_mentions
from app.extraction.parsing.parse import parse
from app.model import Article


def names(text: str) -> set[str]:
    """The names of a text."""
    document = segment(Article(text=text))
    return {entity.name for entity in find_mentions(parse(document), document).entities.values()}


def test_two_firms_that_are_known_apart_are_two() -> None:
    text = (
        "Oakum Robotics sells machines. Oakum buys its chips from Pellworth. Pellworth raised $20 million in May.\n\n"
        "The story of Oakum and Pellworth is an old one. It heard that he was leaving Oakum for Pellworth."
    )
    assert names(text) == {"Oakum Robotics", "Pellworth"}


def test_a_name_with_and_stays_whole() -> None:
    assert "Hale and Sons" in names("The milk comes from Hale and Sons. Hale bought the farm in May.")


@pytest.mark.parametrize("text", ["It closed a $5 million Series B. Oakum Labs led it.", "It raised a Series A."])
def test_a_round_is_no_name(text: str) -> None:
    assert not {name for name in names(text) if "Series" in name}
