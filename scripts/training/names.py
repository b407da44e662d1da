"""Fits the model that says what a full name stands for, and says how often it is right on names it has not seen.

It learns from marked mentions: of the project's own sentences, of CORE (companies) and of KnowledgeNet (the two sides
of each fact).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from app.documents.clean import segment
from app.extraction.learned.labels import PERSONAL_IDS, PROPERTY_IDS
from app.extraction.mentions.learned import KINDS, Place, features
from app.extraction.mentions.runs import find_runs
from app.extraction.mentions.types import ORGANIZATIONS
from app.extraction.parsing.parse import parse
from app.model import Article
from scripts.training.data import Range
from scripts.training.export import Arrays
from scripts.training.sentences_corpus import blocks
from tests.benchmarks.folds import FOLDS, Dealer
from tests.benchmarks.tokens import prose

# What the two sides of KnowledgeNet's properties are; None where it is no name.
_SIDES = {
    "HEADQUARTERS": ("Company", "Place"),
    "FOUNDED_BY": ("Company", "Person"),
    "CEO": ("Company", "Person"),
    "EMPLOYEE_OR_MEMBER_OF": ("Person", "Company"),
    "SUBSIDIARY_OF": ("Company", "Company"),
    "DATE_FOUNDED": ("Company", None),
    "PLACE_OF_RESIDENCE": ("Person", "Place"),
    "PLACE_OF_BIRTH": ("Person", "Place"),
    "SPOUSE": ("Person", "Person"),
    "CHILD_OF": ("Person", "Person"),
    "EDUCATED_AT": ("Person", "Company"),
    "DATE_OF_BIRTH": ("Person", None),
    "DATE_OF_DEATH": ("Person", None),
    "NATIONALITY": ("Person", None),
    "POLITICAL_AFFILIATION": ("Person", "Company"),
}
# The classes of CORE of which one side is no company.
_NO_COMPANIES = frozenset({"undefined", "product_or_service_of", "brand_of"})
# A feature seen more seldom says nothing that would hold elsewhere.
_SEEN = 3
_STRENGTH = 0.3


@dataclass(frozen=True)
class Named:
    """A name at one place, what it stands for, and the fold and corpus that it comes from."""

    corpus: str
    fold: int
    kind: str
    features: frozenset[str]


def named(folder: Path, corpora: Path) -> list[Named]:
    """Every marked mention that is a name."""
    return [
        *_own(folder),
        *_knowledgenet(corpora / "knowledgenet-folds-1-3.jsonl"),
        *_core(corpora / "core-train.json"),
    ]


def fit(examples: Sequence[Named]) -> Arrays:
    """The weights as they are stored: the features by name, and eight-bit weights with a scale for each kind."""
    vectors = CountVectorizer(analyzer=sorted, min_df=_SEEN, binary=True)
    table = vectors.fit_transform([example.features for example in examples])
    model = LogisticRegression(C=_STRENGTH, max_iter=400).fit(table, [example.kind for example in examples])
    order = [list(model.classes_).index(kind) for kind in KINDS]
    weights = model.coef_[order].T
    scale = np.abs(weights).max(0) / 127
    rounded = np.round(weights / scale).astype(np.int8)
    telling = np.abs(rounded).sum(1) > 0
    names = "\n".join(np.array(vectors.get_feature_names_out())[telling])
    return {
        "names": np.frombuffer(names.encode(), np.uint8),
        "weights": rounded[telling],
        "scale": scale.astype(np.float32),
        "bias": model.intercept_[order].astype(np.float32),
    }


def report(examples: Sequence[Named]) -> str:
    """How often the kind is right, by corpus, on folds that were left out of the fitting."""
    right: dict[str, list[bool]] = {}
    for fold in FOLDS:
        arrays = fit([example for example in examples if example.fold != fold])
        rows = {name: row for row, name in enumerate(bytes(arrays["names"]).decode().split("\n"))}
        for example in examples:
            if example.fold == fold:
                right.setdefault(example.corpus, []).append(_kind(arrays, rows, example) == example.kind)
    return "".join(f"{name:14} {len(each):6} names, {np.mean(each):.3f} right\n" for name, each in right.items())


def _kind(arrays: Arrays, rows: Mapping[str, int], example: Named) -> str:
    own = [rows[feature] for feature in example.features & rows.keys()]
    scores = arrays["bias"] + arrays["scale"] * arrays["weights"][own].sum(0, dtype=np.int64)
    return KINDS[int(np.argmax(scores))]


def _own(folder: Path) -> Iterator[Named]:
    """Whole files go to a fold: the passages of one are by one hand."""
    for number, path in enumerate(sorted(folder.glob("*.txt"))):
        for block in blocks(path):
            marked = {place: block.types[entity] for entity, place in block.mentions}
            yield from _named("own", FOLDS[number % len(FOLDS)], block.text, marked)


def _knowledgenet(path: Path) -> Iterator[Named]:
    sides = {number: _SIDES[name] for number, name in (PROPERTY_IDS | PERSONAL_IDS).items()}
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for passage in item["passages"]:
            start, marked = passage["passageStart"], {}
            for fact in passage["facts"]:
                for side, kind in zip(("subject", "object"), sides[fact["propertyId"]], strict=True):
                    if kind:
                        marked[(fact[f"{side}Start"] - start, fact[f"{side}End"] - start)] = kind
            yield from _named("knowledgenet", item["fold"], passage["passageText"], marked)


def _core(path: Path) -> Iterator[Named]:
    folds = Dealer()
    for item in json.loads(path.read_text(encoding="utf-8")):
        if item["relation"] not in _NO_COMPANIES:
            text = prose(item["context"])
            sides = [text.characters(item[f"{side}_start"], item[f"{side}_end"] + 1) for side in ("e1", "e2")]
            yield from _named("core", folds.of(text.text), text.text, dict.fromkeys(sides, "Company"))


def _named(corpus: str, fold: int, text: str, marked: Mapping[Range, str]) -> Iterator[Named]:
    """The marked mentions that the product takes for names too."""
    passages = parse(segment(Article(text=text)))
    for run in find_runs(passages):
        doc, span = passages[run.passage].doc, passages[run.passage].span(run.start, run.end)
        kind = _marked(marked, text, span.start, span.end) if " " in run.text else None
        if kind in ORGANIZATIONS:
            kind = "Company"
        if kind in KINDS:
            yield Named(corpus, fold, kind, frozenset(features(Place.of(doc, run))))


def _marked(marked: Mapping[Range, str], text: str, start: int, end: int) -> str | None:
    """The class of a mention, which may have an article that the name has not."""
    for (first, last), kind in marked.items():
        if last == end and text[first:start].lower() in ("", "the "):
            return kind
    return None
