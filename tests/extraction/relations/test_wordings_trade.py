"""Orders that change hands, said in so many words: `wordings_trade.txt`, on invented names."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said

FOUND = {
    "Norvane has enlisted Kelmar, a Leeds-based agency, to transcribe its calls.": ["supplies(Kelmar > Norvane)"],
    "Kelmar raised $3 million from Tansy Capital, with Norvane Stores and Orme Homes among its customers.": [
        "supplies(Kelmar > Norvane Stores)",
        "supplies(Kelmar > Orme Homes)",
    ],
    "Norvane Stores dropped Kelmar from its shops in May.": ["supplies(Kelmar > Norvane Stores)"],
    "Kelmar Windows signed a three-year agreement to provide the windows for flats that Orme Homes is putting up in "
    "Leeds.": ["supplies(Kelmar Windows > Orme Homes)"],
    "Kelmar won a contract to install the lifts in a hotel that Orme Homes is building in Bath.": [
        "supplies(Kelmar > Orme Homes)"
    ],
    "Kelmar Chips will design the processor and supply it to Vestra.": ["supplies(Kelmar Chips > Vestra)"],
    "Norvane Stores is moving its own-label yogurt business to Kelmar, ending a contract with Tansy Dairy that had run "
    "for 12 years.": ["supplies(Kelmar > Norvane Stores)", "supplies(Tansy Dairy > Norvane Stores)"],
    "Kelmar still does the bulk of Norvane's printing.": ["supplies(Kelmar > Norvane)"],
    "Norvane has switched its catering account to Kelmar.": ["supplies(Kelmar > Norvane)"],
    "Norvane is taking its haulage business away from Kelmar.": ["supplies(Kelmar > Norvane)"],
    "The mast was in the hands of a contractor, Kelmar Engineering, whose agreement with Norvane ended in 2022.": [
        "supplies(Kelmar Engineering > Norvane)"
    ],
    "Norvane kept the secrets of its customers, the network operators Kelmar Mobile and Tansy Cell.": [
        "supplies(Norvane > Kelmar Mobile)",
        "supplies(Norvane > Tansy Cell)",
    ],
    "Norvane is working on a new mast. Its suppliers, Kelmar and Tansy, could not be reached.": [
        "supplies(Kelmar > Norvane)",
        "supplies(Tansy > Norvane)",
    ],
    "Kelmar Air, the Australian drone outfit, and the weather-data company Tansy Labs are joining forces.": [
        "partnerOf(Kelmar Air > Tansy Labs)"
    ],
    'Kelmar Games, the Montreal-based studio behind the "Silver Fox" series, is for sale.': [
        "makesProduct(Kelmar Games > Silver Fox)"
    ],
    "Kelmar, the Delft-based maker of apple-picking robots, has closed a plant.": [
        "makesProduct(Kelmar > apple-picking robots)"
    ],
    # Whose chief she is, it is her firm's plant.
    "Kelmar's chief executive, Leyla Demir, spoke to reporters. Tansy owns 30%. Before that Demir ran the company's "
    "plant in Leeds.": ["heldRole(Leyla Demir > Kelmar)"],
}
NOT = {
    "Kelmar Chips will design the processor and supply it to Vestra.": ["supplies(Vestra > Kelmar Chips)"],
    "Norvane is moving its Leeds plant to Kelmar Street.": ["supplies(Kelmar Street > Norvane)"],
    "Norvane dropped its case against Kelmar.": ["supplies(Kelmar > Norvane)"],
    "Norvane bought chip maker Tansy.": ["makesProduct(Tansy > bought chip)"],
    "Kelmar's chief executive, Leyla Demir, spoke to reporters. Tansy owns 30%. Before that Demir ran the company's "
    "plant in Leeds.": ["heldRole(Leyla Demir > Tansy)"],
}


@pytest.mark.parametrize(("text", "claims"), FOUND.items())
def test_who_gets_an_order_is_found(text: str, claims: list[str]) -> None:
    found = said(text)
    assert not [claim for claim in claims if claim not in found], found


@pytest.mark.parametrize(("text", "claims"), NOT.items())
def test_who_gets_none_is_not(text: str, claims: list[str]) -> None:
    found = said(text)
    assert not [claim for claim in claims if claim in found], found


def test_who_signs_up_for_software_is_supplied_with_it() -> None:
    assert "supplies(Notarix > Merwe Zorg)" in said("Merwe Zorg signed up for Notarix's dictation software in May.")
    assert not any(c.startswith("supplies") for c in said("Merwe Zorg signed up for Notarix's board."))


def test_who_sells_as_much_as_another_does_not_work_for_it() -> None:
    assert not said("Kelmar does half of Norvane's volume.")
