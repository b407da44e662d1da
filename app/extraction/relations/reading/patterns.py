"""Surface patterns with typed slots: `{O:vendor}, a unit of {O:parent}` over a sentence's encoded line.

A slot is `{LETTERS:name}`: any of the letters (P person, O organisation, L place, R product, X other; T time, M
money, C share), under a name. `{O+:name}` is a list ("A, B and C"). `{DESC}`, `{TITLE}` and the other fragments of
the table stand for themselves. Spaces match any run of blanks. Patterns ignore case except inside `(?-i:...)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any, cast

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.fillers import each
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import CLOSE, OPEN, PRONOUN, Amount, Sentence, Slot, numbered
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.words import FRAGMENTS, TRADE_HEADS
from app.model import Span

_MACRO = re.compile(r"\{([A-Z]+)(\+?)(?::(\w+))?\}")
_BLANK = re.compile(r" \?(?![?:])| ")
_SLOT_NUMBER = re.compile(f"{OPEN}[A-Z](\\d+){PRONOUN}?{CLOSE}")
_NOT = re.compile(r"\b(?:not|except|excluding|than|without)\b", re.IGNORECASE)
# "the law firm X", "its rival X": words that may stand between a list's conjunction and its next name.
_LEAD_IN = r"(?:(?:the|its|their|an?) (?:[\w'&.-]+ ){1,4}?|the )?"
# Before a person the trade may stand alone: "A and chef B", "A and former banker B".
_TRADE_IN = rf"(?:{_LEAD_IN[:-1]}|(?:(?:former|fellow|ex-?) ?)?(?:[a-z]+ )?(?:{TRADE_HEADS}) )?"
# "Left for Acme rival Bexley", "in talks with Acme's rival Bexley": nothing is said of Acme.
_ANOTHERS = re.compile(
    rf"(?<={CLOSE})(?:'s)? (?:\w+ )?(?:rival|competitor|challenger|supplier|customer|client|partner|"
    r"spin-off|spinoff|spin-out|spinout) "
    rf"{OPEN}O"
)
_HONORIFIC = r"(?:(?-i:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\b\.? )?"
# "Finlow Systems' customers": a name in -s may take the mark alone.
_POSSESSIVE = r"}(?:'s|'(?=\s))"
# "its" in a template is also the "its" that is known to be somebody's.
_OWN = re.compile(r"\b(its|their)\b")
# What may stand in brackets after a name: its short form, its ticker, a birth year.
_BRACKET = r"(?: ?\([^()]{1,60}\))?"
# What a name may still carry where its mention ends before it.
_SUFFIX = r"(?:,? (?-i:plc|PLC|Inc\b\.?|Ltd\b\.?|LLC|LLP|AG|NV|SE|SA|SpA|GmbH|Corp\b\.?|Co\b\.|KK|Oy|AB|ASA)(?!\w))?"


@dataclass(frozen=True)
class Found:
    """A pattern that matched in a sentence."""

    sentence: Sentence
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether a group took part."""
        return name in self.match.re.groupindex and self.match.group(name) is not None

    def slots(self, name: str) -> list[Slot]:
        """The slots within a group; those after "not" or "except" are left out."""
        if not self.has(name):
            return []
        text, kept, last = self.match.group(name), [], 0
        for slot in _SLOT_NUMBER.finditer(text):
            if _NOT.search(text, last, slot.start()):
                break
            if text.count("(", 0, slot.start()) > text.count(")", 0, slot.start()):
                continue  # "by A (once of B) and C"
            last = slot.end()
            kept.append(self.sentence.slots[int(slot.group(1))])
        return kept

    def mentions(self, name: str) -> list[FoundMention]:
        """The mentions within a group."""
        return each([slot.filler for slot in self.slots(name) if isinstance(slot.filler, FoundMention)])

    def amount(self, name: str) -> Amount | None:
        """The time, money or share in a group."""
        amounts = [slot.filler for slot in self.slots(name) if not isinstance(slot.filler, FoundMention)]
        return amounts[0] if amounts else None

    @property
    def verb_end(self) -> int:
        """The last word of the verb: of "has been" it is "been" that the rest hangs on."""
        tokens = self.tokens("t")
        return tokens[1] - 1 if tokens else self.trigger

    def tokens(self, name: str) -> tuple[int, int] | None:
        """The tokens of a group, without blanks at its ends."""
        if not self.has(name):
            return None
        start, end = self.match.span(name)
        text = self.match.string
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self.sentence.tokens_between(start, end) if start < end else None

    def span(self, name: str) -> Span | None:
        """The raw-text span of a group."""
        tokens = self.tokens(name)
        return self.sentence.raw(*tokens) if tokens else None

    def text(self, name: str) -> str:
        """A group's words in lower case; empty if it took no part."""
        return self.match.group(name).lower().strip() if self.has(name) else ""

    @property
    def trigger(self) -> int:
        """The token of group `t`, else of the match's start."""
        return self.sentence.token_at(self.match.start("t") if self.has("t") else self.match.start())

    def ends_a_clause(self, name: str) -> bool:
        """Whether the verb `t` is said of another, as in "X, whose clients include A and B, is based in L"."""
        doc = self.sentence.passage.doc
        verb = doc[self.trigger]
        above = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")]
        if not above and verb.dep_ == "conj" and is_verb(verb):
            above = [t for t in subjects_of(verb) if t.i < verb.i]  # "X, which was set up by A and B, and has raised"
        relative = any(t.tag_ in ("WDT", "WP") for t in above)
        own = any(m.start <= t.i < m.end for m in self.mentions(name) for t in above)
        return bool(above) and not own and not relative and self.match.string[self.match.end(name) :][:1] == ","


