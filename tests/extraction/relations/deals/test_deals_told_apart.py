"""Deals, units and names in encyclopedic prose: what a sentence says of one firm and not of the one beside it."""

import pytest

from app.model import Claim, Phase, Polarity, Status
from tests.extraction.reading import one, read, said, say

# The text, a claim that it makes (empty if it is enough that none is made), and one that it does not make.
CASES = [
    # what several sell was nobody's unit
    ("Tarvo Systems plans to buy Marlow Group from shareholders such as Osmark Capital and Brenta Partners.",
     "ownsStakeIn(Osmark Capital > Marlow Group)", "unitOf(Marlow Group > Osmark Capital)"),
    ("Tarvo Systems bought Marlow Group from Osmark Foods.", "unitOf(Marlow Group > Osmark Foods)", ""),
    ("Tarvo Systems agreed to buy Marlow's for $30 million.", "acquired(Tarvo Systems > Marlow's)", ""),
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
    # what is left out, what is no firm, and who is not told by name
    ("Halden Media will buy Brentix and Tarvo Systems, excluding Corvane (and its studio), Maverin and Ostrel.",
     "acquired(Halden Media > Tarvo Systems)", "acquired(Halden Media > Maverin)"),
    ("Halden Media bought all the firms of the group, apart from Corvane.", "",
     "acquired(Halden Media > Corvane)"),
    ("Brentix has one client, Corvane, and no partner other than Halden Media.", "supplies(Brentix > Corvane)", ""),
    ("In 2016 Cole Brent sold Corvane Ltd to Halden UK Ltd. ('Maverin') for $20 million.",
     "acquired(Halden UK Ltd. > Corvane Ltd)", "acquired(Halden UK Ltd. > Maverin)"),
    ("Brentix collected the glass and took it to its plant, where it would be sorted and sold to other companies.",
     "", "acquired(other companies > Brentix)"),
    ("The show at Halden Arena attracted publishers who wanted to acquire the company.", "",
     "acquired(publishers > Halden Arena)"),
    ("Corvane was sold to a group of investors in 2004.", "acquired(investors > Corvane)", ""),
    ("In 2004, Halden Media purchased Le Corvane, a luxury liner.", "", "acquired(Halden Media > Le Corvane)"),
    ("Halden Media purchased the Tarvo Glass molds two years later, and would use them for years.", "",
     "acquired(Halden Media > Tarvo Glass)"),
    # what it becomes a part of
    ("In 2012, Corvane became part of the new Halden Media Group, which was created for a sale.", "",
     "acquired(Halden Media Group > Corvane)"),
    ("In 2012, Corvane became part of Halden Media Group.", "acquired(Halden Media Group > Corvane)", ""),
    # where it is, and which of two of one name
    ("In 2007, Corvane Works Limited located at Solen, Maravanda has been acquired by Brentix.",
     "acquired(Brentix > Corvane Works Limited)", "acquired(Brentix > Maravanda)"),
    ("Corvane of Lyon and Maverin were bought by Brentix.", "acquired(Brentix > Maverin)", ""),
    # whose purchase
    ("Brentix bought the Signal Division of Halden Corp, known as Maverin before its purchase by Halden Corp in 1999.",
     "", "acquired(Halden Corp > Brentix)"),
    ("Brentix, known as Maverin before its purchase by Halden, bought Corvane in 2009.",
     "acquired(Halden > Brentix)", ""),
    ("Tarvo Foods merged in 1968 with Corvane into Halden Brands (it was sold to Brentix in 1985).",
     "acquired(Brentix > Halden Brands)", "acquired(Brentix > Tarvo Foods)"),
    # a part of it merged
    ("In 1886, the southern section of the Corvane Railway was amalgamated with the Brentix Railway.", "",
     "mergedWith(Corvane Railway > Brentix Railway)"),
    ("In 1886, the Corvane Railway was amalgamated with the Brentix Railway.",
     "mergedWith(Corvane Railway > Brentix Railway)", ""),
    # groups and headlines
    ("Funds affiliated with Brentix completed the acquisition of Corvane.", "", "acquired(Funds > Corvane)"),
    ("Halden Advanced Materials Closes Acquisition of Corvane Exploration Company.", "",
     "acquired(Halden Advanced Materials Closes Acquisition > Corvane Exploration Company)"),
    # who answers an offer
    ("Brentix bid for Corvane. Halden Media then stepped in and offered $23 billion, which was accepted by Tarvo Corp.",
     "acquired(Halden Media > Tarvo Corp.)", "acquired(Halden Media > Brentix)"),
    ("Halden Media offered $3bn, which Corvane rejected.", "acquired(Halden Media > Corvane)", ""),
    # who merged after a purchase
    ("Brentix was later bought by Halden Media before merging with Corvane.", "acquired(Halden Media > Brentix)",
     "mergedWith(Brentix > Corvane)"),
    ("Brentix bought Tarvo Systems before merging with Corvane.", "mergedWith(Brentix > Corvane)", ""),
    # who bought
    ("The firm was listed by Orla Venn of stockbroker Corvane Securities, who bought a stake in Brentix.",
     "ownsStakeIn(Orla Venn > Brentix)", "ownsStakeIn(Corvane Securities > Brentix)"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Brentix announced in May that it had paid an undisclosed sum to acquire Corvane.",
        "Brentix paid $5 million to acquire Corvane in May 2019.",
        "In 1994, Tarvo was purchased by Brentix, which would acquire Corvane in 2000.",
    ],
)
def test_bought_by_then(text: str) -> None:
    found = claim(text, "acquired(Brentix > Corvane)")
    assert found.phase is Phase.COMPLETED
    assert found.status in (Status.ASSERTED, Status.STATED)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 2009 Brentix signed a deal under which it would buy Corvane.", Status.ASSERTED),
        ("In 2009 Brentix proposed a deal under which it would buy Corvane.", Status.POSSIBLE),
        ("Brentix would pay $5 million to acquire Corvane.", Status.POSSIBLE),
        ("Tarvo was told that if it failed, Brentix would acquire Corvane in 2027.", Status.POSSIBLE),
        ("Brentix said in 2019 that it would acquire Corvane in 2027.", Status.STATED),
    ],
)
def test_bought_perhaps_later(text: str, status: Status) -> None:
    found = claim(text, "acquired(Brentix > Corvane)")
    assert found.phase is Phase.PLANNED
    assert found.status is status


