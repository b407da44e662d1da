"""Names as people type them: cut off, turned round, misspelt."""

from __future__ import annotations

from typing import Any

import pytest

from app.errors import BadInput
from app.graphs import entity_quads
from app.model import Entity
from app.query.lookup import Lookup
from app.query.name_index import FreshNames, NameIndex
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from tests.query.sample_graph import IRIS, MAYER, META, SCALE, TBD, load

ENTITIES = [
    Entity(id="organization/kestrelworks", name="Kestrelworks", type="Company", aliases=("KW",)),
    Entity(id="organization/solvane", name="Solvane", type="Company", members=("a", "b")),
    Entity(id="organization/solvane-freight", name="Solvane Freight", type="OrganizationUnit"),
    Entity(id="person/tomas-breval", name="Tomás Breval", type="Person", aliases=("T. Breval",)),
    Entity(id="person/ana-lima", name="Ana Lima", type="Person"),
    Entity(id="organization/zi-jie", name="字节跳动", type="Company"),
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(ENTITIES, {"organization/solvane": ["DataVendor"]})


def ids(index: NameIndex, text: str, **more: Any) -> list[str]:
    return [hit.entity.id.partition("/")[2] for hit in index.search(text, **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solvane", ["solvane", "solvane-freight"]),
        ("k", ["kestrelworks"]),
        ("kes", ["kestrelworks"]),
        ("kw", ["kestrelworks"]),
        ("TOMAS", ["tomas-breval"]),
        ("breval t", ["tomas-breval"]),
        ("works", ["kestrelworks"]),  # part of a word
        ("freight solvane", ["solvane-freight"]),
        ("字节", ["zi-jie"]),
        ("节跳动", ["zi-jie"]),
        ("lima ana", ["ana-lima"]),
    ],
)
def test_the_beginning_or_a_part_of_a_name_finds_it(index: NameIndex, text: str, expected: list[str]) -> None:
    assert ids(index, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrelwroks", ["kestrelworks"]),  # two letters turned round
        ("Kestrlworks", ["kestrelworks"]),  # one missing
        ("Kesttrelworcs", ["kestrelworks"]),  # two wrong in a long word
        ("Kestrlw", ["kestrelworks"]),  # still being typed
        ("Solvani", ["solvane", "solvane-freight"]),
        ("Solvane Frieght", ["solvane-freight"]),
        ("Tomaz Brevall", ["tomas-breval"]),
    ],
)
def test_a_letter_may_be_wrong(index: NameIndex, text: str, expected: list[str]) -> None:
    assert ids(index, text) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "...", "xyz", "Ama", "Solvane Pemberly", '"', "* OR *", "NEAR(a b)", "a" * 400]
)
def test_what_fits_nothing_finds_nothing(index: NameIndex, text: str) -> None:
    assert ids(index, text) == []


def test_what_is_spelt_right_is_not_joined_by_what_is_near(index: NameIndex) -> None:
    assert ids(index, "Ana") == ["ana-lima"]


def test_the_better_fit_has_the_higher_score(index: NameIndex) -> None:
    scores = [index.search(text)[0].score for text in ("Kestrelworks", "kw", "kestrel", "works", "Kestrelwroks")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1
    assert len(set(scores)) == len(scores)


def test_a_class_counts_with_those_below_it_and_those_inferred(index: NameIndex) -> None:
    assert ids(index, "solvane", type="OrganizationUnit") == ["solvane-freight"]
    assert ids(index, "solvane", type="DataVendor") == ["solvane"]
    assert ids(index, "solvane", type="Agent") == ["solvane", "solvane-freight"]
    assert ids(index, "Solvani", type="OrganizationUnit") == ["solvane-freight"]
    assert ids(index, "solvane", type="Person") == []
    with pytest.raises(BadInput, match="'Firm'"):
        index.search("solvane", type="Firm")


def test_nothing_typed_yet_suggests_the_best_known(index: NameIndex) -> None:
    assert index.suggest("")[0].entity.id == "organization/solvane"
    assert [hit.entity.type for hit in index.suggest("", type="Person")] == ["Person", "Person"]
    assert [hit.entity.id for hit in index.suggest("kes")] == ["organization/kestrelworks"]


def test_the_index_follows_the_graph() -> None:
    store = EmbeddedStore()
    load(store)
    names, lookup = FreshNames(), Lookup(store, IRIS)
    assert [hit.entity.id for hit in names.of(lookup).search("facebok")] == [META]
    assert {hit.entity.id for hit in names.of(lookup).search("scale", type="DataVendor")} == {SCALE}
    assert names.of(lookup) is names.of(lookup)
    new = Entity(id="organization/umbra", name="Umbra", type="Company")
    store.apply(Change(add=list(entity_quads(new, IRIS))))
    assert [hit.entity.id for hit in names.of(lookup).search("umbra")] == [new.id]
    assert [hit.entity.id for hit in names.of(lookup).search("mayer tbd")] == []
    assert [names.of(lookup).search(text)[0].entity.id for text in ("mayer", "tbd")] == [MAYER, TBD]
