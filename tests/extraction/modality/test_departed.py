"""Posts that end with a departure, posts and parts that are to come, and custom that goes on."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


def phases(text: str, relation: str) -> set[str]:
    return {claim.phase.value for claim in read(text, "2025-06-18") if claim.relation == relation}


@pytest.mark.parametrize(
    ("text", "relation", "phase"),
    [
        # Whoever has left has the post no more.
        ("Tiago Amaral, Conta's chief risk officer, walked out of Conta in February.", "heldRole", "ended"),
        (
            "Asha Rao, Merle Cloud's finance chief, wrote to the board. She was dismissed by Merle Cloud on March 3.",
            "heldRole",
            "ended",
        ),
        # Who will leave, is only said to leave, or has come back has it still.
        ("Tiago Amaral, Conta's chief risk officer, will leave Conta in October.", "heldRole", "ongoing"),
        ("Tiago Amaral, Conta's chief risk officer, denied that he had left Conta.", "heldRole", "ongoing"),
        (
            "Asha Rao left Merle Cloud in 2011. She is now Merle Cloud's chief executive.",
            "heldRole",
            "ongoing",
        ),
        # What is to be.
        ("Meena Rao is to be chief executive of Inhale from 1 September.", "heldRole", "planned"),
        ("Inhale will become part of Sahyadri Foods.", "unitOf", "planned"),
        ("Inhale is to become a unit of Sahyadri Foods.", "unitOf", "planned"),
        ("Inhale is part of Sahyadri Foods.", "unitOf", "ongoing"),
        ("Matai Cold will store and deliver frozen goods for the chain Foodbarn.", "supplies", "planned"),
        # Work that was given to somebody goes on.
        ("Shanta Clinics turned its laboratories over in 2022 to Precisa Diagnostics.", "supplies", "started"),
        ("Halden has switched all of its stores to equipment from Frostek.", "supplies", "started"),
    ],
)
def test_how_far_it_has_come(text: str, relation: str, phase: str) -> None:
    assert phases(text, relation) == {phase}


def test_custom_is_dated_from_its_start() -> None:
    text = "Shanta Clinics turned its laboratories over in 2022 to Precisa Diagnostics."
    [claim] = [claim for claim in read(text) if claim.relation == "supplies"]
    assert claim.time.start is not None
    assert claim.time.start.edtf == "2022"
    assert claim.time.date is None
