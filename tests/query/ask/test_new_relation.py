"""A relation that the product does not have becomes askable by data alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.graphs import ENTITIES, FACTS
from app.model import AnswerStatus
from app.ontology import ONTOLOGY_FILE, load_ontology
from app.query.ask import ask
from app.query.ask.lexical.lexicon import LEXICON_FILE, load_lexicon
from app.query.ask.lexical.lexicon_check import check_lexicon
from app.query.lookup import Lookup
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import CG, PREF_LABEL, TYPE, Iris, cg

ONTOLOGY = """
cg:sued a cg:Relation ; rdfs:label "sued"@en ;
    cg:subjectClass cg:Agent ; cg:objectClass cg:Agent ;
    cg:situation cg:SimpleFact ; cg:subjectSlot cg:subject ; cg:objectSlot cg:object ; cg:aspect "exists" ;
    cg:hasQualifier "topic" .
"""
LEXICON = """
cg:sued lex:says "{subject} sued {object}[ over {topic}]" .
lex:sue a lex:Verb ; lex:form "sue", "take to court/took to court/taken to court" ; lex:relation cg:sued ;
    lex:frame "subject ~ object over topic" .
lex:plaintiff a lex:Noun ; lex:form "plaintiff" ; lex:relation cg:sued ; lex:denotes cg:subject ;
    lex:frame "object ~ against object" .
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    ontology, lexicon = tmp_path / "ontology.ttl", tmp_path / "lexicon.ttl"
    ontology.write_text(ONTOLOGY_FILE.read_text(encoding="utf-8") + ONTOLOGY, encoding="utf-8")
    lexicon.write_text(LEXICON_FILE.read_text(encoding="utf-8") + LEXICON, encoding="utf-8")
    return ontology, lexicon


@pytest.fixture
def lawsuits() -> Lookup:
    iris = Iris("https://example.org/id/")
    store = EmbeddedStore()
    quads = []
    for entity_id, name in (("organization/acme", "Acme"), ("organization/borealis", "Borealis")):
        node, graph = iris.entity(entity_id), iris.graph(ENTITIES)
        quads += [Quad(node, TYPE, cg("Company"), graph), Quad(node, PREF_LABEL, Literal(name), graph)]
    fact, graph = iris.fact("f1"), iris.graph(FACTS)
    triples: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, cg("SimpleFact")),
        (cg("relation"), NamedNode(CG + "sued")),
        (cg("status"), Literal("asserted")),
        (cg("realised"), Literal(True)),
        (cg("articleCount"), Literal(1)),
        (cg("independentOrigins"), Literal(1)),
        (cg("subject"), iris.entity("organization/acme")),
        (cg("object"), iris.entity("organization/borealis")),
        (cg("topic"), Literal("patents")),
    ]
    quads += [Quad(fact, predicate, value, graph) for predicate, value in triples]
    store.apply(Change(add=quads))
    return Lookup(store, iris)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who sued Borealis?", ["Acme"]),
        ("Who did Acme sue?", ["Borealis"]),
        ("By whom was Borealis taken to court over patents?", ["Acme"]),
        ("plaintiffs against Borealis", ["Acme"]),
        ("What did Acme sue Borealis over?", ["patents"]),
    ],
)
def test_is_askable(files: tuple[Path, Path], lawsuits: Lookup, question: str, labels: list[str]):
    ontology, lexicon = load_ontology(files[0]), load_lexicon(files[1])
    answer = ask(lawsuits, question, ontology=ontology, lexicon=lexicon)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert [item.label for item in answer.answers] == labels
    assert answer.answer == "Acme sued Borealis over patents."


def test_its_direction_counts(files: tuple[Path, Path], lawsuits: Lookup):
    ontology, lexicon = load_ontology(files[0]), load_lexicon(files[1])
    assert ask(lawsuits, "Who sued Acme?", ontology=ontology, lexicon=lexicon).status is AnswerStatus.NOT_STATED


def test_the_lint_knows_it(files: tuple[Path, Path]):
    assert check_lexicon(load_lexicon(files[1]), load_ontology(files[0])) == []
