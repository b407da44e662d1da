"""Titles told beside: which post is given up, and as what somebody follows another."""

import pytest

from tests.extraction.reading import read, say


def _titles(text: str, relation: str) -> set[tuple[str, str]]:
    found = (claim for claim in read(text, "2025-06-15") if claim.relation == relation)
    return {(say(claim), str(claim.qualifiers.get("title", ""))) for claim in found}


@pytest.mark.parametrize(
    "text",
    [
        "Oakline's CFO, Ana Ruiz, will step down at the end of the year.",
        "Oakline said on Tuesday that CFO Ana Ruiz will step down in May.",
    ],
)
def test_who_steps_down_gives_up_the_post_that_the_name_is_told_with(text: str) -> None:
    assert _titles(text, "heldRole") == {("heldRole(Ana Ruiz > Oakline)", "CFO")}


def test_of_two_posts_it_is_not_said_which_is_given_up() -> None:
    found = _titles("Ana Ruiz, Oakline's chairman and CEO, will step down in August.", "heldRole")
    assert ("heldRole(Ana Ruiz > Oakline)", "") in found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz succeeded Tom Hart as chief executive of Oakline.",
        "Ana Ruiz takes over from Tom Hart as Oakline's chief executive in November.",
        "Ana Ruiz, Oakline's finance chief, will succeed Tom Hart as chief executive.",
    ],
)
def test_who_follows_another_does_so_in_the_post_that_is_taken_up(text: str) -> None:
    assert _titles(text, "succeeded") == {("succeeded(Ana Ruiz > Tom Hart)", "chief executive")}
