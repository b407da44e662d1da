"""Finds the readable blocks of an article, as offsets into its raw text: titles, headings, paragraphs; no boilerplate.

One line is one block, so that a heading never runs into the line below it. Hard-wrapped lines are one paragraph.
Nothing is rewritten: a block is a stretch of the raw text, and what surrounds a whole line (`**`, `#`) is left outside.
Lines are those that a reader sees (`app/reading_copy.py`): a tag left over in the text ends one or is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from app.documents.boilerplate import is_boilerplate
from app.model import Article, Block, BlockKind, Document
from app.reading_copy import reading_copy

MAX_BLOCK = 20_000
"""The most code points of a block; longer ones are cut between sentences, else between words."""

# Lines between these lengths are hard-wrapped when they stop in mid-sentence and another such line follows.
_WRAPPED = range(55, 101)
_HEADING_CHARACTERS, _HEADING_WORDS, _TITLE_WORDS = 120, 16, 4

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+|\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BREAK = "\n\r\v\f\x85\u2028\u2029"
_TITLE_LABEL = re.compile(r"(?:title|headline)\s{0,4}:\s{0,4}", re.IGNORECASE)
_HASHES = re.compile(r"#{1,6}\s{1,8}")
_CLOSERS = r"['\"”’)\]]{0,4}$"
_LINE_END = re.compile(rf"[.!?…:]{_CLOSERS}")  # a paragraph stops here
_NO_HEADING_END = re.compile(rf"[.!…:;,]{_CLOSERS}")  # a heading does not; it may ask
_LIST_ITEM = re.compile(r"(?:[-*•–—]|[0-9]{1,3}[.)])\s")
_MARKS = ("**", "__")


@dataclass(frozen=True)
class _Line:
    """A line's readable stretch, and what its markup says of it."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None


def segment(article: Article) -> Document:
    r"""The article with its blocks, in order and disjoint.

    >>> [block.kind.value for block in segment(Article(text="A Short History\nIt began in May.")).blocks]
    ['heading', 'paragraph']
    """
    copy = reading_copy(article.text)
    text = copy.text
    title = reading_copy(article.title.strip()).text if article.title is not None else None
    first = True
    blocks: list[Block] = []
    for line in _joined(text, _lines(text)):
        kind = line.kind or _kind(line, title, first=first)
        for block in _cut(text, Block(kind=kind, start=line.start, end=line.end)):
            start, end = copy.in_raw_with_marks(block.start, block.end)
            blocks.append(Block(kind=kind, start=start, end=end))
        first = False
    return Document(article=article, blocks=tuple(blocks))


def _lines(text: str) -> Iterator[_Line | None]:
    """The readable lines, and None for each one that is blank or boilerplate."""
    breaks = 0
    for match in _LINE.finditer(text):
        if match[0][0] in _BREAK:
            breaks += 1
            if breaks == 2:
                yield None
        else:
            breaks = 0
            line = _trimmed(match.start(), match[0])
            yield None if line is None or is_boilerplate(line.text) else line


def _trimmed(start: int, words: str) -> _Line | None:
    """A line without the blanks and markup around it."""
    line = _stretch(start, words)
    hashes = _HASHES.match(line.text)
    if hashes:
        line = _stretch(line.start + hashes.end(), line.text[hashes.end() :], BlockKind.HEADING)
    for mark in _MARKS:
        if line.text.startswith(mark) and line.text.endswith(mark) and line.text.count(mark) == 2:
            line = _stretch(line.start + len(mark), line.text[len(mark) : -len(mark)], BlockKind.HEADING)
    label = _TITLE_LABEL.match(line.text) if line.kind else None
    if label and label.end() < len(line.text):
        line = _stretch(line.start + label.end(), line.text[label.end() :], BlockKind.TITLE)
    return line if line.text else None


def _stretch(start: int, words: str, kind: BlockKind | None = None) -> _Line:
    """The words, moved inward past the blanks at both ends."""
    text = words.lstrip()
    start += len(words) - len(text)
    text = text.rstrip()
    return _Line(start, start + len(text), text, kind)


# --- hard-wrapped lines -----------------------------------------------------------------------------------------------


def _joined(text: str, lines: Iterable[_Line | None]) -> Iterator[_Line]:
    """The lines, those of one hard-wrapped paragraph as one."""
    start: int | None = None
    last: _Line | None = None
    for line in chain(lines, [None]):
        if last and start is not None and not (line and _goes_on(last, line)):
            yield last if start == last.start else _Line(start, last.end, text[start : last.end], BlockKind.PARAGRAPH)
            start = None
        if line and start is None:
            start = line.start
        last = line


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether a line was broken only because it was full."""
    full = len(line.text) in _WRAPPED and len(following.text) <= _WRAPPED.stop
    marked = line.kind or following.kind or _LIST_ITEM.match(following.text)
    if not full or marked or _LINE_END.search(line.text[-8:]):
        return False
    return following.text[0].islower() or not _is_title_case(line.text)


def _is_title_case(text: str) -> bool:
    """Whether most of the longer words are capitalised, as in many headlines."""
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


# --- kinds and lengths ------------------------------------------------------------------------------------------------


def _kind(line: _Line, title: str | None, *, first: bool) -> BlockKind:
    """Whether a line is the title, a heading or a paragraph."""
    if title and line.text.casefold() == title.casefold():
        return BlockKind.TITLE
    if not _is_heading(line.text):
        return BlockKind.PARAGRAPH
    untitled = first and title is None
    return BlockKind.TITLE if untitled and len(line.text.split()) >= _TITLE_WORDS else BlockKind.HEADING


def _is_heading(text: str) -> bool:
    """Whether a line is short and no sentence. A question may head a section, if it asks in a few words."""
    if len(text) > _HEADING_CHARACTERS or len(text.split()) > _HEADING_WORDS or _LIST_ITEM.match(text):
        return False
    return not _NO_HEADING_END.search(text[-8:])


def _cut(text: str, block: Block) -> Iterator[Block]:
    """The block in pieces of at most `MAX_BLOCK`, cut after a sentence, else at a blank, else anywhere."""
    start = block.start
    while block.end - start > MAX_BLOCK:
        limit = start + MAX_BLOCK
        sentence, blank = text.rfind(". ", start + MAX_BLOCK // 2, limit), text.rfind(" ", start + 1, limit)
        end = sentence + 1 if sentence > 0 else blank if blank > 0 else limit
        piece = _stretch(start, text[start:end])
        if piece.text:
            yield Block(kind=block.kind, start=piece.start, end=piece.end)
        start = end
    piece = _stretch(start, text[start : block.end])
    if piece.text:
        yield Block(kind=block.kind, start=piece.start, end=piece.end)
