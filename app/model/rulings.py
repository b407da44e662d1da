"""What people decide."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from pydantic import computed_field

from app.model.noun import Noun, digest


class RulingKind(StrEnum):
    """What a person can decide: that names mean one entity, do not, or may; that an article or a claim does not count.

    An article is retracted by whoever stands behind it; a claim is rejected where the article was misread.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"
    RETRACTED = "retracted"
    REJECTED = "rejected"

    @property
    def is_about_names(self) -> bool:
        """Whether it is about names, and not about what is said."""
        return self not in (RulingKind.RETRACTED, RulingKind.REJECTED)


class Ruling(Noun):
    """A decision that outlives every rebuild and can be undone.

    `about` are ids of entities by name (`organization/scale-ai`) or IRIs of local entities; to retract, article ids;
    to reject, claim ids.
    """

    kind: RulingKind
    about: tuple[str, ...]
    reason: str | None = None

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """A hash of the kind and what it is about, whatever the order."""
        return digest(self.kind, *sorted(self.about))


def retraction(article_id: str, reason: str | None = None) -> Ruling:
    """The ruling that an article counts no more."""
    return Ruling(kind=RulingKind.RETRACTED, about=(article_id,), reason=reason)


def rejection(claim_ids: Iterable[str], reason: str | None = None) -> Ruling:
    """The ruling that an article does not say what these claims have it say."""
    return Ruling(kind=RulingKind.REJECTED, about=tuple(dict.fromkeys(claim_ids)), reason=reason)


class Decision(Noun):
    """What came of deciding: the rulings that now stand, and those that they took the place of."""

    made: tuple[Ruling, ...] = ()
    withdrawn: tuple[Ruling, ...] = ()
