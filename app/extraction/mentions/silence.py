"""Who is only told to have been asked: "X declined to comment", "messages left with X were not returned".

Newswire adds such lines about whoever has a part in a story. What comes next does not go on about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_DECLINING = frozenset({"decline", "refuse"})
_SPEAKING = frozenset(
    """comment discuss say disclose elaborate speak confirm name identify provide give specify address answer respond
    reply reveal share detail interview make deny""".split()
)
_ANSWERING = frozenset("respond reply return comment answer reach contact".split())
_ASKING = frozenset("contact ask approach reach request email".split())
_ASKED_FOR = frozenset("comment response reaction statement reply interview".split())

# No other verb tells of it, whatever stands beside it.
_TELLING = _DECLINING | _ANSWERING | _ASKING | {"have", "be"}


def only_asked(token: Token) -> bool:
    """Whether what a token stands for is only told to have been asked, or to keep silent."""
    while token.head.i != token.i:
        token = token.head
        if keeps_silent(token):
            return True
    return False


def keeps_silent(verb: Token) -> bool:
    """Whether a verb tells, of its clause, that somebody was asked or keeps silent."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    word = verb.lemma_.lower()
    if word not in _TELLING:
        return False
    children = list(verb.children)
    if word in _DECLINING:
        said = [c for c in children if c.dep_ == "xcomp" and c.lemma_.lower() in _SPEAKING]
        # "declined to say who had bought it" goes on with the story.
        return any(not any(t.dep_ == "ccomp" for t in c.children) for c in said)
    if word == "have":
        return any(c.dep_ == "dobj" and c.lower_ in ("comment", "comments") for c in children)
    if any(c.dep_ == "neg" or c.lower_ == "never" for c in children):
        available = word == "be" and any(c.dep_ == "acomp" and c.lower_ == "available" for c in children)
        return available or word in _ANSWERING
    goals = [goal for c in children if c.dep_ == "prep" and c.lower_ == "for" for goal in c.children]
    return word in _ASKING and any(goal.lemma_.lower() in _ASKED_FOR for goal in goals)
