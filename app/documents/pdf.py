"""Reads the article of a PDF: its lines joined to paragraphs, without running heads, page numbers and line-end hyphens.

The text so made is the article's raw text, a blank line between its paragraphs; all offsets count in it. The day on
which the file was made is not the day of publication, and is not taken for it.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.documents.making import Metadata, make, merged
from app.errors import UnreadableDocument
from app.model import Article

# PDFium is not safe to call from two threads at once.
_PDFIUM = threading.Lock()

_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—|]?\s*[0-9]{1,4}\s*(?:(?:of|/)\s*[0-9]{1,4})?\s*[-–—|]?", re.IGNORECASE)
_FILE_NAME = re.compile(r".*\.[a-z]{2,4}x?|untitled.*|microsoft word.*|\(?anonymous\)?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]{0,3}$")
_LIST_ITEM = re.compile(r"(?:[-*•‣▪●–—]|[0-9]{1,3}[.)])\s")
_HYPHEN = re.compile(r"(\w+)[-‐\u00ad\u0002\ufffe]$")
_ONE_WORD_WITH_SELF = ("ish", "less", "same", "hood")
_FIRST_WORD = re.compile(r"\w+")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " "}
)
# What PDFium makes of any hyphen at the end of a line; the line below follows at once.
_PDFIUM_HYPHENS = (0x02, 0xFFFE)
_BLANK = (9, 10, 13, 32, 160)
_EDGE_LINES = 2


@dataclass(frozen=True)
class _Line:
    """A line of print: its words, where it lies on its page (points, from below), and the size of its letters."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    first_word: float
    """Width of its first word."""


def read_pdf(data: bytes, where: str, source: str | None, known: Metadata) -> Iterator[Article]:
    """The one article of a PDF."""
    lines, about = _read(data, where)
    text = "\n\n".join(_paragraphs(_without_furniture(lines)))
    if not text:
        raise UnreadableDocument(
            f"{where} holds no text: its pages are pictures.",
            hint="Recognise its text first, for example with ocrmypdf.",
        )
    yield make(text, merged(known, about), where, source)


def _read(data: bytes, where: str) -> tuple[list[_Line], Metadata]:
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise UnreadableDocument(f"{where} needs a password.", hint="Give a PDF without one.") from error
            raise UnreadableDocument(
                f"{where} is no PDF, or a damaged one.", hint="See whether a viewer opens it."
            ) from error
        try:
            lines = [line for number in range(len(document)) for line in _mended(_page_lines(document, number))]
            title = " ".join(document.get_metadata_dict().get("Title", "").split())
        finally:
            document.close()
    return lines, Metadata(title=None if not title or _FILE_NAME.fullmatch(title) else title)


def _page_lines(document: object, number: int) -> Iterator[_Line]:
    """The lines of a page, in the order in which it draws them."""
    from pypdfium2 import raw

    page = document[number]  # type: ignore[index]
    text_page = page.get_textpage()
    try:
        line: list[int] = []
        last: int | None = None
        for index in range(raw.FPDFText_CountChars(text_page)):
            char = raw.FPDFText_GetUnicode(text_page, index)
            printed = char not in _BLANK
            if char in (10, 13) or (printed and last is not None and _jumps(text_page, last, index)):
                yield from _line(text_page, line, number)
                line, last = [], None
            if char not in (10, 13):
                line.append(index)
                last = index if printed else last
            if char in _PDFIUM_HYPHENS:
                yield from _line(text_page, line, number)
                line, last = [], None
        yield from _line(text_page, line, number)
    finally:
        text_page.close()
        page.close()


def _jumps(text_page: object, last: int, index: int) -> bool:
    """Whether a character stands on another line or in another column than the one before; PDFium may not say so."""
    size = _size(text_page, last)
    gap = _box(text_page, index)[0] - _box(text_page, last)[1]
    return abs(_base(text_page, index) - _base(text_page, last)) > 0.8 * size or not -2 * size < gap < 3 * size


