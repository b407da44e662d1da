"""What plain news sentences say of people, often leaning on the sentence before: posts, successions, hirings."""

import pytest

from app.model import Phase, Status
from tests.extraction.reading import read, said

CASES = {
    # A succession says of both who held the post.
    "Halden Steel named Mara Lindt as its chief executive, succeeding Paul Okoye, who resigned last week.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
        "left(Paul Okoye > Halden Steel)",
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    "Halden Steel said on Friday that Mara Lindt would succeed Paul Okoye as finance director in May.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Mara Lindt has been chair of Halden Steel since Paul Okoye retired in 2019.": [
        "heldRole(Paul Okoye > Halden Steel)",
        "left(Paul Okoye > Halden Steel)",
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    "Halden Steel grew. Paul Okoye was chief executive until 2019, when Mara Lindt took over.": [
        "succeeded(Mara Lindt > Paul Okoye)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Halden Steel has appointed Mara Lindt as interim chair while it looks for a permanent successor to Paul Okoye.": [
        "heldRole(Paul Okoye > Halden Steel)",
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    "Paul Okoye resigned as a director of Halden Steel on Monday. Mara Lindt was appointed in his place.": [
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    "Halden Steel said its general counsel, Paul Okoye, had resigned. Mara Lindt will be acting general counsel.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "left(Paul Okoye > Halden Steel)",
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    # "The role" is the one spoken of.
    "Halden Steel appointed Mara Lindt as chief executive. Paul Okoye, who had held the post since 2014, left.": [
        "heldRole(Paul Okoye > Halden Steel)",
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    # A bare title is meant of what the sentence before is about.
    "Halden Steel has been sold to Corvo Retail by its founders. Mara Lindt, the managing director, will stay.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel is cutting jobs after a loss at its tube unit, chief executive Mara Lindt said on Monday.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Former Corvo Retail manager Paul Okoye has joined Halden Steel. He will report to chief executive Mara Lindt.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel is being reorganised. Mara Lindt, who heads the wire division, will leave the company in May.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    # Hired is joined; from where, one has left, and was taken.
    "Halden Steel hired Mara Lindt as sales director.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "joined(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel president Paul Okoye hired Mara Lindt as head of rails. Lindt was recruited from Corvo Retail.": [
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Corvo Retail)",
        "recruitedFrom(Halden Steel > Corvo Retail)",
    ],
    "Halden Steel has brought in Mara Lindt to run its scrap business. Lindt comes from Corvo Retail.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Corvo Retail)",
        "recruitedFrom(Halden Steel > Corvo Retail)",
    ],
    "Mara Lindt is the chief designer of Halden Steel. She came to the company in 2017 from Corvo Retail.": [
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Corvo Retail)",
    ],
    "Mara Lindt is head of rails at Halden Steel. She joined in 2021 from Corvo Retail.": [
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Corvo Retail)",
    ],
    "Mara Lindt is leaving Corvo Retail to become finance director of Halden Steel.": [
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Corvo Retail)",
    ],
    "Mara Lindt has joined the board of Halden Steel.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "joined(Mara Lindt > Halden Steel)",
    ],
    "Former Corvo Retail engineers now work for Halden Steel.": ["recruitedFrom(Halden Steel > Corvo Retail)"],
    "Mara Lindt, who worked at Halden Steel for 20 years, was dismissed in May.": ["left(Mara Lindt > Halden Steel)"],
    "Mara Lindt, who joined Halden Steel in May, left on Friday.": ["left(Mara Lindt > Halden Steel)"],
    # Posts without a title, and bodies.
    "Mara Lindt oversees shipping and storage at Halden Steel.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Mara Lindt is now an adviser to Halden Steel.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Mara Lindt ran the Polish arm of Halden Steel.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Halden Steel has merged its wire and tube departments into one division under Mara Lindt.": [
        "heldRole(Mara Lindt > Halden Steel)"
    ],
    "Halden Steel held its meeting. Mara Lindt and Paul Okoye were re-elected as directors.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Halden Steel announced two promotions. Mara Lindt was named depot manager in Leeds.": [
        "heldRole(Mara Lindt > Halden Steel)"
    ],
    "Mara Lindt joined Corvo Retail in May. She was previously at Halden Steel.": [
        "memberOf(Mara Lindt > Halden Steel)"
    ],
    "Mara Lindt runs Corvo Retail. She was at Halden Steel for six years.": ["memberOf(Mara Lindt > Halden Steel)"],
    # Founders in lists, with names that no list of ours knows.
    "Halden Steel was founded in 2012 by two brothers, Orvo Kastell and Tulmi Kastell.": [
        "founded(Orvo Kastell > Halden Steel)",
        "founded(Tulmi Kastell > Halden Steel)",
    ],
    "The founders of Halden Steel, Orvo Kastell and Tulmi Brask, will keep a stake.": [
        "founded(Orvo Kastell > Halden Steel)",
        "founded(Tulmi Brask > Halden Steel)",
    ],
    "Halden Labs was spun out of Leeds University in 2016 by Mara Lindt, a professor, and Paul Okoye, an engineer.": [
        "founded(Mara Lindt > Halden Labs)",
        "founded(Paul Okoye > Halden Labs)",
        "foundingDate(Halden Labs > 2016)",
    ],
    # Further siblings: lists, kin, boards, words between.
    "Halden Steel named Mara Lindt head of rails and Paul Okoye head of tubes.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Halden Steel's board consists of Mara Lindt and Paul Okoye.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Mara Lindt and Paul Okoye sit on the board of Halden Steel.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Brothers Karl and Peter Haas founded Halden Steel.": ["founded(Karl > Halden Steel)"],
    "The new head of Halden Steel is Mara Lindt.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Mara Lindt has taken up her post as chair of Halden Steel.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Halden Steel has found a new chair in Mara Lindt.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Halden Steel said Mara Lindt would join as head of rails.": ["joined(Mara Lindt > Halden Steel)"],
    "Mara Lindt succeeded her father as chair of Halden Steel.": ["heldRole(Mara Lindt > Halden Steel)"],
    "Halden Steel makes rails. Mara Lindt, one of its three founders, is chair.": [
        "founded(Mara Lindt > Halden Steel)",
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel said Paul Okoye would retire as chair. Mara Lindt has been hired from Brisk Mills to replace him.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "joined(Mara Lindt > Halden Steel)",
        "left(Mara Lindt > Brisk Mills)",
        "recruitedFrom(Halden Steel > Brisk Mills)",
    ],
    "halden.works, founded by Mara Lindt and Paul Okoye, sells software.": ["founded(Mara Lindt > halden.works)"],
    "Gulmira Bektova joined Halden Steel in 2015.": ["joined(Gulmira Bektova > Halden Steel)"],
    "Halden Steel dismissed Wipa Srisan last year.": ["left(Wipa Srisan > Halden Steel)"],
    "Halden Steel's chair, Mara Lindt, and its finance director, Paul Okoye, both resigned.": [
        "left(Mara Lindt > Halden Steel)",
        "left(Paul Okoye > Halden Steel)",
    ],
    "Halden Steel has three new directors: Mara Lindt, Paul Okoye and Ines Prado.": [
        "heldRole(Ines Prado > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Mara Lindt, Paul Okoye's successor as head of Halden Steel, agreed.": ["succeeded(Mara Lindt > Paul Okoye)"],
    "Halden Labs, which Mara Lindt and Paul Okoye began in 2019, sells lamps.": [
        "founded(Mara Lindt > Halden Labs)",
        "founded(Paul Okoye > Halden Labs)",
    ],
}
NEVER = {
    "Halden Steel hired Mara Lindt as defence adviser.": ["joined(Mara Lindt > Halden Steel)"],
    "Mara Lindt is the third trader to leave Brisk Mills for Halden Steel.": [
        "recruitedFrom(Halden Steel > Brisk Mills)"
    ],
    "Mara Lindt will step down in June as chief executive of Halden Steel.": ["left(Mara Lindt > Halden Steel)"],
    "Halden Steel said Mara Lindt had been suspended as head of rails.": ["left(Mara Lindt > Halden Steel)"],
    "Halden Steel said all jobs were safe. Union president Mara Lindt said she had not been asked.": [
        "heldRole(Mara Lindt > Halden Steel)"
    ],
    "Mara Lindt joined Halden Steel from Corvo Retail in 2021.": ["recruitedFrom(Halden Steel > Corvo Retail)"],
    "Halden Steel, owned by Corvo Retail, is for sale. Its chief executive, Mara Lindt, left to join Brisk Mills.": [
        "left(Mara Lindt > Brisk Mills)"
    ],
    "Halden Steel hired Mara Lindt as head of rails. Paul Okoye left Corvo Retail.": [
        "succeeded(Mara Lindt > Paul Okoye)"
    ],
}


