"""Whom "it" and "the company" cannot mean."""

import pytest

from tests.extraction.reading import said

CASES = [
    ("Originally owned by Corvane Capital, it was sold in 2017 to Halden Capital.",
     "acquired(Halden Capital > Corvane Capital)"),
    ("Stock in the company was traded on Nasdaq until 2021 when it was acquired by Halden Industrial.",
     "acquired(Halden Industrial > Nasdaq)"),
    ("In 1924, it bought Brentix Records and in July 1929 it merged with Corvane Records.",
     "mergedWith(Brentix Records > Corvane Records)"),
    ("In June, the company acquired Brentix and in August the company acquired a minority interest in Corvane.",
     "investedIn(Brentix > Corvane)"),
    ("The company is a subsidiary of Brentix Holdings. In 2019, Halden Corporation invested $5m in the company.",
     "investedIn(Halden Corporation > Brentix Holdings)"),
    ("Among its investors prior to its acquisition were Brentix, Halden Partners and Corvane Capital.",
     "investedIn(Halden Partners > Brentix)"),
    ("It is run by Brentix, a firm of Corvane Group. Corvane Group owns 70% of the company while Halden holds 30%.",
     "ownsStakeIn(Halden > Corvane Group)"),
]  # fmt: skip


CASES += [
    # where somebody was before or after is not what is joined
    ("Tim Corvane, who later founded Brentix Software, joined the company shortly after.",
     "joined(Tim Corvane > Brentix Software)"),
    ("Ada Marsh, who had previously run Brentix, joined the firm in 1995.", "joined(Ada Marsh > Brentix)"),
    # whom the words leading in name is another
    ("While working as a scientist with Anil Corvane at Harlow University, he built a database.",
     "heldRole(Anil Corvane > Harlow University)"),
    ("After meeting Anil Corvane in Paris, he founded Brentix in 1999.", "founded(Anil Corvane > Brentix)"),
    # after a sentence about somebody's relative nobody knows who "he" is
    ("Ray Marsh's father, Otto Marsh, is chairman of Brentix Tools. He is the founder of Corvane Labs.",
     "founded(Otto Marsh > Corvane Labs)"),
    ("Peter Marsh runs Brentix. His son Walter Marsh was a banker. He became chairman of Corvane Labs in 2001.",
     "heldRole(Walter Marsh > Corvane Labs)"),
    # "until he joined" tells no former name
    ("Alan Marsh ran Brentix until he joined the Corvane Guild in 1975.", "joined(Alan Marsh > Brentix)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "never"), CASES)
def test_never_meant(text: str, never: str) -> None:
    assert never not in said(text)


def test_who_is_spoken_of_is_still_meant() -> None:
    text = "Brentix makes valves. In 2019 it was acquired by Halden Industrial."
    assert "acquired(Halden Industrial > Brentix)" in said(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brentix was set up in Leeds in 1990. Tim Corvane, who later founded Ondix, joined the company in 1995.",
         "joined(Tim Corvane > Brentix)"),
        ("Ada Marsh, who founded Brentix in 1990, left the company in 1999.", "left(Ada Marsh > Brentix)"),
        ("Peter Marsh runs Brentix. His wife, Mary Marsh, is a banker. She became chairman of Corvane Labs in 2001.",
         "heldRole(Mary Marsh > Corvane Labs)"),
        ("Tom Marsh joined Brentix. After working with Anil Corvane at Harlow University, he founded Ondix.",
         "founded(Tom Marsh > Ondix)"),
        ("Alan Marsh ran Brentix until he joined the Corvane Guild in 1975.", "joined(Alan Marsh > Corvane Guild)"),
        ("Brentix, until 1998 Corvane Guild, was sold.", "formerName(Brentix > Corvane Guild)"),
    ],
)  # fmt: skip
def test_the_near_miss_is_meant(text: str, told: str) -> None:
    assert told in said(text)
