"""What a word is to the verbs around it: whose subject, whose object, and where somebody came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COMING = frozenset("arrive come defect hire join lure move poach recruit switch transfer".split())
_PARTS_OF_FIRMS = frozenset(
    """staff workforce employee worker share stock sale profit revenue turnover board management owner shareholder
    founder creditor customer order factory plant office shop store product brand result debt business team""".split()
)


def is_subject(token: Token) -> bool:
    """Whether a token is, or is coordinated with, the subject of a clause, or is whom a sentence is said to be for."""
    while token.head.i < token.i and (token.dep_ == "conj" or _is_example(token)):
        token = token.head
    return token.dep_ in SUBJECTS or _opens_with(token) or _owns_subject(token)


def _is_example(token: Token) -> bool:
    """Whether it is X in "one of the lessors, X, has sued", "its parent, X, has sued": who does it is X."""
    return token.dep_ == "appos" and token.head.pos_ in {"NOUN", "NUM", "PRON", "DET"}


def _opens_with(token: Token) -> bool:
    """Whether it is X in "For X it was the second blow": the sentence is about X."""
    preposition = token.head
    return token.dep_ == "pobj" and preposition.lower_ == "for" and bool(preposition.is_sent_start)


def _owns_subject(token: Token) -> bool:
    """Whether it is X in "X's staff are moving", "X's sales rose": that is said of X."""
    return token.dep_ == "poss" and token.head.dep_ in SUBJECTS and token.head.lemma_.lower() in _PARTS_OF_FIRMS


def object_before(token: Token) -> Token | None:
    """The object that "it" takes up in "founded X and runs it", "to make the thing, not buy it".

    That is the object of the verb which its own verb follows on, or stands against.
    """
    verb = token.head
    against = verb.dep_ == "dep" and verb.i > 0 and verb.nbor(-1).lower_ == "not"
    if token.dep_ != "dobj" or not (verb.dep_ == "conj" or against):
        return None
    return next((child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i), None)


def verb_of(token: Token) -> Token:
    """The verb (or root) that the token is an argument of, through prepositions and coordination."""
    head = token
    while head.head.i != head.i and head.dep_ in {"conj", "appos", "pobj", "prep", "compound", "agent", "pcomp"}:
        head = head.head
        if head.pos_ in {"VERB", "AUX"}:
            return head
    return head.head


def subjects_above(verb: Token) -> list[Token]:
    """The subjects of a verb, those it shares with the verb before it included."""
    while True:
        found = [child for child in verb.children if child.dep_ in SUBJECTS]
        if found or verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i >= verb.i:
            return found + [t for subject in found for t in subject.conjuncts]
        verb = verb.head


_BEFORE = frozenset({"formerly", "previously"})


def was_before(token: Token) -> bool:
    """Whether it is Y in "P, previously at Y, has", "P, formerly head of sales at Y"."""
    if token.dep_ not in {"pobj", "conj", "appos", "poss", "compound"}:
        return False
    for before in reversed(token.doc[max(token.sent.start, token.i - 12) : token.i]):
        if before.text in {",", ";", "("}:
            return False
        if before.lower_ in _BEFORE:
            return True
    return False


def came_from(token: Token) -> bool:
    """Whether it is Y in "joined from Y", "came to X from Y"."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ != "from":
        return False
    source = preposition.head
    if source.dep_ in {"prep", "advmod"}:
        source = source.head
    return source.lemma_ in _COMING


def function_of(token: Token) -> str:
    """What a mention is to its clause, coarsely."""
    if is_subject(token):
        return "subject"
    return token.dep_ if token.dep_ in ("dobj", "pobj", "poss", "appos", "compound", "attr") else "else"


def role_of(token: Token) -> str:
    """What a mention is to its clause, with the preposition."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ == "pobj":
        return f"pobj {token.head.lower_}"
    if token.dep_ in SUBJECTS:
        return (
            f"{token.dep_} {token.head.dep_ if token.head.dep_ in ('ROOT', 'ccomp', 'relcl', 'advcl', 'conj') else ''}"
        )
    if token.dep_ == "poss":
        return f"poss {token.head.dep_}"
    return str(token.dep_)
