"""Plain sentences of who deals with whom in business news, one for each way of saying it: what it says is found."""

import pytest

from tests.extraction.reading import said

CASES = {
    "Marsden Foods has its jam packed by Orrin Mills.": ["supplies(Orrin Mills > Marsden Foods)"],
    "A strike at Orrin Mills has disrupted deliveries to Marsden Foods and Velt Bakeries.": [
        "supplies(Orrin Mills > Marsden Foods)",
        "supplies(Orrin Mills > Velt Bakeries)",
    ],
    "Marsden Stores has removed some of Orrin Mills' products from its shelves.": [
        "supplies(Orrin Mills > Marsden Stores)"
    ],
    "Orrin Data said on Monday that Marsden Insurance had become a customer.": [
        "supplies(Orrin Data > Marsden Insurance)"
    ],
    "Marsden Foods no longer buys from Orrin Mills.": ["supplies(Orrin Mills > Marsden Foods)"],
    "Orrin Mills lost its contract with Marsden Foods.": ["supplies(Orrin Mills > Marsden Foods)"],
    "Marsden Foods outsources its payroll to Orrin Systems.": ["supplies(Orrin Systems > Marsden Foods)"],
    "Marsden Foods gets most of its flour from Orrin Mills.": ["supplies(Orrin Mills > Marsden Foods)"],
    "Marsden Foods's flour comes from Orrin Mills.": ["supplies(Orrin Mills > Marsden Foods)"],
    "Orrin Data stores Marsden Foods' customer records.": ["supplies(Orrin Data > Marsden Foods)"],
    "Marsden Foods uses software from Orrin Systems.": ["supplies(Orrin Systems > Marsden Foods)"],
    "Orrin Aerospace has a contract to service the engines of Velt Airlines.": [
        "supplies(Orrin Aerospace > Velt Airlines)"
    ],
    "Marsden Motors cut output. Tarn Chips has been its main source of controllers since 2020.": [
        "supplies(Tarn Chips > Marsden Motors)"
    ],
    "Marsden Mobile and Tarn Telecom have ended their network-sharing agreement.": [
        "partnerOf(Marsden Mobile > Tarn Telecom)"
    ],
    "Marsden Chemicals and Tarn Energy plan to jointly build a plant in Oman.": [
        "partnerOf(Marsden Chemicals > Tarn Energy)"
    ],
    "Marsden Foods and Orrin Mills said they would work together.": ["partnerOf(Marsden Foods > Orrin Mills)"],
    "Marsden Foods will develop the drug with Orrin Pharma.": ["partnerOf(Marsden Foods > Orrin Pharma)"],
    "Marsden Freight and Tarn Transport plan to merge.": ["mergedWith(Marsden Freight > Tarn Transport)"],
    "Marsden Cosmetics beat Orrin Group to win the auction for Tarn Skincare.": [
        "acquired(Marsden Cosmetics > Tarn Skincare)"
    ],
    "Orrin Mills has accepted an offer from Marsden Foods.": ["acquired(Marsden Foods > Orrin Mills)"],
    "Marsden & Rye has brought in Tarn Spirits as a minority shareholder.": [
        "investedIn(Tarn Spirits > Marsden & Rye)",
        "ownsStakeIn(Tarn Spirits > Marsden & Rye)",
    ],
    "Marsden Bank has sold shares worth $180 million to Tarn Capital.": ["investedIn(Tarn Capital > Marsden Bank)"],
    "Tarn Capital will provide up to $50 million of funding to Marsden Solar.": [
        "investedIn(Tarn Capital > Marsden Solar)"
    ],
    "Marsden Foods was seeded by Orrin Capital.": ["investedIn(Orrin Capital > Marsden Foods)"],
    "Marsden Retail denied reports of a rift with Tarn Cards.": ["tensionWith(Marsden Retail > Tarn Cards)"],
    "Marsden Foods and Orrin Mills disagree over who should pay.": ["tensionWith(Marsden Foods > Orrin Mills)"],
    "Marsden Group has complained to Tarn Cargo about delays and threatened to take its business elsewhere.": [
        "consideringAlternativesTo(Marsden Group > Tarn Cargo)",
        "dissatisfiedWith(Marsden Group > Tarn Cargo)",
    ],
    "Marsden Council has told Tarn Waste, the services group, that it is dissatisfied with the rounds.": [
        "dissatisfiedWith(Marsden Council > Tarn Waste)"
    ],
    "Marsden Foods has criticised Orrin Mills for late deliveries.": ["dissatisfiedWith(Marsden Foods > Orrin Mills)"],
    "Marsden Schools could move its payroll from Tarn Payroll to Orrin Systems next year.": [
        "consideringAlternativesTo(Marsden Schools > Tarn Payroll)"
    ],
    "Marsden Foods may replace Orrin Mills with another supplier.": [
        "consideringAlternativesTo(Marsden Foods > Orrin Mills)"
    ],
    "Marsden Foods is unhappy with Orrin Mills and is looking for another supplier.": [
        "consideringAlternativesTo(Marsden Foods > Orrin Mills)"
    ],
    "Peak Gyms, the gym chain based outside Denver, reported a loss.": ["headquarteredIn(Peak Gyms > Denver)"],
    "Marsden Publishing said on Monday that it would move from Boston to New York.": [
        "headquarteredIn(Marsden Publishing > Boston)",
        "headquarteredIn(Marsden Publishing > New York)",
    ],
    "Marsden Trust has denied that Tarn Homes, its mortgage subsidiary, is for sale.": [
        "unitOf(Tarn Homes > Marsden Trust)"
    ],
    "Marsden Group is made up of Tarn Foods and Orrin Bakeries.": [
        "unitOf(Tarn Foods > Marsden Group)",
        "unitOf(Orrin Bakeries > Marsden Group)",
    ],
    "Marsden LNG, a joint venture between Orrin Petroleum and Tarn Gas, will ship its first cargo in May.": [
        "founded(Orrin Petroleum > Marsden LNG)",
        "founded(Tarn Gas > Marsden LNG)",
    ],
    "Marsden was founded in 2019 by two brothers, Eyal Regev and Ofer Regev.": [
        "founded(Eyal Regev > Marsden)",
        "founded(Ofer Regev > Marsden)",
    ],
    "Jiri and Petra Novak started Marsden Optics in 2004.": [
        "founded(Jiri > Marsden Optics)",
        "founded(Petra Novak > Marsden Optics)",
    ],
    "Tarn Labs was spun out of the University of Turku in 2016 by Anneli Korpi, a chemist there, and Juha Salo.": [
        "foundingDate(Tarn Labs > 2016)",
        "founded(Anneli Korpi > Tarn Labs)",
    ],
    "Tarn Group and Orrin Group have formed a joint venture, Marsden Foods.": ["founded(Tarn Group > Marsden Foods)"],
    "Tarn Mobility, the ride-hailing arm of Marsden Motors, is cutting jobs. The carmaker set up the unit in 2017.": [
        "founded(Marsden Motors > Tarn Mobility)"
    ],
    "Tarn Freight and Marsden Foods are in a dispute. The haulier sued Orrin Bank in May.": [
        "tensionWith(Tarn Freight > Orrin Bank)"
    ],
    "The Lindt family has 34% of Marsden Foods. Folkvang Pension, the second biggest holder, has 6.2%.": [
        "ownsStakeIn(Folkvang Pension > Marsden Foods)"
    ],
    "Tarn Energy has bought a stake in Marsden Wind. The rest is held by Marsden Wind's founder, Diarmuid Kinsella.": [
        "ownsStakeIn(Diarmuid Kinsella > Marsden Wind)"
    ],
    "Shares of Marsden Housing fell 6% after Tarn Partners halved its stake to 4.9%.": [
        "ownsStakeIn(Tarn Partners > Marsden Housing)"
    ],
    "Marsden has closed a $6m Series A. Investors include Orrin Ventures and former Dishful boss Nadia Bensal.": [
        "investedIn(Orrin Ventures > Marsden)",
        "investedIn(Nadia Bensal > Marsden)",
    ],
    "Marsden Foods would not say who took part in the round. Bankers said Sable Capital had put in $40 million.": [
        "investedIn(Sable Capital > Marsden Foods)"
    ],
    "Marsden Foods raised $20 million. Among the backers were Orrin Capital and Tarn Fund.": [
        "investedIn(Tarn Fund > Marsden Foods)"
    ],
    "Orrin Capital bought Marsden Foods in 2018 and still holds 30 percent.": [
        "ownsStakeIn(Orrin Capital > Marsden Foods)"
    ],
    "Orrin Group has bought Marsden Foods from Tarn Group.": [
        "acquired(Orrin Group > Marsden Foods)",
        "unitOf(Marsden Foods > Tarn Group)",
    ],
    "Tarn Group has sold Marsden Foods to Orrin Group.": ["unitOf(Marsden Foods > Tarn Group)"],
    "Marsden Foods, which makes Crispo, reported a loss.": ["makesProduct(Marsden Foods > Crispo)"],
    "Marsden Foods, the maker of Crispo, reported a loss.": ["makesProduct(Marsden Foods > Crispo)"],
    "Lentovar is made by Marsden Pharma.": ["makesProduct(Marsden Pharma > Lentovar)"],
    "Marsden Pharma said Lentovar, its heart drug, had been approved.": ["makesProduct(Marsden Pharma > Lentovar)"],
    "Marsden Motors unveiled its new van, the Veloro.": ["makesProduct(Marsden Motors > Veloro)"],
    "Marsden Foods shifted its focus from cakes to organic bread.": ["focusesOn(Marsden Foods > organic bread)"],
    "Marsden Foods, the former Orrin Mills, reported a loss.": ["formerName(Marsden Foods > Orrin Mills)"],
    "Marsden Foods reported a loss. The company had been called Orrin Mills since 1911.": [
        "formerName(Marsden Foods > Orrin Mills)"
    ],
}


@pytest.mark.parametrize(("text", "claims"), CASES.items())
def test_what_a_plain_sentence_says_is_found(text: str, claims: list[str]) -> None:
    found = said(text)
    assert not [claim for claim in claims if claim not in found], found
