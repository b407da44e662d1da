"""What the benchmark of answering takes for right."""

from __future__ import annotations

from typing import Any

import pytest

from app.model import Answer, AnswerItem, AnswerStatus, Entity, Status
from tests.benchmarks.ask.judging import Judge

META = Entity(id="organization/meta", name="Meta", type="Company", aliases=("Facebook",))
JUDGE = Judge([META])


def item(label: str, **rest: Any) -> AnswerItem:
    return AnswerItem(label=label, **rest)


def judged(
    expected: list[str], *items: AnswerItem, kind: str = "who", also: tuple[str, ...] = (), sentence: str = ""
) -> bool:
    question = {"kind": kind, "status": "answered", "answers": expected, "also": list(also)}
    return JUDGE.judge(question, Answer(status=AnswerStatus.ANSWERED, answer=sentence, answers=items)).right


MEASURED = item("$14.3 billion", value="14300000000")
DATED = item("Ruben Mayer", time={"end": {"earliest": "2024-06-01", "latest": "2024-06-30"}})


@pytest.mark.parametrize(
    ("expected", "given", "kind", "right"),
    [
        (["Meta"], [item("Facebook")], "who", True),
        (["Meta"], [item("Meta"), item("OpenAI")], "who", False),
        (["Meta", "OpenAI"], [item("Meta")], "who", False),
        (["data labeling"], [item("data labelling", value="data labelling")], "what", True),
        (["14300000000 USD"], [MEASURED], "how-much", True),
        (["14300000000 EUR"], [MEASURED], "how-much", False),
        (["15 %"], [item("15 percent", value="15")], "how-much", True),
        (["P2M"], [item("Ruben Mayer", time={"duration": "P2M"})], "how-long", True),
        (["P1Y6M"], [item("Ruben Mayer", time={"duration": "P18M"})], "how-long", True),
        (["2024-06"], [DATED], "when", True),
        (["2024"], [DATED], "when", False),
        (["Ruben Mayer", "2024-06"], [DATED], "who-when", True),
        (["XXXX-06"], [item("Meta", time={"announced": {"edtf": "XXXX-06"}})], "when", True),
        (["no"], [item("yes", value="yes")], "yes-no", False),
        (["reported"], [item("reported", status=Status.REPORTED)], "certainty", True),
        (["2"], [item("A"), item("B")], "how-many", True),
        (["2"], [item("A")], "how-many", False),
    ],
)
def test_values(expected: list[str], given: list[AnswerItem], kind: str, right: bool):
    assert judged(expected, *given, kind=kind) is right


def test_what_may_stand_beside_it_need_not():
    assert judged(["Meta"], item("Meta"), item("OpenAI"), also=("OpenAI",))
    assert judged(["Meta"], item("Meta"), also=("OpenAI",))


def test_a_summary_must_say_it():
    assert judged(["Meta"], kind="summary", sentence="TBD Labs is a unit of Facebook.")
    assert not judged(["OpenAI"], kind="summary", sentence="TBD Labs is a unit of Facebook.")


def test_a_deal_counts_by_those_who_made_it():
    judge = Judge([META], participants=lambda iri: ["organization/meta"] if iri == "deal" else [])
    question = {"kind": "who", "status": "answered", "answers": ["Facebook"]}
    deal = item("Meta acquired Oculus", iri="deal", value="2000000000")
    assert judge.judge(question, Answer(status=AnswerStatus.ANSWERED, answer="", answers=(deal,))).right
    other = deal.model_copy(update={"iri": "another"})
    assert judge.judge(question, Answer(status=AnswerStatus.ANSWERED, answer="", answers=(other,))).wrong


@pytest.mark.parametrize(
    ("given", "wrong", "incomplete"),
    [
        (("Meta", "OpenAI"), False, False),
        (("Meta",), False, True),
        (("Meta", "Scale AI"), True, False),
        (("Meta", "OpenAI", "Scale AI"), True, False),
    ],
)
def test_to_leave_one_out_is_not_to_say_what_is_not_so(given: tuple[str, ...], wrong: bool, incomplete: bool):
    question = {"kind": "who", "status": "answered", "answers": ["Meta", "OpenAI"]}
    verdict = JUDGE.judge(
        question, Answer(status=AnswerStatus.ANSWERED, answer="", answers=tuple(item(name) for name in given))
    )
    assert (verdict.wrong, verdict.incomplete) == (wrong, incomplete)


def test_a_value_where_none_may_be_given_is_wrong_and_a_refusal_is_not():
    question = {"kind": "who", "status": "not_stated", "answers": []}
    given = JUDGE.judge(question, Answer(status=AnswerStatus.PARTIAL, answer="", answers=(item("Meta"),)))
    assert given.wrong
    assert not given.recognised
    refused = JUDGE.judge(question, Answer(status=AnswerStatus.UNKNOWN_ENTITY, answer=""))
    assert refused.recognised
    assert not refused.right


def test_a_topic_may_be_quoted_with_its_adjectives_and_a_title_may_not():
    judge = Judge([META], matters=frozenset({"low-cost medical imaging"}))
    question = {"kind": "what", "status": "answered", "answers": ["medical imaging"]}

    def right(label: str) -> bool:
        answer = Answer(status=AnswerStatus.ANSWERED, answer="", answers=(item(label, value=label),))
        return judge.judge(question, answer).right

    assert right("low-cost medical imaging")
    assert not right("high-quality medical imaging")
    assert not right("medical imaging software")
