"""Who puts money in: what investors are called, and the verbs whose subject is one."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAME_WORDS = frozenset("capital equity fund funds investments investors partners venture ventures".split())
_DESCRIPTIONS = frozenset("backer financier fund investor shareholder".split())
_INVESTING = frozenset("invest back lead".split())
_JOINING = frozenset("lead co-lead join participate".split())
_ROUNDS = frozenset("round financing funding raise series extension".split())
_HOLDING = frozenset("own hold keep have control retain".split())
_TAKING = frozenset("disclose reveal build take buy acquire amass raise report".split())
_SHARES = frozenset("% percent cent stake share shareholding".split())
# What an investor is not called: "the company", after one has put money into another.
_WORKING = frozenset("company startup start-up business".split())


def is_investor(name: str, described: Collection[str]) -> bool:
    """Whether a firm's name or what it was called says that it invests."""
    return name.lower().split()[-1] in _NAME_WORDS or not _DESCRIPTIONS.isdisjoint(described)


def invests(token: Token) -> bool:
    """Whether a token is the subject of a verb that investors do: "it invested", "the firm now holds 34 percent"."""
    if token.dep_ != "nsubj":
        return False
    verb = token.head
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubj") and child != token}
    if verb.lemma_ == "lead":
        return "round" in objects
    return verb.lemma_ in _INVESTING or (verb.lemma_ in _HOLDING and not _SHARES.isdisjoint(objects))


def joins_round(token: Token) -> bool:
    """Whether a token is the subject of "led", "led the round" or "joined the financing", as investors are alone."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in _JOINING:
        return False
    verb = token.head
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    objects += [t for child in verb.children if child.lower_ == "in" for t in child.children]
    said = {t.lemma_.lower() for obj in objects for t in obj.subtree}
    lone = verb.lemma_ == "lead" and not objects and not any(c.dep_ in ("prep", "prt") for c in verb.children)
    return lone or not _ROUNDS.isdisjoint(said)


def holds_shares(token: Token) -> bool:
    """Whether a token is the subject of "has a stake", "disclosed a 5% stake", "built a holding"."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in _HOLDING | _TAKING:
        return False
    return any(child.dep_ == "dobj" and child.lemma_.lower() in _SHARES for child in token.head.children)


def is_no_investor(token: Token) -> bool:
    """Whether a noun says that what it means does more than invest: "the company", not "the firm"."""
    return token.lemma_.lower() in _WORKING
