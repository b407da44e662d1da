"""The text as a reader sees it: left-overs of markup are taken out, and every place is known in the raw text.

Plain text that was copied off a page holds entities, tags, footnote marks, Markdown, characters without width, emoji.
The raw text stays as it is and all offsets count in it; what is read is its copy without these. What is no left-over
is left alone: the sign of "revenue < $5m" opens no tag, that of "R&D" no entity.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from html.entities import html5

Edit = tuple[int, int, str]
"""Where a left-over stands, and what a reader sees in its place."""

_PARAGRAPH = "\n\n"

# Of controls those that stand for no white space; signs that join, hide or turn what is around them.
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_HIDDEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000"
_PICTURES = (
    "\u231a\u231b\u23e9-\u23fa\u2600-\u275a\u275f-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff"
)
_ATTACHED = "\u200d\ufe0f\U000e0020-\U000e007f"

_TRIGGER = re.compile(f"[&<*_\\[{_CONTROLS}{_HIDDEN}{_SPACES}{_PICTURES}]")

_CHARACTERS = re.compile(
    r"&(?:amp;){0,3}(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|(?P<entity>[A-Za-z][A-Za-z0-9]{1,31};))"
    r"|&(?P<open>amp|nbsp|quot)(?![\w;=])"
    r"|\x1b\[[0-9;]{0,20}[A-Za-z]"
    rf"|(?P<space>[{_SPACES}])"
    rf"|(?P<picture>[{_PICTURES}][{_PICTURES}{_ATTACHED}]*)"
    rf"|(?P<hidden>[{_CONTROLS}{_HIDDEN}]+)"
)

# No alternative looks beyond the next sign that could open it again: the time is linear in the text.
_CODE = r"<(?P<code>script|style)\b[^<>]*>(?:(?!<(?:script|style)\b|</(?P=code)\b).)*+</(?P=code)\s*>"
_COMMENT = r"<!--(?:(?!<!--|-->).)*+-->|<[!?](?=[A-Za-z\[])[^<>]*+>"
_NOTE = r"<sup(?:\s[^<>]*+)?>\s*(?:<a\s[^<>]*+>)?\s*\[?[0-9*†‡§,]{1,4}\]?\s*(?:</a>)?\s*</sup>"
_ATTRIBUTES = r"\s(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+|\s[^<>]*+|/|"
_TAG = rf"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*(?::\w+)?)(?:{_ATTRIBUTES})>"
_TAGS = re.compile(rf"{_CODE}|{_COMMENT}|{_NOTE}|{_TAG}", re.IGNORECASE | re.DOTALL)

_ADDRESS = r"(?:https?:|mailto:|www\.|[/#.])[^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s{1,3}\"[^\"\n]{0,200}\")?\s?"
_NUMBERS = r"\[\d{1,3}(?:[,–-]\s?\d{1,3}){0,5}\]"
_BRACKETS = re.compile(
    # The marks of footnotes, at the word or the stop that they belong to, and those of editors.
    rf"(?P<note>(?<=[\w.,;:!?)\"'’”%])(?:(?:{_NUMBERS})+|\[[a-z]\](?!\w))"
    rf"|\s(?:{_NUMBERS})+(?=[.,;:)])"
    r"|\s?\[(?:citation needed|edit|update|(?:note|nb|fn) \d{1,3})\])"
    # A picture, a link to an address or a reference, in Markdown.
    rf"|(?P<picture>!\[[^\[\]\n]{{0,300}}\]\({_ADDRESS}\))"
    rf"|\[(?P<linked>[^\[\]\n]{{1,300}})\](?:\({_ADDRESS}\)|\[\d{{0,3}}\])"
    # What a content system would have put in its place: "[caption id="1"]", "[/caption]", "[gallery]", "[b]".
    r"|\[(?P<code>/?[a-z][a-z_]{0,30})(?P<attributes>(?:\s[^\[\]\n=]{1,60})?=[^\[\]\n]{0,1000})?\]"
)
_SHORTCODES = frozenset({"caption", "gallery", "embed", "video", "audio", "playlist", "ad", "more", "toc", "br", "p"})
_INLINE_CODES = frozenset({"b", "i", "u", "s", "url", "color", "size", "font", "quote"})

_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>[^*\n]{1,400})(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<!\w)(?P<lines>_{1,3})(?=[^\s_])(?P<lined>[^_\n]{1,400})(?<=[^\s_])(?P=lines)(?!\w)"
)


@dataclass(frozen=True)
class ReadingCopy:
    """The text as it is read. `_starts` and `_ends` say where each of its characters stands in the raw text."""

    raw: str
    text: str
    _starts: Sequence[int] | None = None
    _ends: Sequence[int] | None = None

    @property
    def is_raw(self) -> bool:
        """Whether the raw text is itself what is read."""
        return self._starts is None

    def in_raw(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw text that a stretch of the copy, which is not empty, was read from."""
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]

    def in_raw_with_marks(self, start: int, end: int) -> tuple[int, int]:
        """The same with the left-overs on its line at both ends, so that a quotation has both of "<b>" and "</b>"."""
        if self._starts is None or self._ends is None:
            return start, end
        first, last = self.in_raw(start, end)
        before = self.raw[self._ends[start - 1] if start else 0 : first]
        after = self.raw[last : self._starts[end] if end < len(self._starts) else len(self.raw)]
        before, after = before.rpartition("\n")[2].lstrip(), after.partition("\n")[0].rstrip()
        return first - len(before), last + len(after)

    def in_copy(self, start: int, end: int) -> tuple[int, int]:
        """What is read of a stretch of the raw text: the characters that stand wholly in it."""
        if self._starts is None or self._ends is None:
            return start, end
        first = bisect_left(self._starts, start)
        return first, max(first, bisect_right(self._ends, end))

    def read(self, start: int, end: int) -> str:
        """The words that a reader sees in a stretch of the raw text."""
        first, last = self.in_copy(start, end)
        return self.text[first:last]


