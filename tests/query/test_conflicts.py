"""Disagreements: both sides are there, and detail is not mistaken for disagreement."""

import pytest

from app.claims.writing import article_quads
from app.query.conflicts import Conflict, conflicts
from app.query.lookup import Lookup
from app.resolution.derivation import derivation
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.resolution.making import UNNAMED, Report, named, time

IRIS = Iris()


def found(*reports: Report, entity: str | None = None) -> list[Conflict]:
    done = [report.done() for report in reports]
    store = EmbeddedStore()
    quads = set(derivation(done, IRIS, origins={item.article.id: item.article.id for item in done}))
    store.apply(Change(add=[*(quad for item in done for quad in article_quads(item, IRIS)), *quads]))
    return conflicts(Lookup(store, IRIS), entity=entity)


def test_two_sums_for_one_deal() -> None:
    (conflict,) = found(
        Report("a").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "45000000"}),
        Report("b").says("Orbis", "investedIn", "Tessel", qualifiers={"amount": "60000000"}),
    )
    assert conflict.aspect == "amount"
    assert [side.says for side in conflict.sides] == ["45000000", "60000000"]


def test_a_rumour_and_its_denial() -> None:
    (conflict,) = found(
        Report("a").says("Orbis", "acquired", "Velt", attribution=(UNNAMED,)),
        Report("b").says("Orbis", "acquired", "Velt", polarity="negated", attribution=(named("Orbis"),)),
    )
    assert conflict.aspect == "exists"
    assert {side.says for side in conflict.sides} == {"it is so", "no"}


def test_whether_a_contract_ended() -> None:
    (conflict,) = found(
        Report("a").says("Quill", "supplies", "Orbis", phase="ended"),
        Report("b").says(
            "Quill", "supplies", "Orbis", phase="ended", polarity="negated", attribution=(named("Quill"),)
        ),
    )
    assert conflict.aspect == "ended"
    assert {side.says for side in conflict.sides} == {"it ended", "no"}


def test_two_dates() -> None:
    (conflict,) = found(
        Report("a").says("Orbis", "acquired", "Velt", date=time("in 2023", "2023", "2023-01-01", "2023-12-31")),
        Report("b").says("Orbis", "acquired", "Velt", date=time("in 2024", "2024", "2024-01-01", "2024-12-31")),
    )
    assert conflict.aspect == "time"
    assert {side.says for side in conflict.sides} == {"date in 2023", "date in 2024"}


def test_a_finer_date_and_a_rounded_sum_are_no_conflict() -> None:
    may, year = (
        time("May 2024", "2024-05", "2024-05-01", "2024-05-31"),
        time("2024", "2024", "2024-01-01", "2024-12-31"),
    )
    assert not found(
        Report("a").says("Orbis", "acquired", "Velt", date=year, qualifiers={"amount": "14000000000"}),
        Report("b").says("Orbis", "acquired", "Velt", date=may, qualifiers={"amount": "14300000000"}),
    )


ORDER = (
    Report("a").says("Lee Han", "left", "Orbis", date=time("2025", "2025", "2025-01-01", "2025-12-31")),
    Report("b")
    .entity("Orbis")
    .says(
        "Lee Han",
        "joined",
        "Velt",
        qualifiers={"from": "Orbis"},
        date=time("May", "2024-05", "2024-05-01", "2024-05-31"),
    ),
)


def test_an_order_that_cannot_be_is_one_conflict_with_what_each_side_says() -> None:
    (conflict,) = found(*ORDER)
    assert conflict.aspect == "order"
    assert {side.says for side in conflict.sides} == {
        "Lee Han left Orbis · date 2025",
        "Lee Han joined Velt · date May",
    }
    assert {claim.relation for side in conflict.sides for claim in side.claims} == {"left", "joined"}


@pytest.mark.parametrize("entity", ["person/lee-han", "organization/orbis", "organization/velt"])
def test_whoever_asks_about_one_side_of_an_order_hears_both(entity: str) -> None:
    (conflict,) = found(*ORDER, entity=entity)
    assert (conflict.aspect, len(conflict.sides)) == ("order", 2)


def test_what_only_usually_is_so_contradicts_nothing() -> None:
    early, late = (time(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("2023", "2024"))
    assert not found(
        Report("a").says("Ines Roth", "heldRole", "Orbis", qualifiers={"title": "chair"}, start=early, end=late),
        Report("b").says("Ines Roth", "heldRole", "Velt", qualifiers={"title": "chair"}, start=early, end=late),
    )


def test_how_somebody_left_two_posts_is_one_disagreement() -> None:
    posts = Report("a", published="2025-01-01")
    for title in ("chief executive", "chair"):
        posts.says("Ines Roth", "heldRole", "Velt", qualifiers={"title": title}, phase="ongoing")
    (conflict,) = found(
        posts,
        Report("b", published="2025-05-01").says("Ines Roth", "left", "Velt", qualifiers={"manner": "resigned"}),
        Report("c", published="2025-05-02").says("Ines Roth", "left", "Velt", qualifiers={"manner": "dismissed"}),
    )
    assert conflict.aspect == "manner"
    assert {side.says for side in conflict.sides} == {"resigned", "dismissed"}
