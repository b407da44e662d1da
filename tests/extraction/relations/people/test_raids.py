"""Who is named among those whom a firm has taken from another, and whom a firm has lost to another."""

import pytest

from tests.extraction.reading import said

RAIDS = (
    "Orion Commodities has poached six traders from Beacon Metals, among them Maya Iyer.",
    "Orion Commodities lured away five of Beacon Metals's analysts, including Maya Iyer.",
    "Nine traders quit Beacon Metals for Orion Commodities. The group is led by Maya Iyer.",
    "Four of Beacon Metals's traders have left for Orion Commodities. They include Maya Iyer.",
    "Beacon Metals lost Maya Iyer to Orion Commodities last week.",
    "Beacon Metals lost Maya Iyer, its head of copper, to Orion Commodities.",
)
NO_RAIDS = (
    "Orion Commodities has poached six traders from Beacon Metals. Maya Iyer said she was sad.",
    "Orion Commodities bought six ships from Beacon Metals. Maya Iyer named them.",
)
FOLLOWS = (
    "Rukmini Textiles elected Maya Iyer president. She follows Sven Dahl.",
    "Maya Iyer became president of Orion Commodities in May, following Sven Dahl.",
)
FOLLOWS_NOBODY = (
    "Rukmini Textiles elected Maya Iyer president. She followed Sven Dahl to Beacon Metals.",
    "Rukmini Textiles elected Maya Iyer president. Sven Dahl followed her career.",
    "Maya Iyer follows Sven Dahl on the stage.",
)


@pytest.mark.parametrize("text", RAIDS)
def test_those_named_among_several_went(text: str) -> None:
    assert {"joined(Maya Iyer > Orion Commodities)", "left(Maya Iyer > Beacon Metals)"} <= said(text)


@pytest.mark.parametrize("text", NO_RAIDS)
def test_others_did_not(text: str) -> None:
    assert not any("Maya Iyer" in each and each.startswith(("joined", "left")) for each in said(text))


@pytest.mark.parametrize("text", FOLLOWS)
def test_whoever_gets_a_post_follows(text: str) -> None:
    assert "succeeded(Maya Iyer > Sven Dahl)" in said(text)


@pytest.mark.parametrize("text", FOLLOWS_NOBODY)
def test_following_somewhere_is_no_succession(text: str) -> None:
    assert "succeeded(Maya Iyer > Sven Dahl)" not in said(text)
