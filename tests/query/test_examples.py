"""Questions to begin with are of the graph's own firms and people, and have answers in it."""

from app.query.ask import ask
from app.query.examples import an_example, examples
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from tests.query.sample_graph import IRIS, load
from tests.resolution.making import Report
from tests.test_rulings import IRIS as RULED
from tests.test_rulings import filled


def test_each_is_of_another_relation_and_can_be_answered() -> None:
    store = EmbeddedStore()
    load(store)
    lookup = Lookup(store, IRIS)
    asked = list(examples(lookup, lookup.facts()))
    assert len(asked) > 3
    assert {ask(lookup, question).status for question in asked} <= {"answered", "partial"}
    assert an_example(lookup) == asked[0]


def test_one_is_found_of_whatever_relation_there_is() -> None:
    store = filled(Report("a").says("Umbra", "acquired", "Velt"))
    assert an_example(Lookup(store, RULED)) == "Who acquired Velt?"


def test_of_what_is_only_planned_or_of_nothing_none_is_asked() -> None:
    planned = filled(Report("a").says("Umbra", "acquired", "Velt", phase="planned"))
    for store in (planned, EmbeddedStore()):
        assert an_example(Lookup(store, RULED)) is None
