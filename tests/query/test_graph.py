from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import networkx as nx
import pytest
from pyoxigraph import NamedNode

from app.errors import BadInput, NotFound
from app.graphs import entity_quads, fact_quads
from app.model import Bounds, Entity, FactTime, Status
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import INCLUDABLE, Selection
from app.store.base import Change, Store
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS, MAYER, META, SCALE, TBD, VENDORS, fact

ALL = frozenset(INCLUDABLE)


def node(entity_id: str) -> str:
    return IRIS.entity(entity_id).value


def fact_ids(graph: nx.MultiDiGraph[str]) -> set[str]:
    """Every fact that a projection holds, in whatever form."""
    found = {data["fact_id"] for _, _, data in graph.edges(data=True)}
    for _, data in graph.nodes(data=True):
        found |= set(data.get("attribute_facts", "").split("; ")) - {""}
    return found


def entities(graph: nx.MultiDiGraph[str]) -> set[str]:
    return {key for key, data in graph.nodes(data=True) if data["kind"] == "entity"}


def test_facts_are_edges_from_subject_to_object(lookup: Lookup) -> None:
    graph = project(lookup)
    said = graph.edges[node(META), node(SCALE), sample.INVESTMENT.id]
    assert (said["relation"], said["type"], said["label"]) == ("investedIn", "Investment", "invested in")
    assert (said["amount"], said["currency"], said["status"]) == (Decimal(14_300_000_000), "USD", "asserted")
    assert (said["announced_earliest"], said["announced_latest"]) == ("2025-06-01", "2025-06-30")
    assert "date_earliest" not in said
    tenure = graph.edges[node(MAYER), node(META), sample.TENURE.id]
    assert (tenure["duration"], tenure["ended"], tenure["end_latest"]) == ("P2M", True, "2025-09-01")
    assert (tenure["responsibility"], tenure["confidence"], tenure["article_count"]) == ("AI data operations", 0.95, 1)
    assert tenure["claim_ids"] == " ".join(sorted([sample.OVERSAW.id, sample.LEFT.id]))
    assert tenure["aspects"] == "ended: asserted; exists: asserted"


def test_entities_are_nodes(lookup: Lookup) -> None:
    graph = project(lookup)
    assert graph.nodes[node(META)]["aliases"] == "Facebook; Meta Platforms"
    assert graph.nodes[node(SCALE)]["types"] == "Company DataVendor"
    assert graph.nodes[node(VENDORS)]["type"] == "Collective"


def test_a_group_without_a_name_is_there_for_what_is_said_of_it(lookup: Lookup) -> None:
    without = Selection(facts=frozenset({"Tenure"}))
    assert node(VENDORS) not in project(lookup, without)
    assert node(TBD) in project(lookup, without), "whoever has a name stays"
    assert node(VENDORS) in project(lookup, replace(without, lone_groups=True))
    assert list(project(lookup, Selection(root=VENDORS, depth=0))) == [node(VENDORS)]


def test_only_the_types_that_are_asked_for(lookup: Lookup) -> None:
    people = project(lookup, Selection(entities=frozenset({"Person", "Company"})))
    assert entities(people) == {node(MAYER), node(META), node(SCALE)}
    assert fact_ids(people) == {each.id for each in (sample.TENURE, sample.INVESTMENT, sample.FORMER_NAME)} | {
        sample.RESTRUCTURED.id
    }
    inferred = project(lookup, Selection(entities=frozenset({"DataVendor"})))
    assert entities(inferred) == {node(SCALE)}
    topics = project(lookup, Selection(entities=frozenset({"OrganizationUnit", "Topic"})))
    assert fact_ids(topics) == {sample.FOCUSES.id}
    by_relation = project(lookup, Selection(facts=frozenset({"unitOf", "Investment"})))
    assert fact_ids(by_relation) == {sample.UNIT_OF.id, sample.INVESTMENT.id}
    with pytest.raises(BadInput, match="type"):
        Selection(entities=frozenset({"Firm"}))
    with pytest.raises(BadInput, match="type"):
        Selection(facts=frozenset({"Person"}))


def test_a_neighbourhood_leads_only_over_the_types_asked_for(lookup: Lookup) -> None:
    near = project(lookup, Selection(root=MAYER, depth=9, entities=frozenset({"Company"})))
    assert entities(near) == {node(MAYER), node(META), node(SCALE)}, "the root itself is always there"


