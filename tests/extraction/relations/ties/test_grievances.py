"""Complaints, courts and the search for somebody else, of which a sentence may name but one side."""

import pytest

from tests.extraction.reading import said

# What is said, and all that it tells of how the two stand.
TOLD: list[tuple[str, set[str]]] = [
    (
        "Overberg Dairies supplies milk to Umlazi Fresh. Overberg Dairies told farmers last week it was "
        '"deeply unhappy" with late payments.',
        {"dissatisfiedWith(Overberg Dairies > Umlazi Fresh)"},
    ),
    (
        "Ribble Moor Hospitals, for which Whitlow Laundries has washed scrubs since 2016, complained last "
        "October that one delivery in eight was arriving late. It now means to go out to tender.",
        {
            "dissatisfiedWith(Ribble Moor Hospitals > Whitlow Laundries)",
            "consideringAlternativesTo(Ribble Moor Hospitals > Whitlow Laundries)",
        },
    ),
    (
        "Selat Aero services the jets of Federation Air. Federation Air has invited four other shops to bid.",
        {"consideringAlternativesTo(Federation Air > Selat Aero)"},
    ),
    (
        "Precisa Diagnostics supplies tests to Shanthi Hospitals. Shanthi Hospitals has asked two other "
        "laboratory chains for quotations.",
        {"consideringAlternativesTo(Shanthi Hospitals > Precisa Diagnostics)"},
    ),
    (
        "Norden Cars buys its steel from Salar Mills. Norden Cars is sounding out other producers.",
        {"consideringAlternativesTo(Norden Cars > Salar Mills)"},
    ),
    (
        "Garuda Airlines, which accounts for a tenth of Savour Foods's sales, is thinking of moving its "
        "departures to a competitor.",
        {"consideringAlternativesTo(Garuda Airlines > Savour Foods)"},
    ),
    (
        "Provetica Pharma supplies medicines to Companion Health. Provetica Pharma has gone to court.",
        {"tensionWith(Provetica Pharma > Companion Health)"},
    ),
    (
        "Bharat Stores sells Vardhini Pumps's pumps. Bharat Stores said deliveries were late.",
        {"dissatisfiedWith(Bharat Stores > Vardhini Pumps)"},
    ),
    (
        "Tamar Foods supplies Orrin Stores with soup. Tamar Foods threatened to sue.",
        {"tensionWith(Tamar Foods > Orrin Stores)"},
    ),
    (
        "Tamar Foods supplies Orrin Stores with soup. Orrin Stores is no longer happy, its chief said.",
        {"dissatisfiedWith(Orrin Stores > Tamar Foods)"},
    ),
    (
        "Tamar Foods supplies Orrin Stores with soup. Tamar Foods is happy.",
        set(),
    ),
    (
        "Tamar Foods supplies Orrin Stores and Bolton Stores with soup. Tamar Foods has gone to court.",
        set(),
    ),
    (
        "Tamar Foods makes soup. Orrin Stores complained about the weather.",
        set(),
    ),
    (
        "Tamar Foods is looking for other products to make.",
        set(),
    ),
    (
        "Tamar Foods bought Orrin Soups. Tamar Foods is furious at the taxman.",
        set(),
    ),
    (
        "Goldvine Fruits stores kiwis with Matai Cold. Goldvine Fruits and Matai Cold are in arbitration over "
        "who pays.",
        {"tensionWith(Goldvine Fruits > Matai Cold)"},
    ),
    (
        "The funds will go into a joint venture that Savour Foods and the conglomerate Dai Nam Holdings "
        "formed in March.",
        {"partnerOf(Savour Foods > Dai Nam Holdings)"},
    ),
    (
        "Sahyadri Remedies will buy the rest of Inhalis, the joint venture that it set up with Kolbe Pharma "
        "eleven years ago.",
        {"partnerOf(Sahyadri Remedies > Kolbe Pharma)"},
    ),
    (
        "In 2019 Huaxin Energy pulled out of Pilbara Spark, a venture with Australia's Kimba Minerals.",
        {"partnerOf(Huaxin Energy > Kimba Minerals)"},
    ),
    (
        "Bellmont Vans told Kestner Software in the summer that it would look elsewhere.",
        {"consideringAlternativesTo(Bellmont Vans > Kestner Software)"},
    ),
    (
        "Prosecutors accused Kestner Software of fraud.",
        set(),
    ),
]
STANCES = ("dissatisfiedWith", "consideringAlternativesTo", "tensionWith", "partnerOf")


@pytest.mark.parametrize(("text", "claims"), TOLD)
def test_the_other_side_is_whom_it_deals_with(text: str, claims: set[str]) -> None:
    assert {claim for claim in said(text) if claim.startswith(STANCES)} == claims
