"""Lists of names that each have an owner or a country before them: "Sweden's A, Germany's B and the Swiss firm C".

The parser takes the first of them for parts of the last. Where it does, they are put side by side again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MARKS = frozenset({"'s", "’s"})
_LONGEST_LEAD = 5
# What the parser makes of a name that it takes for a part of another.
_PARTS = frozenset({"poss", "nmod", "compound", "appos", "conj"})


@dataclass(frozen=True)
class _Item:
    """One item of a list: where it starts, and the last word of its name."""

    start: int
    root: int


def mend_owned_lists(doc: Doc) -> Doc:
    """Put the names of such lists side by side."""
    at = 1
    while at < len(doc) - 1:
        if doc[at].text in _MARKS and doc[at - 1].pos_ == "PROPN" and doc[at + 1].pos_ == "PROPN":
            items = _items(doc, at - 1)
            if len(items) > 1 and _is_tangled(doc, items):
                _put_side_by_side(doc, items)
            at = max([at, *(item.root for item in items[-1:])])  # none where all ends in a mark
        at += 1
    return doc


def _items(doc: Doc, owner: int) -> list[_Item]:
    """The items from the one whose owner ends at a token, up to the one after "and"; only the first if none is."""
    start = owner
    while start > doc[owner].sent.start and doc[start - 1].pos_ == "PROPN":
        start -= 1
    found, at, closed = list[_Item](), start, False
    end = doc[owner].sent.end
    while (item := _item(doc, at, end)) is not None:
        found.append(item)
        at = item.root + 1
        if closed or at >= end or doc[at].lower_ not in (",", "and", "&"):
            break
        while at < end and doc[at].lower_ in (",", "and", "&"):
            closed = closed or doc[at].text != ","
            at += 1
    return found if closed else found[:1]


def _item(doc: Doc, start: int, end: int) -> _Item | None:
    """The item that starts at a token: an owner or a few words, then a name."""
    at = start
    while at < end and at - start < _LONGEST_LEAD and doc[at].pos_ in ("DET", "ADJ", "NOUN"):
        at += 1
    last = at
    while last < end and (doc[last].pos_ == "PROPN" or (doc[last].text in _MARKS and last > at)):
        last += 1
    return _Item(start, last - 1) if last > at and doc[last - 1].text not in _MARKS else None


def _is_tangled(doc: Doc, items: list[_Item]) -> bool:
    """Whether an earlier item hangs on a later one."""
    roots = [doc[item.root] for item in items]
    return any(
        root.dep_ in _PARTS and item.root < root.head.i <= items[-1].root
        for item, root in zip(items, roots, strict=True)
    )


def _put_side_by_side(doc: Doc, items: list[_Item]) -> None:
    first, last = items[0].start, items[-1].root
    outer = next((t for t in doc[first : last + 1] if not first <= t.head.i <= last and t.dep_ != "punct"), None)
    if outer is None or outer.head.i == outer.i:
        return
    head, dep = outer.head, outer.dep_
    for number, item in enumerate(items):
        root = doc[item.root]
        root.head = doc[items[number - 1].root] if number else head
        root.dep_ = "conj" if number else dep
        for token in doc[item.start : item.root]:
            _within(token, item, root)
    for before, item in pairwise(items):
        for joint in doc[before.root + 1 : item.start]:
            joint.head = doc[before.root]
            joint.dep_ = "punct" if joint.is_punct else "cc"


def _within(token: Token, item: _Item, root: Token) -> None:
    """Tie a word to its item: the owner's mark to the owner, the owner and all else to the name."""
    following = token.nbor()
    if token.text in _MARKS:
        token.head, token.dep_ = token.nbor(-1), "case"
    elif following.text in _MARKS:
        token.head, token.dep_ = root, "poss"
    elif not item.start <= token.head.i <= item.root:
        token.head, token.dep_ = root, "compound" if token.pos_ in ("PROPN", "NOUN") else "amod"