def test_facts_as_nodes(store: Store, lookup: Lookup) -> None:
    role = Entity(id="role/adviser", name="adviser", type="Role")
    slots = {"person": MAYER, "organization": SCALE, "role": role.id, "title": "adviser"}
    store.apply(Change(add=[*entity_quads(role, IRIS), *fact_quads(fact("f-role", "Tenure", "heldRole", slots), IRIS)]))
    graph = project(lookup, Selection(fact_nodes=True))
    tenure = IRIS.fact("f-role").value
    assert {(source, said["slot"]) for source, _, said in graph.in_edges(tenure, data=True)} == {
        (node(MAYER), "person"),
        (node(SCALE), "organization"),
        (node(role.id), "role"),
    }
    assert (graph.nodes[tenure]["kind"], graph.nodes[tenure]["title"]) == ("event", "adviser")
    assert graph.nodes[node(role.id)] == {
        "label": "adviser",
        "kind": "entity",
        "type": "Role",
        "types": "Role",
        "iri": node(role.id),
    }
    assert graph.has_edge(node(TBD), node(META), sample.UNIT_OF.id), "a plain fact stays an edge"
    assert fact_ids(graph) == fact_ids(project(lookup))


def test_no_fact_is_lost(lookup: Lookup) -> None:
    assert fact_ids(project(lookup, Selection(include=ALL))) == {each.id for each in sample.FACTS}


def test_topics_are_nodes_and_former_names_attributes(lookup: Lookup) -> None:
    graph = project(lookup)
    topic = "value:topic/superintelligence"
    assert graph.nodes[topic] == {
        "label": "superintelligence",
        "kind": "value",
        "type": "Topic",
        "types": "Topic",
    }
    assert graph.has_edge(node(TBD), topic, sample.FOCUSES.id)
    assert graph.nodes[node(META)]["former_name"] == "Facebook"
    assert graph.nodes[node(META)]["attribute_facts"] == sample.FORMER_NAME.id


def test_a_disputed_name_is_an_edge(store: Store, lookup: Lookup) -> None:
    doubtful = fact("f-x", "SimpleFact", "formerName", {"subject": SCALE, "object": "S"}, status=Status.DISPUTED)
    store.apply(Change(add=fact_quads(doubtful, IRIS)))
    assert "f-x" not in fact_ids(project(lookup))
    graph = project(lookup, Selection(include=frozenset({"disputed"})))
    assert graph.edges[node(SCALE), "value:value/s", "f-x"]["status"] == "disputed"
    assert "former_name" not in graph.nodes[node(SCALE)]


def test_a_fact_with_one_end_is_an_event(lookup: Lookup) -> None:
    graph = project(lookup)
    event = IRIS.fact(sample.RESTRUCTURED.id).value
    assert graph.nodes[event]["kind"] == "event"
    assert graph.nodes[event]["claim_ids"] == sample.REORGANIZED.id
    assert [source for source, _ in graph.in_edges(event)] == [node(SCALE)]


def test_a_fact_with_three_ends_is_an_event(store: Store, lookup: Lookup) -> None:
    three = fact("f-3", "Partnership", "partnerOf", {"partner": (META, SCALE, TBD)})
    store.apply(Change(add=fact_quads(three, IRIS)))
    assert len(project(lookup).in_edges(IRIS.fact("f-3").value)) == 3


def test_symmetric_facts_are_one_edge(lookup: Lookup) -> None:
    graph = project(lookup, Selection(include=ALL))
    assert graph.edges[node(META), node(SCALE), sample.PARTNERSHIP.id]["symmetric"] is True
    assert not graph.has_edge(node(SCALE), node(META))


def test_include_is_needed_for_what_is_no_plain_fact(lookup: Lookup) -> None:
    plain = fact_ids(project(lookup))
    for name, extra in (
        ("disputed", {sample.PARTNERSHIP.id}),
        ("reported", {sample.ALTERNATIVE.id, sample.STRAIN.id}),
        ("planned", {sample.PLANNED.id}),
        ("possible", set()),
    ):
        assert fact_ids(project(lookup, Selection(include=frozenset({name})))) == plain | extra
    with pytest.raises(BadInput, match="disputed, reported, planned, possible"):
        project(lookup, Selection(include=frozenset({"rumours"})))


@pytest.mark.parametrize("status", [Status.NEGATED, Status.DENIED, Status.QUESTION])
def test_denials_and_questions_are_never_edges(store: Store, lookup: Lookup, status: Status) -> None:
    type_ = "Partnership" if status is Status.QUESTION else "NegativeFact"
    denied = fact("f-no", type_, "partnerOf", {"subject": META, "object": SCALE}, status=status)
    store.apply(Change(add=fact_quads(denied, IRIS)))
    assert "f-no" not in fact_ids(project(lookup, Selection(include=ALL)))


