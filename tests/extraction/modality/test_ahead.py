"""Posts that somebody was given and begins later, as the sentence or the next one tells."""

import pytest

from app.model import Claim, Phase
from tests.extraction.reading import read

PUBLISHED = "2025-06-15"


def phases(text: str, relation: str) -> list[Phase | None]:
    return [claim.phase for claim in told(text, relation)]


def told(text: str, relation: str) -> list[Claim]:
    return [claim for claim in read(text, PUBLISHED) if claim.relation == relation]


@pytest.mark.parametrize(
    "text",
    [
        "Nordlund Systems has named Tom Rask as its chief executive. He starts on September 1.",
        "Nordlund Systems has named Tom Rask as its chief executive. He will take over in September.",
        "Nordlund Systems named Tom Rask chief executive. Rask, who will succeed Anna Berg in October, is a chemist.",
        "Tom Rask joins Nordlund Systems as chief executive from 1 September.",
        "Tom Rask succeeds Carl Holm as chief executive of Nordlund Systems on September 1.",
        "Nordlund Systems has appointed Tom Rask as chief executive, effective September 1.",
        "Nordlund Systems named Tom Rask chief executive, with effect from 1 September, replacing nobody.",
        "Nordlund Systems promoted Tom Rask to finance chief and he is due to take up the role in August.",
    ],
)
def test_who_is_named_and_begins_later_is_to_have_the_post(text: str) -> None:
    posts = [c.phase for c in told(text, "heldRole") if c.subject.name == "Tom Rask"]
    assert posts == [Phase.PLANNED]


def test_a_successor_who_starts_later_has_succeeded_nobody_yet() -> None:
    text = (
        "Anna Berg, the chief executive of Nordlund Systems, will retire in August. "
        "Her successor is Tom Rask, at present treasurer of Halvers Group, who starts on September 1."
    )
    assert phases(text, "succeeded") == [Phase.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "Nordlund Systems appointed Tom Rask as chief executive in May.",
        "Nordlund Systems has appointed Tom Rask as chief executive from 1 June.",
        "Nordlund Systems named Tom Rask chief executive in 2019. He will become chairman of Dorant Foods in May.",
        "Nordlund Systems named Tom Rask chief executive. He joins the board of Halvers Group in September.",
        "Tom Rask was named chief executive of Nordlund Systems on Monday. He succeeds Anna Berg.",
        "Nordlund Systems named Tom Rask chief executive. Anna Berg will start as treasurer of Halvers Group in July.",
    ],
)
def test_who_has_begun_has_the_post(text: str) -> None:
    own = [c for c in told(text, "heldRole") if c.subject.name == "Tom Rask" and "Nordlund" in str(c.object)]
    assert [c.phase for c in own] == [Phase.STARTED]


def test_an_appointment_is_effective_on_the_nearest_such_day() -> None:
    ahead = told("Nordlund Systems has appointed Tom Rask as chief executive from 1 September.", "heldRole")
    back = told("Nordlund Systems has appointed Tom Rask as chief executive, effective 1 June.", "heldRole")
    assert [str(c.time.start.edtf if c.time.start else "") for c in (*ahead, *back)] == ["2025-09-01", "2025-06-01"]


@pytest.mark.parametrize("verb", ["will be succeeded", "is to be replaced", "will be replaced"])
def test_whoever_is_to_be_followed_has_the_post_until_then(verb: str) -> None:
    text = f"Anna Berg {verb} as chief executive of Nordlund Systems by Tom Rask, who joins from Halvers Group."
    found = [(c.subject.name, c.phase) for c in told(text, "heldRole")]
    assert ("Anna Berg", Phase.ONGOING) in found
    assert not any(c.subject.name == "Anna Berg" for c in told(text, "succeeded"))
