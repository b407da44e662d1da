"""What people shorten when they type in haste is written out, except in names."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.ask.lexical.names import Candidate, Named, Names
from app.query.ask.lexical.shorthand import written_out
from app.query.lookup import Lookup

ROCK = Named((Candidate("x:rock", "Rock n Stone", "Company"),), 0.0)
LIND = Named((Candidate("x:lind", "Roe & Lind", "Company"),), 0.0)
NAMES = Names(
    by_words={("rock", "n", "stone"): ROCK, ("roe", "lind"): LIND},
    labels={},
    values={},
    vocabulary=frozenset({"rock", "n", "stone", "roe", "lind"}),
    longest=3,
)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("who runs rock n stone n since when", "who runs rock n stone and since when"),
        ("roe & lind & pelm: hq + ceo", "roe & lind and pelm: hq and ceo"),
        ("who founded Fenn & Blay", "who founded Fenn & Blay"),
        ("which cos r in leeds", "which companies are in leeds"),
        ("series r investors", "series r investors"),
        ("R is a letter", "R is a letter"),
        ("for how many yrs/mths", "for how many years, months"),
        ("who/when bought it", "who and when bought it"),
        ("is it true, yes/no", "is it true, yes/no"),
        ("pelm sold for 45 mil or 1.2bln", "pelm sold for 45m or 1.2bn"),
        ("since jan 2024 or in '25", "since January 2024 or in 2025"),
        ("who s ceo and why isn t he there", "who is ceo and why is not he there"),
        ("rock/stone deal", "rock/stone deal"),
    ],
)
def test_is_written_out(typed: str, whole: str):
    assert written_out(typed, NAMES) == whole


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("what did wojcik do at quillmere b4 he was chair", ["chief technology officer"]),
        ("who supplies vireo labs w/ transcripts", ["two freelance agencies"]),
        ("which cos r based in eindhoven", ["De Wit Semiconductors"]),
        ("who makes heron n who runs that company", ["Quillmere Systems", "Nadia Okafor-Lindqvist"]),
        ("who is ceo of sable and finch", []),
    ],
)
def test_is_understood(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels
