"""From stances to a status: what may be made of an aspect that several claims speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.model import Aspect, Claim, Phase, Polarity, Status
from app.ontology import Ontology, RelationSchema

EXISTS, STARTED, ENDED = "exists", "started", "ended"
UNREALISED = (Phase.PLANNED, Phase.CONSIDERED)
# Strongest first: one author's word makes a fact that others merely repeat.
AFFIRMING = (Status.ASSERTED, Status.STATED, Status.REPORTED)
_OPEN = (Status.POSSIBLE, Status.QUESTION)
_AGAINST = (Status.NEGATED, Status.DENIED)


@dataclass(frozen=True)
class Stance:
    """A claim's word on one aspect. `presupposed`: the claim takes it for granted while saying something else."""

    claim: Claim
    aspect: str
    status: Status
    realised: bool
    presupposed: bool = False


def stances(claim: Claim, relation: RelationSchema, ontology: Ontology) -> list[Stance]:
    """What a claim says of each aspect of its situation, by what the ontology declares of these.

    "Left" speaks of the end and takes the tenure for granted, and so does "is to leave"; "joined" speaks of the start,
    and there is a tenure only if it is so. Where another relation tells the end, "was not a member" denies the
    membership and not its end. A post that goes on until a day that is told is planned to end then. "Denied that the
    contract had ended" takes the contract for granted; where no speaker denies it, it may never have been.
    """
    aspect = ontology.aspect_of(relation.aspect, claim.phase)
    realised = claim.phase not in UNREALISED
    own = Stance(claim, aspect.name, claim.status, realised)
    if aspect.presupposes:
        if aspect.name != relation.aspect and claim.polarity is Polarity.NEGATED:
            if ontology.ends_by_another(relation):
                return [Stance(claim, aspect.presupposes, claim.status, realised)]
            if claim.status is Status.NEGATED:
                return [own]
        # Whoever asks or supposes that something ended does not vouch for it, but the end of nothing is no news.
        vouched = claim.status not in (Status.QUESTION, Status.RETRACTED)
        granted = Stance(claim, aspect.presupposes, claim.speaker_status, True, presupposed=True)
        return [own, granted] if vouched else [own]
    if claim.phase is Phase.ONGOING and claim.time.end is not None and ontology.ends_by_another(relation):
        # Until when somebody is to hold a post is a plan for the end, of whoever says that the post is held.
        return [own, Stance(claim, ENDED, claim.status, realised=False)]
    return [own, Stance(claim, aspect.entails, claim.status, realised)] if aspect.entails else [own]


@dataclass(frozen=True)
class Verdict:
    """The status of an aspect, whether it has come about, and the claims on both sides."""

    status: Status
    realised: bool
    supported_by: tuple[str, ...]
    disputed_by: tuple[str, ...]

    def as_aspect(self, name: str) -> Aspect:
        """The verdict as an aspect of a fact."""
        return Aspect(name=name, status=self.status, supported_by=self.supported_by, disputed_by=self.disputed_by)


def judge(found: Iterable[Stance]) -> Verdict:
    """Weigh the stances on one aspect.

    What has come about counts before what is planned, the trusted before the reported. A rumour and its denial stay a
    rumour with a denial beside it; only two trusted words against each other are a dispute.
    """
    found = sorted(found, key=lambda stance: stance.claim.id)
    happened = [stance for stance in found if stance.realised]
    planned = [stance for stance in found if not stance.realised]
    status, realised = _weigh(happened), True
    if not (status and status.trusted) and planned:
        plan_status = _weigh(planned)
        if status is None or _rank(plan_status) < _rank(status) or status in _AGAINST:
            status, realised = plan_status, False
    if status is None:
        raise ValueError("an aspect without stances has no verdict")
    against = [stance for stance in found if stance.status in _AGAINST]
    towards = [stance for stance in found if stance.status not in _AGAINST]
    if status in _AGAINST:
        against, towards = towards, against
    return Verdict(status, realised, _ids(towards), _ids(against))


def _ids(found: Iterable[Stance]) -> tuple[str, ...]:
    return tuple(sorted({stance.claim.id for stance in found}))


def _rank(status: Status | None) -> int:
    order = (Status.ASSERTED, Status.STATED, Status.DISPUTED, Status.REPORTED, *_OPEN, *_AGAINST)
    return order.index(status) if status in order else len(order)


def _weigh(found: Iterable[Stance]) -> Status | None:
    """The status that stances on one aspect add up to; None if there are none."""
    # A direct denial outweighs what another sentence merely takes for granted.
    direct = [stance for stance in found if not stance.presupposed]
    statuses = {stance.status for stance in found}
    denied = {stance.status for stance in direct} & set(_AGAINST)
    for affirming in AFFIRMING:
        if affirming in statuses:
            return Status.DISPUTED if denied and affirming is not Status.REPORTED else affirming
    for status in (*_AGAINST, *_OPEN):
        if status in statuses:
            return status
    return None
