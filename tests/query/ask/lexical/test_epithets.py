"""What somebody is called in passing does not change who is meant, and that it was not checked is said."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Where is the French company Current Systems based?", ["Lyon"]),
        ("Who bought the struggling Tamsin Data?", ["Quillmere Systems"]),
        ("Who bought the labelling firm Tamsin Data?", ["Quillmere Systems"]),
        ("How much did the hungry Quillmere pay for Tamsin Data?", ["€310 million"]),
        ("Who is the charismatic chief executive of ISKRA Robotics?", ["Sven-Åke Lundqvist"]),
        ("Who runs the state-owned Nordhaven Bank?", ["Rosalind Quill"]),
    ],
)
def test_left_aside(northfield: Lookup, question: str, labels: list[str]):
    answer = ask(northfield, question)
    assert [item.label for item in answer.answers] == labels, answer.answer
    assert any("was not looked at" in caveat for caveat in answer.caveats)


@pytest.mark.parametrize(
    "question",
    [
        "Which French companies has Quillmere bought?",  # it would choose among them
        "Who is the commercial director of Meridian Gate?",  # another post
        "Who is the assistant chief executive of Quillmere?",
        "Who runs the Northern Quillmere?",  # perhaps another company
        "When was the alleged Quillmere takeover?",  # it says that there may have been none
    ],
)
def test_what_could_matter_is_not_left_aside(northfield: Lookup, question: str):
    answer = ask(northfield, question)
    assert answer.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL), answer.answer


def test_a_noun_that_leads_to_a_name_is_no_kind_of_it(articles: Lookup):
    answer = ask(articles, "Name the people behind Kestrelworks.")
    assert sorted(item.label for item in answer.answers) == ["Ingrid Solheim", "Tomás Breval"]
