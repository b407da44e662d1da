"""Whom a relative pronoun stands for: "X, which", "X is a company that"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.mentions.salience import (
    Referent,
)
from app.extraction.mentions.telling import Telling
from app.extraction.mentions.types import COLLECTIVE, ORGANIZATIONS, PERSON, PLACE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LEADING_PREPOSITIONS = frozenset({"of", "to", "for", "with", "from", "by", "in", "at", "on"})


@dataclass(frozen=True)
class Relatives:
    """Finds what a relative clause is told of."""

    told: Telling

    def relative(self, token: Token) -> list[Referent]:
        """For "X, which": what stands directly before the clause."""
        clause = token
        while clause.head.i != clause.i and clause.dep_ != "relcl":
            clause = clause.head
        allowed = _allowed_by(token)
        if token.lower_ == "which" and clause == token.head and token.dep_ == "nsubj" and _is_about_it_all(clause):
            return []
        if clause.dep_ == "relcl" and not _is_in_bracket(clause.head, token):
            found = self._meant_by(clause.head, allowed)
            if found or (clause.head.pos_ == "NOUN" and token.lower_ == "that"):
                return found
        return self._adjacent(token, allowed)

    def owner_of(self, token: Token) -> Token | None:
        """The "which" whose "its" it is: of "the new company, which will have its seat in Leeds"."""
        clause = token
        while clause.dep_ != "relcl" and clause.head.i != clause.i and clause.dep_ not in _OTHER_CLAUSES:
            clause = clause.head
        if token.lower_ != "its" or clause.dep_ != "relcl" or _is_about_it_all(clause):
            return None
        subjects = (c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"which", "that"})
        return next(subjects, None)

    def owner(self, token: Token) -> list[Referent]:
        """What that "which" stands for; nothing where that could not be told."""
        which, passage = self.owner_of(token), self.told.passage_of(token)
        here = self.told.discourse.recent(0)
        return [r for r in here if which is not None and (r.passage, r.token) == (passage, which.i)][-1:]

    def _meant_by(self, noun: Token, allowed: frozenset[str]) -> list[Referent]:
        """The entity that a clause hangs on: named there, or described there ("X is a company that")."""
        tokens = [noun]
        if noun.dep_ == "attr" and noun.head.lemma_ == "be":
            tokens += [child for child in noun.head.children if child.dep_ == "nsubj"]
        elif noun.dep_ == "appos":
            tokens.append(noun.head)
        for token in tokens:
            passage = self.told.passage_of(token)
            mention = self.told.discourse.mentions.at(passage, token.i)
            here = self.told.discourse.recent(0)
            found = [r for r in here if mention and r.entity == mention.entity]
            # "The company, whose shares": what "the company" stands for was just found.
            found = found or [r for r in here if (r.passage, r.token) == (passage, token.i)]
            if found and self.told.discourse.entity(found[-1]).type in allowed:
                return found[-1:]
        return []

    def _adjacent(self, token: Token, allowed: frozenset[str]) -> list[Referent]:
        """The name directly before "which" or "where", past a comma, a preposition, or a place that it is in."""
        if token.lower_ == "that":
            return []
        before = _described_before(_past_bracket(token.doc, token.i - 1), token)
        while before >= 0 and token.doc[before].text in {",", "(", ")", "–", "—", *_LEADING_PREPOSITIONS}:
            before -= 1
        here = [r for r in self.told.discourse.recent(0) if r.passage == self.told.passage_of(token)]
        mention = self.told.discourse.mentions.at(self.told.passage_of(token), before)
        for referent in reversed(here):
            kind = self.told.discourse.entity(referent).type
            if mention and referent.entity == mention.entity and kind in allowed:
                return [referent]
            if kind != PLACE:
                located = mention is not None and self.told.mentions.entity(mention).type == PLACE
                return [referent] if located and kind in allowed else []
        return []


def _past_bracket(doc: Doc, at: int) -> int:
    """Where "X" ends in "X (once Y), which": what stands in a bracket is told by the way."""
    end = at - 1 if doc[at].text == "," else at
    if end < 1 or doc[end].text != ")":
        return at
    opening = next((t.i for t in reversed(doc[max(0, end - _LONGEST_BRACKET) : end]) if t.text == "("), None)
    return at if opening is None or opening == 0 else opening - 1


_LONGEST_BRACKET = 12


def _is_in_bracket(noun: Token, which: Token) -> bool:
    """Whether it is Y in "X, the bank (once Y), which": the parser may hang the clause on it."""
    between = [t.text for t in which.doc[noun.i + 1 : which.i]]
    return ")" in between and "(" not in between


def _described_before(at: int, which: Token) -> int:
    """Where X ends in "X, the bank (once Y), which"; elsewhere where it was."""
    noun = which.doc[at]
    start = noun.left_edge.i
    described = at < which.i - 2 and noun.pos_ == "NOUN" and start > 1 and which.doc[start - 1].text == ","
    return start - 2 if described else at


def _is_about_it_all(clause: Token) -> bool:
    """Whether a clause is told of all that was said: "X may buy chips from Y, which would reduce its reliance on Z"."""
    may = any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might", "may", "will"} for c in clause.children)
    return may and clause.lemma_.lower() in _CHANGES


_CHANGES = frozenset(
    """reduce cut lessen end ease weaken loosen lower increase raise deepen help allow let enable give make boost
    strengthen""".split()
)
_OTHER_CLAUSES = frozenset({"advcl", "ccomp", "conj", "acl", "csubj"})


def _allowed_by(token: Token) -> frozenset[str]:
    if token.lower_ in {"who", "whom"}:
        return frozenset({PERSON, COLLECTIVE})
    if token.lower_ in {"whose", "that"}:
        return ORGANIZATIONS | {PERSON, COLLECTIVE}
    return ORGANIZATIONS | {COLLECTIVE}
