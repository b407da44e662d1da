"""Tells which articles are copies of one story, so that a story told ten times by one agency counts once.

Two articles share an origin if most of their five-word runs are the same, or if the shorter one is nearly contained in
the longer. Wire credits, page furniture and letter case do not count. Candidates come from an index of the smallest run
hashes of each article, so the cost stays near linear.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable

from app.documents.boilerplate import is_boilerplate
from app.model import Article

_RUN = 5
_SKETCH = 32
_MAX_CANDIDATES = 16
"""How many earlier articles one run leads to: enough to meet a story again, too few to cost much."""

MIN_JACCARD = 0.5
MIN_CONTAINMENT = 0.75
_MIN_CONTAINED_RUNS = 40
"""A text with fewer runs is too short to be called an excerpt of another."""

_WORD = re.compile(r"\w+")
_AGENCY = (
    r"(?:AP|AFP|DPA|Reuters|Bloomberg|PTI|ANI|Xinhua|UPI|PA|The Associated Press"
    r"|[A-Z][\w ]{1,30}(?: Agency| News| Wire| Press))"
)
_CREDIT_LINE = re.compile(
    r"\s*(?:by [^.]{1,60}|\(?(?:additional )?(?:reporting|writing|editing|edited|translated) by .{1,200}"
    r"|(?:this (?:story|article|report) (?:was|has been|first|originally) .{1,200})"
    r"|(?:source:|originally published).{0,200}"
    r"|©.{0,200})\s*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][A-Z .,’'/-]{{2,40}},?(?: [A-Z][a-z]+\.?(?: \d{{1,2}})?,?)? ?)?"
    rf"(?:\({_AGENCY}\) ?)?(?:[-–—]{{1,2}} )"
)


def origin_groups(articles: Iterable[Article]) -> dict[str, str]:
    """Article id to origin id: the smallest article id among its copies. The order of the articles does not matter.

    >>> story = "Solvane has bought Pemberly Systems for 620 million euros in cash."
    >>> copies = [Article(text=story, publisher=name) for name in ("Courier", "Mail")]
    >>> len(set(origin_groups(copies).values()))
    1
    """
    origins: dict[str, str] = {}
    runs: dict[str, frozenset[int]] = {}
    index: defaultdict[int, list[str]] = defaultdict(list)
    for article in sorted({article.id: article for article in articles}.values(), key=lambda article: article.id):
        own = runs[article.id] = _runs(article.text)
        sketch = sorted(own)[:_SKETCH]
        candidates = sorted({other for key in sketch for other in index[key]})
        matches = {_root(origins, other) for other in candidates if _is_copy(own, runs[other])}
        origin = min(matches, default=article.id)
        for other in matches:
            origins[other] = origin
        origins[article.id] = origin
        for key in sketch:
            if len(index[key]) < _MAX_CANDIDATES:
                index[key].append(article.id)
    return {article: _root(origins, article) for article in origins}


def _root(origins: dict[str, str], article: str) -> str:
    """The origin at the end of the chain."""
    while origins[article] != article:
        article = origins[article]
    return article


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of runs are of one story."""
    shared, smaller = len(one & other), min(len(one), len(other))
    if shared >= MIN_JACCARD * (len(one) + len(other) - shared):
        return True
    return smaller >= _MIN_CONTAINED_RUNS and shared >= MIN_CONTAINMENT * smaller


def _runs(text: str) -> frozenset[int]:
    """Hashes of all runs of five words (of the whole text, if it has fewer), the same on every machine."""
    words = [word for line in text.splitlines() for word in _story_words(line)]
    count = max(1, len(words) - _RUN + 1)
    return frozenset(zlib.crc32(" ".join(words[start : start + _RUN]).encode()) for start in range(count))


def _story_words(line: str) -> list[str]:
    """The words of a line that tell the story: none of a credit or of page furniture."""
    if is_boilerplate(line) or _CREDIT_LINE.fullmatch(line):
        return []
    dateline = _DATELINE.match(line)
    return _WORD.findall(line[dateline.end() if dateline else 0 :].lower())