@lru_cache(maxsize=8)
def reading_copy(raw: str) -> ReadingCopy:
    """The copy of a raw text, which is the text itself if it holds no left-overs.

    >>> reading_copy("<p>Smith &amp;&nbsp;Co bought R&D labs.</p>").text.strip()
    'Smith & Co bought R&D labs.'
    """
    copy = ReadingCopy(raw, raw)
    if _TRIGGER.search(raw):
        for sign, edits in _PASSES:
            if sign is None or sign in copy.text:
                copy = _edited(copy, edits(copy.text))
    return copy


# --- what is left over ------------------------------------------------------------------------------------------------


def _characters(text: str) -> Iterator[Edit]:
    """Entities, and characters that a reader does not see as such."""
    for match in _CHARACTERS.finditer(text):
        seen = _seen(match, text)
        if seen != match[0]:
            yield match.start(), match.end(), seen


def _seen(match: re.Match[str], text: str) -> str:
    words = match[0]
    if words[0] == "&":
        if match["entity"] and match["entity"] not in html5:
            return words if not words.startswith("&amp;") else "&" + words.rpartition("amp;")[2]
        return _decoded(words if words[-1] == ";" else f"{words};")
    if match["picture"]:
        return _picture(text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 4])
    if match["space"]:
        return " "
    return "".join(_windows(char) for char in words) if match["hidden"] else ""


def _decoded(entity: str) -> str:
    """The character that an entity means, as a reader sees it; its ampersand may itself have been written out."""
    for _ in range(4):
        entity, before = unescape(entity), entity
        if entity == before:
            break
    return _CHARACTERS.sub(lambda match: "" if match["hidden"] else " ", entity) if entity[:1] != "&" else entity


def _picture(before: str, after: str) -> str:
    """White space; a dash where names would else run together."""
    return " – " if before.rstrip()[-1:].isalnum() and after.lstrip()[:1].isupper() else " "


def _windows(char: str) -> str:
    """What a control character was in the code page of Windows, which many texts were once in."""
    if not "\x80" <= char <= "\x9f":
        return ""
    return char.encode("latin-1").decode("cp1252", "ignore")


def _tags(text: str) -> Iterator[Edit]:
    inline, known = _tag_names()
    for match in _TAGS.finditer(text):
        name = (match["name"] or "").lower()
        if not name or name in inline or ":" in name:
            yield match.start(), match.end(), ""
        elif name == "br":
            yield match.start(), match.end(), "\n"
        elif name in known:
            heading = not match["close"] and name in ("h1", "h2", "h3", "h4", "h5", "h6")
            yield match.start(), match.end(), f"{_PARAGRAPH}# " if heading else _PARAGRAPH