def _mended(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The lines, with pieces that follow each other closely on one base line as one."""
    last: _Line | None = None
    for line in lines:
        if last is not None:
            space = line.left - last.right
            if abs(line.base - last.base) < 0.3 * line.size and -0.3 * line.size < space < 0.6 * line.size:
                gap = " " if space > 0.15 * line.size else ""
                last = replace(last, text=f"{last.text}{gap}{line.text}", right=line.right)
                continue
            yield last
        last = line
    if last is not None:
        yield last


def _line(text_page: object, indexes: Sequence[int], page: int) -> Iterator[_Line]:
    """The line of these characters; nothing if they are blank."""
    from pypdfium2 import raw

    units = b"".join(raw.FPDFText_GetUnicode(text_page, i).to_bytes(4, "little")[:2] for i in indexes)
    text = units.decode("utf-16-le", "ignore").translate(_LIGATURES)
    printed = [i for i in indexes if raw.FPDFText_GetUnicode(text_page, i) not in _BLANK]
    if not text.strip() or not printed:
        return
    words = text.split()
    first_end = printed[min(len(words[0]), len(printed)) - 1]
    left, right = _box(text_page, printed[0])[0], _box(text_page, printed[-1])[1]
    yield _Line(
        text=" ".join(words),
        page=page,
        left=left,
        right=right,
        base=_base(text_page, printed[0]),
        size=_size(text_page, printed[0]),
        first_word=_box(text_page, first_end)[1] - left,
    )


def _box(text_page: object, index: int) -> tuple[float, float]:
    """The left and right edge of a character."""
    from pypdfium2 import raw

    edges = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(text_page, index, *edges)
    return edges[0].value, edges[1].value


def _size(text_page: object, index: int) -> float:
    """The size of a character as it is printed: pages scale their fonts."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(text_page, index, matrix) else 1.0
    return max(float(raw.FPDFText_GetFontSize(text_page, index)) * scale, 1.0)


def _base(text_page: object, index: int) -> float:
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value


# --- what is no part of the article -----------------------------------------------------------------------------------


def _without_furniture(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without page numbers, without what stands at the edge of most pages, and without what stands off."""
    pages: dict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges: dict[int, set[_Line]] = {}
    for page, own in pages.items():
        down = sorted(own, key=lambda line: -line.base)
        edges[page] = {*down[:_EDGE_LINES], *down[-_EDGE_LINES:]}
    seen = Counter(key for edge in edges.values() for key in {_pattern(line) for line in edge})
    often = {key for key, count in seen.items() if count >= 2 and count * 2 >= len(pages)}
    body = _body_size(lines)
    off = {line for own in pages.values() for line in _standing_off(own, body)}
    return [
        line
        for line in lines
        if line not in off
        and (line not in edges[line.page] or not (_PAGE_NUMBER.fullmatch(line.text) or _pattern(line) in often))
    ]


def _body_size(lines: Iterable[_Line]) -> float:
    """The size that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: (letters[size], size), default=0)


def _standing_off(page: Sequence[_Line], body: float) -> Iterator[_Line]:
    """What stands far above or below all else on a page in smaller letters, and is no sentence, as a foot note is one.

    On a single page nobody sees what would come again on the next.
    """
    down = sorted(page, key=lambda line: -line.base)
    for inwards in (down, down[::-1]):
        edge = inwards[0]
        level = [line for line in inwards if abs(line.base - edge.base) < 0.5 * edge.size]
        beyond = inwards[len(level) :]
        if beyond and abs(beyond[0].base - edge.base) > 2.5 * edge.size:  # what browsers add stands 2.7 off
            yield from (line for line in level if line.size <= 0.9 * body and not _SENTENCE_END.search(line.text))


def _pattern(line: _Line) -> str:
    return re.sub(r"[0-9]+", "#", line.text)


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """The lines joined where one was broken only because it was full."""
    if not lines:
        return
    leading, edges = _leading(lines), _right_edges(lines)
    words = Counter(word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text))
    paragraph = lines[0].text
    for before, line in pairwise(lines):
        if _goes_on(before, line, leading, edges):
            paragraph = _joined(paragraph, line.text, words)
        else:
            yield paragraph
            paragraph = line.text
    yield paragraph


def _leading(lines: Sequence[_Line]) -> dict[int, float]:
    """The usual distance between lines of each size."""
    gaps: dict[int, Counter[float]] = defaultdict(Counter)
    for before, line in pairwise(lines):
        gap = before.base - line.base
        if before.page == line.page and round(before.size) == round(line.size) and 0 < gap < 4 * line.size:
            gaps[round(line.size)][round(gap * 2) / 2] += 1
    return {size: min(seen, key=lambda gap: (-seen[gap], gap)) for size, seen in gaps.items()}


_Column = tuple[int, int, int]


def _column(line: _Line) -> _Column:
    """Page, size and place: a foot note may be wider than the columns above it."""
    return line.page, round(line.size), round(line.left / 36)


def _right_edges(lines: Iterable[_Line]) -> dict[_Column, float]:
    """How far the lines of each column reach, a column being lines that begin within half an inch of each other."""
    reached: dict[_Column, list[float]] = defaultdict(list)
    for line in lines:
        page, size, left = _column(line)
        for near in (left - 1, left, left + 1):
            reached[page, size, near].append(line.right)
    return {column: _edge(sorted(rights, reverse=True), 1.5 * column[1]) for column, rights in reached.items()}


def _edge(rights: list[float], near: float) -> float:
    """The furthest that two lines reach: a single one that goes far beyond the others is of another kind."""
    return next((one for one, other in pairwise(rights) if one - other < near), rights[0])


def _goes_on(before: _Line, line: _Line, leading: dict[int, float], edges: dict[_Column, float]) -> bool:
    """Whether a line goes on with the sentence or paragraph of the one before."""
    if abs(before.size - line.size) > 0.5 or _LIST_ITEM.match(line.text):
        return False
    if _HYPHEN.search(before.text):
        return True
    full = before.right + line.first_word + 0.2 * line.size > edges[_column(before)] - 0.5 * line.size
    gap = before.base - line.base
    if before.page != line.page or gap <= 0:  # the next page or column
        return full and not _SENTENCE_END.search(before.text)
    if gap > 1.25 * leading.get(round(line.size), 1.2 * line.size):
        return False
    indented = line.left > before.left + 0.5 * line.size
    return full and not indented


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """Two lines as one; a hyphen at the end goes where the word is known without it, or its parts are no words."""
    hyphen, first = _HYPHEN.search(text), _FIRST_WORD.match(more)
    if not hyphen or not first:
        return f"{text} {more}"
    head, tail = hyphen[1].lower(), first[0].lower()
    if text[-1] == "\u00ad":  # which stands for nothing but a break
        return text[:-1] + more
    compound = words[f"{head}-{tail}"] > 0 or not first[0][0].islower() or head.isdigit()
    compound = compound or (head == "self" and not tail.startswith(_ONE_WORD_WITH_SELF))
    if compound or (words[head + tail] == 0 and words[head] > 1 and words[tail] > 1):
        return f"{text[:-1]}-{more}"
    return text[:-1] + more
