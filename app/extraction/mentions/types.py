"""What a name stands for: the types, and the votes that the name's own words give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.extraction.lexicon.given_names import EAST_ASIAN_SURNAMES, GIVEN_NAMES, pronouns
from app.extraction.lexicon.nouns import (
    BODY_WORDS,
    COMMON_CAPITALS,
    COMPANY_WORDS,
    DIRECTIONS,
    FOREIGN_COMPANY_WORDS,
    OUTLET_WORDS,
    OUTLETS,
    PARTICLES,
    PERIODICAL_WORDS,
    PLACE_WORDS,
    STATE_CODES,
)
from app.extraction.lexicon.places import PLACES, STATES, gazetteer, is_known_place
from app.extraction.mentions.capitals import bare, is_legal_form

PERSON, COMPANY, BODY, UNIT = "Person", "Company", "Organization", "OrganizationUnit"
PRODUCT, PLACE, COLLECTIVE = "Product", "Place", "Collective"
ORGANIZATIONS = frozenset({COMPANY, BODY, UNIT})
# Where votes tie, the first of these wins.
_ORDER = (COMPANY, PERSON, BODY, UNIT, PLACE, PRODUCT)

_INITIAL = re.compile(r"^[A-Z]\.?$")
_TWO_HALVES = re.compile(r"^[A-Z][a-z]{1,6}-[a-z]{1,6}$")
# Surnames have capitals inside as well: "O'Hare", "McBride", "Al-Harthy".
_SURNAME = re.compile(r"(?:O['’]|Mc|Mac|Al-|El-)[A-Z][a-z]+$")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
# "Acme Connect Pro".
_EDITIONS = frozenset({"Pro", "Lite", "SDK", "API", "OS"})
_LONGEST_PERSON_NAME = 5

_LANDS = frozenset(
    {"Republic", "Kingdom", "Commonwealth", "Duchy", "Province", "State", "Isle", "Gulf", "Bay", "Strait"}
)

Vote = tuple[str, float]


def total(votes: Iterable[Vote]) -> dict[str, float]:
    """The sum of the votes for each type."""
    sums: dict[str, float] = defaultdict(float)
    for kind, weight in votes:
        sums[kind] += weight
    return dict(sums)


def winner(votes: Mapping[str, float]) -> tuple[str | None, float]:
    """The type with most votes and how many it has; None without any.

    The votes for the kinds of organisation stand together against the others, so that a company which some sentences
    make a body does not come out as a person.
    """
    organisation = sum(votes.get(kind, 0.0) for kind in ORGANIZATIONS)
    rivals = {kind: organisation if kind in ORGANIZATIONS else votes.get(kind, 0.0) for kind in _ORDER}
    best = max(rivals.values())
    if best <= 0:
        return None, 0.0
    top = [kind for kind in _ORDER if rivals[kind] == best]
    return max(top, key=lambda kind: (votes.get(kind, 0.0), -_ORDER.index(kind))), best


def spelling_votes(words: Sequence[str]) -> Iterator[Vote]:
    """What the words of a name say by themselves."""
    name, last = " ".join(words), bare(words[-1])
    if name in PLACES or name in STATES:
        yield PLACE, 6
    elif name in gazetteer():
        yield PLACE, 1.8
    if len(words) > 1 and words[0] in DIRECTIONS and is_known_place(" ".join(words[1:])):
        yield PLACE, 6  # "Northern Europe"
    if words[0] in _LANDS and words[1:2] == ["of"]:
        yield PLACE, 9  # "Republic of Valdania"
    if name in STATE_CODES:
        yield PLACE, 1.2
    if name in OUTLETS:
        yield BODY, 5
    if is_legal_form(last) and len(words) > 1:
        yield COMPANY, 7
    if len(words) > 1:
        yield from _long_name_votes(words, last)
    else:
        yield from _short_name_votes(words[0])


def _long_name_votes(words: Sequence[str], last: str) -> Iterator[Vote]:
    core = words[:-1] if is_legal_form(last) else words
    foreign = core[0] in FOREIGN_COMPANY_WORDS or core[-1] in FOREIGN_COMPANY_WORDS
    business = core[-1] in COMPANY_WORDS or core[0] == "Bank" or "&" in words or foreign
    body = any(word in BODY_WORDS for word in core)
    if business:
        yield COMPANY, 3
    if body:
        yield BODY, 4.5
    if core[-1] in OUTLET_WORDS or any(word in PERIODICAL_WORDS for word in core[:-1]):
        yield BODY, 4.5
    place = core[-1] in PLACE_WORDS
    if place:
        yield PLACE, 5 if _ORDINAL.fullmatch(core[0]) else 2.5  # "24th District"
    if core[-1] in _EDITIONS and not body:
        yield PRODUCT, 4
    if not (business or body or place):
        yield from _person_votes(words)


def _person_votes(words: Sequence[str]) -> Iterator[Vote]:
    proper = [word for word in words if word not in PARTICLES and word[0].isalpha()]
    if len(proper) > _LONGEST_PERSON_NAME or any(word in COMMON_CAPITALS for word in words):
        return
    given = words[0].split("-")[0]
    ends = {words[0], words[-1]}
    if ends & EAST_ASIAN_SURNAMES and any(_TWO_HALVES.match(word) for word in words):
        yield PERSON, 5
    elif given in GIVEN_NAMES:
        yield PERSON, 3
    elif given in pronouns():
        yield PERSON, 2.4
    if any(_INITIAL.match(word) for word in words[:-1]):
        yield PERSON, 2
    if any(word in PARTICLES for word in words[1:-1]) and words[-1][0].isupper():
        yield PERSON, 1


def _short_name_votes(word: str) -> Iterator[Vote]:
    if word in GIVEN_NAMES:
        yield PERSON, 1.8
    elif not _SURNAME.match(word) and (word.isupper() or any(letter.isupper() for letter in word[1:])):
        yield COMPANY, 1
