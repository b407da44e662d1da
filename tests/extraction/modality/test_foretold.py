"""Posts to be given up: the end is of whoever says it, and of nobody who only may know."""

import pytest

from app.model import Claim, Phase, Status
from tests.extraction.reading import read


def post(text: str) -> Claim:
    (claim,) = [claim for claim in read(text, "2025-06-15") if claim.relation == "heldRole"]
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Energy said on Monday that Anna Berg would step down as chief executive at the end of September.",
        "Anna Berg would step down as chief executive at the end of September, Tarn Energy said on Monday.",
    ],
)
def test_the_end_of_a_post_is_stated_by_whoever_announces_it(text: str) -> None:
    claim = post(text)
    assert (claim.status, claim.phase) == (Status.STATED, Phase.ONGOING)
    times = (claim.time.end, claim.time.announced)
    assert [time and time.edtf for time in times] == ["2025-09", "2025-06-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Sources said Anna Berg will step down as chief executive of Tarn Energy in September.",
        "Anna Berg will not step down as chief executive of Tarn Energy in September.",
        "The Courier reported that Anna Berg would step down as chief executive of Tarn Energy in September.",
    ],
)
def test_an_end_that_nobody_vouches_for_is_none(text: str) -> None:
    claim = post(text)
    assert (claim.status, claim.phase, claim.time.end) == (Status.ASSERTED, Phase.ONGOING, None)
