"""Trade that a text does not tell of: who only looks like a vendor, a client, a partner or a product there."""

import pytest

from app.model import Phase
from tests.extraction.reading import one, read, said

# What is said, and a claim that it makes (empty if none is looked for), and one that it does not make.
SUPPLIES = [
    # whose clients are listed
    ("Among the firm's media clients are Ostrel Films, Bexley Rail and Norfield.", "", "firm's media clients >"),
    ("Volta Grid makes meters. The company's customers include Bexley Rail and Norfield.",
     "supplies(Volta Grid > Norfield)", "company's customers >"),
    ("Ostrel, Norfield and Bexley Rail are among their advertising clients.", "", "supplies("),
    ("It makes software for Volta Grid. Customers include Bexley Rail and Norfield.", "", "supplies(Volta Grid >"),
    ("Volta Grid makes software. Customers include Bexley Rail and Norfield.",
     "supplies(Volta Grid > Norfield)", "supplies(Norfield"),
    ("Volta Grid supplies meters to brands such as Ostrel, but it sells tools through shops such as Norfield.",
     "supplies(Volta Grid > Ostrel)", "supplies(Volta Grid > Norfield)"),
    ("Volta Grid offers services to industries such as Mining, Aerospace and Telecom.", "", "Aerospace"),
    # what is received is not always goods
    ("Lena Dorn received her doctorate from Norfield University.", "", "supplies("),
    ("Volta Grid received two warnings from the Norfield Stock Exchange in 2019.", "", "supplies("),
    ("Volta Grid received an award from Ostrel & Pell.", "", "supplies("),
    ("Volta Grid received the first trains from Ostrel.", "supplies(Ostrel > Volta Grid)", "supplies(Volta Grid"),
    ("The Norfield Foundation opened in 1997. Its support came from Ostrel.", "", "supplies("),
    # what is sold once
    ("Volta Grid was sold in 2017 to Norfield Capital.", "", "supplies("),
    ("Volta Grid sold 6 rental buildings in the old town to Norfield Group.", "", "supplies("),
    ("In 2016, Volta Grid sold its Lumo product to Norfield.", "", "supplies("),
    ("Volta Grid was selling the Lumo Grid streaming service to Norfield.", "", "supplies("),
    ("Volta Grid sells its Lumo product to Norfield.", "supplies(Volta Grid > Norfield)", "supplies(Norfield"),
    ("Volta Grid sold many old rides to help pay off Ostrel's first carousel.", "", "supplies("),
    # what is used, commissioned or named
    ("Volta Grid briefly used the name Norfield Volta.", "", "supplies("),
    ("Norfield Volta was a trading name used by Volta Grid.", "", "supplies("),
    ("Volta Grid uses Datrix, a distributed database built with care.", "", "supplies("),
    ("Volta Grid uses Ostrel, a haulier.", "supplies(Ostrel > Volta Grid)", "supplies(Volta Grid"),
    ("The drama The Harvesters was commissioned by Norfield TV.", "", "supplies("),
    ("Volta Grid provides Datrix Core-as-a-service with big data.", "", "supplies("),
    ("Volta Grid carries parts for the Ostrel Focus, the Ostrel Bronco and other cars.", "", "supplies("),
    ("Volta Grid used to operate stores in Iceland under franchise agreements for Ostrel and Norfield.",
     "", "supplies("),
    ("Volta Grid created a lender to provide financing for the Ostrel dealer sales network.", "", "supplies("),
    ("Her cousin, who is a licensed architect at Norfield, works for the firm.", "", "supplies("),
    ("It was founded by Norfield graduates Lena Dorn and Tom Voss. The firm designs maps for Volta Grid.",
     "", "supplies(Norfield"),
    ("It became one of a number of Norfield Advisory services to become part of Volta Grid.", "", "supplies("),
    ("Volta Grid built a franchised team for the video game Ostrel.", "", "supplies("),
    # whole lists
    ("Volta Grid's international client list includes Ostrel, Norfield Rail and Velmar.",
     "supplies(Volta Grid > Velmar)", "> Volta Grid)"),
    ("Volta Grid has grown its base of clients to include Ostrel, Next and Norfield and entered the market.",
     "supplies(Volta Grid > Norfield)", "> Volta Grid)"),
    ("Volta Grid's clients include Sondra, Hotmail, Ostrel and Nightrage.",
     "supplies(Volta Grid > Nightrage)", "> Volta Grid)"),
    # abbreviations that name nobody
    ("Volta Grid has worked closely with NGOs and ISPs including Norfield Net.",
     "partnerOf(Volta Grid > Norfield Net)", "> NGOs)"),
    ("Volta Grid ran the regional HQ in New York. The company offers services to Norfield.", "", "supplies(HQ"),
    # a thing that is sold once, a blow, a firm that is bought
    ("It was announced that Volta Grid would be selling the Lumo streaming service to the firm Norfield.", "",
     "supplies(Volta Grid > Norfield)"),
    ("Volta Grid sells the cheese to Norfield.", "supplies(Volta Grid > Norfield)", "supplies(Norfield"),
    ("A direct assault on Norfield came in 1984 from Volta Grid, when it launched a chain.", "", "supplies("),
    ("Volta Grid serves homes. It acquired Ostrel Electric, a national contractor specialising in cables.", "",
     "supplies("),
    ("Volta Grid will produce Ostrel's next movie.", "", "supplies("),
    # where names end
    ("Volta Grid is a supplier for Burlock King, Ostrel and Norfield.",
     "supplies(Volta Grid > Norfield)", "Ostrel and Norfield)"),
    ("Volta Grid provided software for Sun Management.", "supplies(Volta Grid > Sun Management)", "> Management)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "never"), SUPPLIES)
def test_only_who_is_told_to_supply_does(text: str, claim: str, never: str) -> None:
    found = said(text)
    assert not claim or claim in found
    assert not [told for told in found if never in told]


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Volta Grid designs artwork for many bands, including Ostrel and Norfield.", "artwork"),
        ("Volta Grid produces television content for networks in the country, including Ostrel and Norfield.",
         "television content"),
    ],
)  # fmt: skip
def test_whom_a_service_is_for_is_no_part_of_it(text: str, service: str) -> None:
    told = [claim.qualifiers for claim in read(text) if claim.relation == "supplies"]
    assert told
    assert all(qualifiers["service"] == service for qualifiers in told)


