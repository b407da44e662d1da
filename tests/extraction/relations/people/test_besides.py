"""The posts of those who are told by somebody else's: deputies, successors, and who is replaced as what by whom."""

import pytest

from tests.extraction.reading import said

FOUNDED = "Okke Renner and Mirjam Stolk founded Notarix in 2019. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            FOUNDED + "Stolk left in April. Her successor as chief scientist, Pavel Dvorak, came from Auralis.",
            {"heldRole(Pavel Dvorak > Notarix)", "succeeded(Pavel Dvorak > Mirjam Stolk)"},
        ),
        (
            "Kolbe Motors' chairman, Anton Reuter, will retire in May. Reuter's deputy, Jana Sykora, welcomed it.",
            {"heldRole(Jana Sykora > Kolbe Motors)"},
        ),
        (
            "Tarvin Rail has had a bad year. Ugo Benelli was succeeded as finance director by Sara Holt in May.",
            {
                "heldRole(Ugo Benelli > Tarvin Rail)",
                "heldRole(Sara Holt > Tarvin Rail)",
                "succeeded(Sara Holt > Ugo Benelli)",
            },
        ),
        (
            "Vidya's finance chief has resigned. Sandeep Krishnan told employees by email that he was leaving. "
            "His deputy, Ritu Malhotra, will act as finance chief.",
            {
                "heldRole(Sandeep Krishnan > Vidya)",
                "left(Sandeep Krishnan > Vidya)",
                "heldRole(Ritu Malhotra > Vidya)",
            },
        ),
    ],
)
def test_posts_are_told_by_those_of_others(text: str, wanted: set[str]) -> None:
    assert wanted <= said(text)


def test_a_successor_is_where_the_predecessor_was() -> None:
    text = "Ines Carvalho left Vidro Glass for Serpa Tiles. Her successor as director, Luis Prado, is 40."
    assert "heldRole(Luis Prado > Vidro Glass)" in said(text)
    assert "heldRole(Luis Prado > Serpa Tiles)" not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor arrived late. Her deputy, Clara Boon, spoke first.",
        "Kolbe Motors' finance chief is leaving. Anton Reuter, a customer, said that he had expected it.",
    ],
)
def test_nothing_is_told_of_who_is_beside_nobody(text: str) -> None:
    assert not any(claim.startswith(("heldRole(Clara", "heldRole(Anton")) for claim in said(text))
