from __future__ import annotations

import pytest

from app.query.sparql import SparqlRequest, SparqlResult
from app.workers.answers import Answers


def answer(size: int) -> SparqlResult:
    return SparqlResult(b"x" * size, "text/csv")


def asked(number: int, row_format: str = "json") -> SparqlRequest:
    return SparqlRequest(f"ASK {{ ?s ?p {number} }}", row_format)


def test_an_answer_is_that_of_one_request_and_one_state_of_the_graph() -> None:
    answers = Answers(100_000)
    answers.put(1, asked(1), answer(1))
    assert answers.get(1, asked(1)) == answer(1)
    assert answers.get(2, asked(1)) is None
    assert answers.get(1, asked(2)) is None
    assert answers.get(1, asked(1, row_format="xml")) is None
    assert answers.get(1, SparqlRequest(asked(1).query, default_graphs=("urn:g",))) is None
    answers.put(2, asked(2), answer(2))
    answers.put(1, asked(3), answer(3))  # it comes late, and is of a graph that is no more
    assert [answers.get(2, asked(n)) for n in (1, 2, 3)] == [None, answer(2), None]


def test_what_was_asked_for_last_stays_and_nothing_large_is_kept() -> None:
    answers = Answers(100_000)
    for n in range(9):
        answers.put(1, asked(n), answer(10_000))
        answers.get(1, asked(0))
    kept = [n for n in range(9) if answers.get(1, asked(n))]
    assert kept == [0, 1, 2, 3, 4, 5, 6, 7, 8]
    answers.get(1, asked(0))
    answers.put(1, asked(9), answer(10_000))
    answers.put(1, asked(10), answer(50_000))
    assert [n for n in range(11) if answers.get(1, asked(n))] == [0, 2, 3, 4, 5, 6, 7, 8, 9]
    nothing = Answers(0)
    nothing.put(1, asked(1), answer(0))
    assert nothing.get(1, asked(1)) is None


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (NOW() AS ?t) {}",
        "SELECT (rand ( ) AS ?r) {}",
        "SELECT (1RAND() AS ?r) {}",
        "SELECT (StrUUID\n#c(\n () AS ?u) {}",
        "SELECT (BNODE () AS ?b) {}",
        "SELECT (NOW # a # b\r\n # ( \n () AS ?t) {}",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_what_has_another_answer_each_time_is_not_kept(query: str) -> None:
    answers = Answers(100_000)
    answers.put(1, SparqlRequest(query), answer(1))
    assert answers.get(1, SparqlRequest(query)) is None
