"""From a parsed article to its local entities and everywhere they are named: names first, then unnamed groups."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from app.extraction.mentions.clusters import Cluster, cluster
from app.extraction.mentions.collectives import Collective, find_collectives
from app.extraction.mentions.names import Spot, find_names, find_spots
from app.extraction.mentions.types import COLLECTIVE
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.model import Document, LocalEntity, Span


def find_mentions(passages: Sequence[Passage], document: Document) -> Mentions:
    """The article's entities with every mention by name, and its unnamed groups.

    The document is unused so far: a title that is not in the text cannot carry a mention.
    """
    del document
    names = find_names(passages)
    spots = find_spots(names, passages)
    spots_of: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        spots_of[spot.text].append(spot)
    slugs = _Slugs()
    entities: list[LocalEntity] = []
    mentions: list[FoundMention] = []
    for group in cluster(names, spots, passages):
        found = sorted(spot for name in group.names for spot in spots_of[name.text])
        if found:
            entity = _named_entity(group, found, passages, slugs)
            entities.append(entity)
            mentions += [FoundMention(s.passage, s.start, s.end, entity.id, MentionKind.NAME) for s in found]
    for phrase, places in _by_phrase(find_collectives(passages, spots)).items():
        spans = tuple(passages[place.passage].span(place.start, place.end) for place in places)
        entity = LocalEntity(id=slugs.new(phrase), name=phrase, type=COLLECTIVE, mentions=spans)
        entities.append(entity)
        mentions += [FoundMention(p.passage, p.start, p.end, entity.id, MentionKind.NOMINAL) for p in places]
    return Mentions(entities, mentions)


def _named_entity(group: Cluster, spots: Sequence[Spot], passages: Sequence[Passage], slugs: _Slugs) -> LocalEntity:
    aliases = dict.fromkeys(spot.text for spot in spots if spot.text != group.name)
    spans: tuple[Span, ...] = tuple(passages[spot.passage].span(spot.start, spot.end) for spot in spots)
    return LocalEntity(
        id=slugs.new(group.name), name=group.name, type=group.type, aliases=tuple(aliases), mentions=spans
    )


def _by_phrase(collectives: Sequence[Collective]) -> dict[str, list[Collective]]:
    groups: dict[str, list[Collective]] = defaultdict(list)
    for found in collectives:
        groups[found.phrase].append(found)
    return groups


class _Slugs:
    """Ids made of names, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, name: str) -> str:
        """The name in small letters and hyphens, with a number if it is taken."""
        plain = unicodedata.normalize("NFKD", name).casefold()
        letters = "".join(c for c in plain if not unicodedata.combining(c))
        stem = re.sub(r"[\W_]+", "-", letters).strip("-") or "entity"
        slug, number = stem, 2
        while slug in self._given:
            slug, number = f"{stem}-{number}", number + 1
        self._given.add(slug)
        return slug
