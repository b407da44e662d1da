"""Towns, squares, ships and deeds that are no firms, posts or products, beside those that are."""

import pytest

from tests.extraction.reading import said

UNTOLD = {
    "Police led the crowd from Melbourne's Market Square to the port.": "headquarteredIn",
    "It was staged at Leeds's Ron Layer Arena in May.": "headquarteredIn",
    "A ship sank in South Australia's Corvel Gulf.": "headquarteredIn",
    "Jane Dempsey, 31, of Ravenshaw pleaded guilty to theft.": "memberOf",
    "Shane Bradley of Ballidoo just west of Perth says the quake shook his house.": "memberOf",
    "Ada Reed arrived at Edenvale, on the coast, early on Monday.": "joined",
    "After the war Ada Reed returned with her family to Petrovsk in 1921.": "joined",
    "In 2010, Sagamar purchased Astor from Tarvo Lines and renamed her Sagamar Pearl.": "acquired",
    "Dora and Mickey had their first show in 2008. They have collaborated with Tarvo Foods.": "partnerOf",
    "Tarvo Foods chairman Jo Reed asked the police to arrest those responsible for the attacks.": "responsib",
    "Jo Reed of Tarvo Foods was responsible for the crash.": "heldRole",
    "Norway has honoured Prince of the Brook director Peter Jansen.": "heldRole",
}
TOLD = {
    "The loan came from Leeds's Tarvo Bank in May.": "headquarteredIn(Tarvo Bank > Leeds)",
    "Jane Dempsey of Tarvo Foods said sales fell.": "memberOf(Jane Dempsey > Tarvo Foods)",
    "Ada Reed arrived at Tarvo Foods in 2012 from Brenta Mills.": "joined(Ada Reed > Tarvo Foods)",
    "Ada Reed returned to Tarvo Foods in 2012.": "joined(Ada Reed > Tarvo Foods)",
    "In 2010, Sagamar bought Astor Lines and renamed it Sagamar Lines.": "acquired(Sagamar > Astor Lines)",
    "Tarvo Foods and Marrick have collaborated with Brenta Mills.": "partnerOf(Tarvo Foods > Brenta Mills)",
    "Jo Reed is responsible for sales at Tarvo Foods.": "heldRole(Jo Reed > Tarvo Foods)",
    "Tarvo Films director Peter Jansen resigned.": "heldRole(Peter Jansen > Tarvo Films)",
    "Shivom Works, located at Halvern, Ostmark, was acquired by Tarvo.": "acquired(Tarvo > Shivom Works)",
}


@pytest.mark.parametrize(("text", "relation"), UNTOLD.items())
def test_not_told(text: str, relation: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith(relation)}


@pytest.mark.parametrize(("text", "claim"), TOLD.items())
def test_told(text: str, claim: str) -> None:
    assert claim in said(text)
