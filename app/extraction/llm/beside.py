"""Puts a model's claims beside those of the rules: agreement makes surer, disagreement is listed, news is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.model import Claim, Dropped, Mention
from app.ontology import load_ontology


def combined(rules: Sequence[Claim], model: Iterable[Claim]) -> tuple[list[Claim], list[Dropped], list[str]]:
    """All claims; the model's where it contradicts the rules, which stand; and the disagreements in words.

    Where both make a claim, the chance that it is wrong is half of what it was for the rules alone: the two do not
    err together as a rule, but they read the same words.
    """
    kept = {claim.id: claim for claim in rules}
    dropped: list[Dropped] = []
    notices: list[str] = []
    for claim in model:
        same = [other for other in rules if _alike(claim, other)]
        if not same:
            kept[claim.id] = claim
            continue
        agreeing = [other for other in same if _meaning(other) == _meaning(claim)]
        for other in agreeing:
            surer = round(1 - (1 - other.confidence) / 2, 2)
            kept[other.id] = other.model_copy(
                update={"confidence": surer, "engine": f"{other.engine} + {claim.engine}"}
            )
        if not agreeing:
            words = f"{_name(claim)}: rules {_words(same[0])}, model {_words(claim)}"
            notices.append(f"Disagreement on {words}: “{same[0].evidence[0].text[:160]}”")
            reason = f"the rules read it as {_words(same[0])}"
            dropped.append(Dropped(relation=claim.relation, text=_name(claim), reason=reason))
    return list(kept.values()), dropped, notices


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims say something of the same situation at the same place."""
    if one.relation != other.relation or not _touch(one, other):
        return False
    ends, others = _ends(one), _ends(other)
    symmetric = load_ontology().relations[one.relation].symmetric
    return ends == others or (symmetric and ends == others[::-1])


def _touch(one: Claim, other: Claim) -> bool:
    first, second = one.evidence[0], other.evidence[0]
    return first.start < second.end and second.start < first.end


def _ends(claim: Claim) -> tuple[str, str]:
    obj = claim.object
    return claim.subject.entity, obj.entity if isinstance(obj, Mention) else obj.value.casefold() if obj else ""


def _meaning(claim: Claim) -> tuple[object, ...]:
    # An engine may call one sentence ongoing and another started; over or not over is what counts.
    return claim.status, claim.phase.value in ("ended", "planned", "considered") and claim.phase


def _words(claim: Claim) -> str:
    return f"{claim.status}, {claim.phase}"


def _name(claim: Claim) -> str:
    obj = claim.object
    target = obj.name if isinstance(obj, Mention) else obj.value if obj else ""
    return " ".join(filter(None, (claim.subject.name, claim.relation, target)))
