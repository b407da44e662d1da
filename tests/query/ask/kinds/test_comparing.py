"""Questions with "A or B": the one of the two that is so, or those of both."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("did quillmere buy tamsin or tamson?", ["Tamsin Data"]),
        ("Did Quillmere or Pemba Cloud buy Tamsin Data?", ["Quillmere Systems"]),
        ("Is Art Price or Jean-Baptiste N'Diaye chief executive of Current Systems?", ["Jean-Baptiste N'Diaye"]),
        ("people who founded either De Wit Semiconductors or Tamsin Data", ["Joris de Wit", "Priya Raghunathan"]),
        ("companies based in Eindhoven or Tallinn", ["De Wit Semiconductors", "Quillmere Systems"]),
        ("Did Target Point or Iskra buy Tamsin Data?", []),
        ("Who founded Heron, Quillmere or Iskra?", []),
    ],
)
def test_a_or_b(northfield: Lookup, question: str, labels: list[str]):
    assert sorted(item.label for item in ask(northfield, question).answers) == labels


def test_that_the_second_is_so_is_no_yes(articles: Lookup):
    """Whoever asks whether the one is so or the other does not hear "yes" of the other."""
    answer = ask(articles, "Does Harrowgate Ventures still own part of Pemberly Systems or did they sell?")
    assert [item.label for item in answer.answers] == ["no"]
    answer = ask(articles, "Did Meta buy Scale AI or just invest?")
    assert [item.label for item in answer.answers] == ["Meta invested $14.3 billion in Scale AI"]


def test_of_which_one_something_is_known_is_told(northfield: Lookup):
    answer = ask(northfield, "companies based in Eindhoven or Ghent")
    assert "De Wit Semiconductors" in [item.label for item in answer.answers]
