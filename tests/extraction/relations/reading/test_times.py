"""Which times of a sentence are those of what it tells, and which end of it they are."""

import pytest

from app.model import Claim, Mention
from tests.extraction.reading import read

# A relation, the name of its other side, its times as "role=EDTF", and the sentence.
CASES = (
    # Each verb of a coordination has its own time, and one without any has the one before.
    (
        "acquired",
        "Sable Foods",
        "date=1924",
        "In 1924 Vireo Group bought Sable Foods, and in 1929 it bought Tern Mills.",
    ),
    (
        "acquired",
        "Tern Mills",
        "date=1929",
        "In 1924 Vireo Group bought Sable Foods, and in 1929 it bought Tern Mills.",
    ),
    ("acquired", "Tern Mills", "", "In 1924 Vireo Group bought Sable Foods, and later acquired Tern Mills."),
    ("acquired", "Sable Foods", "date=2016", "Vireo Group bought Sable Foods in 2016 and Tern Mills in 2019."),
    ("acquired", "Sable Foods", "date=2011", "In 2011 Vireo Group bought Sable Foods, which in 2015 opened a mill."),
    # What happened before has a time of its own.
    ("acquired", "Sable Foods", "", "After Vireo Group went public on 3 May 2016, it bought Sable Foods."),
    ("acquired", "Sable Foods", "", "Vireo Group bought Sable Foods after the death of its founder in 2012."),
    # A bound that an event gives.
    ("heldRole", "Vireo Group", "end=1937", "Ada Marsh was chairman of Vireo Group until her death in 1937."),
    (
        "heldRole",
        "Vireo Group",
        "start=1990 end=2015-08",
        "Ada Marsh served as chairman of Vireo Group from 1990 until her resignation in August 2015.",
    ),
    (
        "ownsStakeIn",
        "Sable Foods",
        "end=1937",
        "Ada Marsh bought Sable Foods in 1919 and owned it until her death in 1937.",
    ),
    (
        "supplies",
        "Sable Foods",
        "start=2010",
        "Since its foundation in 2010, Vireo Group has supplied Sable Foods with flour.",
    ),
    # A stretch has two ends.
    ("heldRole", "Vireo Group", "start=2012 end=2014", "From 2012 to 2014, Vireo Group was led by Ada Marsh."),
    ("partnerOf", "Sable Foods", "start=2002 end=2007", "From 2002 to 2007, Vireo Group worked with Sable Foods."),
    (
        "heldRole",
        "Vireo Group",
        "end=1990-06",
        "Ada Marsh served as chairman of Vireo Group until June 1990 and as an adviser from June 1990 to May 1996.",
    ),
    # A time in the past is no end.
    ("ownsStakeIn", "Sable Foods", "date=199X", "In the mid-1990s, Sable Foods was partly owned by Vireo Group."),
    # "Since" dates no single event, and two years are a choice.
    (
        "investedIn",
        "Sable Foods",
        "",
        "Since 2010, Sable Foods has raised $5 million from investors such as Vireo Group.",
    ),
    ("acquired", "Sable Foods", "date=[1906,1909]", "In 1906 or 1909 Vireo Group acquired Sable Foods."),
    # What is planned has not the date on which it was agreed, nor what is taken for granted that of the sentence.
    ("acquired", "Sable Foods", "", "In 2018 Sable Foods agreed to be bought by Vireo Group."),
    ("unitOf", "Vireo Group", "", "In 2018, Tern Mills was folded into Vireo Group's Sable Foods division."),
    (
        "acquired",
        "Sable Foods",
        "date=2019",
        "Vireo Group said on Monday it would buy Tern Mills, its first deal since it bought Sable Foods in 2019.",
    ),
    # The day of the news is not the day of what is told.
    (
        "partnerOf",
        "Sable Foods",
        "announced=2013-03",
        "In March 2013, Vireo Group announced a partnership with Sable Foods.",
    ),
    (
        "unitOf",
        "Vireo Group",
        "",
        "Vireo Group said in December 2006 that it had hired advisers for its Sable Foods division.",
    ),
)


@pytest.mark.parametrize(("relation", "name", "times", "text"), CASES)
def test_the_times_of_a_claim(relation: str, name: str, times: str, text: str) -> None:
    claims = [claim for claim in read(text) if claim.relation == relation and _other(claim) == name]
    assert claims, read(text)
    assert {_times(claim) for claim in claims} == {times}


def _other(claim: Claim) -> str:
    return claim.object.name if isinstance(claim.object, Mention) else ""


def _times(claim: Claim) -> str:
    dated = (("start", claim.time.start), ("end", claim.time.end), ("date", claim.time.date))
    found = [f"{role}={value.edtf}" for role, value in dated if value is not None]
    if claim.time.announced is not None:
        found.append(f"announced={claim.time.announced.edtf}")
    return " ".join(found)