def _blank(blank: re.Match[str]) -> str:
    return r"\s*" if blank.group(0) == " ?" else r"\s+"


@cache
def compile_pattern(template: str) -> re.Pattern[str]:
    """A template as a regular expression."""
    return re.compile(_expression(template, FRAGMENTS), re.IGNORECASE)


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


# What `re` itself reads expressions with; it has no public name.
_PARSER = import_module("re._parser")
# Of a parsed expression: what it is, and of what.
Item = tuple[Any, Any]
# More or shorter words are not worth looking for: the search for the pattern is as quick, or most sentences have one.
_MOST_WORDS, _SHORTEST_WORD = 60, 3


@cache
def needs_of(template: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a sentence needs for a template to match at all: slots of these letters, and one of these words.

    Read off the parsed expression, in lower case. Most patterns are told apart without a search.
    """
    # Fragments tell little, and some take long to read.
    parsed = _PARSER.parse(_expression(template, dict.fromkeys(FRAGMENTS, "")), re.IGNORECASE)
    return numbered(list(_letters(parsed))), _words(parsed)


def _letters(items: Iterable[Item]) -> Iterator[str]:
    """The letters of the slots that have but one and that all matches have."""
    opened = False
    for kind, value in items:
        if opened and kind is _PARSER.LITERAL:
            yield chr(value)
        yield from _letters(_certain(kind, value))
        opened = (kind, value) == (_PARSER.LITERAL, ord(OPEN))


def _words(items: Iterable[Item]) -> tuple[str, ...]:
    """Words of which each match has one, as long as can be; none if there is no such choice."""
    found: list[tuple[str, ...]] = []
    run = ""
    for kind, value in items:
        if kind is _PARSER.LITERAL:
            run += chr(value).lower()
            continue
        found.append((run,))
        run = ""
        if kind is _PARSER.BRANCH:
            choices = [_words(choice) for choice in value[1]]
            found.append(tuple(chain(*choices)) if all(choices) else ("",))
        else:
            found.append(_words(_certain(kind, value)) or ("",))
    found.append((run,))
    telling = [words for words in found if len(words) <= _MOST_WORDS and min(map(len, words)) >= _SHORTEST_WORD]
    return max(telling, key=lambda words: min(map(len, words)), default=())


def _certain(kind: Any, value: Any) -> Iterable[Item]:
    """What an item holds that each match has: the content of a group, or of a repetition that is not optional."""
    if kind is _PARSER.SUBPATTERN:
        return cast(Iterable[Item], value[-1])
    repeated = kind in (_PARSER.MAX_REPEAT, _PARSER.MIN_REPEAT) and value[0]
    return cast(Iterable[Item], value[2]) if repeated else ()


def find(sentence: Sentence, templates: Mapping[str, str]) -> Iterator[tuple[str, Found]]:
    """All matches of the named templates in a sentence, in the templates' order."""
    there, code = sentence.letters, sentence.lower_code
    for name, template in templates.items():
        letters, words = needs_of(template)
        if not letters <= there or (words and not any(map(code.__contains__, words))):
            continue
        for match in compile_pattern(template).finditer(sentence.code):
            if not _ANOTHERS.match(sentence.code, match.end()):
                yield name, Found(sentence, match)


def find_throughout(sentence: Sentence, templates: Mapping[str, str]) -> Iterator[tuple[str, Found]]:
    """All matches, also over what the sentence tells of a name before its verb: "P, who had run X, left in May"."""
    yield from find(sentence, templates)
    if sentence.briefly is not None:
        yield from find(sentence.briefly, templates)
