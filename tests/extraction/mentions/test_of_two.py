"""Which of two firms or people "the former" and "the latter" are."""

import pytest

from tests.extraction.reading import said

OF_TWO = (
    (
        "Glow Energy merged with Mekong Hydro. Somchai Rattana, chairman of the latter, is unhappy.",
        "heldRole(Somchai Rattana > Mekong Hydro)",
    ),
    (
        "Keel Legal and Treloar Homes have voted to merge. Davina Moss, senior partner of the former, will lead it.",
        "heldRole(Davina Moss > Keel Legal)",
    ),
    (
        "Glow Energy and Mekong Hydro quarrelled. The former has bought Oslo Wind; the latter is led by Ana Ruiz.",
        "heldRole(Ana Ruiz > Mekong Hydro)",
    ),
    (
        "Anna Olds and Bo Lind met in May. The latter is a clerk at Wessex Pumps.",
        "heldRole(Bo Lind > Wessex Pumps)",
    ),
)
OF_NONE = (
    "Glow Energy, Nord Bank and Mekong Hydro met. Ana Ruiz, chairwoman of the latter, was pleased.",
    "Glow Energy met Mekong Hydro. The former head of the agency, Ana Ruiz, was pleased.",
)


@pytest.mark.parametrize(("text", "claim"), OF_TWO)
def test_one_of_two(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize("text", OF_NONE)
def test_one_of_none(text: str) -> None:
    assert not any("Ana Ruiz > Mekong" in each or "Ana Ruiz > Nord" in each for each in said(text))
