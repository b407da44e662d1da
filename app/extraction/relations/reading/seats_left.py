"""Boards and committees that somebody leaves: a seat is given up, and nothing is said of other posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words

if TYPE_CHECKING:
    from spacy.tokens import Token


_SEATS = words("seat place spot chair position")
_FILLED = words("hold occupy fill take")
_BODIES = words("board committee panel")
_WHENCE = words("from off")


def body_left(word: Token) -> Token | None:
    """The board of "resigned from X's board", "quit the board", "her exit from the board of X"; None if none is."""
    left = [t for c in word.children if c.lower_ in _WHENCE for t in c.children if t.dep_ == "pobj"]
    # "Resigned as chairman and from the board": the parser hangs it on the "as".
    after = [c for a in word.children if a.lower_ == "as" for c in a.children if c.lower_ in _WHENCE]
    left += [t for c in after for t in c.children if t.dep_ == "pobj"]
    things = [c for c in word.children if c.dep_ == "dobj"]
    # "Removed P from its board": the parser may hang it on the name.
    left += [t for thing in things for c in thing.children if c.lower_ in _WHENCE for t in c.children]
    left += things
    return next((t for t in left if lemma(t) in _BODIES), None)


def fills_a_seat(token: Token) -> bool:
    """Whether somebody is the P of "a seat on the board, held by P"."""
    by = token.head
    verb = by.head
    held = token.dep_ == "pobj" and by.lower_ == "by" and verb.tag_ == "VBN" and lemma(verb) in _FILLED
    return held and verb.dep_ == "acl" and lemma(verb.head) in _SEATS
