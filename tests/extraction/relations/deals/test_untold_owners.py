"""Owners, shares, buyers and money of a firm that the sentence calls "it" or by what it is, or leaves unsaid."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said

FOUND = (
    # Bought: "it", "the cheesemaker".
    (
        "Quarrymoor Foods has cut a hundred jobs. Lindqvist Dairy bought the cheesemaker in 2018.",
        "acquired(Lindqvist Dairy > Quarrymoor Foods)",
    ),
    (
        "Pinheiro & Filhos bottles olive oil. In 2016 it was bought by Grupo Atalaya, which kept the name.",
        "acquired(Grupo Atalaya > Pinheiro & Filhos)",
    ),
    (
        "Obsidian Freight is losing drivers. Its founder sold the haulier to Tamsin Holdings in March.",
        "acquired(Tamsin Holdings > Obsidian Freight)",
    ),
    (
        "Trellick Press prints maps. When Aurelia Books snapped it up in 2020, thirty people lost their jobs.",
        "acquired(Aurelia Books > Trellick Press)",
    ),
    (
        "Bakkafrost Sigur makes smoked salmon. Nordhav Group will pay 12 million crowns for the company.",
        "acquired(Nordhav Group > Bakkafrost Sigur)",
    ),
    (
        "Dutch lender Veldbank sold Veld Lease, its leasing arm, to Spain's Banco Arenal for an undisclosed sum.",
        "acquired(Banco Arenal > Veld Lease)",
    ),
    (
        "Danish food group Ostervang Mejeri is being sold to Kraft & Lund.",
        "acquired(Kraft & Lund > Ostervang Mejeri)",
    ),
    ("Nadia Kerr has bought Silver Comb, a salon, from Irma Dale.", "ownsStakeIn(Irma Dale > Silver Comb)"),
    # Owners.
    (
        'Casa Quintero bakes 9,000 loaves a day. "We start at two," said its owner, Ximena Quintero.',
        "ownsStakeIn(Ximena Quintero > Casa Quintero)",
    ),
    (
        "At Volkov Steel the mood is grim. The sole owner, Arkady Volkov, has left the country.",
        "ownsStakeIn(Arkady Volkov > Volkov Steel)",
    ),
    (
        "Sunday is the busiest day at Pho Hanoi. Owner Linh Tran says she will open a second restaurant.",
        "ownsStakeIn(Linh Tran > Pho Hanoi)",
    ),
    (
        "Plumtree Nurseries grows roses. Ruth Achterberg owns the company with her sister Marijke.",
        "ownsStakeIn(Marijke > Plumtree Nurseries)",
    ),
    (
        "Delmar Boats builds dinghies. The yard is owned by Pacifica Ventures.",
        "ownsStakeIn(Pacifica Ventures > Delmar Boats)",
    ),
    # Shares.
    (
        "Meltwater Hydro belongs to three funds. Fundy Capital owns half, Acadia Trust 30% and Gaspé Bank the rest.",
        "ownsStakeIn(Gaspé Bank > Meltwater Hydro)",
    ),
    (
        "The shipyard Nordskip, of which Fjellheim Invest owns 70%, has laid off a hundred people.",
        "ownsStakeIn(Fjellheim Invest > Nordskip)",
    ),
    (
        "Bayer Industrie and Nikado Optics hold 50% each of the result, Lensjoin, which opens its head office in Graz.",
        "ownsStakeIn(Nikado Optics > Lensjoin)",
    ),
    (
        "Ironbridge Pumps is 150 years old. A stake of 20% was sold to Severn Capital in June.",
        "investedIn(Severn Capital > Ironbridge Pumps)",
    ),
    (
        "Ama Osei sold her half of Kente & Co to Gloria Brands in May.",
        "ownsStakeIn(Ama Osei > Kente & Co)",
    ),
    # Money.
    (
        "Nigerian fintech Owlpay said it had secured fresh capital. Savannah Capital put in $30 million and Lagos Seed "
        "$12 million.",
        "investedIn(Lagos Seed > Owlpay)",
    ),
    (
        "Ndege Air is short of planes. Savannah Growth has put 20 million dollars into the airline.",
        "investedIn(Savannah Growth > Ndege Air)",
    ),
    (
        "Lumen Roots grows basil in cellars. The start-up has 3 million euros from Polder Fund and Maasdam Seed.",
        "investedIn(Maasdam Seed > Lumen Roots)",
    ),
    (
        "Petrel Labs closed its seed round in May. Skua Partners took part, as did Gannet Fund.",
        "investedIn(Gannet Fund > Petrel Labs)",
    ),
    # Bids and mergers.
    (
        "Kraków Castings has three offers on the table, from Hessen Guss, Torino Foundries and Jinhai Metals.",
        "acquired(Jinhai Metals > Kraków Castings)",
    ),
    ("Bjorn & Co and Varg Partners are tying the knot.", "mergedWith(Bjorn & Co > Varg Partners)"),
)

SILENT = (
    # What is sold again and again is no firm, and what somebody buys from his employer is not his employer.
    (
        "Lunchbox Analytics counts calories. It makes software and sells it to Gokak Steel among others.",
        "acquired(Gokak Steel > Lunchbox Analytics)",
    ),
    (
        "Tamsin Freight has a new depot. Odile Girault bought the tannery from her employer, Groupe Tavernier.",
        "acquired(Odile Girault > Groupe Tavernier)",
    ),
    # "Their owners, A and B": nobody can tell who owns which.
    (
        "Zahnhaus and Smilewerk will not merge. Their owners, Pfeil Capital and Orchard Lane Partners, disagreed.",
        "ownsStakeIn(Orchard Lane Partners > Zahnhaus)",
    ),
    (
        "Stock in the company was traded on Nasdaq until 2021 when it was acquired by Halden Industrial.",
        "acquired(Halden Industrial > Nasdaq)",
    ),
)


@pytest.mark.parametrize(("text", "claim"), FOUND)
def test_is_told_of_the_firm_spoken_of(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(("text", "claim"), SILENT)
def test_near_misses_stay_silent(text: str, claim: str) -> None:
    assert claim not in said(text)
