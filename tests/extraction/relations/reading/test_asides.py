"""What is told of a name between it and its verb, and that whoever is spoken of there does not do what it does."""

import pytest

from tests.extraction.reading import said

ASIDES = (
    "which sells glazes to Umbra Tiles",
    "which is backed by Umbra Tiles",
    "which competes with Umbra Tiles",
    "which is owned by Umbra Tiles",
    "which competes with Corvid Kilns and Umbra Tiles",
    "whose backers include Umbra Tiles",
    "backed by Umbra Tiles",
    "once part of Umbra Tiles",
    "a rival of Umbra Tiles",
)
MAINS = {
    "named Ines Okafor as its chief executive on Monday": "heldRole(Ines Okafor > Pellworth Ceramics)",
    "has hired Ines Okafor as chief financial officer": "heldRole(Ines Okafor > Pellworth Ceramics)",
    "has partnered with Tern Systems": "partnerOf(Pellworth Ceramics > Tern Systems)",
}


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("main", MAINS)
def test_who_is_spoken_of_in_an_aside_does_not_do_what_the_subject_does(aside, main):
    claims = said(f"Pellworth Ceramics, {aside}, {main}.")
    assert MAINS[main] in claims
    assert not claims & {MAINS[main].replace("Pellworth Ceramics", name) for name in ("Umbra Tiles", "Corvid Kilns")}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Its owner, the trust Umbra Tiles, named Ines Okafor chief executive.", "heldRole(Ines Okafor > Umbra Tiles)"),
        (
            "In May, a year after the fire, Umbra Tiles named Ines Okafor chief executive.",
            "heldRole(Ines Okafor > Umbra Tiles)",
        ),
        (
            "Pellworth Ceramics, which grew fast, is supplied by Umbra Tiles, located in Leeds, England.",
            "headquarteredIn(Umbra Tiles > Leeds)",
        ),
    ],
)
def test_the_subject_itself_may_stand_between_commas(text, claim):
    assert claim in said(text)


@pytest.mark.parametrize(
    "paper",
    [
        "a notice to staff that the Umbra Herald has seen",
        "a filing that the Umbra Herald reviewed",
        "a letter to shareholders that Umbra Herald has obtained",
    ],
)
def test_who_has_seen_a_paper_does_not_do_what_the_subject_will(paper):
    text = f"Pellworth Ceramics is closing its kilns in Leeds, according to {paper}, and will buy Tern Systems."
    claims = said(text)
    assert "acquired(Pellworth Ceramics > Tern Systems)" in claims
    assert not {claim for claim in claims if "Umbra" in claim}
