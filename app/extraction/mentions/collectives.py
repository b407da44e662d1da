"""Unnamed groups that can act or be dealt with: "third-party data vendors", "researchers at X", "the Ashby family"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COLLECTIVE_HEADS, KIN, ORG_ANAPHORS, PLURAL_ORG_ANAPHORS, SOURCE_HEADS
from app.extraction.mentions.capitals import is_kin
from app.extraction.mentions.names import Spot
from app.extraction.parsing.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SKIPPED = frozenset("ADP ADV CCONJ DET NUM PRON PUNCT SCONJ SPACE".split())
_QUANTIFIERS = frozenset(
    "some other others many several most few more all both various such these those certain numerous own same".split()
)
_LINKS = frozenset({"at", "of", "from", "within", "inside"})
_SINGULAR = frozenset("team family staff talent personnel workforce consortium crew group".split())

_OF_FAMILIES = frozenset({"member", "members", "branch", "branches", "part"})
_HOLDINGS = frozenset({"foundation", "trust", "holding", "office"})
_HOLDERS = frozenset({"family", "employee", "founder", "staff"})


@dataclass(frozen=True)
class Collective:
    """A mention of an unnamed group; `phrase` is its name."""

    passage: int
    start: int
    end: int
    phrase: str


def find_collectives(passages: Sequence[Passage], spots: Iterable[Spot]) -> list[Collective]:
    """Every noun phrase that speaks of a group, in order."""
    named = {(spot.passage, token) for spot in spots for token in range(spot.start, spot.end)}
    return [found for passage in passages for found in _in_passage(passage, named)]


def _in_passage(passage: Passage, named: set[tuple[int, int]]) -> Iterator[Collective]:
    doc = passage.doc
    for token in doc:
        held = _is_holding(token)
        if not (held or token.lower_ in COLLECTIVE_HEADS) or (token.is_title and not token.is_sent_start):
            continue
        if (passage.index, token.i) in named or token.dep_ == "compound":
            continue
        start, end = _start(doc, token, passage.index, named), _end(doc, token, passage.index, named)
        modified = start < token.i or end > token.i + 1
        if not modified and (token.lower_ in _SINGULAR or token.lower_ in SOURCE_HEADS):
            continue
        if (passage.index, end) in named and end == token.i + 1:
            continue  # "Stanford graduates A and B": only said of those named
        if (
            _is_somebodys(token)
            or _points_back(doc, token, start)
            or (token.lower_ in KIN and not is_kin(doc, token.i))
        ):
            continue
        yield Collective(passage.index, start, end, passage.span(start, end).text)


def _is_holding(token: Token) -> bool:
    """Whether a family or the staff hold their shares by it: "the family foundation", "an employee trust"."""
    if token.lower_ not in _HOLDINGS or not token.i:
        return False
    return token.nbor(-1).lower_ in _HOLDERS and token.nbor(-1).dep_ == "compound"


def _start(doc: Doc, head: Token, passage: int, named: set[tuple[int, int]]) -> int:
    """The first word of the phrase that is no article, number or quantifier."""
    lefts = [t for t in head.lefts if t.dep_ in {"amod", "compound", "poss", "nmod", "nummod", "det", "predet"}]
    start = min((t.left_edge.i for t in lefts), default=head.i)
    while start < head.i and (passage, start) not in named and _is_skipped(doc[start]):
        start += 1
    return start


def _is_skipped(token: Token) -> bool:
    if token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return False  # "third-party"
    return token.pos_ in _SKIPPED or token.lower_ in _QUANTIFIERS or token.like_num


def _end(doc: Doc, head: Token, passage: int, named: set[tuple[int, int]]) -> int:
    """The end of the phrase: with a complement such as "at X" if X is a name."""
    end = head.i + 1
    for child in head.rights:
        if child.i == end and child.lower_ in _LINKS and child.dep_ == "prep":
            goal = next((t for t in child.children if t.dep_ == "pobj"), None)
            if goal is not None and (passage, goal.i) in named:
                return _names_end(doc, goal.i, passage, named)
            if goal is not None and goal.lower_ == "family" and head.lower_ in _OF_FAMILIES and is_kin(doc, goal.i):
                return goal.i + 1
    return end


def _names_end(doc: Doc, position: int, passage: int, named: set[tuple[int, int]]) -> int:
    """The end of the name there, and of those coordinated with it ("talent from X and Y")."""
    while (passage, position + 1) in named:
        position += 1
    after = position + 2
    if after < len(doc) and doc[position + 1].lower_ in {"and", "or"} and (passage, after) in named:
        end = _names_end(doc, after, passage, named)
        if doc[after:end].root.dep_ == "conj":
            return end
    return position + 1


def _is_somebodys(head: Token) -> bool:
    """Whether it is of what was named before: "the company's creditors"; whose they are, a relation has to tell."""
    return any(child.dep_ == "poss" and child.lemma_.lower() in ORG_ANAPHORS for child in head.lefts)


def _points_back(doc: Doc, head: Token, start: int) -> bool:
    """Whether it means organisations named before ("the two companies"), or companies in general."""
    if start < head.i:
        return False
    before = {token.lower_ for token in doc[max(head.i - 3, 0) : head.i]}
    return head.lower_ in PLURAL_ORG_ANAPHORS or bool(before & {"both", "two"})
