"""Trade that a search for somebody else takes for granted: who looks for alternatives to a supplier has it still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.model import Phase

# What two firms are to each other besides, of whom the one looks for others.
_OTHERWISE = frozenset({"partnerOf", "unitOf", "mergedWith", "acquired", "ownsStakeIn", "investedIn", "supplies"})
# "Looking for other buyers": then it is the supplier that looks.
_NO_SUPPLIERS = (
    "buyer",
    "customer",
    "client",
    "partner",
    "distributor",
    "investor",
    "backer",
    "tenant",
    "owner",
    "lender",
    "bidder",
    "suitor",
    "underwriter",
)
_FIRMS = frozenset({"Company", "OrganizationUnit"})
_NEXT = 2


def after_all(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with the firm that somebody seeks to replace where it is told of only later.

    A search of which nobody says whom it is to replace is left out.
    """
    whole = (_completed(c, found) for c in found)
    return [c for c in whole if c.relation != "consideringAlternativesTo" or c.object is not None]


def _completed(candidate: Candidate, found: Sequence[Candidate]) -> Candidate:
    if candidate.relation != "consideringAlternativesTo" or not candidate.needs_object or candidate.object is not None:
        return candidate
    seeker, at = candidate.subject.entity, candidate.sentence.index
    custom = [
        c
        for c in found
        if c.relation == "supplies" and c.object_entity == seeker and 0 <= c.sentence.index - at <= _NEXT
    ]
    if not custom or custom[0].possible:
        return candidate
    vendor = custom[0].subject
    tied = replace(vendor, others=(), ties=(*vendor.ties, candidate.sentence.scene.span_of(vendor)))
    return replace(candidate, object=tied, needs_object=False)


def taken_for_granted(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """That the firms to which somebody seeks alternatives supply it, unless they are told to be something else."""
    said = {frozenset((c.subject.entity, c.object_entity)) for c in found if c.relation in _OTHERWISE}
    for search in found:
        vendor, client = search.object, search.subject
        if search.relation != "consideringAlternativesTo" or not isinstance(vendor, FoundMention):
            continue
        pair = frozenset((vendor.entity, client.entity))
        type_of = search.sentence.scene.type_of
        if pair in said or len(pair) < 2 or type_of(vendor) not in _FIRMS or type_of(client) == "Person":
            continue
        if any(word in search.sentence.lower_code for word in _NO_SUPPLIERS):
            continue
        said.add(pair)
        yield Candidate(
            "supplies",
            "taken for granted",
            search.sentence,
            vendor,
            client,
            search.trigger,
            Kind.STATE,
            phase=Phase.ONGOING,
            presupposed=True,
            timed=False,
        )
