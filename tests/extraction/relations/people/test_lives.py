"""What the lives of people tell beside their posts: where they are from, what they teach, whom they govern."""

import pytest

from tests.extraction.reading import one, read, said

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
    # who founded what, and when
    ("Tern Labs was founded in 1999 by Jane Roe (formerly of Marlow Consulting) and Karl Ost (formerly of Heron Bank).",
     ["founded(Jane Roe > Tern Labs)", "founded(Karl Ost > Tern Labs)"],
     ["founded(Marlow Consulting", "founded(Heron Bank"]),
    ("Kim Mosley, the son of Tern founder John Mosley, runs nothing. The son of John Mosley founded Marlow Bikes.",
     [], ["founded(John Mosley > Marlow Bikes)"]),
    ("Tern Group is a firm led by its founder and CEO Israel Roe and its president Sissy Ost.",
     ["founded(Israel Roe > Tern Group)"], ["founded(Sissy Ost"]),
    ("It was founded by James Mosley, once publisher of Tern Review, who had founded the Marlow Foundation.",
     [], ["founded(Tern Review"]),
    ("The Tern Foundation, a Private Nonoperating Foundation, was founded in 1997.",
     ["foundingDate(Tern Foundation > 1997)"], ["Nonoperating Foundation >"]),
    ("Tern Transportation Company, named for Heron University, was founded in 1978 in Oslo.",
     ["foundingDate(Tern Transportation Company > 1978)"], ["Heron University >"]),
    ("Research by Tern Systems began in 1997, four years before it was registered.", [], ["foundingDate"]),
    ("Launched into the market with a big budget in February 2008, Ternade is sold by Tern Drinks Ltd.",
     [], ["foundingDate"]),
    ("Part of the Tern Global portfolio, it was founded by Tern Global chairman Greg Mosley.",
     ["heldRole(Greg Mosley > Tern Global)"], ["founded(Greg Mosley"]),
    ("The company was set up in 2008 with support from two institutions: Tern Finance (TF) and Heron Bank (HB).",
     [], ["foundingDate"]),
    # bare titles that are of others
    ("Tern Labs was set up in 1999 and grew out of a task force created by President Karl Roe.", [], ["heldRole"]),
    ("Jane Roe founded Tern Systems. She later served as a deputy representative to the Parliament of Norway.",
     ["founded(Jane Roe > Tern Systems)"], ["heldRole(Jane Roe > Tern Systems)"]),
    ("The fourth film of the Tern Identity series would be directed by Paul Mosley.", [], ["heldRole"]),
    ("Samuel Roe (born September 8, 1947) is the founder and former CEO of the biopharmaceutical company Tern Systems.",
     ["founded(Samuel Roe > Tern Systems)", "heldRole(Samuel Roe > Tern Systems)"], []),
    ("Before that, Mr. Karl Roe was an Engagement Manager at Marlow & Co. where he advised companies.",
     ["heldRole(Karl Roe > Marlow & Co.)"], []),
    ("Lena bint Karl Roe is the Chairperson of the Tern Authority.",
     ["heldRole(Lena bint Karl Roe > Tern Authority)"], []),
    # leaving
    ("Dan Mosley left Tern Pictures in 2014 to take on a position as a director of production at Heron Screen.",
     ["left(Dan Mosley > Tern Pictures)"], ["left(Dan Mosley > Heron Screen)"]),
    ("Rev. Karl Mosley of Tern Church died in 1975, leaving behind a widow, Mama Rebeca Naswa.", [], ["left("]),
    ("Mary Mosley, the founder of Tern Place, quit her nursing job.", ["founded(Mary Mosley > Tern Place)"], ["left("]),
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


@pytest.mark.parametrize(
    ("text", "relation", "phase"),
    [
        ("Jane Roe is a former member of the Tern House of Representatives.", "memberOf", "ended"),
        ("Prior to becoming CEO of Tern Systems in 2007, Jane Roe served as its counsel.", "heldRole", "started"),
    ],
)
def test_what_was_is_told_as_past(text: str, relation: str, phase: str) -> None:
    assert phase in {claim.phase.value for claim in read(text) if claim.relation == relation}
    assert "planned" not in {claim.phase.value for claim in read(text)}
