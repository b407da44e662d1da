"""Deals, units and names in encyclopedic prose: what a sentence says of one firm and not of the one beside it."""

import pytest

from app.model import Claim, Phase
from tests.extraction.reading import one, read, said, say

# The text, a claim that it makes (empty if it is enough that none is made), and one that it does not make.
CASES = [
    # a part or a thing of a firm's is sold, and not the firm
    ("In 2012 the brakes division of Tarvo Systems was sold to Marlow Group.", "",
     "acquired(Marlow Group > Tarvo Systems)"),
    ("The laser technology of Tarvo Systems was acquired by Marlow Group.", "",
     "acquired(Marlow Group > Tarvo Systems)"),
    ("Marlow Group purchased the Tarvo Glass trucks two years later.", "", "acquired(Marlow Group > Tarvo Glass)"),
    ("Marlow Group acquired several franchises including Brentix and Corvane.", "",
     "acquired(Marlow Group > Corvane)"),
    ("In 2005, 40% of Brentix was bought by Marlow Group.", "investedIn(Marlow Group > Brentix)",
     "acquired(Marlow Group > Brentix)"),
    ("Orla Venn founded Brentix, which was sold to Marlow Group in 2007.", "acquired(Marlow Group > Brentix)", ""),
    # two firms of one group
    ("Marlow Group purchased Halden Games Racing, a division of Halden Games Corporation, in 2010.",
     "acquired(Marlow Group > Halden Games Racing)", "acquired(Marlow Group > Halden Games Corporation)"),
    # whose unit
    ("He was controller for Brentix Development and Corvane Partners, a subsidiary of Marlow Group.",
     "unitOf(Corvane Partners > Marlow Group)", "unitOf(Brentix Development > Marlow Group)"),
    ("Brentix is part of the Halden consortium comprising Corvane and Tarvo Systems.", "",
     "unitOf(Brentix > Corvane)"),
    ("She left Brentix in 1942 as part of Operation Halden.", "", "unitOf(Brentix > Operation Halden)"),
    # who invests
    ("In 2016, Brentix raised $8 million from Halden Partners and Orla Venn's Corvane Capital.",
     "investedIn(Halden Partners > Brentix)", "investedIn(Orla Venn > Brentix)"),
    ("The firm was owned by Brentix, a conglomerate founded by Orla Venn, which owned Corvane.", "",
     "ownsStakeIn(Orla Venn > Corvane)"),
    ("Orla Venn has held several positions, including sales manager with Brentix and co-founder of Corvane.", "",
     "ownsStakeIn(Orla Venn > Corvane)"),
    ("In 2005 Halden bought 40% of Brentix. Corvane now owns 20%, while the remaining 40% are owned by Tarvo Systems.",
     "", "ownsStakeIn(Tarvo Systems > Corvane)"),
    # a list in which it is open what is a name
    ("In 1931, Brentix Mills, Howard and Bullough, Brooks and Doxey, and Halden Mills merged.", "",
     "mergedWith(Brentix Mills > Howard)"),
    # how things are, and what is done for others
    ("Brentix is divided into two business units.", "", "restructured(Brentix > )"),
    ("The company focuses on streamlining Corvane.", "", "restructured(Corvane > )"),
    # names
    ("Corvane was founded in 1911 as the Corvane Tobacco Co. and grew.", "",
     "formerName(Corvane Tobacco Co. > Corvane Tobacco Co.)"),
    ("Wall's wife, Catharine (née Davenant) died at the age of 48.", "", "formerName(Catharine > Davenant)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "never"), CASES)
def test_deals(text: str, told: str, never: str) -> None:
    found = said(text)
    assert not told or told in found, found
    assert never not in found


def claim(text: str, line: str) -> Claim:
    return next(c for c in read(text) if say(c) == line)


def test_what_was_under_way_is_planned() -> None:
    assert one("On May 3, Brentix announced it was acquiring Corvane.", "acquired").phase is Phase.PLANNED
    assert one("Corvane Foods is in the process of being taken over by Brentix.", "acquired").phase is Phase.PLANNED


def test_who_was_bought_from_is_its_owner_no_more() -> None:
    assert one("In May 1991, Brentix was bought from Halden plc by Corvane AG.", "unitOf").phase is Phase.ENDED


def test_what_was_a_unit_is_none() -> None:
    assert one("Brentix was once a subsidiary of Corvane.", "unitOf").phase is Phase.ENDED


def test_founded_as_a_unit() -> None:
    found = one("Brentix was established in 1962 as a subsidiary of Corvane.", "unitOf")
    assert found.phase is Phase.STARTED
    assert found.time.end is None


@pytest.mark.parametrize(
    "text",
    [
        "In July 2012, Brentix purchased Corvane for $20 per share.",
        "Brentix bought Corvane, a firm with 300 people and revenue of over $3bn.",
    ],
)
def test_no_price(text: str) -> None:
    assert "amount" not in one(text, "acquired").qualifiers


def test_share_of_another() -> None:
    text = "Brentix owns large stakes in Corvane and 28% of Tarvo Systems."
    assert "percent" not in claim(text, "ownsStakeIn(Brentix > Corvane)").qualifiers


def test_round_of_another() -> None:
    text = "In 2014, Brentix secured $5m in a Series A round from Maverin, a firm who has also invested in Corvane."
    assert "round" not in claim(text, "investedIn(Maverin > Corvane)").qualifiers


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("After Halden acquired Brentix on November 30, 2016, Tarvo was combined with Corvane.",
         "mergedWith(Tarvo > Corvane)"),
        ("Since 2010, Brentix has raised $100 million from Corvane.", "investedIn(Corvane > Brentix)"),
        ("Corvane was bought by Halden (parent of Brentix since 1988).", "acquired(Halden > Corvane)"),
    ],
)  # fmt: skip
def test_no_date(text: str, line: str) -> None:
    assert claim(text, line).time.date is None


def test_until_an_end() -> None:
    found = claim(
        "Orla Venn bought Brentix and owned Brentix until her death in 1937.", "ownsStakeIn(Orla Venn > Brentix)"
    )
    assert found.time.date is None
    assert found.time.end is not None
