"""Fits the model that weighs what an anaphor stands for, and says how good it is on articles and passages left out.

It learns from marked anaphors: of the project's own passages, but for the closed halves, and of the news articles that
may be looked at (`anaphora/`, one line an anaphor: start, end, words, and the name meant, or "-" for nobody that the
article names). What nobody marked in the passages counts as meaning nobody if it is a noun, or an "it" in a text of
several sentences: of the other pronouns many were left unmarked that mean somebody.
"""

from __future__ import annotations

import csv
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.documents.clean import segment
from app.documents.load import read_articles
from app.extraction.mentions.antecedents import Options
from app.extraction.mentions.coreference import resolve_anaphora
from app.extraction.mentions.mentions import find_mentions
from app.extraction.mentions.ranking import Model
from app.extraction.mentions.salience import Referent
from app.extraction.parsing.parse import parse
from app.extraction.parsing.passages import MentionKind, Mentions, Passage
from app.model import Article, Document
from scripts.training.data import Range
from scripts.training.export import Arrays
from scripts.training.sentences_corpus import Labelled, blocks, closed

FOLDS = 5
NOBODY = "-"
_SEVERAL = " + "
# A feature seen more seldom says nothing that would hold elsewhere.
_SEEN = 3
_STRENGTH = 3.0
_STEPS = 300
_PACE = 0.05


@dataclass(frozen=True)
class Example:
    """An anaphor with its candidates, which of them is meant (their number for none), and what the rules say."""

    corpus: str
    fold: int
    options: Options
    meant: int
    said: int | None


@dataclass
class _Read:
    """A text as the rules read it, and the candidates of each anaphor, by where its head ends."""

    mentions: Mentions
    passages: Sequence[Passage]
    found: list[tuple[int, Options, Sequence[Referent]]] = field(default_factory=list)


def examples(sentences: Path, articles: Path, labels: Path) -> list[Example]:
    """The marked anaphors of the open passages and of the articles that have labels."""
    passages = [
        (f"{path.name} {number}", block)
        for path in sorted(sentences.glob("*.txt"))
        for number, block in enumerate(blocks(path))
        if not closed(path, number)
    ]
    found = [example for name, block in passages for example in of_passage("passages", _fold(name), block)]
    for path in sorted(labels.glob("*.tsv")):
        (article,) = read_articles(articles / f"{path.stem}.txt")
        found += _of_article(_fold(path.stem), article, path)
    return found


def of_passage(corpus: str, fold: int, block: Labelled) -> Iterator[Example]:
    """The anaphors of a passage, and the definite nouns that mean nobody."""
    read = _read(segment(Article(text=block.text)))
    marked = {end: entity for entity, (_, end) in block.mentions}
    for end, options, said in read.found:
        entity = marked.get(end)
        if entity is not None:
            meant = _number(options, _standing(read, [place for each, place in block.mentions if each == entity]))
            if meant is not None:
                yield Example(corpus, fold, options, meant, _said(options, said))
        elif not _is_pronoun(block.text, end) or (block.text[:end].lower().endswith(" it") and "." in block.text[:-1]):
            yield Example(corpus, fold, options, len(options.referents), _said(options, said))


