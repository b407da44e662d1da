"""What the order of several situations adds to the bounds of each, and who says so."""

from __future__ import annotations

from app.model import Bounds, Fact, Status
from app.resolution.linking import linked
from app.settings import Settings
from tests.api.conftest import connected
from tests.resolution.making import Report, time
from tests.resolution.test_facts import facts
from tests.test_rulings import filled

MAY = time("May 2024", "2024-05", "2024-05-01", "2024-05-31")
CHIEF = {"title": "chief executive"}


def at(found: list[Fact], person: str, place: str) -> Fact:
    return next(
        fact for fact in found if fact.slots.get("person") == (person,) and fact.slots["organization"] == (place,)
    )


MOVE = (
    Report("a").says("Lee Han", "heldRole", "Orbis", qualifiers=CHIEF),
    Report("b").entity("Orbis").says("Lee Han", "joined", "Velt", qualifiers={"from": "Orbis"}, date=MAY),
)


def test_who_joined_a_place_from_another_had_left_that_by_then() -> None:
    own = facts(*MOVE)
    assert at(own, "person/lee-han", "organization/orbis").time.end == Bounds()
    old = at(linked(own), "person/lee-han", "organization/orbis")
    assert (old.time.end.earliest, old.time.end.latest) == (None, "2024-05-31")
    assert old.time.end.because == ('start "May 2024" (stated)', 'joined from "Orbis" (stated)')
    assert not old.time.ended  # nobody says when or that it ended in so many words


def test_a_predecessor_had_gone_when_the_successor_came_and_the_handover_is_an_assumption() -> None:
    own = facts(
        Report("a").says("Lee Han", "heldRole", "Orbis", qualifiers=CHIEF, end=MAY, phase="ended"),
        Report("b")
        .entity("Lee Han", "Person")
        .says("Ines Roth", "heldRole", "Orbis", qualifiers=CHIEF)
        .says("Ines Roth", "succeeded", "Lee Han"),
        Report("c").says("Lee Han", "left", "Orbis", date=MAY),
    )
    stated, assumed = (at(linked(own, assume=way), "person/ines-roth", "organization/orbis") for way in (False, True))
    assert (stated.time.start.earliest, stated.time.start.latest) == ("2024-05-01", None)
    assert (assumed.time.start.earliest, assumed.time.start.latest) == ("2024-05-01", "2024-07-01")
    assert any(reason.endswith("(assumed)") for reason in assumed.time.start.because)
    assert not any(reason.endswith("(assumed)") for reason in stated.time.start.because)


def test_a_new_office_ends_an_old_one_only_where_that_may_be_assumed() -> None:
    early = time("2019", "2019", "2019-01-01", "2019-12-31")
    own = facts(
        Report("a").says("Lee Han", "heldRole", "Orbis", qualifiers=CHIEF, start=early),
        Report("b")
        .says("Lee Han", "heldRole", "Velt", qualifiers=CHIEF, start=MAY)
        .says("Lee Han", "memberOf", "Orbis"),
    )
    assert not linked(own)
    old = at(linked(own, assume=True), "person/lee-han", "organization/orbis")
    assert old.time.end.latest == "2024-05-31"
    assert "nobody holds one office in two places (assumed)" in old.time.end.because


def test_an_order_that_cannot_be_true_is_a_dispute_and_moves_no_bound() -> None:
    late = time("2025", "2025", "2025-01-01", "2025-12-31")
    own = facts(
        Report("a").says("Lee Han", "left", "Orbis", date=late),
        Report("b").entity("Orbis").says("Lee Han", "joined", "Velt", qualifiers={"from": "Orbis"}, date=MAY),
    )
    assert len(linked(own)) == 2
    for fact in linked(own):
        (disputed,) = (aspect for aspect in fact.aspects if aspect.name == "order")
        assert disputed.status is Status.DISPUTED
        assert len(disputed.supported_by) == 2
        assert fact.time == next(other for other in own if other.id == fact.id).time


def test_over_http_links_and_assumptions_are_off_unless_asked_for() -> None:
    with connected(Settings(store="memory:"), filled(*MOVE)) as client:

        def ends(path: str, **query: str) -> set[str | None]:
            items = client.get(path, params=query).raise_for_status().json()["items"]
            return {item["time"]["end"]["latest"] for item in items}

        for path in ("/facts", "/roles", "/entities/person/lee-han/timeline"):
            assert ends(path) == {None}
            assert ends(path, linked="true") == ends(path, assume="true") == {None, "2024-05-31"}
        assert len(client.get("/roles", params={"as_of": "2025-01-01"}).json()["items"]) == 2
        assert len(client.get("/roles", params={"as_of": "2025-01-01", "linked": "true"}).json()["items"]) == 1
