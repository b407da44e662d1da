"""What the lives of people tell beside their posts: where they are from, what they teach, whom they govern."""

import pytest

from tests.extraction.reading import one, said

# The text, the claims that it makes, and those that it looks as if it made.
CASES = [
    # where people are from and where they move to
    ("She is the daughter of Ilse Marrow of Brenholt and the late David Marrow.", [], ["memberOf"]),
    ("The abbey was built by Henry II of England and Eleanor of Valdane.", [], ["memberOf"]),
    ("Prince Nikolas of Valdania, the younger son of Prince Paul of Valdania, was born in London.", [], ["memberOf"]),
    ("Slice of Pie was born from a simple idea.", [], ["memberOf"]),
    ("Jane Roe of Tern Systems ranked the cards.", ["memberOf(Jane Roe > Tern Systems)"], []),
    ("In 1927, Eugene and Edith Mosley moved the bakery to Halverton.", [], ["joined"]),
    ("An only child, Bruce Mosley moved at age six with his parents to Halverton, Iowa.", [], ["joined"]),
    ("Bruce Mosley moved to Halverton in 1959 with his family.", [], ["joined"]),
    ("Simeon Mosley settled here as well, but moved to nearby Halverton in 1803.", [], ["joined"]),
    ("Simeon Mosley moved to Tern Systems in 2003.", ["joined(Simeon Mosley > Tern Systems)"], []),
    ("He and his partner, Greg Mosley, left the United States for Europe.", [], ["left"]),
    # what is taught and looked after
    ("Carla Mosley was Professor of Anthropology at Harvard University.",
     ["heldRole(Carla Mosley > Harvard University)"], ["> Anthropology)"]),
    ("Jonas Mosley was the Minister for Employment and the Minister for Skills and Training.", [], ["heldRole"]),
    # titles that are two words, and words of titles in names
    ("Jonas Mosley served as the Director General of the Tern Organization.",
     ["heldRole(Jonas Mosley > Tern Organization)"], ["heldRole(General"]),
    ("It was told in the guides of Tern Airways Executive Club.", [], ["heldRole"]),
    ("The shop was taken up by Head Records.", [], ["heldRole"]),
    ("In 2005, Gili Mosley joined Tern Group's office as a Scheduler.", [], ["Scheduler"]),
    ("Its releases were both from American director Jonas Mosley. They were sold to Tern Systems.", [], ["heldRole"]),
    ("Albert Mosley is an American historian, Professor of History at Northern Tern University.",
     ["heldRole(Albert Mosley > Northern Tern University)"], []),
    # one name
    ("The Harbury and District Agricultural Society was formed in 1909.",
     ["foundingDate(Harbury and District Agricultural Society > 1909)"], []),
    ("Jane Roe is a professor at the Department of Chemistry and Biochemistry.",
     ["heldRole(Jane Roe > Department of Chemistry and Biochemistry)"], []),
    ("Jane Roe is a veteran of the Halverton Fire and Rescue Department in Halverton, Florida.",
     ["memberOf(Jane Roe > Halverton Fire and Rescue Department)"], []),
    ("Jane Roe is the owner of Tern Ventures, a private company in Saratoga, CA, that was established in 2005.",
     ["foundingDate(Tern Ventures > 2005)"], ["(CA >"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "never"), CASES)
def test_a_life_tells_more_than_posts(text: str, told: list[str], never: list[str]) -> None:
    claims = said(text)
    assert set(told) <= claims
    assert not [claim for claim in claims - set(told) if any(words in claim for words in never)]


def test_a_title_stands_without_what_is_beside_it() -> None:
    claim = one("Tern Associates' current interim CEO is Jane Roe.", "heldRole")
    assert claim.qualifiers["title"] == "interim CEO"
    claim = one("Jane Roe is an American CEO for the job site Ternhire.com.", "heldRole")
    assert claim.qualifiers["title"] == "CEO"
