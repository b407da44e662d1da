"""What templates match in a sentence's encoded line, and what their slots hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.fillers import each
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.lines import CLOSE, OPEN, PRONOUN, Line
from app.extraction.relations.reading.sentences import Amount, Sentence, Slot
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.templates import compile_pattern, promising
from app.model import Span

_SLOT_NUMBER = re.compile(f"{OPEN}[A-Z](\\d+){PRONOUN}?{CLOSE}")
_NOT = re.compile(r"\b(?:not|except|excluding|than|without)\b", re.IGNORECASE)
# "Left for Acme rival Bexley", "in talks with Acme's rival Bexley": nothing is said of Acme.
_ANOTHERS = re.compile(
    rf"(?<={CLOSE})(?:'s)? (?:\w+ )?(?:rival|competitor|challenger|supplier|customer|client|partner|"
    r"spin-off|spinoff|spin-out|spinout) "
    rf"{OPEN}O"
)


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


def find(sentence: Sentence, templates: Mapping[str, str], skip: Collection[str] = ()) -> Iterator[tuple[str, Found]]:
    """All matches of the named templates in a sentence, in the templates' order, but for those to skip."""
    for name in promising(sentence, templates):
        if name in skip:
            continue
        for match in _matches(sentence.line, templates[name]):
            if not _ANOTHERS.match(sentence.code, match.end()) and not _crosses(sentence, match):
                yield name, Found(sentence, match)


def _crosses(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it starts in what is told of the subject, and takes the subject's verb: "Y, named P" of such a clause."""
    if not sentence.closings:
        return False
    first, after = sentence.tokens_between(*match.span())
    return any(opening <= first < closing < after - 1 for opening, closing in sentence.closings)


def _matches(line: Line, template: str) -> list[re.Match[str]]:
    """Where a template matches in a line; searched for once."""
    if template not in line.matches:
        line.matches[template] = list(compile_pattern(template).finditer(line.text))
    return line.matches[template]


def find_throughout(sentence: Sentence, templates: Mapping[str, str]) -> Iterator[tuple[str, Found]]:
    """All matches, also over what the sentence tells of a name before its verb: "P, who had run X, left in May"."""
    yield from find(sentence, templates)
    if sentence.briefly is not None:
        yield from find(sentence.briefly, templates)
