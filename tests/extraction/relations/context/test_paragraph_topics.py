"""Whose a bare title is: the firm that the paragraph goes on about, and none that only stands by."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said

FOUND = {
    # What the paragraph has been about so far.
    "Kelmar Foods has grown fast. Last year it bought Tansy Dairy. Chief executive Ruth Amadi, who joined from the "
    "bakery company Oakby in 2021, said the Norvane contract would create 70 jobs.": [
        "heldRole(Ruth Amadi > Kelmar Foods)",
        "joined(Ruth Amadi > Kelmar Foods)",
    ],
    # "It" is what has happened, and not the firm that the article began with.
    "Norvane Stores is ending its contract with Kelmar Foods.\n\nFor Kelmar it is the third blow in a year. In May it "
    "lost an order from Tansy. Managing director Ruth Amadi said she was upset with how Norvane had acted.": [
        "heldRole(Ruth Amadi > Kelmar Foods)"
    ],
    # Investors put money into the firm that the paragraph is about.
    "Pellaro has closed a $26 million Series A. Vantwick Capital led, and the family office Orme & Sons came in with "
    "$4 million. Founder and CEO Lucas de Groot says it will hire.": [
        "heldRole(Lucas de Groot > Pellaro)",
        "founded(Lucas de Groot > Pellaro)",
        "investedIn(Orme & Sons > Pellaro)",
    ],
    "Pellaro has opened a plant in Delft. Co-founder and chairman Luis Amaral said it would hire 40 people.": [
        "heldRole(Luis Amaral > Pellaro)",
        "founded(Luis Amaral > Pellaro)",
    ],
    # Fields of work are written with capitals as well.
    "Ingrid Holm, who joined Vestra in May from the toy company Klinke, has been appointed Head of Device Safety and "
    "will lead the team.": ["heldRole(Ingrid Holm > Vestra)"],
    "The seed marketplace Tambo has been bought by Ridge Agro. Tambo's 22 staff are moving over, and its co-founder "
    "Esther Mwangi becomes head of digital at Ridge. The other founder, Peter Odhiambo, has left the company.": [
        "founded(Esther Mwangi > Tambo)",
        "founded(Peter Odhiambo > Tambo)",
        "left(Peter Odhiambo > Tambo)",
    ],
    "Ana Moreno and Luis Prats founded Celtra Foods in 1998. In 2004 Prats left to start a rival, Norvik Foods.": [
        "founded(Luis Prats > Norvik Foods)",
        "left(Luis Prats > Celtra Foods)",
    ],
    # A family of one's name.
    "Bosk Tyres is listed. The Demir family owns 55% of Bosk Tyres. Its chief executive is Leyla Demir. Demir took "
    "over from her father, Kemal Demir, in 2021.": ["succeeded(Leyla Demir > Kemal Demir)"],
    "He and his brother Harbans founded Sutlej Cycles. Their first model, the Pahar, sold well. By 1980 the company "
    "was supplying frames to the British chain Harrow Wheels.": ["supplies(Sutlej Cycles > Harrow Wheels)"],
}
NOT = {
    "Ruth Amadi, who joined from the bakery company Oakby in 2021, is chief executive.": ["joined(Ruth Amadi > Oakby)"],
    "Puri Cycles has opened a plant with Vouga. The local partner supplies the land and the manager, Tiago Sousa.": [
        "heldRole(Tiago Sousa > Puri Cycles)"
    ],
    "Harbans and Jaswant founded Sutlej Cycles. In 1986 Harbans left to start a rival, Beas Cycles.": [
        "left(Harbans > Beas Cycles)"
    ],
}


@pytest.mark.parametrize(("text", "claims"), FOUND.items())
def test_whose_a_bare_title_is_the_paragraph_tells(text: str, claims: list[str]) -> None:
    found = said(text)
    assert not [claim for claim in claims if claim not in found], found


@pytest.mark.parametrize(("text", "claims"), NOT.items())
def test_who_only_stands_by_has_nobody(text: str, claims: list[str]) -> None:
    found = said(text)
    assert not [claim for claim in claims if claim in found], found


UNSAID = {
    "Tansy of Japan, which already owns 12% of Kelmar Foods, has also looked at a bid, one of them said.": [
        "acquired(Tansy > Kelmar Foods)"
    ],
    "Peter Odhiambo, Kelmar's former head of operations, is expected to give evidence. He resigned in September.": [
        "left(Peter Odhiambo > Kelmar)"
    ],
    "Kelmar Games was founded in 2009 by Ana Moreno and Luis Amaral. Moreno is chief executive and owns roughly 40% of "
    "the shares. Amaral left in 2020. A year later the growth fund Tansy bought a 25% stake at a valuation of $380 "
    "million.": ["ownsStakeIn(Ana Moreno > Kelmar Games)", "investedIn(Tansy > Kelmar Games)"],
    "The shares will come from Tansy Capital, a private equity firm that bought 45% of Kelmar Foods in 2018. Tansy "
    "will keep 15%. The Demir family owns the remaining 55%.": ["ownsStakeIn(Demir family > Kelmar Foods)"],
    "Kelmar makes tyres. It employs 3,400 people. A subsidiary, Tansy Coatings, retreads used tyres.": [
        "unitOf(Tansy Coatings > Kelmar)"
    ],
    'Tansy Mobile said that it was "deeply unhappy" with the way Kelmar Towers had handled the accident, and that it '
    "was looking at other tower companies for its sites in the east.": [
        "dissatisfiedWith(Tansy Mobile > Kelmar Towers)",
        "consideringAlternativesTo(Tansy Mobile > Kelmar Towers)",
    ],
    "Kelmar Windows, a supplier to Orme Homes, will close its Leeds plant, company president Beth Quist said.": [
        "heldRole(Beth Quist > Kelmar Windows)"
    ],
}


@pytest.mark.parametrize(("text", "claims"), UNSAID.items())
def test_what_is_left_unsaid_is_filled_in(text: str, claims: list[str]) -> None:
    found = said(text)
    assert not [claim for claim in claims if claim not in found], found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Ferrante family controls Morvane with 61% of the shares. "
            "Chief Executive Luca Pardi said Morvane expected to save $15 million a year.",
            "heldRole(Luca Pardi > Morvane)",
        ),
        (
            "Havgaard bought Quella in 2011 for $190 million. Algal blooms wiped out the profits. "
            '"We learned a lot," Chief Financial Officer Morten Aasen told analysts.',
            "heldRole(Morten Aasen > Havgaard)",
        ),
        (
            "Kestrel Group will fold its software arm back into its steering business. Anja Pohl, who arrived from "
            "the chip designer Tressel last year, will leave, chief executive Ulrich Datten told employees.",
            "heldRole(Ulrich Datten > Kestrel Group)",
        ),
        (
            "Tom Arkwright, who had founded Orlebar Foods in 1998 and who now chairs the board, agreed.",
            "heldRole(Tom Arkwright > Orlebar Foods)",
        ),
        (
            "Veldhof, the Dutch investor that owns a tenth, cut its stake. Its investment head, Martin Kuyl, said so.",
            "heldRole(Martin Kuyl > Veldhof)",
        ),
    ],
)
def test_a_bare_title_is_of_the_firm_spoken_for(text: str, wanted: str) -> None:
    assert wanted in said(text)


def test_who_speaks_of_a_customer_does_not_speak_for_it() -> None:
    text = "Orbis supplies Tarvin with brakes. Chief Executive Paul Okafor said Tarvin had ordered more."
    assert "heldRole(Paul Okafor > Tarvin)" not in said(text)


def test_who_is_to_take_over_does_so_from_a_post_of_another_kind() -> None:
    text = "Ilse Brandt will leave. Ruben Stahl, Morvane's head of production, is to take over from her."
    assert "heldRole(Ilse Brandt > Morvane)" not in said(text)
