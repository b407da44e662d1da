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
from scripts.training import logit
from scripts.training.data import Range
from scripts.training.export import Arrays
from scripts.training.sentences_corpus import Labelled, blocks, closed

FOLDS = 5
NOBODY = "-"
_SEVERAL = " + "


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
    """The weights as they are stored, from what is meant by each anaphor."""
    return logit.fit([(example.options.rows, example.meant) for example in known])


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
