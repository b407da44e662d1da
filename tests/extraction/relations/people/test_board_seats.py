"""Seats on boards: had, taken, kept and given up."""

import pytest

from app.model import Phase
from tests.extraction.reading import one, read, said

HELD = "heldRole(Mara Lindt > Halden Steel)"
TOLD = (
    "Mara Lindt sits on the boards of Halden Steel and Corvo Foods.",
    "Mara Lindt has taken a seat on the board of Halden Steel.",
    "Mara Lindt will get a seat on Halden Steel's board.",
    "Mara Lindt was given a seat on Halden Steel's board.",
    "Mara Lindt also holds board seats at Halden Steel and Corvo Foods.",
    "Mara Lindt stepped down from the board of Halden Steel.",
    "Mara Lindt was voted off the board of Halden Steel.",
    "Halden Steel board member Mara Lindt voted against it.",
    "Halden Steel is up for sale. Mara Lindt, who keeps her seat on the board, voted against it.",
    "Halden Steel is up for sale. His cousin Mara Lindt is still on the board.",
    "Halden Steel is up for sale. Mara Lindt is joining the board as part of the deal.",
    "Mara Lindt founded Halden Steel and still chairs the board.",
    "Mara Lindt sits on the board of directors of Halden Steel.",
    "Mara Lindt stepped down from the board of directors of Halden Steel.",
    "Corvo Foods has one seat on Halden Steel's board, held by Mara Lindt.",
)
NOT_TOLD = (
    "Mara Lindt wants a seat on the board of Halden Steel.",
    "Mara Lindt was offered a seat on the board of Halden Steel.",
    "Mara Lindt sits on several boards, Halden Steel said.",
    "Mara Lindt told the board of Halden Steel about it.",
    "Halden Steel is up for sale. Mara Lindt left the school board in May.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_seat_is_a_post(text: str) -> None:
    assert HELD in said(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_seat_is_told(text: str) -> None:
    assert HELD not in said(text)


def test_a_seat_on_two_boards_is_two_posts() -> None:
    assert "heldRole(Mara Lindt > Corvo Foods)" in said(TOLD[0])


def test_a_seat_given_up_is_over_and_one_to_be_given_up_is_not() -> None:
    gone = {c.phase for c in read("Mara Lindt left the board of Halden Steel in 2021.") if c.relation == "heldRole"}
    assert gone == {Phase.ENDED}
    staying = one("Mara Lindt will give up her seat on the board of Halden Steel.", "heldRole")
    assert staying.phase is Phase.ONGOING


def test_who_is_joining_a_board_is_not_yet_on_it() -> None:
    assert one("Mara Lindt is joining the board of Halden Steel.", "heldRole").phase is Phase.PLANNED


@pytest.mark.parametrize(
    "what",
    [
        "resigned from Halden Steel's board on Sunday",
        "quit the board of Halden Steel",
        "was removed from the Halden Steel board",
        "stepped down from the board of directors of Halden Steel",
        "left the board in May",
        "retired from Halden Steel's audit committee",
    ],
)
def test_who_gives_up_a_seat_leaves_no_other_post(what: str) -> None:
    claims = read(f"Mara Lindt, managing partner of Corvo Foods, {what}.")
    assert not [c for c in claims if c.relation == "left"]
    assert [c.phase for c in claims if c.qualifiers.get("title") == "managing partner"] == [Phase.ONGOING]


def test_the_chairman_of_a_board_gives_up_the_chair_with_the_seat() -> None:
    claims = read("Halden Steel chairman Mara Lindt resigned from its board.")
    assert {c.phase for c in claims if c.qualifiers.get("title") == "chairman"} == {Phase.ENDED}


def test_who_holds_a_seat_owns_nothing() -> None:
    told = said("Corvo Foods owns 14 percent of Halden Steel and has one seat on the board, held by chair Mara Lindt.")
    assert told == {"ownsStakeIn(Corvo Foods > Halden Steel)"}
