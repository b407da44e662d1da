"""Whether what an article says still counts: a correction supersedes it, a ruling retracts it or rejects a claim of it.

It stays on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from app.graphs import RULINGS
from app.model import Article, Claim, Ruling, RulingKind
from app.query.lookup import Lookup
from app.rulings import Version, current, read_rulings, rejected
from app.upkeep.names import rulings_about
from app.upkeep.reading import Reading
from app.upkeep.versions import versions_around


class Standing(StrEnum):
    """Whether facts rest on an article's claims, or on one of them."""

    COUNTS = "counts"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    REJECTED = "rejected"


class Standings:
    """The standing of articles, found from those that claim to replace each other, and of claims.

    Remembers what it found.
    """

    def __init__(self, lookup: Lookup) -> None:
        """One a request: it is not told of changes."""
        self._reading = Reading(lookup.store, lookup.iris)
        self._found: dict[str, Standing] = {}
        self._retractions: dict[str, Ruling] = {}
        self._rejections: dict[str, tuple[Ruling, ...]] = {}

    def expect(self, article_ids: Iterable[str]) -> None:
        """Find the standing of these articles at once: the store may be a round trip away."""
        wanted = set(article_ids) - self._found.keys()
        if not wanted:
            return
        versions = versions_around(self._reading, [wanted])
        rulings = rulings_about(self._reading, {version.id for version in versions})
        self._retractions |= _retractions(rulings)
        self._found |= _standings(versions, rulings)

    def of(self, article_id: str) -> Standing:
        """The standing of an article of the graph."""
        self.expect([article_id])
        return self._found[article_id]

    def retraction(self, article_id: str) -> Ruling | None:
        """The ruling by which an article of the graph counts no more, if there is one."""
        self.expect([article_id])
        return self._retractions.get(article_id)

    def expect_claims(self, claims: Iterable[Claim]) -> None:
        """Find the standing of these claims at once."""
        listed = list(claims)
        self.expect(claim.article for claim in listed)
        wanted = {claim.id for claim in listed} - self._rejections.keys()
        found = [r for r in rulings_about(self._reading, wanted) if r.kind is RulingKind.REJECTED]
        self._rejections |= {id_: tuple(ruling for ruling in found if id_ in ruling.about) for id_ in wanted}

    def of_claim(self, claim: Claim) -> Standing:
        """The standing of a claim of the graph."""
        return Standing.REJECTED if self.rejections(claim) else self.of(claim.article)

    def rejections(self, claim: Claim) -> tuple[Ruling, ...]:
        """The rulings by which a claim counts no more."""
        self.expect_claims([claim])
        return self._rejections[claim.id]


def standings_of(lookup: Lookup, articles: Iterable[Article]) -> dict[str, Standing]:
    """The standing of each of all the articles of the graph: nothing more is looked up for one of them."""
    return _standings([Version.of(article) for article in articles], _rulings(lookup))


def _standings(versions: Sequence[Version], rulings: Sequence[Ruling]) -> dict[str, Standing]:
    retracted, counting = _retractions(rulings), current(versions, rulings)
    return {
        version.id: Standing.RETRACTED
        if version.id in retracted
        else Standing.COUNTS
        if version.id in counting
        else Standing.SUPERSEDED
        for version in versions
    }


def _retractions(rulings: Iterable[Ruling]) -> dict[str, Ruling]:
    return {about: ruling for ruling in rulings if ruling.kind is RulingKind.RETRACTED for about in ruling.about}


def counting(lookup: Lookup, claims: Iterable[Claim]) -> list[Claim]:
    """Those of the claims that facts rest on."""
    listed, standings = list(claims), Standings(lookup)
    standings.expect_claims(listed)
    return [claim for claim in listed if standings.of_claim(claim) is Standing.COUNTS]


def rejected_claims(lookup: Lookup) -> list[Claim]:
    """The claims on record that rulings reject, by article and place in it."""
    found = lookup.claims_by_id(sorted(rejected(_rulings(lookup))))
    return sorted(found, key=lambda claim: (claim.article, claim.evidence[0].start, claim.id))


def idle_rejections(lookup: Lookup) -> list[tuple[Ruling, list[str]]]:
    """The rulings that reject claims which no article makes now, with these: as to them, they change nothing."""
    rulings = [ruling for ruling in _rulings(lookup) if ruling.kind is RulingKind.REJECTED]
    made = Reading(lookup.store, lookup.iris).articles_of(rejected(rulings))
    found = ((ruling, sorted({*ruling.about} - made.keys())) for ruling in rulings)
    return [(ruling, missing) for ruling, missing in found if missing]


def _rulings(lookup: Lookup) -> list[Ruling]:
    return read_rulings(lookup.store.quads(graph=lookup.iris.graph(RULINGS)))
