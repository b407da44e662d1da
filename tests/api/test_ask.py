"""Questions over HTTP: the answer, or on request the queries alone, which can be run as they are."""

from __future__ import annotations

import httpx

QUESTION = "Who oversaw data operations at Meta?"


def test_a_question_by_address_and_by_body_has_the_same_answer(reading: httpx.Client) -> None:
    by_address = reading.get("/ask", params={"q": QUESTION}).json()
    by_body = reading.post("/ask", json={"question": QUESTION}).json()
    assert by_address["status"] == "answered"
    assert by_address == by_body


def test_the_queries_alone_give_the_same_rows_when_they_are_run(reading: httpx.Client) -> None:
    told = reading.get("/ask", params={"q": QUESTION}).json()
    alone = reading.get("/ask", params={"q": QUESTION, "explain": "sparql"})
    assert alone.headers["content-type"].startswith("application/sparql-query")
    assert alone.text == told["sparql"][0] + "\n"
    rows = reading.get("/sparql", params={"query": alone.text}, headers={"accept": "application/sparql-results+json"})
    found = {row["answer"]["value"] for row in rows.json()["results"]["bindings"]}
    assert found == {item["iri"] for item in told["answers"]}


def test_a_question_that_leads_to_no_query_has_none_to_explain(reading: httpx.Client) -> None:
    refused = reading.get("/ask", params={"q": "the of and", "explain": "sparql"})
    assert refused.status_code == 404
    assert refused.headers["content-type"] == "application/problem+json"
