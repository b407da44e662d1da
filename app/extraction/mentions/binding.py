"""Whom an anaphor cannot mean, whatever else speaks for it: its own clause, a market, what is left open before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import SUBJECTS, subjects_above, verb_of
from app.extraction.mentions.salience import Discourse, Referent, clashes

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTING = frozenset("list trade float quote delist relist".split())


def not_ruled_out(discourse: Discourse, token: Token, candidates: Sequence[Referent]) -> list[Referent]:
    """The candidates without the markets that shares trade on, and without whom leading words or asides name."""
    return [
        r
        for r in candidates
        if not _is_market(discourse, r)
        and not _is_within_lead(discourse, r, token)
        and not is_of_another_time(discourse, r, token)
    ]


def barred(discourse: Discourse, token: Token, candidates: Sequence[Referent]) -> set[str]:
    """The entities that stand in the anaphor's own clause.

    What one mention rules out is ruled out of all: "X owns a stake in the company" is no stake in X, even if X was
    named before. What is then meant need not be named at all.
    """
    if token.dep_ == "poss":
        return set()
    return {r.entity for r in candidates if _is_near(discourse, r, token) and clashes(discourse, r, token)}


def _is_near(discourse: Discourse, referent: Referent, token: Token) -> bool:
    doc = discourse.passages[referent.passage].doc
    return doc is token.doc and token.sent.start <= referent.token < token.sent.end


def _is_market(discourse: Discourse, referent: Referent) -> bool:
    """Whether it is X in "was listed on X", "traded on X": what is then bought is not the exchange."""
    token = discourse.passages[referent.passage].doc[referent.token]
    while token.dep_ == "conj":
        token = token.head
    on = token.dep_ == "pobj" and token.head.lower_ == "on"
    return on and verb_of(token).lemma_.lower() in _QUOTING


def _is_within_lead(discourse: Discourse, referent: Referent, token: Token) -> bool:
    """Whether it is X in "Originally owned by X, it was sold": what leads in a clause is said of its subject."""
    doc = discourse.passages[referent.passage].doc
    if doc is not token.doc or not token.sent.start <= referent.token < token.i:
        return False
    return any(t.i == referent.token for lead in leads_of(token) for t in lead.subtree)


def leads_of(token: Token) -> list[Token]:
    """What leads in a clause and is said of its subject: "Founded by P, it", "After buying X, it", "A unit of X,"."""
    if token.dep_ not in SUBJECTS:
        return []
    before = [c for c in token.head.children if c.i < token.i]
    leads = [c for c in before if (c.dep_ == "advcl" and c.tag_ in ("VBN", "VBG")) or c.dep_ == "npadvmod"]
    leads += [c for c in before if c.dep_ == "nsubj" and c.pos_ == "NOUN"]  # the parser has "Once a unit of X, it" so
    leads += [t for c in before if c.dep_ == "prep" for t in c.children if t.dep_ == "pcomp" and t.tag_ == "VBG"]
    return [c for c in leads if not any(child.dep_ in (*SUBJECTS, "mark") for child in c.children)]


def is_of_another_time(discourse: Discourse, referent: Referent, token: Token) -> bool:
    """Whether it is X in "P, who later founded X, joined the company": where somebody was before or after.

    Nor does one join what one has founded or led: "P, who ran X, joined the company".
    """
    doc = discourse.passages[referent.passage].doc
    if doc is not token.doc or token.pos_ == "PRON" or not token.sent.start <= referent.token < token.i:
        return False
    verb = verb_of(token)
    asides = [c for s in subjects_above(verb) for c in s.children if c.dep_ == "relcl" and c.i < token.i]
    within = [c for c in asides if any(t.i == referent.token for t in c.subtree)]
    then = any(c.lower_ in _OTHER_TIMES for aside in within for c in aside.children)
    return bool(within) and (then or verb.lemma_.lower() == "join")


def led_in_with(token: Token) -> list[Token]:
    """The words of what leads in a clause, which its subject is not: of "In a letter to X, the maker said" all of it.

    Whose something is may be the subject: "At X's site, the maker", and so may who tells it: "According to X, the".
    """
    if token.dep_ not in SUBJECTS:
        return []
    before = [c for c in token.head.children if c.i < token.i and c.dep_ == "prep" and c.lower_ not in _OF_ITSELF]
    led = [t for c in (*before, *leads_of(token)) for t in c.subtree]
    return [t for t in led if t.dep_ != "poss"]


_OF_ITSELF = frozenset("according at for with like".split())
_OTHER_TIMES = frozenset("later subsequently afterwards previously formerly earlier now today".split())


def is_in_lead(discourse: Discourse, referent: Referent, token: Token) -> bool:
    """Whether it is Q in "While working with Q, he founded X": whom the clause that leads in names is another."""
    doc = discourse.passages[referent.passage].doc
    if doc is not token.doc or token.dep_ not in SUBJECTS or referent.token > token.i:
        return False
    named = doc[referent.token]
    if named.dep_ in ("poss", *SUBJECTS):
        return False
    leads = [c for c in token.head.children if c.i < token.i and c.dep_ in ("advcl", "prep")]
    gerunds = [t for c in leads for t in (c, *c.children) if t.tag_ == "VBG" and t.dep_ in ("advcl", "pcomp")]
    return any(t == named for g in gerunds if not _has_subject(g) and g.lower_ != "according" for t in g.subtree)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def echoes_unknown(token: Token, known: Collection[int], empty: Collection[int]) -> bool:
    """Whether the same word stood for somebody unknown just before: "the company bought X, and the company has".

    `known` are the tokens of this text that are resolved, `empty` those that stand for nothing.
    """
    start = token.sent.start
    if token.lower_ != "it" and start > 0:
        start = token.doc[start - 1].sent.start
    for earlier in token.doc[start : token.i]:
        same = earlier.lower_ == token.lower_ and earlier.dep_ in SUBJECTS and earlier.i not in known
        if same and earlier.i not in empty and (token.lower_ == "it" or _is_definite(earlier)):
            return True
    return False


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ == "the" for child in noun.children if child.dep_ == "det")
