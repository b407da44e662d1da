"""Three graphs of invented names that no lexicon and no parser was written against: `northfield`, `harbour`, `uplands`.

The articles lie beside this file as sentences with their claims (`northfield.yaml`: software and finance;
`harbour.yaml`: shipping, health and energy; `uplands.yaml`: mining, farm machinery, media, sports, biotech and retail).
A few articles more come from a seeded generator, for names that nobody chose. Everything goes through the real
derivation, so that a fact's status, time and graph are what the product makes of the claims.

A claim is `[subject, relation, object, {details}]`. A name as `Full Name|words used` is called so in the sentence.
Details: qualifiers by their name; a time as `[words, EDTF]`; `duration` in words; `by`: `sources`, `report` and who
reported, or who says it; and phase, polarity, certainty and mode where they are not the usual ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from app.claims.writing import article_quads
from app.documents.dedupe import origin_groups
from app.extraction.values.edtf import parse_edtf_bounds
from app.extraction.values.lengths import find_lengths
from app.graphs import read_entities, read_facts
from app.model import (
    AUTHOR,
    Article,
    Attribution,
    Claim,
    Entity,
    Extraction,
    Fact,
    LocalEntity,
    Mention,
    SourceKind,
    Span,
    Times,
    TimeValue,
    Value,
)
from app.resolution.derivation import derivation
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from app.vocab import Iris, slug

ROOT = Path(__file__).resolve().parent
GRAPHS = ("northfield", "harbour", "uplands")

_VALUES = frozenset({"formerName", "foundingDate", "specializesIn", "focusesOn"})
_EVENTS = frozenset({"joined", "left", "succeeded", "founded", "investedIn", "acquired", "mergedWith", "restructured"})
_TIMES = frozenset({"start", "end", "date", "announced"})
_FIELDS = frozenset({"phase", "polarity", "certainty", "mode"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "the company", "the trust"})


def build(name: str) -> tuple[Store, Iris]:
    """A graph in a store of its own, in memory."""
    iris = Iris()
    extractions = articles(name)
    quads = {quad for extraction in extractions for quad in article_quads(extraction, iris)}
    quads |= set(derivation(extractions, iris, origins=origin_groups(item.article for item in extractions)))
    store = EmbeddedStore()
    store.apply(Change(add=sorted(quads, key=str)))
    return store, iris


def entities(store: Store, iris: Iris) -> list[Entity]:
    """The entities of a graph."""
    return read_entities(store.quads(graph=iris.graph("entities")), iris)


def facts(store: Store, iris: Iris) -> list[Fact]:
    """The facts of a graph, whatever their status."""
    graphs = ("facts", "reported", "planned", "unconfirmed")
    return read_facts([quad for name in graphs for quad in store.quads(graph=iris.graph(name))], iris)


def articles(name: str) -> list[Extraction]:
    """The articles of a graph with their claims, in a fixed order."""
    world = yaml.safe_load((ROOT / f"{name}.yaml").read_text(encoding="utf-8"))
    types = {entity: type_ for type_, names in world["types"].items() for entity in names}
    written = [_read(item, types) for item in world["articles"]]
    return [*written, *_generated(name, types)]


# --- one article ------------------------------------------------------------------------------------------------------


@dataclass
class _Writing:
    """An article whose claims are being read. `at` is where the sentence in hand lies."""

    article: Article
    types: Mapping[str, str]
    at: Span = field(default_factory=lambda: Span(start=0, end=0, text=""))
    names: dict[str, list[str]] = field(default_factory=dict)

    def mention(self, words: str) -> Mention:
        """The entity that is named, where the sentence, or failing that the article, says so."""
        name, _, surface = words.partition("|")
        used = surface or name
        if name not in self.types:
            raise ValueError(f"{name!r} has no type")
        called = self.names.setdefault(name, [])
        if used != name and used.lower() not in _PRONOUNS and used not in called:
            called.append(used)
        span = self.find(used)
        return Mention(
            entity=slug(name), name=name, type=self.types[name], mention=used, start=span.start, end=span.end
        )

    def find(self, words: str) -> Span:
        """Where the words stand: in the sentence, or failing that anywhere."""
        start = self.article.text.find(words, self.at.start, self.at.end)
        if start < 0:
            start = self.article.text.find(words)
        if start < 0:
            raise ValueError(f"{words!r} does not stand in {self.article.text!r}")
        return Span(start=start, end=start + len(words), text=words)

    def local_entities(self) -> tuple[LocalEntity, ...]:
        """The entities that the claims name."""
        return tuple(
            LocalEntity(id=slug(name), name=name, type=self.types[name], aliases=tuple(called))
            for name, called in self.names.items()
        )


def _read(item: Mapping[str, Any], types: Mapping[str, str]) -> Extraction:
    text = "".join(sentence["say"] + sentence.get("gap", " ") for sentence in item["sentences"]).rstrip()
    article = Article(
        text=text,
        title=item.get("title"),
        publisher=item.get("publisher"),
        published=str(item["published"]) if "published" in item else None,
        source=item["key"],
    )
    writing = _Writing(article, types)
    claims = []
    for sentence in item["sentences"]:
        writing.at = writing.find(sentence["say"])
        claims += [_claim(parts, writing) for parts in sentence.get("claims", ())]
    return Extraction(article=article, entities=writing.local_entities(), claims=tuple(claims))


def _claim(parts: Sequence[Any], writing: _Writing) -> Claim:
    subject, relation, *rest = parts
    details: dict[str, Any] = dict(rest.pop()) if rest and isinstance(rest[-1], dict) else {}
    fields = {name: details.pop(name) for name in _FIELDS & details.keys()}
    fields.setdefault("phase", "completed" if relation in _EVENTS else "ongoing")
    speakers = _attribution(details.pop("by", None), writing)
    times = _times(details)
    ends = [writing.mention(subject), _object(relation, rest[0], writing) if rest else None]
    spans = [writing.at, *(_sentence(end, writing) for end in ends if end is not None)]
    return Claim(
        article=writing.article.id,
        relation=relation,
        subject=ends[0],
        object=ends[1],
        qualifiers={name: str(value) for name, value in details.items()},
        time=times,
        attribution=speakers,
        evidence=tuple(sorted(set(spans), key=lambda span: span.start)),
        confidence=0.9,
        engine="benchmark 1",
        **fields,
    )


def _object(relation: str, words: str, writing: _Writing) -> Mention | Value:
    if relation not in _VALUES:
        return writing.mention(words)
    value, _, surface = str(words).partition("|")
    span = writing.find(surface or value)
    return Value(value=value, start=span.start, end=span.end)


def _sentence(end: Mention | Value, writing: _Writing) -> Span:
    """The stretch that has to be evidence too because a name stands outside the sentence."""
    if writing.at.start <= end.start and end.end <= writing.at.end:
        return writing.at
    return Span(start=end.start, end=end.end, text=writing.article.text[end.start : end.end])


def _attribution(by: str | list[str] | None, writing: _Writing) -> tuple[Attribution, ...]:
    found = []
    for name in [by] if isinstance(by, str) else by or []:
        if name == "sources":
            found.append(Attribution(kind=SourceKind.UNNAMED))
        elif name.startswith("report"):
            found.append(Attribution(kind=SourceKind.REPORT, name=name.partition(" ")[2] or None))
        else:
            full, _, surface = name.partition("|")
            span = writing.find(surface or full)
            found.append(Attribution(kind=SourceKind.NAMED, name=full, start=span.start, end=span.end))
    return tuple(found) or (AUTHOR,)


def _times(details: dict[str, Any]) -> Times:
    found: dict[str, Any] = {}
    for name in _TIMES & details.keys():
        words, edtf = (str(part) for part in details.pop(name))
        earliest, latest = parse_edtf_bounds(edtf)
        found[name] = TimeValue(text=words, edtf=edtf, earliest=earliest, latest=latest)
    if words := details.pop("duration", None):
        (length,) = find_lengths(words)
        found |= {
            "duration": length.duration.iso,
            "duration_days": (length.duration.min_days, length.duration.max_days),
            "duration_span": Span(start=0, end=len(words), text=words),
        }
    return Times(**found)


# --- articles with names that nobody chose ----------------------------------------------------------------------------

_STEMS = (
    "Almer Bexlo Corvane Dulwick Elsby Fenmoor Galdry Hythe Ister Jorvale Keld Lomond Marrick Norvic Ottery"
).split()
_TRADES = {
    "northfield": "Analytics Ledger Robotics Networks Payments Signals".split(),
    "harbour": "Freight Clinics Wind Ferries Pharmacies Turbines".split(),
    "uplands": "Quarries Tillage Broadcasting Athletics Peptides Grocers".split(),
}
_GIVEN = (
    "Anneke Bashir Chiara Dumisani Esra Fergus Gita Hakon Ilse Jamal Katya Lwazi Mireille Nobuhle Oisin Paolo"
).split()
_FAMILY = (
    "Abarca Brandvold Castellani Dlamini-Roe Eskola Farrugia Grzelak Haddad Iyer Jansz Kvist Lefèvre Mutasa"
).split()
_CITIES = "Ghent Porto Tromsø Valletta Cork Trieste Gdynia Mombasa Bergen Haifa".split()


def _generated(name: str, types: Mapping[str, str]) -> Iterator[Extraction]:
    """Short profiles of companies: where each sits, who runs it and since when it has been there."""
    chance = random.Random(name)  # noqa: S311
    stems, cities = chance.sample(_STEMS, 6), chance.sample(_CITIES, 6)
    given, family = chance.sample(_GIVEN, 6), chance.sample(_FAMILY, 6)
    for index, trade in enumerate(_TRADES[name]):
        company, person, city = f"{stems[index]} {trade}", f"{given[index]} {family[index]}", cities[index]
        founded, since = chance.randint(1962, 1999), chance.randint(2004, 2021)
        profile = {
            "key": f"profile-{slug(company)}",
            "title": f"Profile: {company}",
            "publisher": "Company Register",
            "sentences": [
                {
                    "say": f"{company}, of {city}, was founded in {founded}.",
                    "claims": [
                        [company, "headquarteredIn", city],
                        [company, "foundingDate", str(founded)],
                    ],
                },
                {
                    "say": f"{person} has been its managing director since {since}.",
                    "claims": [
                        [person, "heldRole", company, {"title": "managing director", "start": [str(since), str(since)]}]
                    ],
                },
            ],
        }
        yield _read(profile, {**types, company: "Company", person: "Person", city: "Place"})
