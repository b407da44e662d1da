"""The question sets, each with the graph that it is asked over."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Quad

from app.documents.load import find_files, read_articles
from app.extraction.engine import load_engine
from app.graphs import ENTITIES, entity_quads, fact_quads, read_entities
from app.model import Entity, Fact, Status
from app.pipeline import ingest
from app.query.lookup import Lookup
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.benchmarks.ask.graphs import build
from tests.benchmarks.corpora import SHARED
from tests.query.ask.articles import graph as sample_by_hand

ROOT = Path(__file__).resolve().parent
MANY = 100_000

_STARTS = "Bar Cor Dal Fen Gal Hol Jur Kel Lom Mar Nor Ost Pel Rud Sor Tam Ulv Ves Wol Yar Zen Bri Cal Dro Eld".split()
_MIDDLES = "a e i o u an en in on un ar er ir or ur as es is os us al el il ol".split()
_ENDS = "bex dor fin gat hol jin kar lun mer nix pod quen ras sel tor vik wend xar yol zet".split()


@dataclass(frozen=True)
class QuestionSet:
    """Questions, how to get at the graph that they are asked over, and what the graph is."""

    file: str
    graph: Callable[[], Lookup]
    about: str
    only: str | None = None

    def questions(self) -> list[Mapping[str, Any]]:
        """The questions over this graph."""
        found: list[Mapping[str, Any]] = yaml.safe_load((ROOT / self.file).read_text(encoding="utf-8"))
        return [question for question in found if self.only is None or question["graph"] == self.only]


def _generated(name: str) -> Callable[[], Lookup]:
    return lambda: Lookup(*build(name))


def _ingested(folder: Path) -> Lookup:
    store, iris = EmbeddedStore(), Iris()
    ingest(store, iris, [a for path in find_files([folder]) for a in read_articles(path)], load_engine())
    return Lookup(store, iris)


def _large() -> Lookup:
    lookup = Lookup(*build("northfield"))
    lookup.store.apply(Change(add=list(_crowd(lookup.iris, MANY))))
    return lookup


def _crowd(iris: Iris, size: int) -> Iterator[Quad]:
    """Entities with made-up names, half companies and half people who hold roles in them; the same every time."""
    chance = random.Random(7)  # noqa: S311  (names, not secrets)
    taken: set[str] = set()

    def name() -> str:
        while (word := chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)) in taken:
            word += chance.choice(_ENDS)
            if word not in taken:
                break
        taken.add(word)
        return word

    for number in range(size // 2):
        company = Entity(id=f"organization/crowd-{number}", name=f"{name()} {chance.choice(_STARTS)}", type="Company")
        person = Entity(id=f"person/crowd-{number}", name=f"{chance.choice(_STARTS)} {name()}", type="Person")
        yield from entity_quads(company, iris)
        yield from entity_quads(person, iris)
        title = chance.choice(("chief executive", "chair", "finance director", "engineer"))
        yield from fact_quads(_fact(f"crowd{number}", person, company, title), iris)


def _fact(key: str, person: Entity, company: Entity, title: str) -> Fact:
    return Fact(
        id=key,
        type="Tenure",
        relation="heldRole",
        slots={"person": (person.id,), "organization": (company.id,), "title": (title,)},
        status=Status.ASSERTED,
        realised=True,
    )


def entities(lookup: Lookup) -> Sequence[Entity]:
    """The entities of a graph."""
    return read_entities(lookup.store.quads(graph=lookup.iris.graph(ENTITIES)), lookup.iris)


def participants(lookup: Lookup, iri: str) -> Sequence[str]:
    """The ids of the entities in the fact of an IRI; none for any other IRI."""
    prefix = lookup.iris.fact("").value
    facts = lookup.facts_by_id([iri.removeprefix(prefix)]) if iri.startswith(prefix) else []
    return [value for fact in facts for values in fact.slots.values() for value in values]


def matters(lookup: Lookup) -> frozenset[str]:
    """What the graph holds as services and topics: texts that articles describe as they like, unlike titles."""
    slots = ("service", "topic", "scope")
    return frozenset(
        value for fact in lookup.facts(scope="all") for slot in slots for value in fact.slots.get(slot, ())
    )


FRESH: Mapping[str, Callable[[], Lookup]] = {
    "sample": sample_by_hand,
    "northfield": _generated("northfield"),
    "harbour": _generated("harbour"),
}

# To add a set: its questions in a file beside this one, and a line here.
SETS: Mapping[str, QuestionSet] = {
    "northfield": QuestionSet(
        "generated-questions.yaml", _generated("northfield"), "a generated graph", only="northfield"
    ),
    "harbour": QuestionSet("generated-questions.yaml", _generated("harbour"), "a generated graph", only="harbour"),
    "uplands": QuestionSet("uplands-questions.yaml", _generated("uplands"), "a generated graph"),
    "by-hand": QuestionSet("sample-questions.yaml", sample_by_hand, "claims written by hand for the sample articles"),
    "sample": QuestionSet(
        "sample-questions.yaml", lambda: _ingested(SAMPLE_ARTICLES_DIR), "the sample articles, as extraction reads them"
    ),
    "varied": QuestionSet("varied-questions.yaml", sample_by_hand, "the same, asked in more ways"),
    **{
        f"fresh-{batch}-{graph}": QuestionSet(f"fresh-questions-{batch}.yaml", opened, "open, for mending", only=graph)
        for batch in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)
        for graph, opened in FRESH.items()
    },
    "seed": QuestionSet(
        "seed-questions.yaml", lambda: _ingested(SHARED / "articles"), "three real articles, as extraction reads them"
    ),
    "dossier": QuestionSet(
        "dossier-questions.yaml", lambda: _ingested(ROOT / "dossier"), "a dossier of news, as extraction reads it"
    ),
    "webdossier": QuestionSet(
        "webdossier-questions.yaml",
        lambda: _ingested(ROOT / "webdossier"),
        "a dossier of web articles, as extraction reads it",
    ),
    "large": QuestionSet(
        "generated-questions.yaml", _large, f"northfield among {MANY:,} made-up entities", only="northfield"
    ),
}
