"""Templates of surface patterns with typed slots: `{O:vendor}, a unit of {O:parent}`.

A slot is `{LETTERS:name}`: any of the letters (P person, O organisation, L place, R product, X other; T time, M
money, C share), under a name. `{O+:name}` is a list ("A, B and C"). `{DESC}`, `{TITLE}` and the other fragments of
the table stand for themselves. Spaces match any run of blanks. Patterns ignore case except inside `(?-i:...)`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, cast

from app.extraction.expressions import PARSER, Item, compile_quick
from app.extraction.relations.reading.lines import CLOSE, OPEN, PRONOUN, Line
from app.extraction.relations.reading.sentences import Sentence, numbered
from app.extraction.relations.reading.words import FRAGMENTS, TRADE_HEADS

_MACRO = re.compile(r"\{([A-Z]+)(\+?)(?::(\w+))?\}")
_BLANK = re.compile(r" \?(?![?:])| ")
# "the law firm X", "its rival X": words that may stand between a list's conjunction and its next name.
_FROM = rf"{OPEN}L\d+{CLOSE}(?:'s|,? ?-based) (?:[a-z][\w'&.-]* ){{0,3}}?"
_LEAD_IN = (
    rf"(?:(?:the|its|their|an?) (?:(?!(?:of|in|at|by|for|from|to)\b)[\w'&.-]+ ){{1,4}}?|the |{_FROM}|"
    r"(?:(?:(?!(?:of|in|at|by|for|from|to|as|is|was|that|which|who)\b)[a-z][a-z'-]* ){0,2}?"
    r"(?:investors?|backers?|fund|firm|group|insurer|financier|lender)) )?"
)
# Before a person the trade may stand alone: "A and chef B", "A and former banker B".
_TRADE_IN = rf"(?:{_LEAD_IN[:-1]}|(?:(?:former|fellow|ex-?) ?)?(?:[a-z]+ )?(?:{TRADE_HEADS}) )?"
_HONORIFIC = r"(?:(?-i:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\b\.? )?"
# "Finlow Systems' customers": a name in -s may take the mark alone.
_POSSESSIVE = r"}(?:'s|'(?=\s))"
# "its" in a template is also the "its" that is known to be somebody's.
_OWN = re.compile(r"\b(its|their)\b")
# What may stand in brackets after a name: its short form, its ticker, a birth year.
_BRACKET = r"(?: ?\([^()]{1,60}\))?"
# What a name may still carry where its mention ends before it.
_SUFFIX = r"(?:,? (?-i:plc|PLC|Inc\b\.?|Ltd\b\.?|LLC|LLP|AG|NV|SE|SA|SpA|GmbH|Corp\b\.?|Co\b\.|KK|Oy|AB|ASA)(?!\w))?"

# In "formerly of Acme-rival Bexley" nothing is said of Acme.
_NO_COMPOUND = r"(?!-[a-z])"
_HYPHENS = ("-", r"\s*-")


def _names(letters: str) -> bool:
    """Whether a slot holds persons or organisations alone: places stand before "-based"."""
    return set(letters) <= set("OP")


def _blank(blank: re.Match[str]) -> str:
    return r"\s*" if blank.group(0) == " ?" else r"\s+"


@cache
def compile_pattern(template: str) -> re.Pattern[str]:
    """A template as a regular expression."""
    return compile_quick(_expression(template, FRAGMENTS), re.IGNORECASE)


def _expression(template: str, fragments: Mapping[str, str]) -> str:
    def expand(macro: re.Match[str]) -> str:
        letters, plus, name = macro.groups()
        if letters in fragments:
            body = fragments[letters]
            return f"(?P<{name}>{body})" if name else f"(?:{body})"
        slot = (
            (_HONORIFIC if "P" in letters else "")
            + f"{OPEN}[{letters}]\\d+{PRONOUN}?{CLOSE}"
            + (_SUFFIX if "O" in letters else "")
            + (_NO_COMPOUND if _names(letters) and not macro.string.startswith(_HYPHENS, macro.end()) else "")
        )
        if plus:
            lead_in = _TRADE_IN if letters == "P" else _LEAD_IN
            # In "A and B's fund C" it is C that is listed; "A's, B's" and "A's backers" are theirs.
            slot = f"{slot}(?!'s (?:[a-z-]+ ){{0,4}}{OPEN}O)"
            slot = f"{slot}(?:(?:'s)?(?:,? as well as|,? but not|, and|, or|,| and| or| &) {lead_in}{slot})*"
        bracket = _BRACKET if letters in ("O", "P") else ""
        return (f"(?P<{name}>{slot})" if name else slot) + bracket

    expression = _MACRO.sub(expand, _BLANK.sub(_blank, template.replace("}'s", _POSSESSIVE)))
    return _OWN.sub(rf"(?:\1|{OPEN}O\\d+{PRONOUN}{CLOSE}'s)", expression)


# More or shorter words are not worth looking for: the search for the pattern is as quick, or most sentences have one.
_MOST_WORDS, _SHORTEST_WORD = 60, 3
_MOST_CHUNKS = 20_000


@cache
def needs_of(template: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a sentence needs for a template to match at all: slots of these letters, and one of these words.

    Read off the parsed expression, in lower case. Most patterns are told apart without a search.
    """
    # Fragments tell little, and some take long to read.
    parsed = PARSER.parse(_expression(template, dict.fromkeys(FRAGMENTS, "")), re.IGNORECASE)
    return numbered(list(_letters(parsed))), _words(parsed)


