"""The code and the ontology name the same terms."""

import re

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from app.ontology import ONTOLOGY_FILE
from app.vocab import CG, CLASSES, PROPERTIES, RELATIONS, Iris, cg, slug
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY_FILE)


def named(graph: rdflib.Graph, *types: rdflib.URIRef) -> set[str]:
    return {
        str(term).removeprefix(CG) for type_ in types for term in graph.subjects(RDF.type, type_) if CG in str(term)
    }


def test_classes_are_those_of_the_ontology(ontology: rdflib.Graph) -> None:
    assert named(ontology, OWL.Class) == set(CLASSES)


def test_relations_are_those_of_the_ontology(ontology: rdflib.Graph) -> None:
    assert named(ontology, rdflib.URIRef(CG + "Relation")) == set(RELATIONS)


def test_properties_are_those_of_the_ontology(ontology: rdflib.Graph) -> None:
    properties = named(ontology, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    assert properties - RELATIONS == set(PROPERTIES)  # a relation may be a shortcut too


def test_every_term_has_a_label_and_a_definition(ontology: rdflib.Graph) -> None:
    terms = [rdflib.URIRef(CG + name) for name in CLASSES | RELATIONS | PROPERTIES]
    lacking = [
        str(term) for term in terms if not ontology.value(term, RDFS.label) or not ontology.value(term, SKOS.definition)
    ]
    assert lacking == []


def test_rules_and_shapes_use_only_terms_that_exist() -> None:
    files = [REPOSITORY / "ontology" / "shapes.ttl", *(REPOSITORY / "ontology" / "rules").glob("*.rq")]
    used = {name for file in files for name in re.findall(r"\bcg:(\w+)", file.read_text(encoding="utf-8"))}
    own = {name for name in used if name.endswith("Shape")}
    assert used - own <= CLASSES | RELATIONS | PROPERTIES


def test_the_shapes_list_every_relation() -> None:
    shapes = rdflib.Graph().parse(REPOSITORY / "ontology" / "shapes.ttl")
    listed = {
        str(item).removeprefix(CG)
        for head in shapes.objects(None, rdflib.SH["in"])
        for item in rdflib.collection.Collection(shapes, head)
        if str(item).startswith(CG)
    }
    assert listed == set(RELATIONS)


def test_a_term_that_does_not_exist_fails() -> None:
    with pytest.raises(KeyError, match="cg:suportedBy"):
        cg("suportedBy")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Scale AI", "scale-ai"), ("Café Zoë & Co.", "cafe-zoe-and-co"), ("Ørskov Łódź", "orskov-lodz")],
)
def test_slugs_are_plain(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_without_latin_letters_have_slugs_of_their_own() -> None:
    assert slug("字节跳动") != slug("腾讯")


def test_iris_are_minted_below_the_base() -> None:
    iris = Iris("https://example.org/id/")
    assert iris.local_name(iris.entity("person/ines-roth")) == "person/ines-roth"
    assert iris.article_graph("abc").value == "https://example.org/id/graph/article/abc"
