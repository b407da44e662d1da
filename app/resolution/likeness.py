"""How likely two entities are one: a score made of named features, each of which speaks for it or against it.

Nothing is merged by it. A pair below the threshold stays two and is not spoken of; one above it is put before people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import exp

from rapidfuzz.distance import OSA

from app.model import Noun
from app.resolution.name_parts import (
    FirmName,
    PersonName,
    are_short_for_one,
    differ_by_general_words,
    firm_name,
    person_name,
)
from app.resolution.uses import PEOPLE

THRESHOLD = 0.5
"""A pair that scores less stays two."""
# What has to be outweighed: two entities taken at random are two.
_TWO_AT_RANDOM = -2.5
_ALIKE, _LONG_ENOUGH = 0.85, 6


class Feature(Noun):
    """Something that speaks for two entities being one (points above 0) or against it; `detail` says what was seen."""

    name: str
    points: float
    detail: str


_AT_ODDS = Feature(name="deal with each other", points=-4.0, detail="a fact has both at its ends")


@dataclass(frozen=True)
class Profile:
    """What is known of an entity, as far as it matters to whom it may be.

    `stated` are other names that articles state, `short` those that are only some words of its own, `firms` the
    organisations that facts connect a person with, `neighbours` all else that facts name beside it, `at_odds` those
    that a fact has at its other end, so that they are others.
    """

    id: str
    kind: str
    type: str
    names: tuple[str, ...]
    stated: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    neighbours: frozenset[str] = frozenset()
    at_odds: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    founded: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """The score of a pair, from 0 to 1, and the features that it is made of, the weightiest first."""

    score: float
    features: tuple[Feature, ...]


def likeness(one: Profile, other: Profile) -> Likeness:
    """How likely two entities are one."""
    compare = _people_by_name if one.kind == other.kind == PEOPLE else _firms_by_name
    by_name = max(
        (tuple(compare(first, second)) for first in one.names for second in other.names),
        key=lambda found: (sum(feature.points for feature in found), found[0].name if found else ""),
    )
    features = [*by_name, *(_known(one, other) if one.kind == other.kind else _across(one, other))]
    total = _TWO_AT_RANDOM + sum(feature.points for feature in features)
    ordered = sorted(features, key=lambda feature: (-abs(feature.points), feature.name, feature.detail))
    return Likeness(round(1 / (1 + exp(-total)), 2), tuple(ordered))


# --- firms -----------------------------------------------------------------------------------------------------------


def _firms_by_name(one: str, other: str) -> Iterator[Feature]:
    first, second = firm_name(one), firm_name(other)
    both = f"{one} · {other}"
    if first.numbers != second.numbers:
        yield Feature(name="other number", points=-5.0, detail=both)
    if first.compact == second.compact:
        name = "same name" if first.every == second.every else "same name but for spelling or legal form"
        yield Feature(name=name, points=4.5, detail=both)
    elif acronym := _shared_acronym(first, second):
        points = 3.0 if len(acronym) > 2 else 2.6
        yield Feature(name="shared acronym", points=points, detail=acronym.upper())
    else:
        yield from _by_words(first, second, both)


def _shared_acronym(one: FirmName, other: FirmName) -> str | None:
    for short, long in ((one, other), (other, one)):
        if short.acronym is not None and short.acronym in long.initials:
            return short.acronym
    return None


def _by_words(one: FirmName, other: FirmName, both: str) -> Iterator[Feature]:
    if _spelt_alike(one.compact, other.compact):
        yield Feature(name="name spelt alike", points=3.0, detail=both)
        return
    for more, fewer in ((one, other), (other, one)):
        if set(fewer.words) < set(more.words) and more.words[: len(fewer.words)] == fewer.words:
            if differ_by_general_words(more.words, fewer.words):
                yield Feature(name="only general words more", points=3.0, detail=both)
            else:
                yield Feature(name="a word more", points=1.0, detail=both)
            return
    if shared := one.distinctive & other.distinctive:
        if one.distinctive == other.distinctive:
            yield Feature(name="only general words differ", points=1.5, detail=both)
        else:
            yield Feature(name="shared word", points=0.5, detail=", ".join(sorted(shared)))
            yield Feature(name="other words", points=-2.0, detail=both)
        return
    yield Feature(name="another name", points=-1.5, detail=both)


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two spellings may be one with a slip: the same first letter, long enough, nearly all else the same."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one[0] != other[0]:
        return False
    return OSA.normalized_similarity(one, other) >= _ALIKE


# --- people ----------------------------------------------------------------------------------------------------------


def _people_by_name(one: str, other: str) -> Iterator[Feature]:
    first, second = person_name(one), person_name(other)
    if first.last == second.last:
        yield Feature(name="same surname", points=1.0, detail=first.last)
    elif _one_slip(first.last, second.last):
        yield Feature(name="surname spelt alike", points=0.3, detail=f"{first.last} · {second.last}")
    else:
        yield Feature(name="other surname", points=-5.0, detail=f"{first.last} · {second.last}")
        return
    yield _given(first, second)
    yield from _middle(first, second)
    if first.generation != second.generation:
        both = bool(first.generation and second.generation)
        told = f"{first.generation or 'none'} · {second.generation or 'none'}"
        yield Feature(name="other generation", points=-5.0 if both else -2.5, detail=told)


def _given(one: PersonName, other: PersonName) -> Feature:
    both = f"{one.given} · {other.given}"
    if not one.given or not other.given:
        return Feature(name="surname alone", points=0.3, detail=one.given or other.given or one.last)
    if one.given == other.given or are_short_for_one(one.given, other.given):
        name = "same given name" if one.given == other.given else "short for one given name"
        return Feature(name=name, points=1.5, detail=both)
    if one.given[0] == other.given[0] and 1 in (len(one.given), len(other.given)):
        return Feature(name="initial fits", points=0.5, detail=both)
    # A last letter is often all that tells a man's name from a woman's.
    if one.given[-1] == other.given[-1] and _one_slip(one.given, other.given):
        return Feature(name="given name spelt alike", points=0.8, detail=both)
    return Feature(name="other given name", points=-4.0, detail=both)


def _middle(one: PersonName, other: PersonName) -> Iterator[Feature]:
    pairs = zip(one.middle, other.middle, strict=False)
    if any(not (a.startswith(b) or b.startswith(a)) for a, b in pairs):
        detail = f"{' '.join(one.middle)} · {' '.join(other.middle)}"
        yield Feature(name="other middle name", points=-4.0, detail=detail)


def _one_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG_ENOUGH and one[0] == other[0] and OSA.distance(one, other) == 1


# --- what facts say --------------------------------------------------------------------------------------------------


def _known(one: Profile, other: Profile) -> Iterator[Feature]:
    if stated := _stated(one, other):
        yield Feature(name="stated other name", points=6.0, detail=stated)
    elif called := _called(one, other):
        yield Feature(name="short form in an article", points=1.6, detail=called)
    if one.id in other.at_odds or other.id in one.at_odds:
        yield _AT_ODDS
    if one.kind == PEOPLE:
        yield from _firms(one, other)
    elif (one.type == "OrganizationUnit") != (other.type == "OrganizationUnit"):
        yield Feature(name="other type", points=-1.0, detail=f"{one.type} · {other.type}")
    if shared := _told(one.neighbours & other.neighbours):
        points = min(0.7 * len(one.neighbours & other.neighbours), 2.0)
        yield Feature(name="shared neighbours", points=points, detail=shared)
    yield from _agreement("place", one.places, other.places, for_=0.8, against=-1.5)
    yield from _agreement("founding date", one.founded, other.founded, for_=1.5, against=-3.0)


def _across(one: Profile, other: Profile) -> Iterator[Feature]:
    """What is known of two of one name that articles took for different kinds of thing."""
    yield Feature(name="other kind", points=-1.0, detail=f"{one.type} · {other.type}")
    if one.id in other.neighbours | other.firms or other.id in one.neighbours | one.firms:
        yield _AT_ODDS
    around = (one.neighbours | one.firms) & (other.neighbours | other.firms)
    if shared := _told(around):
        yield Feature(name="shared neighbours", points=min(0.7 * len(around), 2.0), detail=shared)


def _called(one: Profile, other: Profile) -> str:
    """What an article says that one of them is called for short, if the other bears that name."""
    for mine, theirs in ((one, other), (other, one)):
        keys = {firm_name(name).compact for name in mine.short}
        for name in theirs.names:
            if firm_name(name).compact in keys:
                return f"an article calls {mine.names[0]} {name}"
    return ""


def _stated(one: Profile, other: Profile) -> str:
    for mine, theirs in ((one, other), (other, one)):
        keys = {firm_name(name).compact: name for name in mine.stated}
        for name in theirs.names:
            if firm_name(name).compact in keys:
                return f"{mine.names[0]} is also called {name}"
    return ""


def _firms(one: Profile, other: Profile) -> Iterator[Feature]:
    if shared := _told(one.firms & other.firms):
        yield Feature(name="same firm", points=2.0, detail=shared)
    elif one.firms and other.firms:
        detail = f"{_told(one.firms)} · {_told(other.firms)}"
        yield Feature(name="different firms", points=-2.5, detail=detail)


def _agreement(
    what: str, one: frozenset[str], other: frozenset[str], *, for_: float, against: float
) -> Iterator[Feature]:
    if shared := _told(one & other):
        yield Feature(name=f"same {what}", points=for_, detail=shared)
    elif one and other:
        yield Feature(name=f"other {what}", points=against, detail=f"{_told(one)} · {_told(other)}")


def _told(values: Iterable[str]) -> str:
    return ", ".join(sorted(values)[:5])