def test_the_neighbourhood_of_one_entity(lookup: Lookup) -> None:
    alone = project(lookup, Selection(root=MAYER, depth=0))
    assert list(alone) == [node(MAYER)]
    near = project(lookup, Selection(root=MAYER, depth=1))
    assert set(near) == {node(MAYER), node(META)}
    wider = project(lookup, Selection(root=IRIS.entity(MAYER).value, depth=2))
    assert entities(wider) == {node(MAYER), node(META), node(SCALE), node(TBD)}
    # What lies between two entities that were reached is there, though no shortest path leads over it.
    assert wider.has_edge(node(TBD), node(SCALE), sample.DISSATISFIED.id)
    with pytest.raises(NotFound):
        project(lookup, Selection(root="person/nobody"))
    with pytest.raises(BadInput):
        project(lookup, Selection(root=MAYER, depth=-1))
    with pytest.raises(BadInput, match="root"):
        project(lookup, Selection(depth=2))


def test_the_whole_is_the_neighbourhood_at_any_depth(lookup: Lookup) -> None:
    assert fact_ids(project(lookup, Selection(root=META, depth=9, include=ALL))) == fact_ids(
        project(lookup, Selection(include=ALL))
    )


def test_as_of_drops_only_what_surely_does_not_hold(lookup: Lookup) -> None:
    then = project(lookup, Selection(as_of=date(2025, 8, 1)))
    assert then.edges[node(MAYER), node(META), sample.TENURE.id]["holds"] == "possibly"
    later = project(lookup, Selection(as_of=date(2026, 1, 1)))
    assert sample.TENURE.id not in fact_ids(later)
    assert later.edges[node(META), node(SCALE), sample.INVESTMENT.id]["holds"] == "surely"


def test_a_neighbourhood_does_not_lead_over_what_is_dropped(lookup: Lookup) -> None:
    assert list(project(lookup, Selection(root=MAYER, as_of=date(2026, 1, 1)))) == [node(MAYER)]


def test_disagreeing_numbers_are_text(store: Store, lookup: Lookup) -> None:
    amounts = ("2000000", "2500000.5")
    two = fact("f-two", "Investment", "investedIn", {"investor": TBD, "investee": SCALE, "amount": amounts})
    store.apply(Change(add=fact_quads(two, IRIS)))
    said = project(lookup).edges[node(TBD), node(SCALE), "f-two"]
    assert said["amounts"] == "2000000; 2500000.5"
    assert "amount" not in said


def test_parallel_edges_and_self_loops(store: Store, lookup: Lookup) -> None:
    again = fact("f-again", "Investment", "investedIn", {"investor": META, "investee": SCALE})
    loop = fact("f-loop", "Investment", "investedIn", {"investor": META, "investee": META})
    store.apply(Change(add=[*fact_quads(again, IRIS), *fact_quads(loop, IRIS)]))
    graph = project(lookup)
    assert set(graph[node(META)][node(SCALE)]) == {sample.INVESTMENT.id, "f-again"}
    assert graph.has_edge(node(META), node(META), "f-loop")


def test_the_order_is_that_of_the_keys(store: Store, lookup: Lookup) -> None:
    graph = project(lookup, Selection(include=ALL))
    assert list(graph) == sorted(graph)
    assert list(graph.edges(keys=True)) == sorted(graph.edges(keys=True))
    quads = list(reversed(sample.sample_quads()))
    store.apply(Change(drop=store.graphs(), add=quads))
    again = project(lookup, Selection(include=ALL))
    assert repr(list(again.nodes(data=True))) == repr(list(graph.nodes(data=True)))
    assert repr(list(again.edges(keys=True, data=True))) == repr(list(graph.edges(keys=True, data=True)))


def test_every_value_is_of_a_simple_type(lookup: Lookup) -> None:
    graph = project(lookup, Selection(include=ALL, as_of=date(2025, 8, 1)))
    data = [said for _, said in graph.nodes(data=True)] + [said for _, _, said in graph.edges(data=True)]
    values = [value for said in data for value in said.values()]
    assert all(isinstance(value, str | int | float | bool | Decimal) for value in values)


def test_facts_lead_to_entities_that_exist(lookup: Lookup) -> None:
    known = {node(entity.id) for entity in lookup.entities()}
    graph = project(lookup, Selection(include=ALL))
    assert entities(graph) == known
    assert all(NamedNode(key) for key in known)


def test_events_carry_their_times(store: Store, lookup: Lookup) -> None:
    time = FactTime(date=Bounds(earliest="2024-01-01", latest="2024-12-31"))
    store.apply(Change(add=fact_quads(fact("f-e", "Event", "restructured", {"subject": META}, time=time), IRIS)))
    assert project(lookup).nodes[IRIS.fact("f-e").value]["date_latest"] == "2024-12-31"
