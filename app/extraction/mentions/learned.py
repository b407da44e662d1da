"""The learned vote on what a name stands for: a linear model over its letters, its neighbours and the other votes.

The rules' votes know what somebody thought of; this one weighs what labelled mentions have in common. `scripts/train
names` fits it. It is for names of several words: a lone one is most often a short form, and goes by its full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from app.extraction.lexicon.given_names import EAST_ASIAN_SURNAMES, GIVEN_NAMES
from app.extraction.lexicon.places import PLACES
from app.extraction.mentions.context import context_votes, recogniser_votes
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.types import COMPANY, ORGANIZATIONS, PERSON, PLACE, PRODUCT, Vote, spelling_votes, total

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KINDS = (COMPANY, PERSON, PLACE, PRODUCT)
"""What the model tells apart; all kinds of organisation are one."""
WEIGHTS = Path(__file__).with_name("name_types.npz")

# Of a name that stands in many places, so many are read.
_MOST_PLACES = 8
_LONGEST_WORD = 40
_STEPS = (-2.0, 0.0, 1.0, 2.0, 4.0)

Votes = Mapping[str, float]


class Place(NamedTuple):
    """Where a name stands, with the votes of the recogniser and of the context there."""

    doc: Doc
    run: Run
    recognised: Votes
    around: Votes

    @classmethod
    def of(cls, doc: Doc, run: Run) -> Place:
        """The place of a run of capitals."""
        return cls(doc, run, total(recogniser_votes(doc, run)), total(context_votes(doc, run)))


def learned_votes(places: Sequence[Place]) -> Iterator[Vote]:
    """The score of each of `KINDS` for a name, in natural logarithms: the mean over the places where it stands."""
    model, read = _model(), places[:_MOST_PLACES]
    known = [row for place in read for feature in features(place) if (row := model.weights.get(feature))]
    for number, kind in enumerate(KINDS):
        # Whole numbers are added up, so that the order of a set cannot show in the last digit.
        yield kind, sum(row[number] for row in known) * model.scale[number] / len(read) + model.bias[number]


def add_learned(votes: dict[str, float], learned: Iterable[Vote]) -> None:
    """Add the learned scores; that of an organisation goes to the kind of organisation that the others speak for."""
    for kind, score in learned:
        if kind == COMPANY:
            spoken_for = [name for name in votes if name in ORGANIZATIONS]
            kind = max(spoken_for, key=lambda name: (votes[name], name), default=COMPANY)
        votes[kind] = votes.get(kind, 0.0) + score


def features(place: Place) -> set[str]:
    """What the model is told of a name at one place."""
    doc, run, recognised, around = place
    return {*_spelled(run.text), *_placed(doc, run), *_voted("re", recognised), *_voted("cx", around)}


@lru_cache(maxsize=4096)
def _spelled(text: str) -> frozenset[str]:
    """What the name itself says: its words, their beginnings, ends and shapes, and what the lists know of them."""
    words = [word[:_LONGEST_WORD] for word in text.replace(",", " ").split()]
    found = {f"n={min(len(words), 5)}", "shape=" + " ".join(map(_shape, words[:4]))}
    for number, word in enumerate(words):
        where = "f" if number == 0 else "l" if number == len(words) - 1 else "m"
        found |= {f"{where}{part}" for part in _parts(word)}
    if text in PLACES:
        found.add("listed place")
    if {"&", "and"} & set(words):
        found.add("and")
    if "-" in text:
        found.add("hyphen")
    return frozenset({*found, *_voted("sp", total(spelling_votes(words)))})


def _shape(word: str) -> str:
    return re.sub(r"\d+", "9", re.sub(r"[a-z]+", "x", re.sub(r"[A-Z]+", "X", word)))[:8]


def _parts(word: str) -> Iterator[str]:
    lower = word.lower()
    yield f"w={lower}"
    yield from (f"e{size}={lower[-size:]}" for size in (2, 3, 4) if len(lower) > size)
    if len(lower) >= 4:
        yield f"b={lower[:3]}"
    lists = (("given", GIVEN_NAMES), ("surname", EAST_ASIAN_SURNAMES), ("place", PLACES))
    yield from (name for name, listed in lists if word in listed or word.partition("-")[0] in listed)


def _placed(doc: Doc, run: Run) -> Iterator[str]:
    """What the sentence says: the words beside the name, what it depends on and what depends on it."""
    start, end = run.start, run.end
    yield "l=" + (doc[start - 1].lower_ if start else "^")
    yield "r=" + (doc[end].lower_ if end < len(doc) else "$")
    if start > 1:
        yield f"ll={doc[start - 2].lower_} {doc[start - 1].lower_}"
    if end + 1 < len(doc):
        yield f"rr={doc[end].lower_} {doc[end + 1].lower_}"
    if start:
        yield f"lt={doc[start - 1].tag_}"
    if end < len(doc):
        yield f"rt={doc[end].tag_}"
    span = doc[start:end]
    yield from _attached(span.root, start, end)
    yield "tags=" + " ".join(token.tag_ for token in span[:4])
    yield "entity=" + "|".join(sorted({token.ent_type_ for token in span}))
    yield from (f"exactly={e.label_}" for e in span.ents if e.start in (start, start - 1) and e.end in (end, end + 1))


def _attached(root: Token, start: int, end: int) -> Iterator[str]:
    head = root.head
    yield f"d={root.dep_}"
    yield f"dh={root.dep_} {head.lemma_.lower()}"
    yield f"dp={root.dep_} {head.pos_}"
    if root.dep_ == "pobj":
        yield f"of={head.lower_} {head.head.lemma_.lower()}"
    if root.dep_ == "conj":
        first = root
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        yield f"c={first.dep_} {first.head.lemma_.lower()}"
        yield f"ce={first.ent_type_}"
    for child in root.children:
        if not start <= child.i < end:
            yield f"{'>' if child.i >= end else '<'}{child.dep_} {child.lemma_.lower()}"
            if child.dep_ == "relcl":
                yield from (f"relative={t.lower_}" for t in child.children if t.tag_ in {"WP", "WDT", "WP$"})


def _voted(voter: str, votes: Votes) -> Iterator[str]:
    """The votes in coarse steps, so that the model learns how far each voter is to be trusted."""
    organisation = sum(votes.get(kind, 0.0) for kind in ORGANIZATIONS)
    for kind in KINDS:
        votes_for_it = organisation if kind == COMPANY else votes.get(kind, 0.0)
        yield f"{voter} {kind}={sum(votes_for_it > step for step in _STEPS)}"


class _Model(NamedTuple):
    """The weights of each feature that has any, as whole numbers, and the scale and bias, in the order of `KINDS`."""

    weights: Mapping[str, list[int]]
    scale: list[float]
    bias: list[float]


@cache
def _model() -> _Model:
    with np.load(WEIGHTS) as stored:
        names = bytes(stored["names"]).decode().split("\n")
        weights = dict(zip(names, stored["weights"].tolist(), strict=True))
        return _Model(weights, stored["scale"].tolist(), stored["bias"].tolist())
