"""What the code reads from the ontology."""

from pathlib import Path

import pytest

from app.ontology import ONTOLOGY_FILE, VALUE, load_offices, load_ontology, load_short_titles
from app.resolution.support import stances
from app.vocab import RELATIONS
from tests.resolution.making import Report


def test_every_relation_names_a_situation_that_has_a_key() -> None:
    ontology = load_ontology()
    assert set(ontology.relations) == RELATIONS
    assert {schema.situation for schema in ontology.relations.values()} == set(ontology.situations)


def test_slots_of_a_relation_are_key_slots_of_its_situation() -> None:
    ontology = load_ontology()
    for relation in ontology.relations.values():
        slots = {relation.subject_slot, relation.object_slot} - {None}
        if relation.dated_by_object:
            slots.remove(relation.object_slot)  # what happens once has one date, so that two are a disagreement
        assert slots <= ontology.situation_of(relation.name).key_slots, relation.name


def test_a_relation_may_declare_how_its_situations_differ_from_those_of_its_class() -> None:
    ontology = load_ontology()
    assert set(ontology.own) == {"foundingDate", "restructured", "succeeded"}
    assert {schema.name for schema in ontology.own.values()} == {"Event", "SimpleFact"}
    assert ontology.situation_of("foundingDate").point_in_time
    assert not ontology.situation_of("unitOf").point_in_time


@pytest.mark.parametrize(
    ("class_", "expected", "fits"),
    [
        ("OrganizationUnit", "Organization", True),
        ("Collective", "Organization", True),
        ("Company", "Agent", True),
        ("Person", "Organization", False),
        ("Place", "Agent", False),
        ("NegativeFact", "Fact", False),
    ],
)
def test_who_may_stand_where(class_: str, expected: str, fits: bool) -> None:
    assert load_ontology().is_a(class_, expected) is fits


def test_names_and_dates_are_values() -> None:
    relations = load_ontology().relations
    assert {name for name, schema in relations.items() if schema.object_class == VALUE} == {
        "formerName",
        "foundingDate",
    }
    assert relations["restructured"].object_class is None


def test_a_new_relation_needs_only_the_file(tmp_path: Path) -> None:
    file = tmp_path / "more.ttl"
    file.write_text(
        """@prefix cg: <https://w3id.org/claimgraph/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        cg:advises a cg:Relation ; rdfs:label "advises" ; cg:subjectClass cg:Agent ; cg:objectClass cg:Organization ;
            cg:situation cg:SimpleFact ; cg:subjectSlot cg:subject ; cg:objectSlot cg:object ; cg:aspect "exists" .""",
        encoding="utf-8",
    )
    assert load_ontology(file).relations["advises"].label == "advises"


def test_a_relation_that_lacks_a_declaration_is_named(tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(
        """@prefix cg: <https://w3id.org/claimgraph/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        cg:advises a cg:Relation ; rdfs:label "advises" .""",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="cg:advises declares no cg:subjectClass"):
        load_ontology(file)


def test_aspects_and_what_follows_from_a_stance_on_them_are_declared(tmp_path: Path) -> None:
    aspects = load_ontology().aspects
    assert {name: (aspect.entails, aspect.presupposes) for name, aspect in aspects.items()} == {
        "exists": (None, None),
        "started": ("exists", None),
        "ended": (None, "exists"),
    }
    assert {name: aspect.endpoint for name, aspect in aspects.items()} == {
        "exists": None,
        "started": "start",
        "ended": "end",
    }
    assert {schema.aspect for schema in load_ontology().relations.values()} <= aspects.keys()
    file = tmp_path / "more.ttl"
    file.write_text(
        ONTOLOGY_FILE.read_text(encoding="utf-8")
        + """cg:Suspension a cg:AspectKind ; skos:notation "suspended" ; cg:inPhase "considered" ;
            cg:presupposes cg:Existence .""",
        encoding="utf-8",
    )
    report = Report("a").says("Orbis", "partnerOf", "Velt", phase="considered", certainty="possible")
    ontology = load_ontology(file)
    found = stances(report.done().claims[0], ontology.relations["partnerOf"], ontology)
    assert [(stance.aspect, str(stance.status)) for stance in found] == [
        ("suspended", "possible"),
        ("exists", "asserted"),
    ]


def test_slots_with_numbers_declare_how_far_they_may_differ() -> None:
    tolerances = load_ontology().tolerances
    assert set(tolerances) == {"amount", "percent", "valuation"}
    assert all(0 < tolerance < 1 for tolerance in tolerances.values())


def test_every_name_of_an_office_leads_to_one_that_leads_nowhere_else() -> None:
    offices = load_offices()
    assert offices["ceo"] == offices["chief executive officer"] == "chief executive"
    assert not set(offices.values()) & set(offices)
    assert all(name == " ".join(name.casefold().split()) for name in (*offices, *offices.values()))


def test_a_short_word_for_an_office_is_none_of_its_names() -> None:
    short = load_short_titles()
    assert not set(short) & (set(load_offices()) | set(load_offices().values()))
    assert set(short.values()) <= set(load_offices().values())
