"""What people have decided, as quads of the `rulings` graph and back; which articles and claims count because of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, Quad

from app.claims.nodes import NodeReader
from app.graphs import RULINGS
from app.model import Article, Claim, Extraction, LocalEntity, Ruling, RulingKind, Value
from app.vocab import COMMENT, TYPE, Iris, cg


def ruling_quads(ruling: Ruling, iris: Iris) -> list[Quad]:
    """A ruling as quads."""
    graph, node = iris.graph(RULINGS), iris.ruling(ruling.id)
    quads = [Quad(node, TYPE, cg("Ruling"), graph), Quad(node, cg("kind"), Literal(str(ruling.kind)), graph)]
    quads += [Quad(node, cg("ruledOn"), Literal(about), graph) for about in ruling.about]
    if ruling.reason is not None:
        quads.append(Quad(node, COMMENT, Literal(ruling.reason), graph))
    return quads


def read_rulings(quads: Iterable[Quad]) -> list[Ruling]:
    """The rulings in quads of the `rulings` graph, sorted by id."""
    reader = NodeReader(quads)
    rulings = [
        Ruling(
            kind=RulingKind(reader.required(node, cg("kind"))),
            about=tuple(term.value for term in reader.terms(node, cg("ruledOn"))),
            reason=reader.text(node, COMMENT),
        )
        for node in reader.nodes("Ruling")
    ]
    return sorted(rulings, key=lambda ruling: ruling.id)


@dataclass(frozen=True)
class Version:
    """What of an article matters to whether it counts: its id, address and date, and the name of what it replaces."""

    id: str
    url: str | None
    replaces: str | None
    published: str | None

    @classmethod
    def of(cls, article: Article) -> Version:
        """The version that an article is."""
        return cls(article.id, article.url, article.replaces, article.published)

    def names(self) -> set[str]:
        """What leads to other versions."""
        return {name for name in (self.id, self.url, self.replaces) if name}


def standing(extractions: Sequence[Extraction], rulings: Iterable[Ruling]) -> list[Extraction]:
    """The articles that count (see `current`), with those of their claims that do."""
    rulings = list(rulings)
    versions = {extraction.article.id: extraction for extraction in extractions}
    counting = current((Version.of(found.article) for found in versions.values()), rulings)
    gone = rejected(rulings)
    return [without(found, gone) for article_id, found in versions.items() if article_id in counting]


def rejected(rulings: Iterable[Ruling]) -> frozenset[str]:
    """The ids of the claims that count no more."""
    return frozenset(about for ruling in rulings if ruling.kind is RulingKind.REJECTED for about in ruling.about)


def without(extraction: Extraction, claim_ids: Container[str]) -> Extraction:
    """What an article says but for some claims, and for the other names that only these gave."""
    kept = tuple(claim for claim in extraction.claims if claim.id not in claim_ids)
    if len(kept) == len(extraction.claims):
        return extraction
    lost = _names_given(claim for claim in extraction.claims if claim.id in claim_ids) - _names_given(kept)
    entities = tuple(_but_for(entity, lost) for entity in extraction.entities)
    return extraction.model_copy(update={"claims": kept, "entities": entities})


def _names_given(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """By local entity, the other names that claims give it."""
    naming = (claim for claim in claims if claim.relation == "formerName")
    return {(claim.subject.entity, claim.object.value) for claim in naming if isinstance(claim.object, Value)}


def _but_for(entity: LocalEntity, names: Container[tuple[str, str]]) -> LocalEntity:
    aliases = tuple(alias for alias in entity.aliases if (entity.id, alias) not in names)
    return entity if aliases == entity.aliases else entity.model_copy(update={"aliases": aliases})


def current(versions: Iterable[Version], rulings: Iterable[Ruling]) -> set[str]:
    """The ids of the articles that count: neither retracted, nor corrected by a version that counts.

    Of versions that claim to replace each other, all count: which came last cannot be told. Articles that no claim to
    replace links with these cannot matter to them.
    """
    retracted = {about for ruling in rulings if ruling.kind is RulingKind.RETRACTED for about in ruling.about}
    left = [version for version in versions if version.id not in retracted]
    replaced = replacements(left)
    return {version.id for version in left} - {old for earlier in replaced.values() for old in earlier}


def replacements(versions: Iterable[Version]) -> dict[str, set[str]]:
    """The ids of the versions that each one replaces, but for those that it goes round in a circle with.

    A story often keeps its address. Of several that replace what is there each replaces the earlier ones, as far as
    dates tell.

    >>> first = Version("a", "https://n.example/1", None, "2025-03-01")
    >>> second = Version("b", "https://n.example/1", "https://n.example/1", "2025-03-02")
    >>> third = Version("c", "https://n.example/1", "https://n.example/1", "2025-03-09")
    >>> {new: sorted(old) for new, old in replacements([first, second, third]).items()}
    {'b': ['a'], 'c': ['a', 'b']}
    """
    listed, named = list(versions), defaultdict[str, set[Version]](set)
    for version in listed:
        for name in filter(None, (version.id, version.url)):
            named[name].add(version)
    replaced = {
        version.id: {old.id for old in named.get(version.replaces, ()) if _can_replace(version, old)}
        for version in listed
        if version.replaces
    }
    straight = {new: {old for old in earlier if not _leads(old, new, replaced)} for new, earlier in replaced.items()}
    return {new: earlier for new, earlier in straight.items() if earlier}


def _can_replace(new: Version, old: Version) -> bool:
    """Whether one that a version names is an earlier one: not itself, nor one that replaces the same address later."""
    if old.id == new.id:
        return False
    is_rival = old.url == new.url and old.replaces == new.replaces
    return not is_rival or _is_before(old.published, new.published)


def _is_before(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one < other and not other.startswith(one)


def _leads(start: str, goal: str, replaced: Mapping[str, set[str]]) -> bool:
    """Whether a chain of versions comes from one to another."""
    seen, ahead = set[str](), {start}
    while ahead:
        seen |= ahead
        ahead = {old for new in ahead for old in replaced.get(new, ())} - seen
    return goal in seen
