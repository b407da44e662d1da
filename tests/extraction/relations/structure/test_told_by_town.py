"""Seats of firms that a sentence tells by their town alone, and old names of firms that it calls "it"."""

from tests.extraction.reading import said

_OPENING = "Larkmoor Systems makes pumps. Larkmoor opened a plant in May. "


def test_the_company_of_a_town_is_the_one_spoken_of() -> None:
    assert "headquarteredIn(Larkmoor Systems > Utrecht)" in said(
        _OPENING + "Shares of the Utrecht-based company closed 4% higher."
    )


def test_the_city_firm_has_no_seat() -> None:
    assert not any("headquarteredIn" in claim for claim in said(_OPENING + "Lawyers at the City firm agreed."))


def test_smaller_towns_are_towns() -> None:
    assert "headquarteredIn(Norlund Shipping > Bergen)" in said("Norlund Shipping of Bergen has ordered two ships.")
    assert "headquarteredIn(Larkmoor Systems > Bristol)" in said(
        "Larkmoor Systems is headquartered in Bristol and employs 860 people."
    )


def test_old_names() -> None:
    assert "formerName(Larkmoor > Signal Brno)" in said("Larkmoor was known until 2010 as Signal Brno.")
    assert "formerName(Larkmoor Systems > Wold Pumps)" in said(_OPENING + "Until 2003 the firm was called Wold Pumps.")
    assert "formerName(Brightwell Parts > Aster Parts)" in said(
        "Aster Parts will trade as Brightwell Parts once the deal closes."
    )


def test_trading_under_another_name_abroad_gives_up_none() -> None:
    assert not any("formerName" in claim for claim in said("Larkmoor will operate as Wold in Spain."))
