"""Who has gone and who is still to go, as the rest of an article tells it."""

import pytest

from app.model import Phase
from tests.extraction.reading import read


def _phases(text: str, relation: str) -> list[Phase | None]:
    return [claim.phase for claim in read(text, "2025-06-20") if claim.relation == relation]


def test_the_departure_of_who_is_yet_to_go_lies_ahead() -> None:
    text = "Oakline said Ana Ruiz would leave in December. With the departure of Ruiz, Oakline has no finance chief."
    assert set(_phases(text, "left")) == {Phase.PLANNED}


def test_the_departure_of_who_has_gone_lies_back() -> None:
    text = "Ana Ruiz left Oakline in May. The departure of Ruiz from Oakline came as a surprise."
    assert set(_phases(text, "left")) == {Phase.COMPLETED}


def test_a_post_given_up_later_on_is_over() -> None:
    text = "Ana Ruiz, Oakline's CEO, began in a shed. Later it grew. Ruiz stepped down as CEO of Oakline in May."
    assert set(_phases(text, "heldRole")) == {Phase.ENDED}


def test_a_post_told_of_after_it_was_given_up_goes_on() -> None:
    text = "Ana Ruiz stepped down as CEO of Oakline in 2015. Now she is back. Ana Ruiz, CEO of Oakline, is glad."
    assert Phase.ONGOING in _phases(text, "heldRole")


TIMELINE = "It began small.\n\n**{heading}**\n\nNoor Haddad steps down as CEO of Oakline. Tom Hart leaves Oakline."


@pytest.mark.parametrize(
    ("heading", "left", "post"),
    [
        ("April 2025: The sale", Phase.COMPLETED, Phase.ENDED),
        ("2024 - Growing pains", Phase.COMPLETED, Phase.ENDED),
        ("December 2025: What comes next", Phase.PLANNED, Phase.ONGOING),
        ("The sale", Phase.PLANNED, Phase.ONGOING),
    ],
)
def test_the_present_of_a_timeline_lies_back(heading: str, left: Phase, post: Phase) -> None:
    text = TIMELINE.format(heading=heading)
    assert (_phases(text, "left"), _phases(text, "heldRole")) == ([left], [post])
