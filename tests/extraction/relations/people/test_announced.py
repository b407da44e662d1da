"""Posts of which the sentence after says who holds them."""

import pytest

from app.model import Phase
from tests.extraction.reading import one, said

CASES = {
    "Halden Steel has appointed a new finance director. Mara Lindt, 41, joins from the ferry operator Bluewake.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Bluewake)",
    ],
    "Halden Steel has dismissed its sales director over claims. Paul Okoye had worked for the company since 2009.": [
        "heldRole(Paul Okoye > Halden Steel)",
        "left(Paul Okoye > Halden Steel)",
    ],
    "Two directors of Halden Steel have resigned over a deal. Mara Lindt and Paul Okoye called it reckless.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "left(Paul Okoye > Halden Steel)",
    ],
    "Halden Steel has promoted two people to partner. Mara Lindt joined in 2010; Paul Okoye left Corvo in 2018.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "A former executive of Halden Steel will head the airline Zipp. Mara Lindt was in charge of planning.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel has a new chairwoman. Mara Lindt took over from Paul Okoye, who had held the post since 2011.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    "The new boss of Halden Steel is no stranger to it. Mara Lindt ran its furnaces for six years.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_the_next_named_holds_it(text: str, expected: list[str]) -> None:
    assert set(expected) <= said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Halden Steel may appoint a new finance director. Paul Okoye is among those who have been interviewed.",
        "Halden Steel has appointed a new finance director. Paul Okoye, an analyst, said the choice was good.",
        "Paul Okoye owns a mill. Halden Steel has appointed a new finance director. Paul Okoye laughed.",
        "Two directors of Halden Steel have resigned. Paul Okoye owns a third of it.",
        "Halden Steel hired an executive last year. Paul Okoye spoke at the event.",
        "Has Halden Steel appointed a new finance director? Paul Okoye left the room.",
    ],
)
def test_others_do_not(text: str) -> None:
    assert "heldRole(Paul Okoye > Halden Steel)" not in said(text)


def test_a_post_that_was_lost_is_over() -> None:
    assert one("Halden Steel has sacked its finance chief. Paul Okoye wept.", "heldRole").phase is Phase.ENDED
