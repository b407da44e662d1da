"""What two rules read in one sentence as one fact in two phases: "produced several series, including A"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from app.model import Certainty, Claim, Mention, Phase, Polarity

# Of what lasts, where the sentence also tells how it came about.
_LASTING = frozenset({"makesProduct", "partnerOf", "unitOf"})
_EVENTS = frozenset({"acquired", "investedIn"})
_BEGUN = frozenset({Phase.STARTED, Phase.COMPLETED})


def once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that another of the same sentence tells better: as begun, or as more than possible."""
    told: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in _LASTING | _EVENTS and claim.polarity is Polarity.AFFIRMED:
            told[_what(claim)].append(claim)
    return [claim for claim in claims if not any(_better(other, claim) for other in told.get(_what(claim), ()))]


def _what(claim: Claim) -> Hashable:
    thing = claim.object
    obj = thing.entity if isinstance(thing, Mention) else thing.value if thing is not None else ""
    return claim.relation, claim.subject.entity, obj, claim.evidence[0]


def _better(other: Claim, claim: Claim) -> bool:
    if claim.relation in _LASTING:
        surer = other.certainty is claim.certainty
        return surer and claim.phase is Phase.ONGOING and other.phase in _BEGUN
    return other.certainty is Certainty.CERTAIN and claim.certainty is Certainty.POSSIBLE and other.phase in _BEGUN
