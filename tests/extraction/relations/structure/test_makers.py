"""What firms make: named beside its kind, under brands, by the maker's noun, and what only looks like a product."""

import pytest

from tests.extraction.reading import read, said

# The text, and a claim that it makes.
CASES = [
    ("Tamar Labs, the Oslo lab behind the Pell chatbot, has raised money.", "makesProduct(Tamar Labs > Pell chatbot)"),
    ("Kerrin Shoes introduced a sneaker called the Muskeg last year.", "makesProduct(Kerrin Shoes > Muskeg)"),
    (
        "Kerrin Systems now makes its own smart valve, the Amber Lock, which shuts off by itself.",
        "makesProduct(Kerrin Systems > Amber Lock)",
    ),
    (
        "Kerrin Play makes slides. Its best-known product, a climbing tower called the Gannet, stands in parks.",
        "makesProduct(Kerrin Play > Gannet)",
    ),
    ("Gymnast, a free library released by the Alder Foundation, helps.", "makesProduct(Alder Foundation > Gymnast)"),
    (
        "Kerrin Foods makes pies. Rascal, its best-known brand, crossed to Britain in 1978.",
        "makesProduct(Kerrin Foods > Rascal)",
    ),
    (
        "Kerrin makes filters, which it sells under the brands Purelia, Cellex and Drainor.",
        "makesProduct(Kerrin > Cellex)",
    ),
    (
        "A court will hear the former chief executive of Gruppo Valdo, Italy's third-largest producer of ovens.",
        "makesProduct(Gruppo Valdo > ovens)",
    ),
    ("Kerrin Works, a Portland maker of espresso grinders, said so.", "makesProduct(Kerrin Works > espresso grinders)"),
    ("Kerrin Pumps has made valves for Tolvo since 1968.", "makesProduct(Kerrin Pumps > valves)"),
    (
        "Kerrin GmbH, a developer of salt-based heat storage, raised money.",
        "makesProduct(Kerrin GmbH > salt-based heat storage)",
    ),
    ("Kerrin Foods makes hand tools, including Bradawl 'n' Bits.", "makesProduct(Kerrin Foods > hand tools)"),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_products(text: str, told: str) -> None:
    found = said(text)
    assert told in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Kerrin Compute will give the maker of the Ember chatbot access to processors.",
        "Talks with the contract manufacturer Kerrin have stalled.",
        "Kerrin Foods makes 38 products, and sold four million of them.",
        "Kerrin launched its own fund, Kerrin Ventures, last year.",
        "The label was renamed by the release of Scott's second album, Velmar Road.",
        "They worked on the film The Velmar Planner, which Gibson produced and Shank directed.",
        "Kerrin signed a distribution agreement with Tolvo to release the brand Velmar in Europe.",
        "Simms was honoured with other coaches in European Athletics' Coaches Roll of Honour.",
        "Kerrin Engine builds on open tools and integrates with the company's third project, Habitat.",
        "It was closed in 2008, after the release of Kerrin's second album Muskeg Song.",
        "She was honoured in Kerrin Athletics' Trainers Roll of Honour.",
    ],
)
def test_no_product(text: str) -> None:
    assert not any(claim.startswith("makesProduct") for claim in said(text)), said(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kerrin Bank has ended its contract. The work goes to a new subsidiary, Kerrin Bank Digital.",
            "unitOf(Kerrin Bank Digital > Kerrin Bank)",
        ),
        ("Aquadose, the Kerrin unit that makes dosing pumps, may be sold.", "unitOf(Aquadose > Kerrin)"),
        ("Kerrin's own venture fund, Kerrin Ventures, put in $2 million.", "unitOf(Kerrin Ventures > Kerrin)"),
        (
            "Gorham Media of London, the owner of the voice developer Voxley, paid $66 million.",
            "unitOf(Voxley > Gorham Media)",
        ),
    ],
)
def test_units(text: str, told: str) -> None:
    found = said(text)
    assert told in found, found


@pytest.mark.parametrize(
    "text",
    ["The payments company Kerrin raised money.", "Kerrin, a Norwegian mining company, raised money."],
)
def test_a_trade_is_no_special_field(text: str) -> None:
    assert not any(claim.startswith("specializesIn") for claim in said(text)), said(text)


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Kerrin took over two games previously developed by Tolvo Studios: Velmar Files and Haunted Inn.", "ended"),
        ("Tolvo Studios' notable productions include Velmar Ties (1982–1989) and Spin Town (1996–2002).", "ended"),
        ("In the late 2000s Tolvo Studios sold the Velmar line to Kerrin Systems.", "ended"),
        ("In April, Tolvo Studios will co-produce the film Velmar Road.", "planned"),
        ("Tolvo Studios plans to release its game Velmar Road.", "planned"),
    ],
)
def test_what_is_made_no_more_or_not_yet(text: str, phase: str) -> None:
    found = [c for c in read(text) if c.relation == "makesProduct" and c.subject.name == "Tolvo Studios"]
    assert found
    assert phase in {c.phase.value for c in found if c.phase}


def test_a_bands_album_is_its_own() -> None:
    assert "makesProduct(Tolvane > Guitar Roads)" in said("Tolvane's second album Guitar Roads came out in 2008.")


@pytest.mark.parametrize(
    "text",
    [
        "Kerrin Labs produces some 9,000 hours of film a month.",
        "Kerrin Mills makes 40 tonnes of flour an hour.",
        "Kerrin Shoes makes three million pairs of boots a year.",
        "Kerrin Oil produces about 300,000 barrels of oil per day.",
    ],
)
def test_so_much_of_something_is_an_output_and_no_product(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("makesProduct")}


def test_how_many_are_made_is_no_part_of_the_product() -> None:
    assert "makesProduct(Kerrin Gears > gearboxes)" in said("Kerrin Gears builds 40 gearboxes a week.")