def _letters(items: Iterable[Item]) -> Iterator[str]:
    """The letters of the slots that have but one and that all matches have."""
    opened = False
    for kind, value in items:
        if opened and kind is PARSER.LITERAL:
            yield chr(value)
        yield from _letters(_certain(kind, value))
        opened = (kind, value) == (PARSER.LITERAL, ord(OPEN))


def _words(items: Iterable[Item]) -> tuple[str, ...]:
    """Words of which each match has one, as long as can be; none if there is no such choice."""
    found: list[tuple[str, ...]] = []
    run = ""
    for kind, value in items:
        if kind is PARSER.LITERAL:
            run += chr(value).lower()
            continue
        found.append((run,))
        run = ""
        if kind is PARSER.BRANCH:
            choices = [_words(choice) for choice in value[1]]
            found.append(tuple(chain(*choices)) if all(choices) else ("",))
        else:
            found.append(_words(_certain(kind, value)) or ("",))
    found.append((run,))
    telling = [words for words in found if len(words) <= _MOST_WORDS and min(map(len, words)) >= _SHORTEST_WORD]
    return max(telling, key=lambda words: min(map(len, words)), default=())


def _certain(kind: Any, value: Any) -> Iterable[Item]:
    """What an item holds that each match has: the content of a group, or of a repetition that is not optional."""
    if kind is PARSER.SUBPATTERN:
        return cast(Iterable[Item], value[-1])
    repeated = kind in (PARSER.MAX_REPEAT, PARSER.MIN_REPEAT) and value[0]
    return cast(Iterable[Item], value[2]) if repeated else ()


class _Vocabulary:
    """The words of all templates so far, found in a sentence in one pass whoever asks."""

    def __init__(self) -> None:
        self._by_beginning: defaultdict[str, set[str]] = defaultdict(set)
        self._size = 0
        self._in_chunks: dict[str, frozenset[str]] = {}

    def add(self, words: Iterable[str]) -> None:
        """More words to be found, of `_SHORTEST_WORD` letters or more."""
        for word in words:
            beginning = self._by_beginning[word[:_SHORTEST_WORD]]
            if word not in beginning:
                beginning.add(word)
                self._size += 1
                self._in_chunks.clear()

    def within(self, line: Line) -> frozenset[str]:
        """The words that stand in a sentence; read once, and again when there are more words."""
        known = line.words_of_templates
        if self._size not in known:
            known[self._size] = frozenset().union(*map(self._in_chunk, line.lower.split()))
        return known[self._size]

    def _in_chunk(self, chunk: str) -> frozenset[str]:
        """The words within what stands between two blanks; kept, as most of a text is the same few words.

        In a template each blank ends a word, so none of them reaches over a blank.
        """
        found = self._in_chunks.get(chunk)
        if found is None:
            if len(self._in_chunks) > _MOST_CHUNKS:
                self._in_chunks.clear()
            beginnings = {chunk[at : at + _SHORTEST_WORD] for at in range(len(chunk) - _SHORTEST_WORD + 1)}
            words = chain.from_iterable(self._by_beginning[start] for start in beginnings & self._by_beginning.keys())
            found = self._in_chunks[chunk] = frozenset(word for word in words if word in chunk)
        return found


_VOCABULARY = _Vocabulary()


class _Index:
    """Templates by the words without which they do not match.

    A sentence has the words of few of them: so most are told apart at once, without a look at each.
    """

    def __init__(self, templates: Mapping[str, str]) -> None:
        self.templates = templates
        needs = {name: needs_of(template) for name, template in templates.items()}
        self._letters = {name: letters for name, (letters, _) in needs.items()}
        self._common = frozenset.intersection(*self._letters.values())
        self._order = {name: number for number, name in enumerate(templates)}
        self._always = frozenset(name for name, (_, words) in needs.items() if not words)
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        for name, (_, words) in needs.items():
            for word in words:
                self._by_word[word].add(name)
        self._words = frozenset(self._by_word)
        _VOCABULARY.add(self._words)

    def promising(self, sentence: Sentence) -> list[str]:
        """The names of those that may match in a sentence, in their order."""
        there = sentence.letters
        if not self._common <= there:
            return []
        here = self._words & _VOCABULARY.within(sentence.line)
        if not here and not self._always:
            return []
        names = self._always.union(*(self._by_word[word] for word in here))
        return [name for name in sorted(names, key=self._order.__getitem__) if self._letters[name] <= there]


# By the identity of the tables, which live as long as their indexes.
_INDEXES: dict[int, _Index] = {}


def promising(sentence: Sentence, templates: Mapping[str, str]) -> list[str]:
    """The names of the templates that may match in a sentence, in their order.

    The table is a constant of some module: it is read once, however often it is asked about.
    """
    if id(templates) not in _INDEXES:
        _INDEXES[id(templates)] = _Index(templates)
    return _INDEXES[id(templates)].promising(sentence)
