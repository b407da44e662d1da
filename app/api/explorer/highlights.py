"""An article's text cut where claims and names begin and end, so that a page can mark both.

All counting is in Python, in the code points that offsets are stored in: browsers count UTF-16 units, and a mark made
there would drift after the first emoji.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.api.explorer.quotes import anchor
from app.model import Claim, Extraction
from app.reading_copy import reading_copy

_PARAGRAPH = re.compile(r"(?:[^\n]+(?:\n(?!\s*\n))?)+")


@dataclass(frozen=True)
class Segment:
    """Some text with nothing beginning or ending in it: the numbers of its claims, and the entity it names.

    `anchors` are the evidence spans that begin here, `ends` the numbers of the claims whose first span ends here.
    """

    text: str
    claims: tuple[int, ...] = ()
    entity: str | None = None
    anchors: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a heading is a short line of its own that ends without a full stop."""

    segments: tuple[Segment, ...]
    is_heading: bool


@dataclass
class _Marks:
    """What begins, goes on and ends where, in code points."""

    spans: list[tuple[int, int, int]] = field(default_factory=list)
    firsts: dict[int, int] = field(default_factory=dict)
    names: list[tuple[int, int, str]] = field(default_factory=list)

    def cuts(self) -> set[int]:
        return {at for start, end, _ in [*self.spans, *self.names] for at in (start, end)}


def numbered(claims: Iterable[Claim]) -> list[tuple[int, Claim]]:
    """The claims with their numbers, in the order in which the text makes them."""
    ordered = sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end, claim.id))
    return list(enumerate(ordered, 1))


def paragraphs(
    extraction: Extraction, claims: Sequence[tuple[int, Claim]], entities: Mapping[str, str]
) -> list[Paragraph]:
    """The text with its marks; `entities` leads from an article's own entities to those of the graph."""
    text = extraction.article.text
    marks = _Marks()
    for number, claim in claims:
        marks.spans += [(span.start, span.end, number) for span in claim.evidence]
        marks.firsts[number] = claim.evidence[0].end
    for local in extraction.entities:
        if (target := entities.get(local.id)) is not None:
            # "its" and "the company" are mentions too; a link on each would drown the text.
            names = {local.name, *local.aliases}
            marks.names += [(m.start, m.end, target) for m in local.mentions if reading_copy(m.text).text in names]
    return [_paragraph(text, match.start(), match.end(), marks) for match in _PARAGRAPH.finditer(text)]


def _paragraph(text: str, start: int, end: int, marks: _Marks) -> Paragraph:
    cuts = sorted({start, end, *(cut for cut in marks.cuts() if start < cut < end)})
    segments = tuple(_segment(text, left, right, marks) for left, right in pairwise(cuts))
    words = text[start:end].strip()
    is_heading = len(words) < 80 and "\n" not in words and not words.endswith((".", "!", "?", "”", '"', ":", ","))
    return Paragraph(segments, is_heading and start > 0)


def _segment(text: str, left: int, right: int, marks: _Marks) -> Segment:
    inside = [(start, end, number) for start, end, number in marks.spans if start <= left and right <= end]
    names = [(end - start, target) for start, end, target in marks.names if start <= left and right <= end]
    return Segment(
        text=text[left:right],
        claims=tuple(sorted({number for _, _, number in inside})),
        entity=max(names)[1] if names else None,
        anchors=tuple(dict.fromkeys(anchor(start, end) for start, end, _ in sorted(inside) if start == left)),
        ends=tuple(sorted({number for _, _, number in inside if marks.firsts[number] == right})),
    )