@pytest.mark.parametrize(("text", "claims"), CASES.items())
def test_what_is_told_of_people_is_found(text: str, claims: list[str]) -> None:
    assert set(claims) <= said(text)


@pytest.mark.parametrize(("text", "claims"), NEVER.items())
def test_what_is_not_told_is_not_found(text: str, claims: list[str]) -> None:
    assert not set(claims) & said(text)


def test_who_is_wanted_gone_has_not_gone() -> None:
    text = "Shareholders want Mara Lindt to resign as chair of Halden Steel."
    claims = {claim.relation: claim for claim in read(text)}
    assert claims["left"].status is Status.POSSIBLE
    assert claims["heldRole"].phase is Phase.ONGOING


def test_founders_may_be_told_by_their_trades():
    found = said("Brindle Oats makes porridge. Its co-founders, Tessa Marlowe and chef Ignatius Obi, met in Leeds.")
    assert {"founded(Tessa Marlowe > Brindle Oats)", "founded(Ignatius Obi > Brindle Oats)"} <= found


def test_who_came_from_elsewhere_joined_where_the_post_is():
    text = (
        "Hilltop's finance chief, Paul Moss, is new. He came from Oakley Bank, where he had been in charge of lending."
    )
    assert "joined(Paul Moss > Hilltop)" in said(text)
    assert "joined(Ida Krone > Linden)" not in said("Ida Krone comes from Linden Foods, where she ran sales.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norvik seeks a chief nursing officer after the resignation of Ada Moyle.", "left(Ada Moyle > Norvik)"),
        ("Norvik seeks a chief nursing officer after the resignation of Ada Moyle.", "heldRole(Ada Moyle > Norvik)"),
        ("The departure of Norvik's finance director, Ada Moyle, in August may be a clue.", "left(Ada Moyle > Norvik)"),
    ],
)
def test_who_a_noun_of_leaving_speaks_of_is_found(text: str, claim: str) -> None:
    assert claim in said(text)


def test_who_wants_a_buyer_loses_no_buyer() -> None:
    claims = said("Kelvin Rail is looking for a buyer after the death of Ada Moyle.")
    assert "heldRole(Ada Moyle > Kelvin Rail)" not in claims


def test_a_predecessor_had_no_post_where_the_successor_came_from():
    text = (
        "Dunreath Wool's chief executive, Maeve Corrin, is new. She came from Tarrant Foods, where she had run "
        "marketing, and took over from Alan Frith."
    )
    assert "heldRole(Alan Frith > Tarrant Foods)" not in said(text)
