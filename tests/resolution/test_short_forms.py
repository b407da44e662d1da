"""Short forms of firms' names across articles: what it takes to join one, and what keeps it apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest

from app.model import Ruling, RulingKind
from app.resolution.entities import LocalId, redirects, resolve
from app.resolution.uses import uses_of
from app.vocab import Iris
from tests.resolution.making import Report

IRIS = Iris()
SHORT, LONG = "organization/umbra", "organization/umbra-systems"


def firms(reports: Iterable[Report], rulings: tuple[Ruling, ...] = ()) -> set[str]:
    """The ids of the firms whose name begins with Umbra."""
    found = resolve([report.done() for report in reports], IRIS, rulings)
    return {entity.id for entity in found.entities if entity.id.startswith(SHORT)}


def calling(text: str = "called so", *, type_: str = "Company") -> Report:
    """An article that says Umbra for Umbra Systems."""
    return Report(text).entity("Umbra Systems", type_, ("Umbra",))


def test_a_person_of_both_shows_that_a_name_is_short_for_another() -> None:
    reports = [
        calling().says("Ines Roth", "heldRole", "Umbra Systems"),
        Report("short").says("Ines Roth", "left", "Umbra"),
    ]
    found = resolve([report.done() for report in reports], IRIS)
    firm = next(entity for entity in found.entities if entity.id == LONG)
    assert len(firm.members) == 2
    assert firm.aliases == ("Umbra",)
    assert redirects(found.meaning) == {SHORT: LONG}
    assert [entity.id for entity in found.entities if entity.type == "Person"] == ["person/ines-roth"]


def test_two_firms_that_both_deal_with_show_it_too_by_whatever_name() -> None:
    long = calling().entity("Orbis Freight", aliases=("Orbis",))
    long.says("Umbra Systems", "supplies", "Orbis Freight").says("Velt", "investedIn", "Umbra Systems")
    assert firms([long, Report("b").says("Umbra", "supplies", "Orbis").says("Velt", "ownsStakeIn", "Umbra")]) == {LONG}
    assert firms([long, Report("b").says("Umbra", "supplies", "Orbis")]) == {SHORT, LONG}


@pytest.mark.parametrize(
    ("about_long", "about_short"),
    [
        (("Velt", "investedIn", "Umbra Systems"), ("Velt", "investedIn", "Umbra")),
        (("Roth", "heldRole", "Umbra Systems"), ("Roth", "heldRole", "Umbra")),
        (("Ines Roth", "heldRole", "Umbra Systems"), ("Lee Han", "heldRole", "Umbra")),
        (("Umbra Systems", "unitOf", "Umbra Holding"), ("Umbra", "unitOf", "Umbra Holding")),
    ],
)
def test_less_than_that_is_no_proof(about_long: tuple[str, str, str], about_short: tuple[str, str, str]) -> None:
    assert {SHORT, LONG} <= firms([calling().says(*about_long), Report("b").says(*about_short)])


def proven() -> list[Report]:
    """What would join, if nothing spoke against it."""
    told = calling().says("Ines Roth", "heldRole", "Umbra Systems")
    return [told, Report("short").says("Ines Roth", "heldRole", "Umbra")]


@pytest.mark.parametrize(
    "against",
    [
        Report("two at once").entity("Umbra").entity("Umbra Systems"),
        Report("another called so").entity("Umbra Foods", aliases=("Umbra",)),
        Report("another that begins so").entity("Umbra Foods"),
        Report("another's other name").entity("Alder", aliases=("Umbra",)),
        Report("short again").entity("Umbra"),
    ],
    ids=lambda report: report.article.text,
)
def test_whatever_speaks_against_it_keeps_two_names_apart(against: Report) -> None:
    assert firms(proven()) == {LONG}
    told, short = proven()
    found = resolve([told.done(), short.done(), against.done()], IRIS)
    assert found.of_local[LocalId(told.article.id, "umbra-systems")] == LONG
    assert found.of_local[LocalId(short.article.id, "umbra")] != LONG


def test_two_people_of_both_show_it_even_where_most_articles_say_the_short_form() -> None:
    told = calling().says("Ines Roth", "heldRole", "Umbra Systems").says("Lee Han", "heldRole", "Umbra Systems")
    short = [Report(text).says("Ines Roth", "left", "Umbra") for text in ("b", "c", "d")]
    assert firms([told, *short]) == {SHORT, LONG}
    assert firms([told, *short, Report("e").says("Lee Han", "heldRole", "Umbra")]) == {LONG}


def test_a_former_name_of_the_short_form_does_not_keep_it_apart() -> None:
    told, short = proven()
    short.entity("Umbra", aliases=("Velt",)).says("Umbra", "formerName", value="Velt")
    assert firms([told, short, Report("earlier").entity("Velt")]) == {LONG}


def test_what_is_short_for_a_unit_may_be_the_whole() -> None:
    told = calling(type_="OrganizationUnit").says("Ines Roth", "heldRole", "Umbra Systems")
    assert firms([told, Report("short").says("Ines Roth", "heldRole", "Umbra")]) == {SHORT, LONG}


def test_another_firm_that_begins_so_is_told_apart_by_an_article_that_calls_only_the_one_so() -> None:
    both = calling("both").entity("Umbra Foods").says("Umbra Systems", "acquired", "Umbra Foods")
    assert firms([*proven(), both]) == {LONG, "organization/umbra-foods"}


def test_people_part_what_is_joined_and_what_they_decided_of_a_name_stays() -> None:
    apart = Ruling(kind=RulingKind.DIFFERENT, about=(SHORT, LONG))
    assert firms(proven(), (apart,)) == {SHORT, LONG}
    another = Ruling(kind=RulingKind.SAME, about=(SHORT, "organization/velt"))
    assert LONG in firms([*proven(), Report("velt").entity("Velt")], (another,))
    assert SHORT in firms([*proven(), Report("velt").entity("Velt")], (another,))


def test_the_order_of_articles_does_not_matter() -> None:
    reports = [*proven(), Report("another").entity("Umbra Foods"), calling("both").entity("Umbra Foods")]
    results = {resolve([report.done() for report in order], IRIS).entities for order in permutations(reports)}
    assert len(results) == 1


def test_an_article_with_firms_that_begin_alike_says_so_of_each() -> None:
    extraction = calling().entity("Umbra Foods").entity("Velt").done()
    beside = {use.name: use.beside for use in uses_of(extraction, IRIS).values()}
    assert beside == {"Umbra Systems": ("umbra foods",), "Umbra Foods": (), "Velt": ()}
