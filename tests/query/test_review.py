"""The pairs put before people: found in the graph, gone when ruled on, the same after a rebuild."""

from app.model import Ruling, RulingKind
from app.pipeline import decide, merge, rebuild, split, withdraw
from app.query.lookup import Lookup
from app.query.review import review
from app.store.embedded import EmbeddedStore
from tests.resolution.making import Report
from tests.test_pipeline import canonical
from tests.test_rulings import IRIS, filled

SHORT = Report("a").says("Umbra", "acquired", "Juno")
LONG = Report("b").says("Umbra Holdings", "acquired", "Juno")
PAIR = "organization/umbra organization/umbra-holdings"


def pairs(store: EmbeddedStore) -> list[str]:
    return [pair.id for pair in review(Lookup(store, IRIS))]


def test_a_pair_is_listed_with_what_speaks_for_it() -> None:
    (pair,) = review(Lookup(filled(SHORT, LONG), IRIS))
    assert pair.id == PAIR
    assert {feature.name for feature in pair.features} == {"only general words more", "shared neighbours"}


def test_a_pair_that_is_ruled_on_is_listed_no_more() -> None:
    store = filled(SHORT, LONG)
    for kind in (RulingKind.SAME, RulingKind.DIFFERENT):
        ruling = Ruling(kind=kind, about=tuple(PAIR.split()))
        decide(store, IRIS, ruling)
        assert pairs(store) == []
        withdraw(store, IRIS, ruling.id)
        assert pairs(store) == [PAIR]


def test_what_is_left_undecided_stays_on_the_list_and_changes_nothing_else() -> None:
    store = filled(SHORT, LONG)
    before = canonical(store)
    ruling = Ruling(kind=RulingKind.UNDECIDED, about=tuple(PAIR.split()))
    decide(store, IRIS, ruling)
    rebuild(store, IRIS)
    (pair,) = review(Lookup(store, IRIS))
    assert pair.left_open == ruling
    withdraw(store, IRIS, ruling.id)
    assert canonical(store) == before


def test_people_of_one_name_at_different_firms_stay_apart_unless_they_are_merged() -> None:
    here = Report("a").says("Lee Han", "heldRole", "Umbra", qualifiers={"title": "chief executive"})
    there = Report("b").says("Lee Han", "heldRole", "Velt", qualifiers={"title": "treasurer"})
    store = filled(here, there)
    lookup, before = Lookup(store, IRIS), canonical(store)
    two = [entity.id for entity in lookup.entities(type="Person")]
    assert two == ["person/lee-han--umbra", "person/lee-han--velt"]
    assert pairs(store) == []
    merge(store, IRIS, two[0], two[1])
    assert [entity.id for entity in lookup.entities(type="Person")] == ["person/lee-han"]
    rebuild(store, IRIS)
    assert lookup.entity("person/lee-han").id == "person/lee-han"
    split(store, IRIS, "person/lee-han")
    assert canonical(store) == before


def test_a_merged_person_keeps_both_names_and_the_other_id_leads_there() -> None:
    one = Report("a").says("Robert Quill", "heldRole", "Umbra", qualifiers={"title": "treasurer"})
    other = Report("b").says("Bob Quill", "heldRole", "Umbra", qualifiers={"title": "treasurer"})
    store = filled(one, other)
    lookup = Lookup(store, IRIS)
    assert pairs(store) == ["person/bob-quill person/robert-quill"]
    before = canonical(store)
    merge(store, IRIS, "person/bob-quill", "person/robert-quill", reason="his short name")
    (merged,) = lookup.entities(type="Person")
    assert {merged.name, *merged.aliases} == {"Robert Quill", "Bob Quill"}
    assert lookup.entity("person/bob-quill") == lookup.entity("person/robert-quill") == merged
    split(store, IRIS, "person/bob-quill", "person/robert-quill")
    assert {entity.name for entity in lookup.entities(type="Person")} == {"Robert Quill", "Bob Quill"}
    (ruling,) = Lookup(store, IRIS).store.quads(graph=IRIS.graph("rulings"))[:1]
    withdraw(store, IRIS, ruling.subject.value.rpartition("/")[2])  # type: ignore[union-attr]
    assert canonical(store) == before


def test_a_short_form_that_an_article_gives_is_listed_though_nothing_shows_whose_it_is() -> None:
    told = Report("a").entity("Umbra Freight", aliases=("Umbra",)).says("Umbra Freight", "acquired", "Velt")
    store = filled(told, Report("b").says("Lee Han", "joined", "Umbra"))
    (pair,) = review(Lookup(store, IRIS))
    assert pair.id == "organization/umbra organization/umbra-freight"
    assert {feature.name for feature in pair.features} == {"short form in an article", "a word more"}
    assert pairs(filled(Report("a").says("Umbra Freight", "acquired", "Velt"), Report("b").entity("Umbra"))) == []


def test_what_articles_take_for_two_kinds_is_listed_unless_a_fact_has_both() -> None:
    firm, person = Report("a").says("Umbra Tell", "acquired", "Velt"), Report("b").entity("Umbra Tell", "Person")
    (pair,) = review(Lookup(filled(firm, person), IRIS))
    assert pair.id == "organization/umbra-tell person/umbra-tell"
    assert {feature.name for feature in pair.features} == {"same name", "other kind"}
    place = Report("c").entity("Velt", "Place")
    assert pairs(filled(firm, place)) == ["organization/velt place/velt"]
    seated = Report("c").entity("Velt", "Company").entity("Velt ", "Place").says("Velt", "headquarteredIn", "Velt ")
    assert pairs(filled(seated)) == []
    assert pairs(filled(Report("a").entity("Velt", "Place"), Report("b").entity("Velt East", "Place"))) == []
