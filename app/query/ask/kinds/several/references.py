"""Finds what a second question points back to: "that firm", "there", "each of them", "she"."""

from __future__ import annotations

from collections.abc import Sequence

from app.query.ask.answers.draft import Draft
from app.query.ask.kinds.several.leaning import antecedents
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate, Names, fits_pronoun
from app.query.ask.lexical.words import AUXILIARIES, BE, PREPOSITIONS, Token

_POINTING = (("that",), ("this",), ("those",), ("these",), ("the", "said"), ("the", "same"), ("that", "same"))
_PLURAL = frozenset({"those", "these"})
_NARROWED = PREPOSITIONS | frozenset({"that", "which", "who", "whose", "whom", "where"})
_OF_THEM = (
    *((word, "of", those) for word in ("each", "all", "both", "either") for those in ("them", "these", "those")),
    ("each", "one"),
    ("every", "one", "of", "them"),
)
_THERE = (("over", "there"), ("in", "there"), ("there",))
_PLACE = "\0"
_APIECE = frozenset({"each", "apiece", "individually"})
_POSSESSIVE = {"it": "its", "he": "his", "they": "their"}
_SINGULAR = frozenset("it its he she him her his".split())


def with_pronouns(tokens: Sequence[Token], lexicon: Lexicon, *, there: str = "at") -> list[Token]:
    """The words of a second question with a pronoun for whatever they only point at; "there" is "at it" or "in it".

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> from app.query.ask.lexical.words import tokenize
    >>> [token.word for token in with_pronouns(tokenize("where is that firm based"), load_lexicon())]
    ['where', 'is', 'it', 'based']
    >>> [token.word for token in with_pronouns(tokenize("who else works there now"), load_lexicon())]
    ['who', 'else', 'works', 'at', 'it', 'now']
    """
    while len(tokens) > 1 and tokens[-1].word in _APIECE:
        tokens = tokens[:-1]
    found: list[Token] = []
    position = 0
    while position < len(tokens):
        words, length = _pronoun_at([token.word for token in tokens], position, lexicon)
        words = tuple(there if word == _PLACE else word for word in words)
        place = tokens[position]
        found += [Token(word, word, place.start, place.end) for word in words] if length else [place]
        position += length or 1
    return found


def points_back(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words point at somebody who was told of: "that person", "this firm".

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> from app.query.ask.lexical.words import tokenize
    >>> points_back(tokenize("did that person resign"), load_lexicon()), points_back(tokenize("did he"), load_lexicon())
    (True, False)
    """
    words = [token.word for token in tokens]
    return any(
        words[start:end] == [*pointing] and _kind_length(words, end, lexicon) and words[end] != "one"
        for pointing in _POINTING
        for start, end in ((start, start + len(pointing)) for start in range(len(words) - len(pointing)))
    )


def _pronoun_at(words: Sequence[str], start: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The pronoun, as words, for those that begin here, and how many they are; none where they name something."""
    for group in _OF_THEM:
        if tuple(words[start : start + len(group)]) == group:
            return ("they",), len(group)
    if start > 0 and words[start] in ("each", "both") and words[start - 1] in AUXILIARIES:  # "how much did each put in"
        return ("they",), 1
    for place in _THERE:
        if tuple(words[start : start + len(place)]) == place and not _exists(words, start):
            return (_PLACE, "it"), len(place)
    for pointing in (*_POINTING, ("the",)):
        end = start + len(pointing)
        if tuple(words[start:end]) == pointing and (length := _kind_length(words, end, lexicon)):
            if pointing == ("the",) and words[end + length : end + length + 1] and words[end + length] in _NARROWED:
                continue
            pronoun = _pronoun_for(words[end : end + length], lexicon, plural=pointing[0] in _PLURAL)
            owns = words[end + length : end + length + 1] == ["'s"]
            return (_POSSESSIVE[pronoun] if owns else pronoun,), len(pointing) + length + owns
    return (), 0


def _exists(words: Sequence[str], start: int) -> bool:
    """Whether "there" only says that something is: "is there a"."""
    return start > 0 and words[start - 1] in BE | AUXILIARIES and words[start : start + 1] == ["there"]


def _kind_length(words: Sequence[str], start: int, lexicon: Lexicon) -> int:
    """How many words name a kind of thing and nothing more: "firm", "joint venture"."""
    for length in (3, 2, 1):
        named = tuple(words[start : start + length])
        if len(named) == length and any(s.entry.kind is Kind.CLASS_NOUN for s in lexicon.senses.get(named, ())):
            return length
    return int(tuple(words[start : start + 1]) == ("one",))


def _pronoun_for(named: Sequence[str], lexicon: Lexicon, *, plural: bool) -> str:
    classes = {sense.entry.class_name for sense in lexicon.senses.get(tuple(named), ()) if sense.entry.class_name}
    if plural or "Agent" in classes:
        return "they"
    return "he" if "Person" in classes else "it"


def referents(tokens: Sequence[Token], first: Draft, names: Names) -> tuple[Candidate, ...]:
    """Whom each pronoun can stand for: what the first question found, or failing that whom it named."""
    answers = antecedents(first, names, answers_only=True)
    known = antecedents(first, names, answers_only=False)
    found: list[Candidate] = []
    for word in dict.fromkeys(token.word for token in tokens):
        fitting = [candidate for candidate in answers if fits_pronoun(word, candidate)]
        others = [candidate for candidate in known if fits_pronoun(word, candidate) and candidate not in fitting]
        several = word in _SINGULAR and len(fitting) > 1  # whoever founded it together is no "it"
        found += others if several and len(others) == 1 else fitting or others
    return tuple(dict.fromkeys(found))
