"""The rules in `ontology/rules`: what they add to plain facts, and what they must not."""

import re

import owlrl  # type: ignore[import-untyped]  # it has no type hints
import rdflib
from pyoxigraph import Quad

from app.graphs import PLAIN_GRAPHS
from app.ontology import ONTOLOGY_FILE
from app.resolution.derivation import derivation
from app.vocab import CG, Iris
from tests.resolution.making import Report

IRIS = Iris()


def derived(report: Report) -> set[tuple[str, str, str]]:
    found = report.done()
    quads: set[Quad] = set(derivation([found], IRIS, origins={found.article.id: found.article.id}))
    graph = IRIS.graph("derived")
    return {
        (_last(quad.subject), _last(quad.predicate), _last(quad.object)) for quad in quads if quad.graph_name == graph
    }


def _last(term: object) -> str:
    return re.split(r"[/#]", str(term).strip("<>"))[-1]


def test_a_units_vendor_is_its_parents_only_through_the_unit() -> None:
    found = derived(
        Report("text")
        .says("Perch", "unitOf", "Mirador")
        .says("Quill", "supplies", "Perch", qualifiers={"service": "steel"})
    )
    assert ("mirador", "usesVendorThroughUnit", "quill") in found
    assert ("perch", "usesVendor", "quill") in found
    assert ("mirador", "usesVendor", "quill") not in found


def test_a_unit_of_a_unit_is_part_of_the_whole() -> None:
    found = derived(Report("text").says("Perch", "unitOf", "Nest").says("Nest", "unitOf", "Mirador"))
    assert ("perch", "partOf", "mirador") in found
    assert ("perch", "unitOf", "mirador") not in found


def test_who_left_is_known_to_have_left_that_organisation_only() -> None:
    found = derived(Report("text").says("Ines Roth", "left", "Velt").says("Ines Roth", "memberOf", "Orbis"))
    assert {(s, o) for s, p, o in found if p == "leftOrganization"} == {("ines-roth", "velt")}


def test_what_is_said_is_not_derived_again() -> None:
    report = (
        Report("text").entity("Velt", "DataVendor").says("Velt", "supplies", "Orbis", qualifiers={"service": "labels"})
    )
    found = report.done()
    quads = set(derivation([found], IRIS, origins={found.article.id: found.article.id}))
    plain = [quad.triple for quad in quads if quad.graph_name in {IRIS.graph(name) for name in PLAIN_GRAPHS}]
    assert len(plain) == len(set(plain))
    assert ("velt", "type", "Organization") in derived(report)


def test_partnership_goes_both_ways() -> None:
    found = derived(Report("text").says("Orbis", "partnerOf", "Velt"))
    assert {("orbis", "partnerOf", "velt"), ("velt", "partnerOf", "orbis")} <= found


def test_who_supplies_labels_is_a_data_vendor_and_who_supplies_tyres_is_not() -> None:
    found = derived(
        Report("text")
        .entity("labelling shops", "Collective")
        .says("Quill", "supplies", "Orbis", qualifiers={"service": "image labelling"})
        .says("Halden", "supplies", "Orbis", qualifiers={"service": "tyres"})
        .says("Annot", "specializesIn", value="data annotation")
        .says("labelling shops", "supplies", "Orbis", qualifiers={"service": "labelling"})
    )
    vendors = {subject for subject, _, class_ in found if class_ == "DataVendor"}
    assert vendors == {"quill", "annot"}


def test_an_office_is_what_it_is_a_kind_of() -> None:
    found = derived(
        Report("text")
        .says("Ida Moe", "heldRole", "Velt", qualifiers={"title": "CFO"})
        .says("Lee Han", "heldRole", "Velt", qualifiers={"title": "Senior Vice-President"})
        .says("Per Lund", "heldRole", "Orbis", qualifiers={"title": "chairman"})
        .says("Ines Roth", "heldRole", "Orbis", qualifiers={"title": "head of sales"})
        .says("Jo Vik", "heldRole", "Orbis", qualifiers={"title": "president"}, phase="planned")
    )
    assert {(s, o) for s, p, o in found if p == "executiveOf"} == {("ida-moe", "velt"), ("lee-han", "velt")}
    assert {(s, o) for s, p, o in found if p == "boardMemberOf"} == {("per-lund", "orbis")}


# What the axioms say of the shortcuts: these follow from the others, and must come out the same from a reasoner.
_FOLLOWING = ("hasMember", "usesVendor", "partOf", "partnerOf", "affiliatedWith")
_TOLD = ("unitOf", "suppliesTo", "leftOrganization", "executiveOf", "boardMemberOf")


def test_the_rules_give_what_an_owl_rl_reasoner_entails() -> None:
    found = (
        Report("text")
        .says("Perch", "unitOf", "Nest")
        .says("Nest", "unitOf", "Mirador")
        .says("Mirador", "unitOf", "Orbis")
        .says("Quill", "supplies", "Perch")
        .says("Orbis", "partnerOf", "Velt")
        .says("Ines Roth", "left", "Velt")
        .says("Lee Han", "memberOf", "Velt")
        .says("Ida Moe", "heldRole", "Velt", qualifiers={"title": "finance chief"})
        .says("Per Lund", "heldRole", "Velt", qualifiers={"title": "chairman"})
        .done()
    )
    quads = set(derivation([found], IRIS, origins={found.article.id: found.article.id}))
    ours = {
        (str(quad.subject), str(quad.predicate), str(quad.object))
        for quad in quads
        if quad.graph_name == IRIS.graph("derived") and _last(quad.predicate) in _FOLLOWING
    }
    graph = rdflib.Graph().parse(ONTOLOGY_FILE)
    for quad in quads:
        told = _last(quad.predicate) in _TOLD or (
            _last(quad.predicate) == "partnerOf" and str(quad.subject) < str(quad.object)
        )
        member = _last(quad.predicate) == "affiliatedWith" and _last(quad.subject) == "lee-han"
        if quad.graph_name == IRIS.graph("derived") and (told or member):
            graph.parse(data=f"{quad.subject} {quad.predicate} {quad.object} .", format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    entailed = {
        (f"<{s}>", f"<{CG}{name}>", f"<{o}>")
        for name in _FOLLOWING
        for s, o in graph.subject_objects(rdflib.URIRef(CG + name))
    }
    assert entailed == ours
    assert len(ours) == 17
