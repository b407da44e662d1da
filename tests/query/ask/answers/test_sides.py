"""What articles differ on is told with every side: all dates of a disputed time, and the amount that hearsay has."""

from __future__ import annotations

import pytest

from app.model import Answer, AnswerStatus, Status, TimeValue
from app.query.ask import ask
from tests.query.ask.answers.test_hearsay import graph
from tests.resolution.making import UNNAMED, Report, time


def year(number: int) -> TimeValue:
    return time(str(number), str(number), f"{number}-01-01", f"{number}-12-31")


FOUNDED = [Report(f"founded {y}").says("Ada Vell", "founded", "Orbis", date=year(y)) for y in (2018, 2017)]
MERGED = [Report(f"merged {y}").says("Orbis", "mergedWith", "Velt", date=year(y)) for y in (2012, 2015, 2017)]
JOINED = [Report(f"joined {y}").says("Ada Vell", "joined", "Orbis", date=year(y)) for y in (2019, 2020)]


def dates(answer: Answer) -> list[str]:
    return [str(item.value) for item in answer.answers]


@pytest.mark.parametrize(
    ("reports", "question", "expected"),
    [
        (FOUNDED, "When did Ada Vell found Orbis?", ["2017", "2018"]),
        (MERGED, "When did Orbis merge with Velt?", ["2012", "2015", "2017"]),
        (JOINED, "When did Ada Vell join Orbis?", ["2019", "2020"]),
    ],
)
def test_when_it_was_has_every_date_that_is_given(reports: list[Report], question: str, expected: list[str]) -> None:
    answer = ask(graph(*reports), question)
    assert (answer.status, dates(answer)) == (AnswerStatus.ANSWERED, expected)
    assert {item.status for item in answer.answers} == {Status.DISPUTED}
    assert all(date in answer.answer for date in expected)
    assert "Sources give different values for time." in answer.caveats


def test_a_more_precise_date_is_no_further_side() -> None:
    march = time("March 2018", "2018-03", "2018-03-01", "2018-03-31")
    answer = ask(
        graph(*FOUNDED, Report("month").says("Ada Vell", "founded", "Orbis", date=march)),
        "When did Ada Vell found Orbis?",
    )
    assert dates(answer) == ["2017", "March 2018"]


def test_who_did_it_in_one_of_the_years_is_told_as_disputed() -> None:
    told = graph(*FOUNDED)
    for question in ("Who founded Orbis in 2018?", "Who founded Orbis in 2017?"):
        answer = ask(told, question)
        assert [(item.label, item.status) for item in answer.answers] == [("Ada Vell", Status.DISPUTED)]
        assert (answer.status, answer.answer) == (
            AnswerStatus.PARTIAL,
            "Disputed: Ada Vell founded Orbis, in 2017 or in 2018.",
        )
    assert [item.label for item in ask(told, "Did Ada Vell found Orbis in 2018?").answers] == ["disputed"]
    assert not ask(told, "Who founded Orbis in 2011?").answers


def test_an_amount_by_hearsay_is_told_beside_the_asserted_one() -> None:
    money = {"amount": "25000000", "currency": "USD"}
    said = Report("a").says("Orbis", "acquired", "Velt", qualifiers=money)
    rumour = {"amount": "35000000", "currency": "USD"}
    told = graph(said, Report("b").says("Orbis", "acquired", "Velt", qualifiers=rumour, attribution=(UNNAMED,)))
    answer = ask(told, "How much did Orbis pay for Velt?")
    assert [item.value for item in answer.answers] == ["25000000"]
    assert "Hearsay has another amount: $35 million." in answer.caveats
    doubted = ask(told, "Did Orbis buy Velt for $35 million?")
    assert doubted.answer == "Only reported: Orbis acquired Velt for $35 million."
    assert not ask(told, "Did Orbis buy Velt for $30 million?").answers
    assert ask(told, "Did Orbis buy Velt for $25 million?").answer.startswith("Yes")


def test_an_amount_that_only_hearsay_has_is_told_as_such() -> None:
    rumour = {"amount": "35000000", "currency": "USD"}
    told = graph(
        Report("a").says("Orbis", "acquired", "Velt"),
        Report("b").says("Orbis", "acquired", "Velt", qualifiers=rumour, attribution=(UNNAMED,)),
    )
    assert "Only hearsay gives the amount: $35 million." in ask(told, "How much did Orbis pay for Velt?").caveats