def test_who_distributes_films_supplies_no_films() -> None:
    assert not one("Volta Grid has its films distributed by Norfield Pictures.", "supplies").qualifiers


def test_who_had_been_hired_is_not_done_with() -> None:
    text = "Volta Grid said that it had hired Norfield to run its canteens."
    assert {claim.phase.value for claim in read(text) if claim.relation == "supplies"} <= {"completed", "ongoing"}


# What is said, and whether the two are partners.
PARTNERS = [
    ("Volta Grid: Partners for Peace opened in 2003.", "partnerOf(", False),
    ("The bridge was sold to Ostrel West, a consortium comprising Ostrel, Norfield and Volta Grid.",
     "partnerOf(Ostrel West", False),
    ("The bridge is run by a consortium of Ostrel, Norfield and Volta Grid.", "partnerOf(Ostrel > Norfield)", True),
    ("In 1988, Ostrel co-produced with Norfield Films a film which turned out to be a success.", "partnerOf(", False),
    ("Ostrel has co-produced with Norfield Films since 2010.", "partnerOf(Ostrel > Norfield Films)", True),
    ("Volta Grid is a venture between Ostrel and the University of Norfield spin-out Velmar Vaccines.",
     "partnerOf(Ostrel > University of Norfield)", False),
    ("Volta Grid was awarded first place in 2009, in association with Norfield Media.", "partnerOf(", False),
    ("Volta Grid was established in 2009 in association with Norfield Media.",
     "partnerOf(Volta Grid > Norfield Media)", True),
    ("Volta Grid hired Ostrel Design, in association with Norfield, to redo its logo.", "partnerOf(", False),
    ("Lumo Overlay, which was created in partnership with Norfield, sold well.", "partnerOf(", False),
    ("Volta and Norfield Syndicate partnered with two other syndicates.", "partnerOf(", False),
    ("Volta Grid and Norfield Rail partnered in 2009.", "partnerOf(Volta Grid > Norfield Rail)", True),
    ("Volta and Ostrel had their first collaboration with the designer Lena Dorn in 2008.", "partnerOf(", False),
    ("Volta and Ostrel formed a sister company as a joint venture with Norfield Corporation.",
     "partnerOf(Volta > Ostrel)", False),
    ("Norfield met Volta Stores (Ireland), a joint venture between Ostrel and Volta Stores.",
     "partnerOf(", False),
    ("It was certified by Volta GP LLC, general partner of Volta Partners LP.", "partnerOf(", False),
    ("We apply this to the Strategic Alliance Agreement with Norfield Pharmaceuticals Ltd.", "partnerOf(", False),
    ("The Bureau of Norfield raided a flat and Volta Grid filed a lawsuit against the company.", "tensionWith(", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "told"), PARTNERS)
def test_only_who_is_told_to_work_together_does(text: str, claim: str, told: bool) -> None:
    assert any(claim in found for found in said(text)) == told


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Volta Grid focuses on the development and production of electric cars.",
         {"focusesOn(Volta Grid > development and production of electric cars)"}),
        ("Ostrel founded Volta Grid, which focuses on e-bikes.",
         {"focusesOn(Volta Grid > e-bikes)"}),
        ("Norfield bought Ostrel Pharma, an Oregon company specializing in solubility, and Volta, a maker of pills.",
         {"specializesIn(Ostrel Pharma > solubility)"}),
        ("Norfield bought the maker Ostrel and Volta Grid, a company focusing on cameras.",
         {"focusesOn(Volta Grid > cameras)"}),
        ("He joined Volta Grid, a small consulting company.", set()),
        ("The company specializes in films, having created some with Ostrel, Norfield Films, and Velmar.", set()),
    ],
)  # fmt: skip
def test_topics_are_whole_and_whose_they_are(text: str, topics: set[str]) -> None:
    assert {found for found in said(text) if found.startswith(("focusesOn", "specializesIn"))} == topics


def test_what_a_lawsuit_is_over_is_not_when_it_was_filed() -> None:
    told = one("On the eve of the Norfield deal, Ostrel sued Volta Grid.", "tensionWith")
    assert "topic" not in told.qualifiers


def test_who_started_using_it_has_a_vendor_from_then_on() -> None:
    assert one("In May 2013, Norfield started using Ostrel's software.", "supplies").phase is Phase.STARTED


def test_who_worked_together_for_some_years_is_over() -> None:
    assert one("From 2002 to 2007, Norfield worked with Ostrel on films.", "partnerOf").phase is Phase.ENDED


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Norfield was a major supplier to Ostrel Service.", Phase.COMPLETED),
        ("Norfield is a major supplier to Ostrel Service.", Phase.ONGOING),
    ],
)
def test_who_was_a_supplier(text: str, phase: Phase) -> None:
    assert one(text, "supplies").phase is phase


def test_who_threatens_to_sue_is_at_odds() -> None:
    found = one("In 2003, Norfield threatened to sue Ostrel over a logo.", "tensionWith")
    assert found.status.value == "asserted"
    assert one("Norfield may sue Ostrel over a logo.", "tensionWith").status.value == "possible"
