"""The way from a trigger up to the root of its sentence, as far as nothing presupposes what is below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.turning_words import PRESUPPOSING_MARKS, TALES

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Step:
    """A word on the way from the trigger to the root, and the one below it."""

    token: Token
    below: Token | None


def climb(trigger: Token) -> Iterator[Step]:
    """The trigger and what governs it, up to the first word that presupposes it."""
    token, below = trigger, None
    for _ in range(40):
        yield Step(token, below)
        if token.head == token or _presupposes(token, below) or is_apart(token):
            return
        below, token = token, token.head


def is_apart(token: Token) -> bool:
    """Whether a semicolon stands between a clause and the one that the parser hangs it on."""
    if token.dep_ not in ("ccomp", "parataxis", "conj", "advcl", "dep"):
        return False
    first, last = sorted((token.i, token.head.i))
    return any(between.text == ";" for between in token.doc[first:last]) or _is_told_beside(token)


def _is_told_beside(clause: Token) -> bool:
    """As in "X owns Y, and bankers said that ...": what is said follows, and the clause before is nobody's content."""
    verb = clause.head
    if clause.dep_ not in ("ccomp", "parataxis") or clause.i > verb.i:
        return False
    said = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    between = clause.doc[clause.i : verb.i]
    joined = any(t.dep_ == "cc" and t.head in (clause, verb) and t.nbor(-1).text == "," for t in between)
    return said and joined


def is_content(clause: Token) -> bool:
    """Whether the parser took a that-clause for a relative one: "told by a banker that X had bought Y"."""
    objects = [child for child in clause.children if child.dep_ == "dobj"]
    told = clause.head.lemma_.lower() in TALES and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lower_ not in ("that", "which") for child in clause.children
    )
    return any(
        child.lower_ == "that" and (child.dep_ == "mark" or (child in objects and (told or len(objects) > 1)))
        for child in clause.children
    )


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands as "to do"."""
    return token.tag_ == "VB" and any(c.lower_ == "to" for c in token.lefts)


def _presupposes(token: Token, below: Token | None) -> bool:
    """Whether a token's clause is taken for granted by what it hangs on."""
    if token.dep_ == "compound" and token.head.i - token.i == 2 and token.nbor().text == "-":
        return False  # the parser takes "tie-up" apart
    if token.dep_ in ("poss", "compound", "amod") or (token.dep_ == "relcl" and not is_content(token)):
        return True
    # "expects X, its founder, to leave": the parser hangs the infinitive on the apposition.
    if token.dep_ == "appos":
        return below is None or not is_infinitive(below)
    if token.dep_ == "acl" and not any(c.lower_ in ("to", "that") for c in token.lefts):
        return True
    if token.dep_ == "advcl":
        return not is_infinitive(token)
    return token.dep_ == "prep" and token.lower_ in PRESUPPOSING_MARKS | {"following", "amid", "given", "with", "due"}
