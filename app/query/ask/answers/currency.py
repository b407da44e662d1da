"""Judges whether articles say that something still holds, or only that it once did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyoxigraph import Literal

from app.model import Fact
from app.query.ask.answers.times import is_stated
from app.query.lookup import Lookup
from app.store.base import Pattern
from app.vocab import cg

_STILL = re.compile(
    r"\b(?:still|remain\w*|continu\w*|keep\w*|stay\w*|as before|carr(?:y|ies) on|now|current\w*)\b", re.IGNORECASE
)


class Currency:
    """Looks for the articles behind facts, and for later ones on the same person or company."""

    def __init__(self, lookup: Lookup, today: str | None) -> None:
        """`today` is the day asked about, or that of the newest article; None if no article is dated."""
        self.lookup = lookup
        self.today = today

    def is_due(self, fact: Fact) -> bool:
        """Whether it was to end on a day that is past by now, and nobody says that it has ended."""
        end = fact.time.end.latest
        return not fact.time.ended and end is not None and self.today is not None and end < self.today

    def has_begun(self, fact: Fact, by: str | None = None) -> bool:
        """Whether it was to begin on a day that is past by now, or by another day."""
        start = fact.time.start
        stated = start.earliest is not None and start.latest is not None and is_stated(start, "start")
        day = by or self.today
        return stated and day is not None and str(start.latest) <= day

    def holds(self, fact: Fact) -> bool:
        """Whether an article says so in words, or none that came later speaks of the fact's subject at all.

        An older article that was never contradicted is no evidence where a newer one speaks of the same person. Of an
        article without a date nobody can tell what its "now" is, where dated ones speak of that person.
        """
        if self.is_due(fact):
            return False
        if any(_STILL.search(text) for item in self.lookup.evidence(fact) for text in item.texts):
            return self.last_stated([fact]) is not None or not self._mentioned(fact)
        return self.is_newest(fact)

    def is_newest(self, fact: Fact) -> bool:
        """Whether none of the articles that name the fact's subject is newer than one that supports the fact."""
        stated = self.last_stated([fact])
        return stated is not None and all(day <= stated for day in self._mentioned(fact))

    def last_stated(self, facts: Sequence[Fact]) -> str | None:
        """The day of the newest article that supports one of the facts; None if none is dated."""
        claims = self.lookup.claims_by_id([claim_id for fact in facts for claim_id in fact.supported_by])
        return max(self._days({claim.article for claim in claims}), default=None)

    def _mentioned(self, fact: Fact) -> list[str]:
        """The days of the articles that name the fact's subject, which is its first person or its first entity."""
        ids = [
            value
            for values in fact.slots.values()
            for value in values
            if "/" in value and not value.startswith("role/")
        ]
        subject = next((i for i in ids if i.startswith("person/")), ids[0] if ids else None)
        if subject is None:
            return []
        members = self.lookup.entity(subject).members
        return self._days({iri.partition("article/")[2].partition("/")[0] for iri in members})

    def _days(self, articles: set[str]) -> list[str]:
        iris = self.lookup.iris
        told = self.lookup.store.matching(
            Pattern(iris.article(id_), cg("published"), graph=iris.article_graph(id_)) for id_ in sorted(articles)
        )
        return [quad.object.value[:10] for quad in told if isinstance(quad.object, Literal)]
