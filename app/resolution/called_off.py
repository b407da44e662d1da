"""Plans that came to nothing: who tells of the end of a plan does not dispute that there was one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.model import Claim, Phase, Status
from app.resolution.support import Stance, Verdict, judge

_TO_COME = (Phase.PLANNED, Phase.STARTED)


def called_off(found: Iterable[Stance], published: Mapping[str, str | None]) -> tuple[Verdict, frozenset[str]] | None:
    """The verdict on what was planned and later told not to come about, with the claims of the plan.

    None where nothing was planned, or it came about. These claims are no side of a dispute. Only an author's word that
    follows all others ends a plan: what one of the parties denies is in dispute, and what is told as planned once more
    is planned.
    """
    told = sorted(found, key=lambda stance: stance.claim.id)
    affirmed = [stance for stance in told if stance.status.vouched]
    # Who was appointed has a post to come, until somebody tells that they have it.
    plans = [stance for stance in affirmed if not stance.realised or stance.claim.phase is Phase.STARTED]
    if len(plans) < len(affirmed):
        return None
    ends = [stance for stance in told if stance.status is Status.NEGATED and stance.claim.phase in _TO_COME]
    if not plans or not ends:
        return None
    if not all(any(_is_later(end.claim, plan.claim, published) for end in ends) for plan in plans):
        return None
    verdict = Verdict(Status.NEGATED, realised=False, supported_by=_ids(ends), disputed_by=())
    return verdict, frozenset(judge(told).supported_by)


def _is_later(claim: Claim, other: Claim, published: Mapping[str, str | None]) -> bool:
    """Whether a claim is told after another: further down in one article, or in one of a later day."""
    if claim.article == other.article:
        return claim.evidence[0].start >= other.evidence[0].start
    day, before = published[claim.article], published[other.article]
    return day is not None and before is not None and day > before


def _ids(found: Iterable[Stance]) -> tuple[str, ...]:
    return tuple(sorted({stance.claim.id for stance in found}))
