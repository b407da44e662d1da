"""What CORE and KnowledgeNet say in their own words, said again in the product's relations.

Where a class of theirs could be any of several relations of ours, those count neither as right nor as wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.extraction.learned.candidates import find_spans
from app.extraction.learned.encode import WordPieces, encode
from app.extraction.learned.labels import NEWS
from app.extraction.learned.reading import around
from app.ontology import load_ontology
from scripts.training.data import Example, Range, characters

_GIVEN, _SILENT = 0.5, 0.3
"""The weights of what a corpus says, and of what it says nothing of though it could have."""


@dataclass(frozen=True)
class _Ours:
    """The relation of ours, whether its ends change places, and the relations that may hold as well."""

    relation: str
    turned: bool = False
    perhaps: tuple[str, ...] = ()


_CORE: Mapping[str, _Ours] = {
    "client_of": _Ours("supplies", turned=True, perhaps=("partnerOf", "makesProduct")),
    "shareholder_of": _Ours("ownsStakeIn", perhaps=("investedIn", "acquired", "founded", "unitOf")),
    "acquired_by": _Ours("acquired", turned=True, perhaps=("ownsStakeIn", "unitOf", "investedIn", "mergedWith")),
    "merged_with": _Ours("mergedWith", perhaps=("acquired",)),
    "collaboration": _Ours("partnerOf", perhaps=("supplies", "founded")),
    "subsidiary_of": _Ours("unitOf", perhaps=("ownsStakeIn", "acquired")),
    "brand_of": _Ours("unitOf", perhaps=("makesProduct", "acquired")),
    "product_or_service_of": _Ours("makesProduct", turned=True, perhaps=("supplies", "unitOf")),
}
_KNOWLEDGENET: Mapping[str, _Ours] = {
    "CEO": _Ours("heldRole", turned=True, perhaps=("memberOf", "joined", "left", "founded")),
    "FOUNDED_BY": _Ours("founded", turned=True, perhaps=("heldRole", "memberOf")),
    "SUBSIDIARY_OF": _Ours("unitOf", perhaps=("acquired", "ownsStakeIn")),
    "HEADQUARTERS": _Ours("headquarteredIn"),
    "DATE_FOUNDED": _Ours("foundingDate"),
}
_JOBS = ("heldRole", "memberOf", "joined", "left")


def retold(examples: Sequence[Example], pieces: WordPieces) -> list[Example]:
    """The examples of CORE and KnowledgeNet as examples of the head for news."""
    return [
        *(_from_core(e, pieces) for e in examples if e.corpus == "core"),
        *(_from_knowledgenet(e) for e in examples if e.corpus == "knowledgenet" and e.asked & {*_KNOWLEDGENET}),
    ]


def _from_core(example: Example, pieces: WordPieces) -> Example:
    """Only the given pair counts."""
    window = around(example.candidates, len(example.doc))
    given = {(c.start, c.end) for c in example.candidates}
    candidates = find_spans(example.doc, *window, also=given)
    places = {(c.start, c.end): number for number, c in enumerate(candidates)}
    one, other = (places[c.start, c.end] for c in example.candidates)
    targets, weights = _blank(len(candidates))
    for pair in ((one, other), (other, one)):
        weights[pair] = _SILENT
    ours = _CORE.get(example.source["relation"])
    if ours is not None:
        turned = ours.turned != bool(example.source["invert_relation"])
        _mark(targets, weights, (other, one) if turned else (one, other), ours)
    typed = example.candidates if example.source["relation"] != "product_or_service_of" else ()
    named = {token: "ORG" for span in typed for token in range(span.start, span.end)}
    encoded = encode(example.doc, window, candidates, pieces, named=named)
    return Example(
        "news", example.fold, example.text, example.doc, encoded, candidates, [], frozenset(), targets, weights, {}
    )


def _from_knowledgenet(example: Example) -> Example:
    targets, weights = _blank(len(example.candidates))
    places: list[Range] = [characters(example.doc, c) for c in example.candidates]
    for label in sorted(example.asked & {*_KNOWLEDGENET}):
        weights[:, :, NEWS.index(_KNOWLEDGENET[label].relation)] = _SILENT
    if "EMPLOYEE_OR_MEMBER_OF" in example.asked:
        for relation in _JOBS:
            weights[:, :, NEWS.index(relation)] = _SILENT
    for label, subject, obj in example.gold:
        for i, one in enumerate(places):
            for j, other in enumerate(places):
                if not (_overlap(one, subject) and _overlap(other, obj)):
                    continue
                if label == "EMPLOYEE_OR_MEMBER_OF":
                    for relation in (*_JOBS, "founded"):
                        weights[i, j, NEWS.index(relation)] = 0.0
                elif label in _KNOWLEDGENET:
                    ours = _KNOWLEDGENET[label]
                    pair = (j, i) if ours.turned else (i, j)
                    _mark(targets, weights, pair, ours, exact=(one, other) == (subject, obj))
    for same in range(len(places)):
        weights[same, same, :] = 0.0
    return Example(
        "news", example.fold, example.text, example.doc, example.encoded, example.candidates, [], frozenset(),
        targets, weights, {},
    )  # fmt: skip


def _blank(size: int) -> tuple[np.ndarray, np.ndarray]:
    return np.zeros((size, size, len(NEWS)), np.float32), np.zeros((size, size, len(NEWS)), np.float32)


def _mark(targets: np.ndarray, weights: np.ndarray, pair: tuple[int, int], ours: _Ours, *, exact: bool = True) -> None:
    """What is said of the pair counts; what may hold as well does not; a span that only overlaps says nothing."""
    ways = [pair, (pair[1], pair[0])] if load_ontology().relations[ours.relation].symmetric else [pair]
    for way in ways:
        label = NEWS.index(ours.relation)
        if exact:
            targets[(*way, label)], weights[(*way, label)] = 1.0, _GIVEN
        elif not targets[(*way, label)]:
            weights[(*way, label)] = 0.0
    for relation in ours.perhaps:
        for way in (pair, (pair[1], pair[0])):
            if not targets[(*way, NEWS.index(relation))]:
                weights[(*way, NEWS.index(relation))] = 0.0


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
