from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pyoxigraph import NamedNode, RdfFormat, parse

from app.ontology import load_ontology
from app.query.ask.lexical.entries import Kind, parse_frame
from app.query.ask.lexical.inflect import Form, noun_forms, verb_forms
from app.query.ask.lexical.lexicon import LEXICON_FILE, load_lexicon
from app.query.ask.lexical.lexicon_check import check_lexicon
from app.vocab import TYPE


def test_every_relation_can_be_asked_for_and_answered():
    assert check_lexicon(load_lexicon(), load_ontology()) == []


def test_a_relation_without_words_is_a_fault():
    ontology = load_ontology()
    empty = replace(load_lexicon(), entries=(), senses={}, templates={})
    faults = check_lexicon(empty, ontology)
    assert "founded has no verb, adjective or noun" in faults
    assert "founded has no sentence to answer in" in faults


def test_a_form_of_two_relations_has_frames_to_tell_them_apart():
    """The same verb for two relations is fine only where its frames or its classes differ."""
    lexicon = load_lexicon()
    for words, senses in lexicon.senses.items():
        verbs = {(s.entry.name, s.entry.frames) for s in senses if s.entry.kind is Kind.VERB}
        relations = {s.entry.relation for s in senses if s.entry.kind is Kind.VERB}
        assert len(relations) <= len({frames for _, frames in verbs}), words


def test_frames_say_who_stands_where():
    frame = parse_frame("investor ~ amount in|into investee")
    assert (frame.subject, frame.object) == ("investor", "amount")
    assert frame.obliques == ((frozenset({"in", "into"}), "investee"),)


def test_forms_are_inflected():
    assert verb_forms("acquire")["acquired"] == Form.PAST | Form.PARTICIPLE
    assert verb_forms("buy/bought/bought")["buying"] == Form.ING
    assert noun_forms("company") == {"company": False, "companies": True}


def test_a_form_that_comes_to_stand_for_two_relations_is_a_fault():
    lexicon = load_lexicon()
    entries = tuple(entry for entry in lexicon.entries if entry.kind is not Kind.SHARED)
    faults = check_lexicon(replace(lexicon, entries=entries), load_ontology())
    assert "“deal” stands for several relations and is not declared to" in faults


def test_no_two_entries_share_a_name():
    types = Counter(
        quad.subject
        for quad in parse(path=str(LEXICON_FILE), format=RdfFormat.TURTLE)
        if quad.predicate == TYPE and isinstance(quad.subject, NamedNode)
    )
    assert [iri.value for iri, count in types.items() if count > 1] == []
