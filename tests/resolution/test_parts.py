"""Blocks of names, and parts of about the same size; that the parts give the whole is tested with `app/upkeep`."""

from __future__ import annotations

from app.model import Ruling, RulingKind
from app.resolution.parts import blocks, packed
from app.resolution.uses import Use


def use(name: str, kind: str = "organization", **more: tuple[str, ...]) -> Use:
    return Use(local="", kind=kind, name=name, type="Company", **more)


def names(found: list[list[Use]]) -> list[list[str]]:
    return sorted([use.name for use in block] for block in found)


def test_what_shares_no_name_is_apart() -> None:
    uses = [use("Apex"), use("Apex Ltd"), use("Apex Foods"), use("Lee Han", "person"), use("Apex", "product")]
    assert names(blocks(uses, [])) == [["Apex"], ["Apex", "Apex Ltd"], ["Apex Foods"], ["Lee Han"]]


def test_other_names_and_rulings_bring_together() -> None:
    uses = [use("Facebook"), use("Meta", aliases=("Facebook",)), use("Korda"), use("Orbis", former=("korda",))]
    assert names(blocks(uses, [])) == [["Facebook", "Meta"], ["Korda", "Orbis"]]
    for kind in (RulingKind.SAME, RulingKind.DIFFERENT):
        ruling = Ruling(kind=kind, about=("organization/meta", "organization/korda"))
        assert names(blocks(uses, [ruling])) == [["Facebook", "Korda", "Meta", "Orbis"]]
    undecided = Ruling(kind=RulingKind.UNDECIDED, about=("organization/meta", "organization/korda"))
    assert len(blocks(uses, [undecided])) == 2


def test_parts_are_whole_and_about_the_same_size() -> None:
    sizes = {f"block {number}": number % 7 + 1 for number in range(100)}
    parts = packed(sizes, 8)
    assert sorted(name for part in parts for name in part) == sorted(sizes)
    totals = [sum(sizes[name] for name in part) for part in parts]
    assert max(totals) - min(totals) <= 7
    assert len(packed({"one": 1}, 8)) == 1
    assert packed({}, 8) == []
