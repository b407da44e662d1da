"""What is asked for may stand anywhere in a question, and the answer is that of the plain one."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("When was Tamsin Data founded?", "The year in which Tamsin Data was established, what was it?"),
        ("When was Tamsin Data founded?", "Tamsin Data: launched when?"),
        ("Who founded Tamsin Data?", "Tamsin Data: started by whom?"),
        ("How much did Quillmere Systems pay for Tamsin Data?", "Quillmere Systems laid out how much for Tamsin Data?"),
        (
            "How much did Quillmere Systems pay for Tamsin Data?",
            "State the sum for which Quillmere Systems bought Tamsin Data",
        ),
        (
            "Why did Ludwig von Trossau leave Nordhaven Bank?",
            "Ludwig von Trossau quit Nordhaven Bank on account of what?",
        ),
        (
            "Why did Ludwig von Trossau leave Nordhaven Bank?",
            "The grounds on which Ludwig von Trossau left Nordhaven Bank?",
        ),
        ("Why did Ludwig von Trossau leave Nordhaven Bank?", "What forced Ludwig von Trossau out of Nordhaven Bank?"),
        (
            "Who is the chief executive of Target Point?",
            "Who is it that fills the office of chief executive at Target Point?",
        ),
        (
            "Who is the chief executive of Target Point?",
            "Are you able to tell us who holds the job of CEO at Target Point?",
        ),
        (
            "Where did Xu Wenling work before De Wit Semiconductors?",
            "Where did Xu Wenling come from on joining De Wit Semiconductors?",
        ),
        ("Who supplies Vireo Labs?", "From which vendors does Vireo Labs procure its services?"),
        (
            "Who is the former chief executive of Current Systems?",
            "Who once managed Current Systems as its chief executive?",
        ),
        (
            "How much did Quillmere Systems pay for Tamsin Data?",
            "Quillmere Systems coughed up how much to acquire Tamsin Data?",
        ),
        ("Is Grace Banks a member of the Nordhaven Risk Desk?", "Does the Nordhaven Risk Desk comprise Grace Banks?"),
    ],
)
def test_it_is_found_wherever_it_stands(northfield: Lookup, plain: str, other: str):
    expected = ask(northfield, plain)
    assert expected.status is AnswerStatus.ANSWERED
    given = ask(northfield, other)
    assert {item.label for item in given.answers} == {item.label for item in expected.answers}, given.answer


def test_what_is_no_question_stays_none(northfield: Lookup):
    assert not ask(northfield, "Data Tamsin the of why when what").answers
