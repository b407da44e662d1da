"""An outline says of a fact what the fact itself says."""

from app.query.lookup import Lookup
from app.query.outline import outlines
from tests.query import sample_graph as sample


def test_outlines_are_those_of_the_facts(lookup: Lookup) -> None:
    for entity in {
        value for fact in sample.FACTS for values in fact.slots.values() for value in values if "/" in value
    }:
        found = [(one.id, one.relation, one.ended, one.origins) for one in outlines(lookup, entity)]
        facts = lookup.facts(entity=entity)
        assert found == [(fact.id, fact.relation, fact.time.ended, fact.independent_origins) for fact in facts]


def test_what_names_nothing_has_none(lookup: Lookup) -> None:
    assert outlines(lookup, "no such thing") == []
