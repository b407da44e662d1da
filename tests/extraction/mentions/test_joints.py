"""How far a name goes: numbers, hyphens, brackets and legal forms in it."""

import pytest

from tests.extraction.mentions.test_mentions import entities as names

CASES = {
    "It is run by 1st Halden Bank, a lender.": "1st Halden Bank",
    "The series was funded by Channel 6 and shown in Norway.": "Channel 6",
    "The power plant is run by OrPower 4, Inc., which is based in Nairobi.": "OrPower 4, Inc.",
    "Tarvo Foods was owned by Con-way, Inc. from 2007 to 2015.": "Con-way, Inc.",
    "Tarvo Kong (Holdings) Limited was based in Hong Kong.": "Tarvo Kong (Holdings) Limited",
    "It was acquired by Eli Brandt and Company in 1978.": "Eli Brandt and Company",
    "Its shares were bought by Sun Media.": "Sun Media",
}


@pytest.mark.parametrize(("text", "name"), CASES.items())
def test_whole_names(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A plan to merge with Tarvo Market of Dakar was abandoned.", {"Tarvo Market": "Company", "Dakar": "Place"}),
        ("It was taken over by Banque Osmark of Togo in 2021.", {"Banque Osmark": "Company", "Togo": "Place"}),
        ("Marrick Rue of Lille followed in May.", {"Marrick Rue": "Company", "Lille": "Place"}),
        (
            "It bought Second Fenwick Trust of Lyon for $3 million.",
            {"Second Fenwick Trust": "Company", "Lyon": "Place"},
        ),
        ("It bought tiny First Fenwick Trust of Tolveda, Kansas, in May.", {"First Fenwick Trust": "Company"}),
        ("Tarvo Works, based in Solapur, Maharashtra, has been bought by Brenta.", {"Maharashtra": "Place"}),
        ("She joined the Bank of Scotland.", {"Bank of Scotland": "Company"}),
        ("Its owners include Central Bank of Kenya and Tarvo.", {"Central Bank of Kenya": "Company"}),
        ("She studied at the University of Cambridge.", {"University of Cambridge": "Organization"}),
    ],
)
def test_a_town_after_of_is_no_part_of_a_name(text: str, found: dict[str, str]) -> None:
    assert names(text).items() >= found.items()


def test_legal_form_ends_a_name() -> None:
    found = names("He chairs Brenta and Openfield Telecom Ltd. Brenta, based in London, routes messages.")
    assert "Openfield Telecom Ltd." in found
    assert not any("Ltd. B" in name for name in found)


def test_year_and_count_are_no_names() -> None:
    assert names("In 2015 Tarvo Foods hired 30 people.").keys() == {"Tarvo Foods"}