def _of_article(fold: int, article: Article, path: Path) -> Iterator[Example]:
    read = _read(segment(article))
    named: dict[str, set[str]] = {}
    for entity in read.mentions.entities.values():
        for name in (entity.name, *entity.aliases, *(span.text for span in entity.mentions)):
            named.setdefault(_plain(name), set()).add(entity.id)
    with path.open(encoding="utf-8") as file:
        labels = {int(end): name for _, end, _, name in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    for end, options, said in read.found:
        name = labels.get(end, _SEVERAL)
        if name == NOBODY:
            yield Example("news", fold, options, len(options.referents), _said(options, said))
        elif _SEVERAL not in name and _plain(name) in named:
            # Whoever is named too far back is none of the candidates.
            meant = _number(options, named[_plain(name)])
            yield Example(
                "news", fold, options, len(options.referents) if meant is None else meant, _said(options, said)
            )


def _read(document: Document) -> _Read:
    passages = parse(document)
    read = _Read(find_mentions(passages, document), passages)
    starts = {id(passage.doc): passage.block.start for passage in passages}

    def judge(lay_out: Callable[[], Options], said: Sequence[Referent]) -> Sequence[Referent]:
        options = lay_out()
        if options.referents:
            head = options.head
            read.found.append((starts[id(head.doc)] + head.idx + len(head.text), options, said))
        return said

    resolve_anaphora(passages, read.mentions, judge)
    return read


def _standing(read: _Read, places: Sequence[Range]) -> set[str]:
    """The entities that are named at one of the places."""
    found = set()
    for mention in read.mentions:
        span = read.passages[mention.passage].span(mention.start, mention.end)
        if mention.kind is MentionKind.NAME and any(start < span.end and span.start < end for start, end in places):
            found.add(mention.entity)
    return found


def _number(options: Options, entities: set[str]) -> int | None:
    return next((number for number, r in enumerate(options.referents) if r.entity in entities), None)


def _said(options: Options, said: Sequence[Referent]) -> int | None:
    return _number(options, {referent.entity for referent in said[-1:]})


def _is_pronoun(text: str, end: int) -> bool:
    return re.search(r"\b(?:he|she|it|his|hers?|him|its)$", text[:end], re.IGNORECASE) is not None


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


def _fold(name: str) -> int:
    return zlib.crc32(name.encode()) % FOLDS


def fit(known: Sequence[Example]) -> Arrays:
    """The weights as they are stored: the features by name, eight-bit weights and their scale.

    They make what is meant the likeliest of each anaphor's candidates and none (a conditional logit), and are drawn
    toward nothing.
    """
    seen = Counter(feature for example in known for own in _rows(example) for feature in own)
    names = sorted(feature for feature, count in seen.items() if count >= _SEEN)
    weights = _descend(known, {name: number for number, name in enumerate(names)})
    scale = np.abs(weights).max() / 127
    rounded = np.round(weights / scale).astype(np.int8)
    telling = rounded != 0
    return {
        "names": np.frombuffer("\n".join(np.array(names)[telling]).encode(), np.uint8),
        "weights": rounded[telling],
        "scale": np.float32(scale),
    }


def _rows(example: Example) -> tuple[frozenset[str], ...]:
    return (*example.options.features, example.options.none)


def _descend(known: Sequence[Example], columns: dict[str, int]) -> NDArray[np.float64]:
    rows = [[columns[f] for f in sorted(own) if f in columns] for example in known for own in _rows(example)]
    counts = np.array([len(_rows(example)) for example in known])
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    owner = np.repeat(np.arange(len(known)), counts)
    column = np.array([each for row in rows for each in row], dtype=np.intp)
    row = np.repeat(np.arange(len(rows)), [len(each) for each in rows])
    meant = np.zeros(len(rows))
    meant[starts + [example.meant for example in known]] = 1
    weights = np.zeros(len(columns))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        odds = np.bincount(row, weights[column], len(rows))
        odds = np.exp(odds - np.maximum.reduceat(odds, starts)[owner])
        chances = odds / np.add.reduceat(odds, starts)[owner]
        slope = np.bincount(column, (chances - meant)[row], len(columns)) + _STRENGTH * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= _PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def report(known: Sequence[Example]) -> str:
    """How often an anaphor is taken for the right one, by the rules and after the second look, on folds left out."""
    lines = {"rules": Counter[str](), "rules and model": Counter[str]()}
    for fold in range(FOLDS):
        model = Model.of(fit([example for example in known if example.fold != fold]))
        for example in (example for example in known if example.fold == fold):
            options, said = example.options, example.said
            taken = model.believed(options, [] if said is None else [options.referents[said]])
            _count(lines["rules"], example, said)
            _count(lines["rules and model"], example, _number(options, {r.entity for r in taken}))
    return "".join(_line(name, corpus, lines[name]) for corpus in ("passages", "news") for name in lines)


def _count(counts: Counter[str], example: Example, taken: int | None) -> None:
    somebody = example.meant < len(example.options.referents)
    counts[f"{example.corpus} there"] += somebody
    counts[f"{example.corpus} made"] += taken is not None
    counts[f"{example.corpus} right"] += somebody and taken == example.meant


def _line(name: str, corpus: str, counts: Counter[str]) -> str:
    there, made, right = (counts[f"{corpus} {each}"] for each in ("there", "made", "right"))
    return f"{corpus:10} {name:16} precision {right / made:.3f}  recall {right / there:.3f}  of {there}\n"
