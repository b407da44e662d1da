"""Posts that are told of several people in turn: "P and Q, the chairman and a director of X respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.extraction.relations.reading.candidates import Candidate

if TYPE_CHECKING:
    from app.extraction.relations.reading.sentences import Sentence

_AND = re.compile(r",? and |, ")


def in_turn(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without the posts that "respectively" gives to another; none where it is not plain whose is whose.

    Those that stand before it in its own clause are meant: "P and Q said that sales and profit rose 2% and 3%
    respectively" tells nothing of what P and Q are.
    """
    meant = {id(c): place for c in candidates if (place := _respectively(c)) is not None}
    if not meant:
        return list(candidates)
    kept = []
    for candidate in candidates:
        place = meant.get(id(candidate))
        if place is None or _is_own(candidate, place):
            kept.append(candidate)
    return kept


def _respectively(candidate: Candidate) -> int | None:
    """The place of a "respectively" that says whose the post is."""
    sentence, title = candidate.sentence, candidate.details.get("title")
    if candidate.relation != "heldRole" or title is None or title.span is None:
        return None
    if "respectively" not in sentence.span.text:
        return None
    offset = sentence.passage.block.start
    after = [t for t in sentence.tokens if t.idx + offset >= title.span.end]
    place = next((t.i for t in after if t.lower_ == "respectively"), None)
    between = [t for t in after if place is not None and t.i < place]
    clause = any(t.pos_ in ("VERB", "AUX") or t.text in (";", ":") for t in between)
    return None if clause or len(_people(sentence)) < 2 else place


def _people(sentence: Sentence) -> list[str]:
    named = [m for m in sentence.mentions() if sentence.scene.letter(m) == "P"]
    return list(dict.fromkeys(m.entity for m in sorted(named, key=lambda m: m.start)))


def _is_own(candidate: Candidate, place: int) -> bool:
    """Whether a post is as many places along among what is listed as its holder is among the people."""
    sentence, people = candidate.sentence, _people(candidate.sentence)
    title = candidate.details["title"].span
    offset = sentence.passage.block.start
    last = max(m.end for m in sentence.mentions() if m.entity == people[-1] and m.start < place)
    listed = _AND.split(sentence.passage.doc[last:place].text_with_ws.strip(" ,"))
    if title is None or len(listed) != len(people):
        return False
    before = sentence.passage.doc[last:place].text_with_ws[
        : max(0, title.start - offset - sentence.passage.doc[last].idx)
    ]
    return people.index(candidate.subject.entity) == len(_AND.findall(before.lstrip(" ,")))
