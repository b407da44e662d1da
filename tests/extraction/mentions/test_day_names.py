"""Days and months that open a firm's name, and those that only say when."""

import pytest

from app.documents.clean import segment
from app.extraction.mentions.day_names import day_names
from app.extraction.parsing.parse import parse
from app.model import Article


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sunday Clay, which she set up, opened a shop.", {("Sunday", "Clay")}),
        ("He put $5 million into Friday Foods.", {("Friday", "Foods")}),
        ("He invested with March Wagons, a maker of vans.", {("March", "Wagons")}),
        ("It lost the grocer to Sunday Clay, the agency that she runs.", {("Sunday", "Clay")}),
        ("It moved the launch to Friday and Orsk Line, the shipper, agreed.", set()),
        ("On Monday Orsk Line, which makes jars, sued.", set()),
        ("The company said Monday Orsk Line would pay.", set()),
        ("Monday Orsk Line's shares fell.", set()),
        ("In May Tarvo Foods, the grocer, sued it.", set()),
    ],
)
def test_a_day_opens_a_name_where_it_cannot_be_a_time(text: str, names: set[tuple[str, str]]) -> None:
    assert day_names(parse(segment(Article(text=text)))) == names
