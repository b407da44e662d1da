"""Posts that somebody was to have and will not, and plans that end in other words."""

import pytest

from tests.extraction.reading import read, say


def off(text: str) -> set[str]:
    return {say(claim) for claim in read(text, "2025-06-18") if claim.status.value == "negated"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tom Rask was due to become finance chief of Tarn Energy in August, but the appointment was cancelled.",
            {"heldRole(Tom Rask > Tarn Energy)"},
        ),
        (
            "Tom Rask had been due to join Tarn Energy in August. That move will not now go ahead.",
            {"joined(Tom Rask > Tarn Energy)"},
        ),
        (
            "Tarn Energy named Tom Rask chief executive in May. In June it called off the appointment.",
            {"heldRole(Tom Rask > Tarn Energy)"},
        ),
        (
            "Tarn Energy has called off the appointment of Tom Rask as chief executive.",
            {"heldRole(Tom Rask > Tarn Energy)"},
        ),
        (
            "Tarn Energy agreed in March to buy Velt Mills. In May it called off the deal.",
            {"acquired(Tarn Energy > Velt Mills)"},
        ),
        (
            "Tarn Energy agreed in March to buy Velt Mills. The deal will not now go ahead.",
            {"acquired(Tarn Energy > Velt Mills)"},
        ),
    ],
)
def test_what_was_planned_is_off(text: str, told: set[str]) -> None:
    assert off(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Energy named Tom Rask chief executive in May. The appointment may be called off.",
        "Tarn Energy named Tom Rask chief executive in May. The appointment was criticised.",
        "Tarn Energy named Tom Rask chief executive in May, and the launch was called off.",
        "Tom Rask is chief executive of Tarn Energy. The hiring of a finance chief was called off.",
        "Tarn Energy named Tom Rask chief executive and Ada Vell chair. The appointment was called off.",
        "Tarn Energy agreed in March to buy Velt Mills. The deal will not go ahead without a vote.",
        "Tarn Energy agreed in March to buy Velt Mills. The deal may not go ahead.",
    ],
)
def test_what_may_be_meant_otherwise_is_not_off(text: str) -> None:
    assert not off(text)
