"""Which verb a time belongs to and whether it is told in an aside, as the parse has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASIDES = frozenset({"acl", "relcl", "appos"})
_PAST_HELPERS = frozenset({"was", "were", "had", "has", "have", "did", "'ve", "’ve"})
_STEPS = 12


class Parsed:
    """The clauses of a parsed passage. Offsets are those of its text."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def past_verb(self, start: int, end: int) -> int | None:
        """Where the verb in the past stands that the words at those offsets belong to; None for any other."""
        token = self._root(start, end)
        for _ in range(_STEPS):
            if token.tag_.startswith("VB") and token.tag_ != "VBG":
                return token.idx if _is_past(token) else None
            if token.head == token or token.tag_ == "VBG":
                return None
            token = token.head
        return None

    def is_aside(self, earlier: int, later: int) -> bool:
        """Whether what stands earlier is told in an aside that what stands later has no part in."""
        token, other = self._root(earlier, earlier + 1), self._root(later, later + 1)
        if token.sent != other.sent:
            return False
        for _ in range(_STEPS):
            if token.dep_ in _ASIDES and not token.is_ancestor(other) and token != other:
                return True
            if token.head == token:
                return False
            token = token.head
        return False

    def _root(self, start: int, end: int) -> Token:
        """The word of those that hangs on another one."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return span.root if span is not None else self._doc[0]


def _is_past(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers - _PAST_HELPERS - {"been", "be"} or "to" in helpers:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & _PAST_HELPERS)) or "did" in helpers
