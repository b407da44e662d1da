"""Which of two "the former" and "the latter" are: "X and Y have merged. P, chairman of the latter"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.mentions.salience import Referent
from app.extraction.mentions.telling import Telling
from app.extraction.mentions.types import ORGANIZATIONS, PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATELY = 2


@dataclass(frozen=True)
class OfTwo:
    """Finds the first or the second of the two that were told of last."""

    told: Telling

    def is_one(self, token: Token) -> bool:
        """Whether it is "the former" or "the latter" by itself: no "the former head", "the latter half"."""
        if token.lower_ not in {"former", "latter"} or token.i == 0 or token.nbor(-1).lower_ != "the":
            return False
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        owned = after is not None and after.text in {"'s", "’s", "'"}
        modifies = token.dep_ in {"amod", "compound"} and token.head.i > token.i and not owned
        return not modifies and (after is None or owned or after.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"})

    def one(self, token: Token) -> list[Referent]:
        """The one that is meant: of two firms, or of two people where no two firms were told of."""
        for types in (ORGANIZATIONS, frozenset({PERSON})):
            two = self._two(token, types)
            if two:
                return [two[0] if token.lower_ == "former" else two[1]]
        return []

    def _two(self, token: Token, types: frozenset[str]) -> list[Referent]:
        """The only two of some kind that the nearest sentence with two of them tells of, each where first named."""
        passage = self.told.passage_of(token)
        spoken = [r for r in self.told.candidates(types, _LATELY) if not r.others]
        # "The former bought Z; the latter did not": of the two that "the former" was one of.
        earlier = [t.i for t in token.sent if t.i < token.i and self.is_one(t)]
        before = (passage, earlier[0] if earlier else token.i)
        spoken = [r for r in spoken if (r.passage, r.token) < before]
        now = self.told.discourse.sentence
        for back in range(_LATELY + 1):
            first: dict[str, Referent] = {}
            for referent in spoken:
                if referent.sentence == now - back:
                    first.setdefault(referent.entity, referent)
            if len(first) == 2:
                return list(first.values())
            if len(first) > 2:
                return []
        return []
