"""Queries are built from terms; nothing that a user typed is pasted into them."""

from __future__ import annotations

from pyoxigraph import Literal

from app.ontology import load_ontology
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.plans.compile import compile_plan
from app.query.ask.plans.plan import ANSWER, Atom, OneOf, Plan, Variable
from app.store.embedded import EmbeddedStore

RELATIONS = load_ontology().relations


def query(*atoms: Atom) -> str:
    return str(compile_plan(Plan(Asked.WHO, atoms, Variable(ANSWER), None), load_ontology()))


def test_a_literal_writes_itself_escaped():
    evil = '"} DELETE WHERE { ?s ?p ?o } #\n'
    atom = Atom("fact1", RELATIONS["heldRole"], (("person", Variable(ANSWER)), ("title", OneOf((str(Literal(evil)),)))))
    text = query(atom)
    EmbeddedStore().query(text)
    assert str(Literal(evil)) in text
    assert evil not in text


def test_neutral_slots_are_told_apart_by_the_relation():
    atom = Atom("fact1", RELATIONS["unitOf"], (("subject", Variable(ANSWER)),))
    assert "ontology#relation> <https://w3id.org/claimgraph/ontology#unitOf>" in query(atom)


def test_either_end_of_a_symmetric_relation_may_be_asked():
    atom = Atom("fact1", RELATIONS["tensionWith"], (("subject", Variable(ANSWER)), ("object", OneOf(("<urn:x>",)))))
    assert "UNION" in query(atom)
    partners = Atom("fact1", RELATIONS["partnerOf"], (("partner", Variable(ANSWER)), ("partner", OneOf(("<urn:x>",)))))
    assert "FILTER(?answer != <urn:x>)" in query(partners)


def test_the_present_leaves_out_what_has_ended():
    atom = Atom("fact1", RELATIONS["heldRole"], (("person", Variable(ANSWER)),), tense=Tense.CURRENT)
    assert "NOT EXISTS" in query(atom)


def test_a_narrower_class_than_the_slots_is_a_condition():
    atom = Atom("fact1", RELATIONS["founded"], (("founder", Variable(ANSWER, ("Person",))),))
    assert "ontology#Person>" in query(atom)
