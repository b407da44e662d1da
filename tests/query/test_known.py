"""What was known by a day follows from the articles that were there by then, and from no later one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.model import Bounds, Clock, Status
from app.query.conflicts import conflicts
from app.query.known import known_by
from app.query.lookup import Lookup
from app.query.perspective import Perspective, Perspectives
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.resolution.making import Report, named, time
from tests.test_pipeline import canonical
from tests.test_rulings import IRIS, corrected, filled

FIRST = Report("a", published="2025-03-01").says("Umbra", "acquired", "Velt", qualifiers={"amount": "40"})
DENIAL = Report("b", published="2025-05").says(
    "Umbra", "acquired", "Velt", polarity="negated", attribution=(named("Umbra"),)
)
TODAY = datetime.now(UTC).date()


def then(day: str, clock: Clock = Clock.PUBLICATION, *reports: Report) -> Lookup:
    return known_by(Lookup(filled(*(reports or (FIRST, DENIAL))), IRIS), date.fromisoformat(day), clock)


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2025-02-28", []),
        ("2025-03-01", [Status.ASSERTED]),
        ("2025-05-30", [Status.ASSERTED]),  # "May" may have been its last day
        ("2025-05-31", [Status.DISPUTED]),
    ],
)
def test_a_fact_is_known_when_its_articles_are(day: str, statuses: list[Status]) -> None:
    assert [fact.status for fact in then(day).facts()] == statuses


def test_the_past_is_what_the_graph_was_then() -> None:
    past = then("2025-04-01")
    assert isinstance(past.store, EmbeddedStore)
    assert canonical(past.store) == canonical(filled(FIRST))
    assert not conflicts(past)
    assert {entity.name for entity in past.entities()} == {"Umbra", "Velt"}


def test_by_the_day_of_reading_nothing_was_known_yesterday() -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    assert then(yesterday, Clock.INGEST).facts() == []
    assert [fact.status for fact in then(tomorrow, Clock.INGEST).facts()] == [Status.DISPUTED]


def test_an_article_without_a_date_is_known_from_its_reading_on() -> None:
    undated = Report("c").says("Umbra", "acquired", "Velt")
    assert then("2025-12-31" if date(2025, 12, 31) < TODAY else "2020-01-01", Clock.PUBLICATION, undated).facts() == []
    assert then((TODAY + timedelta(days=1)).isoformat(), Clock.PUBLICATION, undated).facts()


def test_before_a_correction_was_out_the_first_version_counted() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    for report, day in ((first, "2025-01-01"), (second, "2025-02-01")):
        report.article = report.article.model_copy(update={"published": day})
    # The ids are hashes that hold the date, so the claims are made again for these articles.
    reports = [_again(report, amount) for report, amount in ((first, "40"), (second, "60"))]
    store = filled(*reports)
    amounts = [
        known_by(Lookup(store, IRIS), date.fromisoformat(day)).facts()[0].slots["amount"]
        for day in ("2025-01-15", "2025-02-15")
    ]
    assert amounts == [("40",), ("60",)]


def _again(report: Report, amount: str) -> Report:
    made = Report(report.article.text)
    made.article = report.article
    return made.says("Umbra", "acquired", "Velt", qualifiers={"amount": amount, "currency": "EUR"})


def test_a_past_is_derived_once_and_again_after_a_change() -> None:
    store, pasts = filled(FIRST), Perspectives()
    lookup = Lookup(store, IRIS)
    made = pasts.of(lookup, Perspective(date(2025, 6, 1)))
    assert pasts.of(lookup, Perspective(date(2025, 6, 1))) is made
    store.generation += 1
    assert pasts.of(lookup, Perspective(date(2025, 6, 1))) is not made


@pytest.mark.parametrize("name", ["as_of", "known_by"])
@pytest.mark.parametrize("given", ["2025", "2025-06", "86400", "June", "2025-02-30"])
def test_what_is_no_day_is_refused_with_an_example(name: str, given: str) -> None:
    with connected(Settings(store="memory:"), filled(FIRST)) as client:
        for answer in (
            client.get("/facts", params={name: given}),
            client.post("/ask", json={"question": "Who acquired Velt?", name: given}),
        ):
            assert answer.status_code == 400
            assert name in answer.json()["detail"]


def test_bounds_are_given_as_edtf_too() -> None:
    dated = Report("d", published="2025-03-01").says(
        "Umbra", "acquired", "Velt", date=time("May 2024", "2024-05", "2024-05-01", "2024-05-31")
    )
    with connected(Settings(store="memory:"), filled(dated)) as client:
        (fact,) = client.get("/facts").json()["items"]
        assert fact["time"]["date"]["edtf"] == "2024-05"
    assert [bounds.edtf for bounds in BOUNDS] == [None, "[..2025-09-01]", "[2025-09-01..]", "2024", "2024-02-29"]
    assert Bounds(earliest="2024-05-02", latest="2024-05-31").edtf == "[2024-05-02..2024-05-31]"
    assert Bounds(earliest="2024-02-01", latest="2024-02-28").edtf == "[2024-02-01..2024-02-28]"


BOUNDS = (
    Bounds(),
    Bounds(latest="2025-09-01"),
    Bounds(earliest="2025-09-01"),
    Bounds(earliest="2024-01-01", latest="2024-12-31"),
    Bounds(earliest="2024-02-29", latest="2024-02-29"),
)


def test_over_http_facts_entities_conflicts_and_changes_take_a_day() -> None:
    with connected(Settings(store="memory:"), filled(FIRST, DENIAL)) as client:

        def items(path: str, **query: str) -> list[dict[str, object]]:
            answer = client.get(path, params=query)
            assert answer.status_code == 200, answer.text
            return list(answer.json()["items"])

        assert [fact["status"] for fact in items("/facts", known_by="2025-04-01")] == ["asserted"]
        assert [fact["status"] for fact in items("/facts")] == ["disputed"]
        assert items("/conflicts", known_by="2025-04-01") == []
        assert len(items("/conflicts")) == 1
        assert items("/entities", known_by="2025-02-01") == []
        assert items("/changes", known_by="2025-02-01") == []
        assert len(items("/changes", known_by=(TODAY + timedelta(days=1)).isoformat())) == 2
        assert items("/facts", known_by="2025-04-01", known_from="ingest") == []
        told = client.post("/ask", json={"question": "Did Umbra acquire Velt?", "known_by": "2025-02-01"})
        assert told.json()["status"] != "answered"
