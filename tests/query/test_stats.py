"""The graph in figures, over the small graph whose facts are spelt out."""

from __future__ import annotations

import pytest

from app.errors import BadInput, NotFound
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import INCLUDABLE, Selection
from app.query.stats import stats
from tests.query import sample_graph as sample
from tests.query.sample_graph import MAYER, META, SCALE

EVERYTHING = Selection(include=frozenset(INCLUDABLE))


def test_what_is_counted(lookup: Lookup) -> None:
    graph, found = project(lookup, EVERYTHING), stats(lookup, EVERYTHING)
    assert (found.nodes, found.edges) == (graph.number_of_nodes(), graph.number_of_edges())
    drawn = [fact for fact in sample.FACTS if fact is not sample.FORMER_NAME]
    assert found.facts == len(drawn), "a former name is an attribute, and no edge"
    assert found.fact_types["Tenure"] == 1
    assert found.statuses == {"asserted": 8, "reported": 2, "disputed": 1, "planned": 1}
    assert sum(found.node_types.values()) == found.nodes
    assert found.estimated_from is None


def test_the_best_connected_come_first(lookup: Lookup) -> None:
    found = stats(lookup, EVERYTHING, top=2)
    assert [each.id for each in found.most_connected] == [META, SCALE]
    assert len(found.most_between) == len(found.communities) == 2
    assert found.most_between[0].betweenness >= found.most_between[1].betweenness > 0
    assert "Meta" in {name for community in found.communities for name in community.members}


def test_a_path_shows_the_words_that_it_rests_on(lookup: Lookup) -> None:
    [path] = stats(lookup, ends=(MAYER, SCALE)).paths[:1]
    assert path.nodes == ("Ruben Mayer", "Meta", "Scale AI")
    [[tenure], [investment]] = path.steps
    assert (tenure.fact, investment.says) == (sample.TENURE.id, "Meta invested in Scale AI")
    assert [evidence.text for evidence in investment.evidence] == [sample.INVESTED.evidence[0].text]
    with pytest.raises(BadInput, match="two different ends"):
        stats(lookup, ends=(META, META))
    with pytest.raises(NotFound):
        stats(lookup, ends=(META, "person/nobody"))


def test_an_empty_graph_has_figures_too(lookup: Lookup) -> None:
    found = stats(lookup, Selection(entities=frozenset({"Place"})))
    assert (found.nodes, found.components, found.most_connected, found.communities) == (0, 0, (), ())
