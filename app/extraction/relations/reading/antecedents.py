"""What a relative pronoun stands for, and what a word is coordinated with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.relations.reading.lemmas import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


# How many words up a parse tree it is worth looking.
MAX_CLIMB = 12
RELATIVE_PRONOUNS = frozenset({"which", "who", "that", "whom"})
_SEVERAL = frozenset({"were", "both", "all", "each", "together", "jointly"})


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token itself."""
    if token.lower_ not in RELATIVE_PRONOUNS:
        return token
    verb = token.head
    for _ in range(MAX_CLIMB):
        if verb.dep_ == "relcl":
            return _named_by(_told_apart(verb.head)) if token.lower_ == "that" else _last_before(token, verb.head)
        if verb.head == verb:
            break
        verb = verb.head
    return token


def _last_before(token: Token, noun: Token) -> Token:
    """Of "A and B, who ran X" it is B that did; of all of them only where the verb is in the plural, or "both" did."""
    if token.lower_ == "who" and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "PROPN":
        return noun.head.head  # "P of the broker X, who bought": P did
    members = [member for member in coordinated(noun) if member.i < token.i]
    told = [token.head, *token.head.children]
    plural = any(t.lower_ in _SEVERAL or (t.tag_ == "VBP" and t.dep_ != "conj") for t in told)
    return noun if plural or len(members) < 2 else max(members, key=lambda member: member.i)


def _told_apart(noun: Token) -> Token:
    """What a "that" clause tells apart: a name needs none, so in "a unit of X that makes Y" it is the unit."""
    prep = noun.head
    comma = any(t.text == "," for t in noun.doc[noun.i + 1 : noun.i + 2])
    if noun.pos_ != "PROPN" or noun.dep_ != "pobj" or prep.lower_ not in ("of", "at", "within", "inside") or comma:
        return noun
    whole = prep.head
    indefinite = any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in whole.children)
    return whole if whole.pos_ == "NOUN" and indefinite else noun


def _named_by(noun: Token) -> Token:
    """The name that "a unit of X" stands beside: what is said of the unit is not said of X."""
    of = any(child.lower_ in ("of", "at", "within", "inside") for child in noun.children)
    beside = noun.pos_ == "NOUN" and noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return noun.head if beside and of else noun


def coordinated(token: Token) -> list[Token]:
    """A token and those coordinated with it, without what "but not" excludes."""
    members, queue = [token], [token]
    while queue:
        current = queue.pop(0)
        joined = [child for child in current.children if child.dep_ == "conj"]
        if not joined:
            continue
        negated = any(child.dep_ == "neg" or child.lower_ == "not" for child in current.children if child.i > current.i)
        for child in joined:
            if not is_verb(child) or _is_gerund(child):
                excluded = negated or any(t.dep_ == "neg" or t.lower_ == "not" for t in child.children)
                # "X by A, and Y by B": Y is none of those that did X.
                gapped = current.head.lower_ == "by" and any(t.lower_ == "by" for t in child.children)
                if excluded or gapped or not _linked(current, child):
                    continue
                members.append(child)
                queue.append(child)
    return members


def _linked(first: Token, second: Token) -> bool:
    """Whether a conjunction joins two tokens, here or further on in the list: a mere comma may be an apposition."""
    between = first.doc[first.i + 1 : second.i]
    if any(token.lower_ in _JOINERS for token in between):
        return True
    return any(child.dep_ in ("cc", "conj") for child in second.children)


_JOINERS = frozenset({"and", "or", "&", "plus", "nor", "well"})


def _is_gerund(token: Token) -> bool:
    """A participle used as a noun: "annotation and machine learning"."""
    return (
        token.tag_ == "VBG"
        and any(c.dep_ == "compound" for c in token.children)
        and not any(c.dep_ in ("aux", "dobj", "nsubj") for c in token.children)
    )
