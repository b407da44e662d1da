"""Puts a topic that stands first back into its question: "Acme: who runs it?", "Founded first: A or B?"."""

from __future__ import annotations

import re

_OPENER = (
    r"(?:(?:(?:at|by|for|from|in|on|to|under|with|of|until|since|as|between|during) )?(?:who|whom|whose|what|which"
    r"|when|where|why|how)|since when|until when|do|does|did|is|are|was|were|has|have|had|will|can)\b"
)
_ASIDE = re.compile(rf"^\W*([^:?,]+?)\s*(?::|\s[–—-])\s*({_OPENER}[^:]*)$", re.IGNORECASE)
_HEADED = re.compile(rf"^\W*([^:?]+?)\s*(?::|\s[–—])\s*(?!{_OPENER})([^:]+?)\W*$", re.IGNORECASE)
_TRAILING = re.compile(
    r"^\W*((?:who|whom|what|when|where|which|why|how|since when|does|do|did|is|are|was|were|has|have|will)\b[^,:?]*?)"
    r" (they|it|he|she)\b([^,:?]*), ([^,?]+?(?: and [^,?]+)?)\W*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|he|she|they|him|her|them|that|this)\b(?!['’])(?=\W|$)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:its|his|their|whose)\b(?=\s\w)", re.IGNORECASE)
_LONG = re.compile(r" (?:of|between|by|that|which|who) ")
_OWNED = re.compile(r"^([^?]*?)\b(?:its|his|her|their) ([a-z][^?,]*?)\W*$", re.IGNORECASE)
_POINTED = re.compile(
    r"\b(?:that|this|the said|the same|the) (?:same )?(?:company|firm|business|group|person|man|woman|investor"
    r"|vendor|supplier|fund|bank|unit|lab|organi[sz]ation|joint venture|outfit|start-?up|maker|customer|client"
    r"|employer)\b"
    r"(?! (?:of|at|in|for|with|that|which|who)\b)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:that|this|the) (deal|round|takeover|acquisition|purchase|sale|merger|partnership|alliance|cooperation"
    r"|contract|agreement|investment|bid|transaction|dispute|collaboration)\b(?! (?:of|at|in|for|with|between|by)\b)",
    re.IGNORECASE,
)
_DEAL = re.compile(r"\b(?:merger|takeover|acquisition|purchase|sale|buyout|investment|round|bid)\b", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:did|does|has|had|have) ([^?]+?) (?:have|has|had|hold|held|occupy|occupied|keep|kept|fill|filled|do"
    r"|serve in"
    r"|stay in|remain in|been in|spent in|last in) (?:the|that|this) (?:post|job|role|position|office|title|seat)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:the )?\w+(?: [a-z]+)* (?:of|at|for) ")
_CHOICE = re.compile(r"^[^:]+? or [^:]+$", re.IGNORECASE)
_RANKED = re.compile(
    r"^\W*(?:who|which)?\W*((?:founded|established|created|set up|started|launched|incorporated)\W*"
    r"(?:first|last|earliest|earlier|later|most recently))$",
    re.IGNORECASE,
)
_BEST = re.compile(
    r"^\W*(?:the )?((?:older|oldest|younger|youngest|newer|newest|bigger|biggest|larger|largest"
    r"|smaller|smallest|first|earliest)\b.*)$",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"^\W*(?:who|what|which \w+) (?:is|are|was|were) (?:the |an? )?(?:[a-z]+ ){0,3}[a-z]+\W*$|^\W*who(?:m)? (?:is"
    r"|are) the \w+\W*$"
)
_HELPS = r"(?:is|are|was|were|did|does|do|has|have|had|will)"
_OFFERED = re.compile(
    r"^\W*([^:?,]+? or [^:?,]+?)\s*(?::|,|\s[–—-])\s*(?:so )?(who|which)(?: (?:one|of (?:them|the two|these"
    r"|those)))? ([^:?]+?)\W*$",
    re.IGNORECASE,
)
_LONGEST_TOPIC, _LONGEST_REST = 10, 12


def in_place(question: str) -> str:
    """The question with what stands before its colon, or after its last comma, where it belongs.

    >>> in_place("Ann Roe: who is she?"), in_place("Acme: under what name does that company trade?")
    ('who is Ann Roe?', 'under what name does Acme trade?')
    >>> in_place("Acme: valuation in the Series C?"), in_place("Founded first: Acme, Pelm or Roe & Co?")
    ("Acme's valuation in the Series C", 'which was founded first, Acme, Pelm or Roe & Co')
    >>> in_place("Head of sales at Acme: how long did Roe have the post?")
    'how long was Roe Head of sales at Acme?'
    >>> in_place("When did they merge, Acme and Pelm?")
    'When did Acme and Pelm merge'
    """
    if offered := _OFFERED.match(question):
        helped = re.match(rf"{_HELPS}\b", offered[3], re.IGNORECASE)
        return f"{'which' if helped else 'who'} {offered[3]}, {offered[1]}"
    if aside := _ASIDE.match(question):
        return _asked_of(aside[1], aside[2])
    if headed := _HEADED.match(question):
        return _named(headed[1], headed[2]) or question
    if (late := _TRAILING.match(question)) and late[4][:1].isupper():  # "When did they merge, Acme and Pelm?"
        return f"{late[1]} {late[4]}{late[3]}"
    return question


def _asked_of(topic: str, asked: str) -> str:
    """A whole question with its topic in place of the words that point at it, or else behind it."""
    if _TITLE.match(topic) and _POST.search(asked):
        return _POST.sub(lambda found: f"was {found[1]} {topic}", asked, count=1)
    if event := _EVENT.search(asked):
        same = re.search(rf"\b{event[1]}\b", topic, re.IGNORECASE)
        same = same or (_DEAL.search(topic) if event[1].lower() in ("deal", "transaction") else None)
        whose = topic if same else f"the {event[1]} {'between' if ' and ' in topic else 'of'} {topic}"
        return f"{asked[: event.start()]}{whose}{asked[event.end() :]}"
    if _LONG.search(topic) and (owned := _OWNED.match(asked)):
        return f"{owned[1]}the {owned[2]} of {topic}"
    for pattern, put in ((_POINTED, topic), (_POSSESSIVE, f"{topic}'s"), (_PRONOUN, topic)):
        if pattern.search(asked):
            return pattern.sub(lambda _, put=put: put, asked, count=1)  # type: ignore[misc]
    if _OF_IT.match(asked):  # "Acme: who is the parent?" asks for its parent
        return f"{asked.rstrip(' ?')} of {topic}"
    return f"{asked.rstrip(' ?')} {topic}"


def _named(topic: str, rest: str) -> str | None:
    """A noun and no more, asked of a topic ("Acme: valuation"), or names to choose from; None for anything else."""
    if _CHOICE.match(rest):
        if ranked := _RANKED.match(topic):
            return f"which was {ranked[1].lower()}, {rest}"
        best = _BEST.match(topic)
        return f"which is the {best[1].lower() if best[1].istitle() else best[1]}, {rest}" if best else None
    many = len(topic.split()) > _LONGEST_TOPIC or len(rest.split()) > _LONGEST_REST
    if many or not rest[:1].islower() or re.search(r"\bor\b", topic) or rest.startswith(("that ", "if ", "whether ")):
        return None
    return f"{rest} of {topic}" if re.search(r" (?:of|at|in|by|for) ", topic) else f"{topic}'s {rest}"
