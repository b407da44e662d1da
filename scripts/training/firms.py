"""Fits the model that says which firm is meant where a sentence leaves it unsaid, and says how good it is.

It learns from the labels of the news articles that may be looked at: of what the rules propose with one side open,
the firm is meant that a label with the same relation and other side names. If no label does, none is: so it learns
to refuse what the rules should not have proposed as well.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from app.documents.clean import segment
from app.documents.load import read_articles
from app.extraction.lexicon.nouns import HE, IT, SHE
from app.extraction.mentions.logit import Logit
from app.extraction.relations.context.meant import enough, judged_by
from app.extraction.relations.context.queries import Options, Query
from app.extraction.spacy_engine import SpacyEngine
from app.model import Article
from scripts.training import logit
from scripts.training.sentences_corpus import Labelled, blocks, closed
from tests.gold import options as any_of
from tests.gold import plain

if TYPE_CHECKING:
    from scripts.training.export import Arrays

FOLDS = 10
_STRENGTH = 12.0
_SURE = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
Item = Mapping[str, Any]


@dataclass(frozen=True)
class Example:
    """What is left unsaid with its options, and which of them is meant (their number for none)."""

    corpus: str
    article: str
    options: Options
    meant: int


def examples(sentences: Path, articles: Path) -> list[Example]:
    """What is left unsaid in the open passages of a folder, and in the labelled articles of another."""
    found = [
        example
        for path in sorted(sentences.glob("*.txt"))
        for number, block in enumerate(blocks(path))
        if not closed(path, number)
        for example in of_passage(f"{path.name} {number}", block)
    ]
    return found + [example for path in sorted(articles.glob("*.txt")) for example in of_article(path)]


def of_article(path: Path) -> list[Example]:
    """What is left unsaid in a news article."""
    (article,) = read_articles(path)
    labels = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    return _unsaid("news", path.stem, article, [*(labels.get("must") or []), *(labels.get("should") or [])])


def of_passage(name: str, block: Labelled) -> list[Example]:
    """What is left unsaid in a labelled passage."""
    names: dict[str, list[str]] = {}
    for entity, (start, end) in block.mentions:
        text = block.text[start:end]
        if not text[0].islower() and text.lower() not in HE | SHE | IT:
            names.setdefault(entity, []).append(text)
    items = [
        {"relation": relation, "subject": names.get(subject, []), "object": names.get(obj, []), "quote": ""}
        for relation, subject, obj in block.claims
    ]
    return _unsaid("passages", name, Article(text=block.text), items)


def _unsaid(corpus: str, name: str, article: Article, items: Sequence[Item]) -> list[Example]:
    """What is left unsaid in a text; where the rules ask twice, as it stood the last time.

    They are told what is meant, so that what follows from it is as it should be.
    """
    found: dict[tuple[object, ...], Example] = {}

    def judge(options: Options) -> str | None:
        query = options.query
        key = (query.slot, query.relation, query.rule, query.sentence.index, query.trigger, query.known.entity)
        found[key] = Example(corpus, name, options, _meant(options, items))
        return (*options.firms, None)[found[key].meant]

    with judged_by(judge):
        SpacyEngine().read(segment(article))
    return list(found.values())


def _meant(options: Options, items: Sequence[Item]) -> int:
    """The number of the firm that the best fitting label names."""
    query = options.query
    fitting = [(item, side) for item in items for side in _sought(query, item)]
    ranked = sorted(
        (
            (-_fit(query, item), number)
            for item, side in fitting
            for number, firm in enumerate(options.firms)
            if _is_named(query, firm, item.get(side))
        )
    )
    return ranked[0][1] if ranked else len(options.firms)


def _sought(query: Query, item: Item) -> Iterator[str]:
    """The sides of a label that a query may seek: those whose other side is what is known."""
    if query.relation not in any_of(item["relation"]):
        return
    for side, other in (("object", "subject"), ("subject", "object")):
        if query.side in (side, "either") and _is_named(query, query.known.entity, item.get(other)):
            yield side


def _is_named(query: Query, entity: str, names: Any) -> bool:
    known = query.sentence.scene.mentions.entities[entity]
    forms = {plain(name) for name in (known.name, *known.aliases, *(span.text for span in known.mentions))}
    return any(plain(str(name)) in forms for name in any_of(names))


def _fit(query: Query, item: Item) -> int:
    """How well a label fits what a sentence tells: whether that is where it was read."""
    quote, text = (re.sub(r"\s+", " ", each) for each in (item["quote"], query.sentence.span.text))
    return int(quote in text or text in quote)


def fit(known: Sequence[Example]) -> Arrays:
    """The weights as they are stored."""
    return logit.fit([(example.options.rows, example.meant) for example in known], strength=_STRENGTH)


def _fold(name: str) -> int:
    return zlib.crc32(name.encode()) % FOLDS


def left_out(known: Sequence[Example]) -> Iterator[tuple[Example, list[float]]]:
    """What is left unsaid in the articles with the chances of its options, by a model that has not seen the article."""
    for fold in range(FOLDS):
        model = Logit.of(fit([e for e in known if e.corpus != "news" or _fold(e.article) != fold]))
        for example in known:
            if example.corpus == "news" and _fold(example.article) == fold:
                yield example, model.chances(example.options.rows)


def report(known: Sequence[Example]) -> str:
    """How often the right firm is filled in on articles left out."""
    judged = list(left_out(known))
    lines = [_line(f"all from {sure}", [(e, _likeliest(c, sure)) for e, c in judged]) for sure in _SURE]
    for slot in sorted({e.options.query.slot for e, _ in judged}):
        own = [(e, c) for e, c in judged if e.options.query.slot == slot]
        lines.append(_line(f"{slot} as shipped", [(e, _likeliest(c, enough(e.options))) for e, c in own]))
    return "".join(lines)


def _likeliest(chances: Sequence[float], sure: float) -> int | None:
    firms = chances[:-1]
    best = max(range(len(firms)), key=firms.__getitem__)
    return best if firms[best] >= sure else None


def _line(name: str, taken: Sequence[tuple[Example, int | None]]) -> str:
    there = sum(e.meant < len(e.options.firms) for e, _ in taken)
    made = sum(number is not None for _, number in taken)
    right = sum(number == e.meant for e, number in taken)
    return (
        f"{name:24} precision {right / max(made, 1):.3f}  recall {right / max(there, 1):.3f}"
        f"  made {made}  of {there} of {len(taken)}\n"
    )
