"""What sources do not agree on is found without reading the rest, and nothing of it is missed."""

from __future__ import annotations

import pytest

from app.model import Extraction, Status
from app.query.contested import contested
from app.query.lookup import Lookup
from app.query.ordering import around, with_order
from app.resolution.derivation import derivation
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.resolution.making import Report, time

IRIS = Iris()
EARLY, LATE = (time(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("2021", "2024"))
SOMEBODY = Report("z").says("Ulla Falk", "heldRole", "Orbis", qualifiers={"title": "editor"}, start=EARLY)
SUMS = (
    Report("a").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "45000000"}),
    Report("b").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "60000000"}),
)
MOVE = (
    Report("a").says("Lee Han", "left", "Orbis", date=LATE),
    Report("b").entity("Orbis").says("Lee Han", "joined", "Velt", qualifiers={"from": "Orbis"}, date=EARLY),
)
SUCCESSION = (
    Report("a").says("Lee Han", "heldRole", "Orbis", qualifiers={"title": "chair"}, start=LATE),
    Report("b").says("Ines Roth", "heldRole", "Orbis", qualifiers={"title": "chair"}, start=EARLY, end=EARLY),
    Report("c").entity("Lee Han", "Person").says("Ines Roth", "succeeded", "Lee Han", qualifiers={"title": "chair"}),
)
ROLE = (
    Report("a").says("Lee Han", "memberOf", "Orbis", start=LATE),
    Report("b").says("Lee Han", "heldRole", "Orbis", qualifiers={"title": "chair"}, start=EARLY, end=EARLY),
)


def graph(*reports: Report) -> Lookup:
    done: list[Extraction] = [report.done() for report in (*reports, SOMEBODY)]
    store = EmbeddedStore()
    store.apply(Change(add=list(derivation(done, IRIS, origins={item.article.id: item.article.id for item in done}))))
    return Lookup(store, IRIS)


@pytest.mark.parametrize("reports", [SUMS, MOVE, SUCCESSION, ROLE], ids=["sums", "move", "succession", "role"])
def test_it_is_what_reading_everything_finds(reports: tuple[Report, ...]) -> None:
    lookup = graph(*reports)
    for entity in (None, *(entity.id for entity in lookup.entities() if "/" in entity.id)):
        facts = lookup.facts(scope="all", entity=entity)
        ordered = with_order(facts, around(lookup, facts))
        expected = [fact for fact in ordered if any(a.status is Status.DISPUTED for a in fact.aspects)]
        assert contested(lookup, entity) == expected
    assert contested(lookup)


def test_an_entity_that_cannot_be_is_in_no_dispute() -> None:
    assert contested(graph(*SUMS), "no such thing") == []
