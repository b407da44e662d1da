"""Which pairs of entities are worth comparing: those that share a part of a name. The cost stays near linear.

Each entity goes into a few blocks, by its kind, and into one by its whole name, since one article takes for a person
what another takes for a firm. In a block of many ("Smith") each is compared with those next to it by name alone,
so that no block costs more than its size times a constant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.resolution.likeness import Profile
from app.resolution.name_parts import firm_name, person_name
from app.resolution.uses import PEOPLE, PLACE

_COMPARED_WHOLE = 30
_NEXT = 15
_HEAD = 5


def blocks(profile: Profile) -> set[str]:
    """The blocks that an entity goes into.

    >>> sorted(blocks(Profile("organization/ibm", "organization", "Company", ("IBM",))))
    ['=ibm', 'organization:ibm', 'organization:~ibm']
    """
    whole = {f"={firm_name(name).compact}" for name in profile.names}
    if profile.kind == PLACE:  # compared with what else bears its name alone
        return whole
    of = _person_blocks if profile.kind == PEOPLE else _firm_blocks
    return whole | {f"{profile.kind}:{key}" for name in (*profile.names, *profile.stated) for key in of(name) if key}


def _person_blocks(name: str) -> Iterator[str]:
    parts = person_name(name)
    yield parts.last
    yield f"{parts.last}, {parts.given[:1]}"
    yield f"{parts.last[:_HEAD]}~{parts.given[:1]}"


def _firm_blocks(name: str) -> Iterator[str]:
    parts = firm_name(name)
    yield from parts.distinctive
    yield f"~{parts.compact[:_HEAD]}"
    yield from parts.initials
    yield parts.acronym or ""


def candidates(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """The pairs worth comparing, each once, in the order of their ids."""
    members: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for block in blocks(profile):
            members[block].append(profile)
    pairs: dict[tuple[str, str], tuple[Profile, Profile]] = {}
    for _, together in sorted(members.items()):
        ordered = sorted(together, key=lambda profile: (profile.names[0].casefold(), profile.id))
        reach = len(ordered) if len(ordered) <= _COMPARED_WHOLE else _NEXT
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + reach]:
                first, second = (one, other) if one.id < other.id else (other, one)
                pairs[first.id, second.id] = (first, second)
    for _, pair in sorted(pairs.items()):
        yield pair
