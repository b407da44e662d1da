"""The shapes: a derived graph keeps them, and a broken one is told where it is broken."""

import pytest
from pyoxigraph import Quad

from app.claims.writing import article_quads
from app.model import Span
from app.query.validation import violations
from app.resolution.derivation import derivation
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris, cg
from tests.resolution.making import UNNAMED, Report

IRIS = Iris()


@pytest.fixture
def store() -> EmbeddedStore:
    report = Report("Ines Roth left Dunmore.", published="2025-09-01")
    report.says("Ines Roth", "heldRole", "Dunmore", qualifiers={"responsibility": "data operations"}, phase="ended")
    report.says("Ines Roth", "left", "Dunmore", duration="P2M", duration_days=(45, 77))
    report.says("Dunmore", "investedIn", "Tessel", qualifiers={"amount": "2100000", "currency": "EUR"})
    report.says("Dunmore", "partnerOf", "Velt", phase="ended", certainty="possible")
    report.says("Quill", "supplies", "Velt", attribution=(UNNAMED,))
    report.says("Quill", "supplies", "Orbis", polarity="negated")
    report.says("Quill", "formerName", value="Quillmark", qualifier_spans={"until": Span(start=0, end=1, text="I")})
    found = report.done()
    filled = EmbeddedStore()
    quads = set(derivation([found], IRIS, origins={found.article.id: found.article.id}))
    filled.apply(Change(add=[*article_quads(found, IRIS), *quads]))
    return filled


def test_what_resolution_derives_keeps_the_shapes(store: EmbeddedStore) -> None:
    assert violations(store, IRIS) == []


@pytest.mark.parametrize("property_", ["supportedBy", "evidence", "denotes", "polarity", "person"])
def test_a_missing_property_is_a_violation(store: EmbeddedStore, property_: str) -> None:
    store.apply(Change(remove=store.quads(predicate=cg(property_))))
    assert violations(store, IRIS)


def test_what_only_a_retracted_article_speaks_of_may_stand_for_nothing(store: EmbeddedStore) -> None:
    retracted = Report("Ann Lowe left Ferrow.", published="2025-09-02")
    retracted.says("Ann Lowe", "left", "Ferrow")
    store.apply(Change(add=article_quads(retracted.done(), IRIS)))
    assert violations(store, IRIS) == []


def test_nobody_stands_for_two(store: EmbeddedStore) -> None:
    stands = next(iter(store.quads(predicate=cg("denotes"))))
    other = next(quad for quad in store.quads(predicate=cg("denotes")) if quad.object != stands.object)
    store.apply(Change(add=[Quad(stands.subject, stands.predicate, other.object, stands.graph_name)]))
    assert any("one entity" in violation.message for violation in violations(store, IRIS))
