"""The lemma of a word, with a verb's particle, and whether the word works as a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})


def key_of(token: Token) -> str:
    """The lemma, with its particle: "take over", "step down"."""
    # Each family asks for the same verbs': they are kept with the text.
    known: dict[int, str] = token.doc.user_data.setdefault("keys", {})
    if token.i not in known:
        known[token.i] = _key_of(token)
    return known[token.i]


def _key_of(token: Token) -> str:
    if token.n_rights:
        for child in token.rights:
            near = child.i == token.i + 1 and child.lower_ in _PARTICLES
            if child.dep_ == "prt" or (near and child.dep_ in ("advmod", "prep")):
                return f"{lemma(token)} {child.lower_}"
    return lemma(token)


_PARTICLES = frozenset({"over", "down", "up", "out", "away", "off", "aside", "together", "along"})


def lemma(token: Token) -> str:
    """The lemma in lower case; a few that the lemmatiser gets wrong are put right."""
    # Rules ask for lemmas more than for anything else: each word's is worked out once.
    key = (token.lower, token.lemma)
    found = _KNOWN.get(key)
    if found is None:
        if len(_KNOWN) > _MOST_KNOWN:
            _KNOWN.clear()
        found = _KNOWN[key] = _LEMMAS.get(token.lower_) or token.lemma_.lower()
    return found


_KNOWN: dict[tuple[int, int], str] = {}
_MOST_KNOWN = 20_000
_LEMMAS = {
    "hoped": "hope",
    "hopes": "hope",
    "hoping": "hope",
    "founded": "found",
    "founding": "found",
}


def is_verb(token: Token) -> bool:
    """Whether a token works as a verb."""
    tag = token.tag
    if tag not in _VERB_TAGS:
        _VERB_TAGS[tag] = token.tag_.startswith("VB")
    return _VERB_TAGS[tag] or token.pos_ in _VERBAL


def auxiliary(token: Token) -> str:
    """An auxiliary in lower case, with "he'd join" and "he'd be joining" written out; "he'd joined" had."""
    if token.lower_ not in ("'d", "’d"):
        return token.lower_
    following = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ not in ("ADV", "PART")), None)
    return "would" if following is not None and following.tag_ == "VB" else "had"


# By the numbers of the tags: their names take longer to look up.
_VERB_TAGS: dict[int, bool] = {}