def test_merger_that_fell_through() -> None:
    text = "A merger between Brentix and Corvane was proposed in early 1930, but fell through."
    assert one(text, "mergedWith").polarity is Polarity.NEGATED


def test_who_takes_over_the_whole_keeps_a_share() -> None:
    text = "Brentix, which had been the largest shareholder in Corvane, took full ownership of Corvane in late 2014."
    assert claim(text, "ownsStakeIn(Brentix > Corvane)").phase is Phase.ONGOING


def test_of_what_several_bought_nobody_knows_a_share() -> None:
    text = "Brentix invested in the retailer Corvane as part of a consortium which took a 50% stake in the company."
    assert "percent" not in claim(text, "ownsStakeIn(Brentix > Corvane)").qualifiers


def test_of_what_several_put_up_nobody_knows_a_sum() -> None:
    text = "In 2012, Corvane raised $2.5 million in funds from Brentix Ventures (lead), 500 Tides and Halden Partners."
    assert "amount" not in claim(text, "investedIn(Brentix Ventures > Corvane)").qualifiers


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("After winning the bid to buy Corvane, Brentix announced that it had the money.", Status.ASSERTED),
        ("Brentix has won the auction to buy Corvane.", Status.ASSERTED),
        ("Brentix is in the race to buy Corvane.", Status.POSSIBLE),
        ("Brentix hopes to win the auction to buy Corvane.", Status.POSSIBLE),
    ],
)
def test_who_has_won_will_buy(text: str, status: Status) -> None:
    assert claim(text, "acquired(Brentix > Corvane)").status is status
