"""What people decided and what became of the facts, newest first, for the pages on which people decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.api.explorer.frame import article_address, entity_address
from app.api.explorer.quotes import anchor
from app.api.explorer.wording import claim_words
from app.api.views import Views
from app.errors import NotFound
from app.graphs import RULINGS
from app.model import Change, FactChange, Mention, Ruling, RulingKind
from app.query.history import changes
from app.query.lookup import Lookup
from app.rulings import read_rulings

_VERDICTS = {
    RulingKind.SAME: "are one and the same",
    RulingKind.DIFFERENT: "are not the same",
    RulingKind.UNDECIDED: "may be the same or not: undecided",
    RulingKind.RETRACTED: "no longer counts",
    RulingKind.REJECTED: "rejected as misread",
}
_CAUSES = {
    "new source": "new articles",
    "correction": "a corrected article",
    "removal": "an article was removed",
    "rebuild": "rebuilt from the claims",
    "ruling withdrawn": "a ruling was undone",
}
# More can be had from /changes.
_NEWEST, _FACTS, _ABOUT = 20, 8, 5


@dataclass(frozen=True)
class Named:
    """What a ruling or a change is about, in words, and its page if it has one."""

    words: str
    address: str | None


@dataclass(frozen=True)
class Decided:
    """A ruling in force."""

    id: str
    about: tuple[Named, ...]
    verdict: str
    reason: str | None


@dataclass(frozen=True)
class Entry:
    """A change: when, why, about what, how many facts it touched, and some of them with what became of each.

    `ruling` is the decision behind it, as long as that is in force.
    """

    at: datetime
    cause: str
    about: tuple[Named, ...]
    more: int
    counts: Mapping[str, int]
    facts: tuple[tuple[str, FactChange], ...]
    ruling: Decided | None


def decisions(lookup: Lookup) -> list[Decided]:
    """Every ruling in force, by id."""
    titles = _titles(lookup)
    return [_decided(ruling, lookup, titles) for ruling in _in_force(lookup)]


def rejections(lookup: Lookup, members: Container[str]) -> list[Decided]:
    """The rulings in force that reject claims about any of these local entities, by id."""
    rulings = [ruling for ruling in _in_force(lookup) if ruling.kind is RulingKind.REJECTED]
    ends = {
        claim.id: {
            lookup.iris.local_entity(claim.article, end.entity).value
            for end in (claim.subject, claim.object)
            if isinstance(end, Mention)
        }
        for claim in lookup.claims_by_id({about for ruling in rulings for about in ruling.about})
    }
    mine = {claim for claim, locals_ in ends.items() if any(local in members for local in locals_)}
    return [_decided(ruling, lookup, {}) for ruling in rulings if mine.intersection(ruling.about)]


def log(lookup: Lookup) -> list[Entry]:
    """The latest changes, newest first."""
    titles, views = _titles(lookup), Views(lookup)
    rulings = {tuple(sorted(ruling.about)): ruling for ruling in _in_force(lookup)}
    return [_entry(change, lookup, titles, rulings, views) for change in reversed(changes(lookup)[-_NEWEST:])]


def _entry(
    change: Change,
    lookup: Lookup,
    titles: Mapping[str, str],
    rulings: Mapping[tuple[str, ...], Ruling],
    views: Views,
) -> Entry:
    ruling = rulings.get(tuple(sorted(change.about))) if change.cause == "ruling" else None
    # What came with a new source is on its page; what people ask of a log is what changed.
    told = [fact for fact in change.facts if fact.after and (fact.before or change.cause != "new source")]
    return Entry(
        at=change.at,
        cause=_CAUSES.get(change.cause, change.cause),
        about=tuple(_named(each, lookup, titles) for each in change.about[:_ABOUT]),
        more=max(0, len(change.about) - _ABOUT),
        counts=Counter(_kind(fact) for fact in change.facts),
        facts=tuple(_with_words(told[:_FACTS], lookup, views)),
        ruling=_decided(ruling, lookup, titles) if ruling else None,
    )


def _kind(fact: FactChange) -> str:
    if fact.before is None:
        return "came"
    return "went" if fact.after is None else "changed"


def _with_words(facts: Sequence[FactChange], lookup: Lookup, views: Views) -> list[tuple[str, FactChange]]:
    found = []
    for each in facts:
        try:
            found.append((views.fact(lookup.fact(each.fact)).label, each))
        except NotFound:  # a later change took it away
            continue
    return found


def _in_force(lookup: Lookup) -> list[Ruling]:
    return read_rulings(lookup.store.quads(graph=lookup.iris.graph(RULINGS)))


def _decided(ruling: Ruling, lookup: Lookup, titles: Mapping[str, str]) -> Decided:
    about = tuple(_named(each, lookup, titles) for each in ruling.about)
    return Decided(ruling.id, about, _VERDICTS[ruling.kind], ruling.reason)


def _titles(lookup: Lookup) -> Mapping[str, str]:
    return {article.id: article.title or "Untitled article" for article in lookup.articles()}


def _named(about: str, lookup: Lookup, titles: Mapping[str, str]) -> Named:
    if about in titles:
        return Named(titles[about], article_address(about))
    if "/" not in about:  # no id of an entity
        for claim in lookup.claims_by_id([about]):
            words = anchor(claim.evidence[0].start, claim.evidence[0].end)
            return Named(f"“{claim_words(claim)}”", article_address(claim.article, words))
        return Named(about, None)
    try:
        entity = lookup.entity(about)
    except NotFound:  # a ruling may speak of a name that no article has yet, or of one article's own entity
        return Named(about.removeprefix(lookup.iris.base), None)
    # A name that was joined to another leads to what it became, and goes on under its own id here.
    return Named(entity.name if entity.id == about else about, entity_address(about))
