"""Splits a question into words and folds them, so that case, accents and spelling do not matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.query.ask.rewording.wording import asked, plain
from app.query.names import fold

AUXILIARIES = frozenset("is are was were be been being am do does did has have had having will would".split())
BE = frozenset("is are was were be been being am".split())
DO = frozenset({"do", "does", "did"})
GET = frozenset({"get", "gets", "got"})
PRESENT_AUXILIARIES = frozenset("is are am do does".split())
DETERMINERS = frozenset("the a an any all some every each other another these those this that".split())
PREPOSITIONS = frozenset(
    """of in at for from with by on to into about over as behind between within inside under after before since until
    during against through without despite like near held used past besides and""".split()
)
SUBJECT_PRONOUNS = frozenset("he she they it him her them this that these those".split())
POSSESSIVE_PRONOUNS = frozenset("his her their its".split())
COUNTS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
FUNCTION_WORDS = (
    AUXILIARIES
    | DETERMINERS
    | PREPOSITIONS
    | SUBJECT_PRONOUNS
    | POSSESSIVE_PRONOUNS
    | QUESTION_WORDS
    | frozenset("'s not or and but me us we i you there then much many long if whether no yes".split())
)

_TOKEN = re.compile(r"(?<=\w)['’][sS]\b|(?<=[sS])['’](?=\s|$)|[$€£¥%]|\d+(?:[.,]\d+)*|[^\W_]+(?:[.&][^\W_]+)*")
_SPELLINGS = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=[a-z]{4})is(e|es|ed|ing)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=[a-z]{3})our(s?)$"), r"or\1"),
)
_LETTERED = frozenset({"series", "class", "tranche"})


@dataclass(frozen=True)
class Token:
    """A word of the question: as written, folded, and where it stands; `also`: a word beside it that was dropped."""

    text: str
    word: str
    start: int
    end: int
    also: str = ""


def text_of(tokens: Sequence[Token], start: int, end: int) -> str:
    """Some of a question's words as written."""
    return " ".join(token.text for token in tokens[start:end]).replace(" 's", "'s")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without plural ending and in one spelling: for comparing values, never for names.

    >>> stem("labelling"), stem("operations"), stem("companies"), stem("specialises")
    ('labeling', 'operation', 'company', 'specialize')
    """
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def tokenize(question: str) -> list[Token]:
    """The words, numbers, currency signs and possessive endings of a question; all else is dropped.

    >>> [token.word for token in tokenize("Who's Meta’s CEO?")]
    ['who', 'is', 'meta', "'s", 'ceo']
    """
    return spelt_tokens(asked(question))


def spelt_tokens(text: str) -> list[Token]:
    """The words, numbers, currency signs and possessive endings of a text, just as it is spelt."""
    tokens = []
    for match in _TOKEN.finditer(text):
        written = match.group()
        word = "'s" if written[0] in "'’" else fold(written)
        tokens.append(Token(written, word, match.start(), match.end()))
    return tokens


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """A word of the lexicon or of a text as the sequence of its folded words, put plainly as a question is.

    >>> name_words("co-founder"), name_words("Scale-AI, Inc.")
    (('founder',), ('scale', 'ai', 'inc'))
    """
    return tuple(token.word for token in spelt_tokens(plain(name)) if token.word != "'s")


def spelt_words(name: str) -> tuple[str, ...]:
    """The name of an entity as the sequence of its folded words, just as it is spelt.

    >>> spelt_words("Scale-AI, Inc.")
    ('scale', 'ai', 'inc')
    """
    return tuple(token.word for token in spelt_tokens(name) if token.word != "'s")


def content_words(words: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The stems of the words that carry meaning; in "Series A" the letter does.

    >>> content_words(("the", "labels")), content_words(("class", "a"))
    (('label',), ('class', 'a'))
    """
    return tuple(stem(word) for i, word in enumerate(words) if word not in FUNCTION_WORDS or is_letter(words, i))


def is_letter(words: Sequence[str], position: int) -> bool:
    """Whether a word that is a small word elsewhere is a letter here: "Series A"."""
    return words[position] in ("a", "i") and position > 0 and words[position - 1] in _LETTERED


def ends_of(word: str) -> tuple[str, str]:
    """Keys to find a word by: one slip leaves either its first letters or its last as they were.

    >>> ends_of("oversaw")
    ('ov-', '-aw')
    """
    return f"{word[:2]}-", f"-{word[-2:]}"


def one_edit_apart(left: str, right: str) -> bool:
    """Whether one letter was added, dropped, changed, or swapped with its neighbour.

    >>> one_edit_apart("oversaw", "overasw"), one_edit_apart("meta", "beta"), one_edit_apart("meta", "meet")
    (True, True, False)
    """
    return OSA.distance(left, right, score_cutoff=1) == 1
