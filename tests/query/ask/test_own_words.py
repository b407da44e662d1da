"""What the graph has no slot for is told from the sentence that a fact rests on, or not at all."""

from __future__ import annotations

import pytest

from app.extraction.engine import load_engine
from app.model import AnswerStatus, Article
from app.pipeline import ingest
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from app.vocab import Iris

TEXT = """Jonas Perl was head of logistics at Brennick but was not part of the core team \
tasked with building delivery drones.

Researchers at Brennick's Field Lab have started using third-party map vendors due to \
dissatisfaction with Cartel Maps' map quality.

Brennick bought Tolmar in 2021, while prices fell because of a strike.
"""


@pytest.fixture(scope="module")
def told() -> Lookup:
    store, iris = EmbeddedStore(), Iris()
    ingest(store, iris, [Article(id="own-words", text=TEXT, published="2024-05-01")], load_engine())
    return Lookup(store, iris)


def test_a_group_without_a_name_is_told_by_what_it_is_for(told: Lookup):
    answer = ask(told, "Did Jonas Perl belong to the core team for delivery drones?")
    assert [item.label for item in answer.answers] == ["no"]
    assert not ask(told, "Did Jonas Perl belong to the core team for pricing?").answers


def test_a_reason_right_behind_a_fact_is_its_reason(told: Lookup):
    answer = ask(told, "Why has Field Lab started to use other vendors?")
    assert [item.label for item in answer.answers] == ["dissatisfaction with Cartel Maps' map quality"]


def test_a_reason_for_something_else_is_not(told: Lookup):
    assert ask(told, "Why did Brennick buy Tolmar?").status is AnswerStatus.NOT_STATED
