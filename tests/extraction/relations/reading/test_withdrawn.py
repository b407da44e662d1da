"""A note of correction repeats what was wrong: that is no claim of the article."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that Crane Partners owned 14.2 percent of Tern Systems.",
        "Correction: This article originally said that Crane Partners bought Tern Systems in 2020.",
        "Correction, April 17: A previous version of this story misstated that Ida Roe left Tern Systems in April.",
    ],
)
def test_what_a_correction_withdraws_is_no_claim(text: str) -> None:
    assert said(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of the contract said that Crane Partners owned 14.2 percent of Tern Systems.",
        "This article was updated to say that Crane Partners owns 14.2 percent of Tern Systems.",
    ],
)
def test_other_versions_and_updates_are(text: str) -> None:
    assert said(text) == {"ownsStakeIn(Crane Partners > Tern Systems)"}
