"""The part of the graph that fits on a screen, and paths through it."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import NotFound
from app.query.lookup import Lookup
from app.query.network import network
from app.query.paths import paths
from app.query.selection import INCLUDABLE, Selection
from tests.query import sample_graph as sample

EVERYTHING = frozenset(INCLUDABLE)


def test_around_an_entity(lookup: Lookup) -> None:
    found = network(lookup, Selection(root=sample.MAYER, depth=1))
    assert found.root == sample.MAYER
    assert {node.id for node in found.nodes} == {sample.MAYER, sample.META}
    assert [link.fact for link in found.links] == [sample.TENURE.id]
    assert found.links[0].time.ended
    assert found.links[0].detail == "AI data operations"


def test_the_nearest_stay_when_there_are_too_many(lookup: Lookup) -> None:
    found = network(lookup, Selection(root=sample.MAYER, depth=3, include=EVERYTHING), limit=2)
    assert {node.id for node in found.nodes} == {sample.MAYER, sample.META}
    assert found.total > 2
    best = network(lookup, Selection(include=EVERYTHING), limit=2)
    assert {node.id for node in best.nodes} == {sample.META, sample.SCALE}


def test_only_what_is_asked_for(lookup: Lookup) -> None:
    plain = {link.fact for link in network(lookup).links}
    assert sample.ALTERNATIVE.id not in plain
    assert sample.ALTERNATIVE.id in {link.fact for link in network(lookup, Selection(include=EVERYTHING)).links}
    later = {link.fact for link in network(lookup, Selection(as_of=date(2025, 9, 2))).links}
    assert sample.TENURE.id in plain - later, "it had ended by then"


def test_a_fact_that_is_a_node_has_its_status_on_its_links(lookup: Lookup) -> None:
    [link] = [link for link in network(lookup).links if link.fact == sample.RESTRUCTURED.id]
    assert (link.status, link.type, link.realised) == ("asserted", "Event", True)
    assert link.detail is None


def test_the_shortest_paths(lookup: Lookup) -> None:
    found = paths(lookup, sample.MAYER, sample.SCALE)
    assert [node.id for node in found[0].nodes] == [sample.MAYER, sample.META, sample.SCALE]
    assert [{link.fact for link in step} for step in found[0].steps] == [{sample.TENURE.id}, {sample.INVESTMENT.id}]


def test_nothing_joins_what_only_a_rumour_joins(lookup: Lookup) -> None:
    assert paths(lookup, sample.MAYER, sample.MAYER) == []
    with pytest.raises(NotFound):
        paths(lookup, sample.MAYER, "organization/nobody")
