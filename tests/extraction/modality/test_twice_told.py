"""One fact that a sentence tells in two phases is claimed once."""

import pytest

from app.model import Phase
from tests.extraction.reading import read, say


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Tarvo Films produced and released several series including Mythica and Brookside.", "makesProduct"),
        ("Tarvo Spirits was founded as a division of Tarvo Foods in 2009.", "unitOf"),
        ("In 2014, in partnership with Brenta Mills, Tarvo Foods launched a fund.", "partnerOf"),
    ],
)
def test_what_lasts_has_one_phase(text: str, relation: str) -> None:
    found = [claim for claim in read(text) if claim.relation == relation]
    assert found
    assert len(found) == len({say(claim) for claim in found})


def test_what_goes_on_stays_beside_what_is_over() -> None:
    found = read("Tarvo Foods makes the Brookside snack. Tarvo Foods was a unit of Brenta Mills.")
    assert {claim.phase for claim in found} == {Phase.ONGOING, Phase.ENDED}
