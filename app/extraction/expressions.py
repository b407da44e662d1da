"""Regular expressions that try few of many words: of "chief|head|chair|director" at a "c" only those with "c".

`re` tries the choices of an expression one after the other, and where case does not count it enters each of them. Most
expressions here choose among dozens of words, at each letter of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import groupby
from string import ascii_lowercase
from typing import Any

# What `re` itself reads and compiles expressions with; they have no public names.
PARSER = import_module("re._parser")
_COMPILER = import_module("re._compiler")
# Of a parsed expression: what it is, and of what.
Item = tuple[Any, Any]
# With fewer choices there is nothing to win.
_FEWEST_CHOICES = 4
# What matches a letter where case does not count, besides itself and its capital.
_FURTHER = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}
_LETTERS = {ord(case): letter for letter in ascii_lowercase for case in (letter, letter.upper())}


def compile_quick(expression: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """An expression compiled to one that matches the same, its choices sorted by their first letters.

    >>> compile_quick("(?:chief|head|chair|chairman) of", re.IGNORECASE).search("a Chairman of").group()
    'Chairman of'
    """
    parsed = PARSER.parse(expression, flags)
    _sort_choices(parsed, bool(parsed.state.flags & re.IGNORECASE))
    compiled: re.Pattern[str] = _COMPILER.compile(parsed, parsed.state.flags)
    return compiled


def _sort_choices(items: Any, any_case: bool) -> None:
    """Sort the choices within a parsed expression, in place."""
    for at, (kind, value) in enumerate(items.data):
        if kind is PARSER.SUBPATTERN:
            _, added, taken, inner = value
            _sort_choices(inner, bool((any_case or added & re.IGNORECASE) and not taken & re.IGNORECASE))
        elif kind is PARSER.BRANCH:
            for choice in value[1]:
                _sort_choices(choice, any_case)
            if len(value[1]) >= _FEWEST_CHOICES:
                items.data[at] = (kind, (None, list(_by_letter(value[1], any_case))))
        else:
            for inner in _parts(value):
                _sort_choices(inner, any_case)


def _parts(value: Any) -> Iterator[Any]:
    """The expressions within an item: what is repeated, looked for, or chosen by a group."""
    if isinstance(value, PARSER.SubPattern):
        yield value
    elif isinstance(value, tuple):
        yield from (part for part in value if isinstance(part, PARSER.SubPattern))


def _by_letter(choices: Iterable[Any], any_case: bool) -> Iterator[Any]:
    """The choices with the same first letter as one. Which of them comes first stays as it was.

    Choices with different letters exclude each other, so their order is free; nothing goes past any other choice.
    """
    for is_word, run in groupby(choices, lambda choice: _letter(choice, any_case) is not None):
        if not is_word:
            yield from run
            continue
        sorted_run: dict[str, list[Any]] = {}
        for choice in run:
            sorted_run.setdefault(_letter(choice, any_case) or "", []).append(choice)
        for letter, same in sorted_run.items():
            yield _after_letter(letter, same, any_case)


def _letter(choice: Any, any_case: bool) -> str | None:
    """The letter that a choice begins with, if it does."""
    kind, value = choice.data[0] if choice.data else (None, None)
    if kind is not PARSER.LITERAL or value not in _LETTERS:
        return None
    return _LETTERS[value] if any_case else chr(value)


def _after_letter(letter: str, choices: Sequence[Any], any_case: bool) -> Any:
    """One choice of several with the same first letter: the letter, and then a choice of what follows it."""
    state = choices[0].state
    rests = [PARSER.SubPattern(state, choice.data[1:]) for choice in choices]
    if len(rests) >= _FEWEST_CHOICES:
        rests = list(_by_letter(rests, any_case))
    rest = rests[0].data if len(rests) == 1 else [(PARSER.BRANCH, (None, rests))]
    return PARSER.SubPattern(state, [_first(letter, state, any_case), *rest])


def _first(letter: str, state: Any, any_case: bool) -> Item:
    """A letter as an item; in any case as a set, which `re` looks at before it enters the choice."""
    if not any_case:
        return (PARSER.LITERAL, ord(letter))
    cases = [(PARSER.LITERAL, ord(case)) for case in (letter, letter.upper(), *_FURTHER.get(letter, ""))]
    one = PARSER.SubPattern(state, [(PARSER.IN, cases)])
    return (PARSER.SUBPATTERN, (None, 0, int(re.IGNORECASE), one))
