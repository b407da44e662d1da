"""Where "and" is within a name, and where it is between two."""

import pytest

from tests.extraction.mentions.test_mentions import entities as names

ONE = {
    "She chairs the Tarvo Investment and Development Authority.": "Tarvo Investment and Development Authority",
    "He left the Osmark Food and Drug Administration in 2011.": "Osmark Food and Drug Administration",
    "The Halden Water and Housing Board is based in Halden.": "Halden Water and Housing Board",
    "It sued the Maritime and Coastal Agency in 2015.": "Maritime and Coastal Agency",
    "Key figures, including Masonry, Joinery, Roofing and Glazing Union (MJRGU) secretary Joan Field, spoke.": (
        "Masonry, Joinery, Roofing and Glazing Union"
    ),
    "It is a subsidiary of Scottish and Western Power.": "Scottish and Western Power",
    "He was hired by the Great Baltic and Pacific Shipping Company.": "Great Baltic and Pacific Shipping Company",
    "The mill was bought by Northern and Eastern Railways.": "Northern and Eastern Railways",
    "He is the owner of Tolland Heating and Cooling.": "Tolland Heating and Cooling",
    "She worked at Marrick Flooring and Insulation until 2009.": "Marrick Flooring and Insulation",
    "He is the founder of Wexcombe Landscaping and Paving.": "Wexcombe Landscaping and Paving",
    "Jo Reed, from the Board of Harbour Commissioners, spoke.": "Board of Harbour Commissioners",
    "Ada Reed is on the board of Tarvo Group (UK) Holdings.": "Tarvo Group (UK) Holdings",
    "She incorporated Tarvo Cleaning Services of Canada, Inc. in 2001.": "Tarvo Cleaning Services of Canada, Inc.",
}
TWO = {
    "It has two new investors: Saltholm and Marrick Health, a maker of beds.": "Marrick Health",
    "It raised $22 million from investors including Brenta and Osmark Early.": "Osmark Early",
    "A merger between Saltholm and Marrick Health has failed.": "Marrick Health",
    "She advised the Tarvo Bank and Marrick Development Partners.": "Tarvo Bank",
    "Fire crews and the Osmark Group and Brenta Authority met.": "Brenta Authority",
    "It supplies Marrick Flooring and Tolland Heating.": "Tolland Heating",
    "He chairs the Board of Tarvo Holdings.": "Tarvo Holdings",
    "Tarvo Bank and Western Power signed a deal.": "Western Power",
    "It works with Tarvo Housing, Brenta Energy and Marrick Union.": "Brenta Energy",
}


@pytest.mark.parametrize(("text", "name"), [*ONE.items(), *TWO.items()])
def test_names_with_and(text: str, name: str) -> None:
    assert name in names(text)
