from __future__ import annotations

from app.graphs import PLAIN_GRAPHS
from app.model import AnswerStatus, Status
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.base import Store
from app.vocab import Iris

FLAGSHIP = "Who oversaw Meta's data operations and when did they leave?"


def test_the_question_that_the_product_is_shown_with(lookup: Lookup, store: Store, iris: Iris):
    answer = ask(lookup, FLAGSHIP)

    assert answer.status is AnswerStatus.ANSWERED
    assert answer.answer == (
        "Ruben Mayer oversaw AI data operations at Meta; left after about two months "
        "(as written: “after just two months”), by 1 September 2025. No calendar date is stated."
    )
    (item,) = answer.answers
    assert (item.label, item.iri) == ("Ruben Mayer", iris.entity("person/ruben-mayer").value)
    assert item.status is Status.ASSERTED
    assert item.time["duration"] == "P2M"
    assert item.time["end"] == {"latest": "2025-09-01"}
    assert "No calendar date is stated." in answer.caveats
    assert any("oversaw AI data operations" in span.text for span in answer.evidence)


def test_the_sparql_can_be_run_again_and_gives_the_same(lookup: Lookup, store: Store, iris: Iris):
    answer = ask(lookup, FLAGSHIP)

    graphs = [iris.graph(name) for name in PLAIN_GRAPHS]
    rows = [list(store.query(query, default_graphs=graphs)) for query in answer.sparql]  # type: ignore[arg-type]
    assert all(rows)
