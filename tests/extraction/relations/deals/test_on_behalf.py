"""Whose a purchase is that somebody made who runs a company, and whose boss speaks after a quotation."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said

FOUND = {
    "Norwick Mills lost money. Jane Okafor, its chief executive since 2015, opened 41 stores and bought Tern Yarns for "
    "$20 million.": "acquired(Norwick Mills > Tern Yarns)",
    "Castor Foods is in trouble. Ruben Diaz, who became chief executive in 2018, spent freely. In 2019 he acquired the "
    "bakery chain Pollux.": "acquired(Castor Foods > Pollux)",
    # Their own money, or nobody's but theirs.
    "The entrepreneur Lena Hofer bought the hotel group Alpenhof in 2019.": "acquired(Lena Hofer > Alpenhof)",
    "Norwick Mills makes yarn. Jane Okafor, its chief executive, personally bought the bakery Pollux in 2019.": (
        "acquired(Jane Okafor > Pollux)"
    ),
    "Karen Adeyemi, the managing director of Whitlow & Sons, has bought Whitlow & Sons.": (
        "acquired(Karen Adeyemi > Whitlow & Sons)"
    ),
    # Of the firm that the sentence before is about, whoever else is named.
    "Paragon sells software. Paragon now buys data from an archive. Hatch & Brandt, a Warsaw law firm, says that the "
    'data are poor. "We have told them several times," said Ewa Hatch, its managing partner.': (
        "heldRole(Ewa Hatch > Hatch & Brandt)"
    ),
    "Vardin Pumps sells pumps. Agro Mart, a chain of 900 stores and the biggest buyer of Vardin's pumps, said "
    'deliveries were a mess. "They were six weeks late," said Imran Sethi, its head of purchasing.': (
        "heldRole(Imran Sethi > Agro Mart)"
    ),
}
MISSED = {
    "Norwick Mills lost money. Jane Okafor, its chief executive since 2015, opened 41 stores and bought Tern Yarns for "
    "$20 million.": "acquired(Jane Okafor > Tern Yarns)",
    'Kettle Stores is closing 12 shops. "This is no plan," said works council chairwoman Derya Aslan.': (
        "heldRole(Derya Aslan > Kettle Stores)"
    ),
    'Umbra Bank denied it. The bank "has not bought, and is not about to buy, any part of Twill Bikes".': (
        "unitOf(Umbra Bank > Twill Bikes)"
    ),
}


@pytest.mark.parametrize(("text", "claim"), FOUND.items())
def test_it_is_theirs(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(("text", "claim"), MISSED.items())
def test_it_is_not_theirs(text: str, claim: str) -> None:
    assert claim not in said(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Andor Capital has offered Castor Foods 400 million reais in fresh money.",
            "supplies(Andor Capital > Castor Foods)",
        ),
        ("Skagen Wear is Danish and sells fewer jeans for more money.", "makesProduct(Skagen Wear > fewer jeans)"),
        (
            "Jessica Tan is a partner at Sable Creek. In July she sold its remaining shares in the hospital operator "
            "Sanjivani Care to the Bengal Tiger Trust.",
            "ownsStakeIn(Jessica Tan > Sanjivani Care)",
        ),
    ],
)
def test_the_words_tell_something_else(text: str, claim: str) -> None:
    assert not {told for told in said(text) if told.startswith(claim.rstrip(")"))}


def test_her_own_shares_are_hers() -> None:
    assert "ownsStakeIn(Jessica Tan > Sanjivani Care)" in said(
        "In July Jessica Tan sold her remaining shares in the hospital operator Sanjivani Care."
    )
