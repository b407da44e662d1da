"""Posts that end because the article tells that whoever had them has left: "its risk chief, P, walked out in May"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.model import Certainty, Claim, Mention, Mode, Phase, Polarity


def end_posts(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; the posts that somebody is told to have, up to where it is told that they left, are over."""
    gone = _departures(claims)
    back = {
        (c.subject.entity, _other(c)) for c in claims if c.relation == "joined" and _start(c) > gone.get(_pair(c), 0)
    }
    return [
        claim.model_copy(update={"phase": Phase.ENDED})
        if claim.relation == "heldRole"
        and claim.phase is Phase.ONGOING
        and claim.polarity is Polarity.AFFIRMED
        and _start(claim) <= gone.get(_pair(claim), -1)
        and _pair(claim) not in back
        else claim
        for claim in claims
    ]


def _departures(claims: Iterable[Claim]) -> dict[tuple[str, str], int]:
    """Who has left which organisation, with the place of the last sentence that tells it as a fact."""
    found: dict[tuple[str, str], int] = {}
    for claim in claims:
        told = claim.certainty is Certainty.CERTAIN and claim.mode is Mode.STATEMENT
        if claim.relation == "left" and claim.phase is Phase.COMPLETED and told and claim.polarity is Polarity.AFFIRMED:
            found[_pair(claim)] = max(found.get(_pair(claim), 0), _start(claim))
    return found


def _pair(claim: Claim) -> tuple[str, str]:
    return claim.subject.entity, _other(claim)


def _other(claim: Claim) -> str:
    return claim.object.entity if isinstance(claim.object, Mention) else ""


def _start(claim: Claim) -> int:
    return claim.evidence[0].start
