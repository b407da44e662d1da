"""Products by name: where a title begins and ends, and what is listed beside products and is none."""

import pytest

from tests.extraction.reading import said

# What is said, and the products that it names; none but these.
CASES = [
    # titles with small words, numbers, possessives and colons
    ("Ostrel Films' first production was The Phantom of the Fells.", {"The Phantom of the Fells"}),
    ("Ostrel Films announced another television show, Room 104, to air in 2017.", {"Room 104"}),
    ("Ostrel has produced many titles, including Velmar, Talon Force 5, and Speed Dorn.",
     {"Velmar", "Talon Force 5", "Speed Dorn"}),
    ("Ostrel's first films were Talmar and Anna's First Time.", {"Talmar", "Anna's First Time"}),
    ("Ostrel released its first game Lost: A Hidden Way in May.", {"Lost: A Hidden Way"}),
    ("Ostrel is the publisher of The Saturday Morning Post, Velmar and Holiday.",
     {"The Saturday Morning Post", "Velmar", "Holiday"}),
    # what only describes
    ("Ostrel produces the series Comic Fells, as well as the Norfix-exclusive series Spoilers.", {"Comic Fells"}),
    ("Ostrel introduced the KSA, E KSA and Microrail (MRA) host bus adapters for the market.", set()),
    ("Ostrel is known for hosting the second Velmar-Dorn debate.", set()),
    ("Ostrel has an app for phones which includes KRS technology.", set()),
    ("Some of Ostrel's television series include the KMC series Geeking, the Lifeline (TV network) series Melee, "
     "and Dorn Heads.", {"Geeking", "Melee", "Dorn Heads"}),
    # what is told of others
    ("Ostrel made specialty beers for certain customers, including Norfield Common.", {"specialty beers"}),
    ("Ostrel Media's Today show, Norfield News, Velmar and other newspapers have praised it.", set()),
    ("Ostrel would sell, among other newspapers, The Velmar Inquirer and Norfield Daily News.", set()),
    ("Ostrel sold the Norfield Motor Car Company.", set()),
    ("Ostrel tried to survive by distributing films such as La Vita and Peeping Anna.", set()),
    ("The game The Space Bar was to be published by Ostrel Games but another firm took it over.", set()),
    ("A study of his native Bucharest, which was published by Ostrel in 1910, won praise.", set()),
    ("Ostrel builds successful brands for other makers.", set()),
    # lists of things
    ("Ostrel produces sugar products, candy, marzipan and pastilles.", {"sugar products", "pastilles"}),
    ("Ostrel makes games and puzzles.", {"games", "puzzles"}),
    ("Norfield is acquiring sensor manufacturer Ostrel Systems for $1.7 billion.", {"sensor"}),
    ("Norfield met commercial vehicle system manufacturer Ostrel.", {"commercial vehicle system"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "products"), CASES)
def test_names_products_whole_and_no_others(text: str, products: set[str]) -> None:
    told = {claim for claim in said(text) if claim.startswith("makesProduct(")}
    assert {claim.split(" > ", 1)[1][:-1] for claim in told} == products


def test_what_one_firm_publishes_of_a_list_is_that_alone() -> None:
    found = said("Ostrel published Star Fells (now published by Norfield) and Dorn Battles.")
    assert "makesProduct(Norfield > Dorn Battles)" not in found
