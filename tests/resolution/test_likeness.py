"""Whether two entities may be one: what speaks for it, what against, and that a thousand namesakes cost little."""

from itertools import combinations

import pytest

from app.resolution.blocking import blocks, candidates
from app.resolution.likeness import THRESHOLD, Likeness, Profile, likeness
from tests.benchmarks.names.benchmark import judge, read_pairs


def firm(name: str, id_: str = "", **known: object) -> Profile:
    return Profile(id_ or name, "organization", "Company", (name,), **{k: frozenset(v) for k, v in known.items()})  # type: ignore[call-overload]


def person(name: str, *firms: str, id_: str = "", **known: object) -> Profile:
    more = {k: frozenset(v) for k, v in known.items()}  # type: ignore[call-overload]
    return Profile(id_ or name, "person", "Person", (name,), firms=frozenset(firms), **more)


def named(seen: Likeness) -> dict[str, float]:
    return {feature.name: feature.points for feature in seen.features}


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        (firm("Umbra Velt Harbour"), firm("UVH"), "shared acronym"),
        (firm("Umbra"), firm("Umbra Holdings Ltd"), "only general words more"),
        (firm("Pay Umbra"), firm("PayUmbra, Inc."), "same name but for spelling or legal form"),
        (firm("Kestrelworks"), firm("Kestrelwork"), "name spelt alike"),
        (firm("Alder", stated={"Pinecrest"}), firm("Pinecrest"), "stated other name"),
        (person("Robert Quill", "umbra"), person("Bob Quill", "umbra"), "short for one given name"),
        (person("Quill", "umbra"), person("Ines Quill", "umbra"), "surname alone"),
    ],
)
def test_what_may_be_one_is_put_before_people(one: Profile, other: Profile, feature: str) -> None:
    seen = likeness(one, other)
    assert seen.score >= THRESHOLD
    assert named(seen)[feature] > 0
    assert not blocks(one).isdisjoint(blocks(other))


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        (firm("General Umbra"), firm("General Velt"), "other words"),
        (firm("Velt Fund II"), firm("Velt Fund III"), "other number"),
        (firm("Umbra", id_="a", at_odds={"b"}), firm("Umbra Holdings", id_="b", at_odds={"a"}), "deal with each other"),
        (person("Ines Quill", "umbra"), person("Ines Quill", "velt"), "different firms"),
        (person("Robert Quill", "umbra"), person("Roberta Quill", "umbra"), "other given name"),
        (person("Ian Quill Jr", "umbra"), person("Ian Quill Sr", "umbra"), "other generation"),
        (person("Ian A. Quill", "umbra"), person("Ian B. Quill", "umbra"), "other middle name"),
    ],
)
def test_what_speaks_against_keeps_two_apart(one: Profile, other: Profile, feature: str) -> None:
    seen = likeness(one, other)
    assert seen.score < THRESHOLD
    assert named(seen)[feature] < 0


def test_the_order_of_a_pair_is_nothing() -> None:
    profiles = [pair.one for pair in read_pairs()][:60]
    assert all(likeness(a, b).score == likeness(b, a).score for a, b in combinations(profiles, 2) if a.kind == b.kind)


def test_every_pair_that_is_compared_shares_part_of_a_name_and_comes_once() -> None:
    profiles = [firm("Umbra"), firm("Umbra Labs"), firm("Velt"), person("Ines Umbra")]
    assert [(one.id, other.id) for one, other in candidates(profiles)] == [("Umbra", "Umbra Labs")]


def test_the_pairs_grow_with_the_entities_and_not_with_their_square() -> None:
    def pairs(count: int) -> int:
        return sum(1 for _ in candidates(person(f"Given{n} Smith", id_=f"person/{n:05}") for n in range(count)))

    assert pairs(2000) < 2.2 * pairs(1000)


def test_the_labelled_pairs_are_told_apart_mostly() -> None:
    pairs = list(read_pairs())
    assert len(pairs) >= 200
    figures, _ = judge(pairs)
    assert figures.precision >= 0.9
    assert figures.recall >= 0.8