@cache
def _tag_names() -> tuple[frozenset[str], frozenset[str]]:
    """The tags that end no sentence, and all."""
    from lxml.html import defs  # takes a while, and few texts have tags

    inline = (defs.phrase_tags | defs.font_style_tags | defs.special_inline_tags) - {"br"}
    inline |= {"bdi", "blink", "label", "mark", "rp", "rt", "ruby", "time", "wbr"}
    return inline, defs.tags | inline | {"dialog", "main", "picture", "template"}


def _brackets(text: str) -> Iterator[Edit]:
    closed = {code for code in _INLINE_CODES if f"[/{code}]" in text}  # "[s]he" is an editor's word
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        code = match["code"]
        if match["linked"]:
            yield start, match.start("linked"), ""
            yield match.end("linked"), end, ""
        elif not code:
            yield start, end, ""
        elif code.strip("/") in _INLINE_CODES:
            if code.strip("/") in closed:
                yield start, end, ""
        elif match["attributes"] or code.startswith("/") or code in _SHORTCODES:
            yield start, end, _PARAGRAPH


def _emphasis(text: str) -> Iterator[Edit]:
    """The marks around what is emphasised; a whole line in bold is a heading, which `app.documents` tells by them.

    A sentence in bold that opens a line is a heading too, and ends there: "**Sold.** Acme, the maker of ...".
    """
    for match in _EMPHASIS.finditer(text):
        part = "starred" if match["stars"] else "lined"
        bold = len(match["stars"] or match["lines"]) > 1
        opens = bold and not text[max(0, match.start() - 8) : match.start()].rpartition("\n")[2].strip()
        if opens and not text[match.end() : match.end() + 8].partition("\n")[0].strip():
            continue
        yield match.start(), match.start(part), ""
        yield match.end(part), match.end(), "\n" if opens and match[part][-1] in ".:!?" else ""


_PASSES: Sequence[tuple[str | None, Callable[[str], Iterable[Edit]]]] = (
    (None, _characters),
    ("<", _tags),
    ("[", _brackets),
    ("*", _emphasis),
    ("_", _emphasis),
)
"""What takes out one kind of left-over after the other, and the sign without which there is none of it."""


# --- taking it out ----------------------------------------------------------------------------------------------------


def _edited(copy: ReadingCopy, edits: Iterable[Edit]) -> ReadingCopy:
    """The copy with the edits made, which are in order. No space is left beside another or before a comma."""
    made = _Made(copy)
    for start, end, seen in edits:
        made.keep(start)
        made.put(start, end, seen)
    return made.copy()


class _Made:
    """A copy in the making."""

    def __init__(self, before: ReadingCopy) -> None:
        self._before, self._text = before, before.text
        self._starts = before._starts if before._starts is not None else range(len(self._text))
        self._ends = before._ends if before._ends is not None else range(1, len(self._text) + 1)
        self._at = 0
        self._pieces: list[str] = []
        self._last = "\n"
        self._from: list[int] = []
        self._to: list[int] = []
        self._cut = False

    def keep(self, end: int) -> None:
        """Take over what stands before the next left-over."""
        start = self._at
        if self._cut and start < end:
            if self._last.isspace():
                while start < end and self._text[start] == " ":
                    start += 1
            if self._last == " " and start < end and self._text[start] in ",.;:!?)":
                self._drop()
        if start < end:
            self._add(self._text[start:end], self._starts[start:end], self._ends[start:end])
        self._at = end

    def put(self, start: int, end: int, seen: str) -> None:
        """Put what a reader sees in place of a left-over."""
        if self._last.isspace():
            seen = seen.lstrip(" ")
        if seen:
            self._add(seen, [self._starts[start]] * len(seen), [self._ends[end - 1]] * len(seen))
        self._at, self._cut = end, True

    def copy(self) -> ReadingCopy:
        if not self._cut:
            return self._before
        self.keep(len(self._text))
        return ReadingCopy(self._before.raw, "".join(self._pieces), self._from, self._to)

    def _add(self, words: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._pieces.append(words)
        self._from.extend(starts)
        self._to.extend(ends)
        self._last = words[-1]

    def _drop(self) -> None:
        self._pieces[-1] = self._pieces[-1][:-1]
        self._from.pop()
        self._to.pop()
