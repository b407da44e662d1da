"""Entities across articles: what joins, and what must stay apart."""

from itertools import permutations

import pytest

from app.model import Entity
from app.resolution.entities import Resolution, redirects, resolve
from app.resolution.uses import name_key
from app.vocab import Iris
from tests.resolution.making import Report

IRIS = Iris()


def resolved(*reports: Report) -> Resolution:
    return resolve([report.done() for report in reports], IRIS)


def by_id(resolution: Resolution) -> dict[str, Entity]:
    return {entity.id: entity for entity in resolution.entities}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme Inc.", "ACME"), ("The Umbra Group", "Umbra Group"), ("Ümbra GmbH", "Umbra"), ("J.P. Toller", "JP Toller")],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one, "organization") == name_key(other, "organization")


@pytest.mark.parametrize(("one", "other"), [("Apex", "Apex Foods"), ("Orbis Labs", "Orbis Group"), ("Co", "Inc")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one, "organization") != name_key(other, "organization")


def test_a_company_of_one_name_in_two_articles_is_one_entity() -> None:
    found = resolved(
        Report("a").says("Orbis Ltd", "investedIn", "Tessel"), Report("b").says("Orbis", "acquired", "Lumen")
    )
    assert set(by_id(found)) == {"organization/orbis", "organization/tessel", "organization/lumen"}
    assert len(by_id(found)["organization/orbis"].members) == 2


def test_a_stated_former_name_joins_articles_that_use_it_and_leaves_a_redirect() -> None:
    renamed = Report("a").entity("Alder", aliases=("Pinecrest",)).says("Alder", "formerName", value="Pinecrest")
    old = Report("b").says("Pinecrest", "acquired", "Juno")
    found = resolved(renamed, old)
    assert set(by_id(found)) == {"organization/alder", "organization/juno"}
    assert "Pinecrest" in by_id(found)["organization/alder"].aliases
    assert redirects(found.meaning) == {"organization/pinecrest": "organization/alder"}


def test_a_short_form_of_a_name_joins_nothing() -> None:
    foods = Report("a").entity("Apex Foods", aliases=("Apex",)).says("Apex Foods", "acquired", "Juno")
    found = resolved(foods, Report("b").says("Apex", "acquired", "Velt"))
    assert {"organization/apex", "organization/apex-foods"} <= set(by_id(found))


def test_an_alias_that_two_companies_claim_joins_neither() -> None:
    one = Report("a").entity("North Star Freight", aliases=("NSF",)).says("North Star Freight", "acquired", "Juno")
    two = Report("b").entity("New Salem Foundry", aliases=("NSF",)).says("New Salem Foundry", "acquired", "Juno")
    found = resolved(one, two, Report("c").says("NSF", "acquired", "Velt"))
    assert {"organization/nsf", "organization/north-star-freight", "organization/new-salem-foundry"} <= set(
        by_id(found)
    )


def test_namesakes_at_different_firms_stay_apart() -> None:
    found = resolved(Report("a").says("Lee Han", "heldRole", "Apex"), Report("b").says("Lee Han", "heldRole", "Korda"))
    people = [entity for entity in found.entities if entity.type == "Person"]
    assert sorted(person.id for person in people) == ["person/lee-han--apex", "person/lee-han--korda"]


def test_a_person_who_moved_is_one_person() -> None:
    found = resolved(
        Report("a").says("Lee Han", "heldRole", "Apex"),
        Report("b").entity("Apex").says("Lee Han", "joined", "Korda", qualifiers={"from": "Apex"}),
        Report("c").says("Lee Han", "left", "Korda"),
    )
    assert [entity.id for entity in found.entities if entity.type == "Person"] == ["person/lee-han"]


def test_unnamed_groups_are_never_merged() -> None:
    reports = [
        Report(text).entity("data vendors", "Collective").says("data vendors", "supplies", "Orbis") for text in "ab"
    ]
    found = resolved(*reports)
    assert len([entity for entity in found.entities if entity.type == "Collective"]) == 2


def test_the_order_of_articles_does_not_matter() -> None:
    reports = [
        Report("a").entity("Alder", aliases=("Pinecrest",)).says("Alder", "acquired", "Juno"),
        Report("b").says("Pinecrest", "partnerOf", "Velt"),
        Report("c").says("Lee Han", "left", "Juno").says("Lee Han", "joined", "Velt"),
    ]
    results = {resolved(*order).entities for order in permutations(reports)}
    assert len(results) == 1


def test_what_tells_namesakes_apart_makes_no_id_that_another_name_has() -> None:
    found = resolved(
        Report("a").says("Lee Han", "heldRole", "Apex"),
        Report("b").says("Lee Han", "heldRole", "Korda"),
        Report("c").says("Lee Han Apex", "heldRole", "Velt"),
    )
    people = [entity.id for entity in found.entities if entity.type == "Person"]
    assert sorted(people) == ["person/lee-han--apex", "person/lee-han--korda", "person/lee-han-apex"]


def test_of_namesakes_one_of_whom_no_employer_is_known_is_neither() -> None:
    found = resolved(
        Report("a").says("Lee Han", "heldRole", "Apex"),
        Report("b").says("Lee Han", "heldRole", "Korda"),
        Report("c").entity("Lee Han", "Person"),
        Report("d").entity("Lee Han", "Person"),
    )
    assert len([entity for entity in found.entities if entity.type == "Person"]) == 4


def test_names_that_differ_in_a_sign_have_ids_of_their_own() -> None:
    found = resolved(Report("a").says("Orbis+", "acquired", "Juno"), Report("b").says("Orbis", "acquired", "Juno"))
    ids = sorted(id_ for id_ in by_id(found) if id_ != "organization/juno")
    assert len(ids) == 2
    assert all(id_.startswith("organization/orbis--") for id_ in ids)
