from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.ask.lexical.spellings import Spellings
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("companys", "companies"),
        ("allready", "already"),
        ("aquiered", "acquired"),
        ("investd", "invested"),
        ("firm", None),
        ("warehouse", None),
    ],
)
def test_a_misspelt_word_is_meant_for_one(written: str, meant: str | None):
    known = ["companies", "company", "already", "acquired", "invested", "invests", "investors"]
    assert Spellings(known).meant(written) == meant


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Which companys does Long Reach allready own?", ["Kwame Freight"]),
        ("who aquiered Kwame Freight", ["Long Reach"]),
        ("Where is GreenKeel headquaterd?", ["Aberdeen"]),
        ("who are the shareholers of Long Reach with their percentges",
         ["Kwame Boateng", "35 percent", "Union Mutual", "22 percent"]),
    ],
)  # fmt: skip
def test_slips_in_any_word_but_a_name_are_mended_and_told(harbour: Lookup, question: str, labels: list[str]):
    answer = ask(harbour, question)
    assert sorted(item.label for item in answer.answers) == sorted(labels)
    assert any("was read as" in caveat for caveat in answer.caveats)


@pytest.mark.parametrize("question", ["who founded examplia?", "Who owns Greenkeep Holdings?"])
def test_a_name_that_nobody_bears_is_none_misspelt(harbour: Lookup, question: str):
    assert not ask(harbour, question).answers
