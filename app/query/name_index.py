"""Finds entities by name as people type them: the beginning of a word, words in any order, a letter wrong.

An index in memory (SQLite's full-text search for beginnings and parts of words, rapidfuzz for misspelt ones), made anew
when the graph has changed since.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.graphs import DERIVED
from app.model import Entity
from app.ontology import load_ontology
from app.query.checks import subclasses
from app.query.lookup import Lookup
from app.query.names import fold, match_rank
from app.vocab import CG, TYPE

# How many letters of a word may be wrong, by the length from which on that many may.
_TYPOS = ((4, 1), (8, 2))
_WORD = re.compile(r"\w+")
# What a hit scores by `match_rank`: the same name, its beginning, the beginning of a word, a part.
_SCORES = (1.0, 0.9, 0.8, 0.6)
_WORDS_SCORE, _TYPO_SCORE = 0.7, 0.6  # its words in another order; the most that a misspelt one can have
_MOST_WORDS = 12
_MOST_READINGS = 5

_SCHEMA = """
CREATE TABLE name (n INTEGER PRIMARY KEY, entity TEXT, text TEXT, preferred INTEGER);
CREATE TABLE class (entity TEXT, name TEXT, PRIMARY KEY (name, entity)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61', prefix='1 2 3');
CREATE VIRTUAL TABLE parts USING fts5(text, content='', tokenize='trigram');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
"""


@dataclass(frozen=True)
class Hit:
    """An entity that was found: by which of its names, and how well that fits, from 0 to 1 (the very name)."""

    entity: Entity
    name: str
    score: float


class NameIndex:
    """The names of the entities of one state of the graph."""

    def __init__(self, entities: Iterable[Entity], classes: Mapping[str, Collection[str]]) -> None:
        """`classes` are the inferred ones by entity id, beside its own class and those above it."""
        self._entities = {entity.id: entity for entity in entities}
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.executescript(_SCHEMA)
        self._fill(classes)
        self._vocabulary = [word for (word,) in self._db.execute("SELECT term FROM vocabulary")]

    def _fill(self, classes: Mapping[str, Collection[str]]) -> None:
        ontology, number = load_ontology(), 0
        for entity in self._entities.values():
            own = {entity.type, *classes.get(entity.id, ())}
            every = own.union(*(ontology.ancestors(name) for name in own))
            self._db.executemany("INSERT INTO class VALUES (?, ?)", [(entity.id, name) for name in every])
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                number += 1
                self._db.execute("INSERT INTO name VALUES (?, ?, ?, ?)", (number, entity.id, name, name == entity.name))
                for table in ("words", "parts"):
                    self._db.execute(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", (number, fold(name)))  # noqa: S608

    def search(self, text: str, *, type: str | None = None, limit: int = 20) -> list[Hit]:  # noqa: A002
        """The entities that a text may mean, best first.

        Misspelt words count only where nothing fits as it is spelt.

        Raises:
            BadInput: there is no such class.
        """
        folded, wanted = fold(text), None if type is None else subclasses(type, "entity")
        words = _WORD.findall(folded)[:_MOST_WORDS]
        if not words:
            return []
        with self._lock:
            found = self._ranked(folded, self._as_spelt(folded, words, wanted))
            if not found:
                found = self._ranked(folded, self._misspelt(words, wanted), most=_TYPO_SCORE)
        return found[:limit]

    def suggest(self, prefix: str, *, type: str | None = None, limit: int = 10) -> list[Hit]:  # noqa: A002
        """The same for what is still being typed; nothing typed yet gives the best-known entities."""
        if fold(prefix):
            return self.search(prefix, type=type, limit=limit)
        wanted = None if type is None else set(self._of_classes(subclasses(type, "entity")))
        known = [entity for entity in self._entities.values() if wanted is None or entity.id in wanted]
        known.sort(key=lambda entity: (-len(entity.members), entity.name, entity.id))
        return [Hit(entity, entity.name, 0.0) for entity in known[:limit]]

    def _of_classes(self, names: Collection[str]) -> Iterator[str]:
        marks = ",".join("?" * len(names))
        with self._lock:
            rows = self._db.execute(f"SELECT entity FROM class WHERE name IN ({marks})", [*names]).fetchall()  # noqa: S608
        return (entity for (entity,) in rows)

    def _as_spelt(self, folded: str, words: list[str], wanted: list[str] | None) -> Iterator[tuple[str, str]]:
        yield from self._matching("words", " AND ".join(f'"{word}"*' for word in words), wanted)
        if len(folded) > 2:  # a trigram index knows nothing shorter
            yield from self._matching("parts", '"' + folded.replace('"', '""') + '"', wanted)

    def _misspelt(self, words: list[str], wanted: list[str] | None) -> Iterator[tuple[str, str]]:
        readings = [self._readings(word) for word in words]
        if all(readings):
            anyhow = (" OR ".join(f'"{word}"*' for word in alike) for alike in readings)
            yield from self._matching("words", " AND ".join(f"({each})" for each in anyhow), wanted)

    def _readings(self, word: str) -> list[str]:
        """The words of the graph that a typed one may stand for: itself, those near it, those that begin near it."""
        typos = max((most for length, most in _TYPOS if len(word) >= length), default=0)
        near = [word] if any(known.startswith(word) for known in self._vocabulary) else []
        if typos:
            # Whole words first; then beginnings, one letter longer too, for a word that is typed with one missing.
            for length in (None, len(word), len(word) + 1):
                choices = {known: known[:length] for known in self._vocabulary}
                found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=typos, limit=_MOST_READINGS)
                near += [known for _, _, known in found]
        return list(dict.fromkeys(near))

    def _matching(self, table: str, query: str, wanted: list[str] | None) -> Iterator[tuple[str, str]]:
        """Entity and name of every row that a full-text query matches."""
        sql = f"SELECT entity, name.text FROM {table} JOIN name ON n = {table}.rowid WHERE {table} MATCH ?"  # noqa: S608
        values = [query]
        if wanted is not None:
            marks = ",".join("?" * len(wanted))
            sql += f" AND entity IN (SELECT entity FROM class WHERE name IN ({marks}))"  # noqa: S608
            values += wanted
        yield from self._db.execute(sql, values)

    def _ranked(self, folded: str, rows: Iterable[tuple[str, str]], *, most: float = 1.0) -> list[Hit]:
        """The best name of each entity; among equals those that more articles speak of, then the shorter name."""
        best: dict[str, Hit] = {}
        for entity_id, name in rows:
            entity = self._entities[entity_id]
            hit = Hit(entity, name, round(most * _score(folded, name) - 0.01 * (name != entity.name), 2))
            if entity_id not in best or hit.score > best[entity_id].score:
                best[entity_id] = hit
        return sorted(
            best.values(),
            key=lambda hit: (-hit.score, -len(hit.entity.members), len(hit.name), hit.name, hit.entity.id),
        )


def _score(folded: str, name: str) -> float:
    rank = match_rank(folded, name)
    if rank is not None:
        return _SCORES[rank]
    words = fold(name).split()
    if all(any(word.startswith(part) for word in words) for part in folded.split()):
        return _WORDS_SCORE
    return OSA.normalized_similarity(folded, fold(name))


class FreshNames:
    """The index of a graph that changes: made when it is first asked for, and again after a change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[int, NameIndex] | None = None

    def of(self, lookup: Lookup) -> NameIndex:
        """The index of the graph as it is."""
        generation = lookup.store.generation
        with self._lock:
            if self._made is None or self._made[0] != generation:
                self._made = generation, NameIndex(lookup.entities(), _inferred(lookup))
            return self._made[1]


def _inferred(lookup: Lookup) -> dict[str, set[str]]:
    """The classes that rules add, by entity."""
    found: dict[str, set[str]] = {}
    for quad in lookup.store.quads(None, TYPE, None, lookup.iris.graph(DERIVED)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found.setdefault(lookup.iris.local_name(quad.subject), set()).add(quad.object.value.removeprefix(CG))
    return found
