"""Tells which articles are copies of one story, so that a story told ten times by one agency counts once.

Two articles share an origin if most of their five-word runs are the same, or if the shorter one is nearly contained in
the longer. Of two that credit one agency, or that quote the same words at length, less has to be the same. Wire
credits, page furniture and letter case are no part of the story itself. Candidates come from an index of the smallest
run hashes of each article, so the cost stays near linear.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable

from app.documents.boilerplate import is_boilerplate
from app.model import Article
from app.reading_copy import reading_copy

_RUN = 5
_SKETCH = 32
MAX_LEADERS = 16
"""How many articles (the first by id) one run leads to: enough to meet a story again, too few to cost much."""

MIN_JACCARD = 0.5
MIN_CONTAINMENT = 0.75
_MIN_CONTAINED_RUNS = 40
"""A text with fewer runs is too short to be called an excerpt of another."""

_JACCARD_WITH_CREDIT, _JACCARD_WITH_QUOTE, _JACCARD_WITH_BOTH = 0.3, 0.35, 0.15
# Signals travel with the runs of a text, above every run: which agency it credits, what it quotes at length.
_CREDIT, _QUOTE = 1 << 32, 1 << 33
_QUOTE_SKETCH = 4
_LONG_QUOTE = 10
_QUOTED = re.compile(r"“([^“”]{40,600})”|\"([^\"]{40,600})\"")

_WORD = re.compile(r"\w+")
_AGENCY = (
    r"(?:AP|AFP|DPA|Reuters|Bloomberg|PTI|ANI|Xinhua|UPI|PA|The Associated Press"
    r"|[A-Z][\w ]{1,30}(?: Agency| News| Wire| Press))"
)
_NAMED_AGENCY = r"\b(?:AP|AFP|DPA|Reuters|Bloomberg|PTI|ANI|Xinhua|UPI|The Associated Press|Associated Press)\b"
_FULL_NAMES = {"The Associated Press": "AP", "Associated Press": "AP"}
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
    told = Copies()
    for article_id, text in sorted({article.id: article.text for article in articles}.items()):
        told.add(article_id, text)
    return {article_id: article_id for article_id in told.sketches} | told.origins()


class Copies:
    """Which of the articles added are copies of one story: a function of the set of articles and not of its order.

    What `app/upkeep` keeps of it in the store is the same: sketches, leaders and pairs.
    """

    def __init__(self) -> None:
        self.sketches: dict[str, frozenset[int]] = {}
        self.leaders: defaultdict[int, list[str]] = defaultdict(list)
        """For each run of a sketch the first articles that have it, by id."""
        self.pairs: defaultdict[str, set[str]] = defaultdict(set)
        self._runs: dict[str, frozenset[int]] = {}

    def add(self, article_id: str, text: str) -> None:
        """Add the article that comes next by id."""
        own = self._runs[article_id] = story_runs(text)
        sketch = self.sketches[article_id] = sketch_of(own)
        for other in sorted({other for run in sketch for other in self.leaders[run]}):
            if is_copy(own, self._runs[other]):
                self.pairs[article_id].add(other)
                self.pairs[other].add(article_id)
        for run in sketch:
            if len(self.leaders[run]) < MAX_LEADERS:
                self.leaders[run].append(article_id)

    def origins(self) -> dict[str, str]:
        """By article that has copies, the smallest article id among them."""
        found: dict[str, str] = {}
        for article_id in sorted(self.pairs):
            if article_id not in found:
                found |= dict.fromkeys(connected(article_id, lambda other: self.pairs.get(other, ())), article_id)
        return found


def connected(start: str, neighbours: Callable[[str], Iterable[str]]) -> set[str]:
    """The article and whatever pairs lead to from it."""
    seen, ahead = {start}, [start]
    while ahead:
        new = set(neighbours(ahead.pop())) - seen
        seen |= new
        ahead += new
    return seen


def sketch_of(runs: frozenset[int]) -> frozenset[int]:
    """The runs by which a story is found again: the smallest, which its copies have too, and some of what it quotes."""
    quotes = sorted(run for run in runs if run >= _QUOTE)
    return frozenset([*sorted(_story(runs))[:_SKETCH], *quotes[:_QUOTE_SKETCH]])


def _story(runs: frozenset[int]) -> frozenset[int]:
    """The runs of the story itself, without the signals."""
    return frozenset(run for run in runs if run < _CREDIT)


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of runs are of one story."""
    signals = [run for run in one & other if run >= _CREDIT]
    one, other = _story(one), _story(other)
    shared, smaller = len(one & other), min(len(one), len(other))
    needed = _needed(credit=any(run < _QUOTE for run in signals), quote=any(run >= _QUOTE for run in signals))
    if shared >= needed * (len(one) + len(other) - shared):
        return True
    return smaller >= _MIN_CONTAINED_RUNS and shared >= MIN_CONTAINMENT * smaller


def _needed(*, credit: bool, quote: bool) -> float:
    """How much of two texts has to be the same, given what else they share."""
    if credit and quote:
        return _JACCARD_WITH_BOTH
    return _JACCARD_WITH_CREDIT if credit else _JACCARD_WITH_QUOTE if quote else MIN_JACCARD


def story_runs(text: str) -> frozenset[int]:
    """Hashes of all runs of five words (of the whole text, if it has fewer), the same on every machine.

    With them, above the range of these, hashes of the agencies that it credits and of its long quotations.
    """
    text = reading_copy(text).text
    return _runs_of_words(text) | {_CREDIT + _hash(agency) for agency in _agencies(text)} | _quotes(text)


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _agencies(text: str) -> set[str]:
    """The agencies that datelines and credit lines name."""
    found = set()
    for line in text.splitlines():
        dateline = _DATELINE.match(line)
        said = dateline[0] if dateline and dateline[0].strip() else line if _CREDIT_LINE.fullmatch(line) else ""
        found |= {_FULL_NAMES.get(agency, agency) for agency in re.findall(_NAMED_AGENCY, said)}
    return found


def _quotes(text: str) -> set[int]:
    """What it quotes at length, whatever the marks and the comma before the closing one."""
    words = (_WORD.findall((match[1] or match[2]).lower()) for match in _QUOTED.finditer(text))
    return {_QUOTE + _hash(" ".join(quote)) for quote in words if len(quote) >= _LONG_QUOTE}


def _runs_of_words(text: str) -> frozenset[int]:
    words = [word for line in text.splitlines() for word in _story_words(line)]
    count = max(1, len(words) - _RUN + 1)
    return frozenset(zlib.crc32(" ".join(words[start : start + _RUN]).encode()) for start in range(count))


def _story_words(line: str) -> list[str]:
    """The words of a line that tell the story: none of a credit or of page furniture."""
    if is_boilerplate(line) or _CREDIT_LINE.fullmatch(line):
        return []
    dateline = _DATELINE.match(line)
    return _WORD.findall(line[dateline.end() if dateline else 0 :].lower())
