"""Advisers, underwriters and administrators: whom they work for."""

import pytest

from tests.extraction.reading import said

DEAL = "Orlo & Finch said it would buy Tarn Mills from Beckfoot Partners for $870 million. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (DEAL + "Hara Securities advised the seller.", "supplies(Hara Securities > Beckfoot Partners)"),
        (DEAL + "Hara Securities acted for the buyer.", "supplies(Hara Securities > Orlo & Finch)"),
        (DEAL + "Hara advised Orlo & Finch and Lund & Grey the seller.", "supplies(Lund & Grey > Beckfoot Partners)"),
        (
            "Okoye Cloud priced its shares on Thursday. Drexel Stone was the lead underwriter.",
            "supplies(Drexel Stone > Okoye Cloud)",
        ),
        ("Marabel Mining is being rebuilt. Ashby & Lyne drew up the plan.", "supplies(Ashby & Lyne > Marabel Mining)"),
        (
            "Zelenka Foods plans to list its shares in May. Dunmore Vickers is arranging the sale.",
            "supplies(Dunmore Vickers > Zelenka Foods)",
        ),
    ],
)
def test_whom_they_work_for(text: str, claim: str) -> None:
    assert claim in said(text)


def test_a_second_adviser_is_no_client() -> None:
    assert "supplies(Hara Securities > Lund & Grey)" not in said(
        DEAL + "Hara Securities advised Orlo & Finch and Lund & Grey the seller."
    )


def test_who_runs_something_of_its_own_works_for_nobody() -> None:
    assert not {c for c in said("Okoye Cloud is in Lagos. Drexel Stone is running the plant.") if "supplies" in c}
