"""What stands between a subject and its verb, or a verb and its object, and says no more than when or besides.

"X on Monday also named P" is read as "X named P" by the patterns, which count words; "P, 47, was named" as "P was
named". Times are looked for apart. What is told of the subject in a clause of its own ("X, which is backed by Y,
named P") is left out in a second reading, and what is spoken of there does nothing of what the subject does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ADVERBS = frozenset(
    """also today yesterday recently formally officially subsequently again separately meanwhile already duly
    since""".split()
)
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|(?:last|this|earlier|late|later|early) ",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[1-9]\d")
_VERBAL = frozenset("VB VBD VBN VBZ VBP MD".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
# What a clause about a name begins with, after the comma.
_OPENING = frozenset(
    """which who whose where that a an the one part based founded owned led backed run known once formerly itself
    already still now headed headquartered listed formed""".split()
)
_LONGEST = 45
# Words before a verb: "on Monday last also named".
_LONGEST_LEAD = 6


def is_day(time: str) -> bool:
    """Whether a time is a day or stretch seen from today: "Monday", "last week"; not "2019" or "six years"."""
    return _DAY.match(time) is not None


def find_asides(
    sentence: Span, starts: Collection[int], ends: Collection[int], times: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The asides of a sentence, as tokens from and up to, counted in the text.

    `starts` and `ends` are where its names start and end, `times` where its days do.
    """
    at = sentence.start + 1
    while at < sentence.end:
        age = _age(sentence, at) if at in ends else None
        if age is not None:
            yield at, age
        end = age or _aside(sentence, at, times)
        if age is None and end is not None and _within_clause(sentence, at, end, starts, ends):
            yield at, end
        at = max(at + 1, end or 0)


def find_clauses(sentence: Span, ends: Collection[int]) -> Iterator[tuple[int, int]]:
    """What is told of a name between it and its verb: ", which is backed by Y," in "X, which is backed by Y, fell"."""
    doc, at = sentence.doc, sentence.start + 1
    while at + 2 < sentence.end:
        end = _clause(sentence, at) if at in ends and doc[at].text == "," else None
        if end is not None:
            yield at, end
        at = max(at + 1, end or 0)


def find_closings(sentence: Span, ends: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where what is told of a name before its verb starts, and the comma that closes it after another name.

    In "X, which competes with Y, named P" it is X that named P. In "its owner, the trust Y, named P" Y is who did.
    """
    bounds = [t.i for t in sentence if t.text == ","]
    for number, comma in enumerate(bounds):
        if number and comma in ends and comma + 1 < sentence.end and _goes_on(sentence, comma + 1):
            opening = _opening(sentence, bounds[:number], comma)
            if opening is not None:
                yield opening, comma


def _goes_on(sentence: Span, at: int) -> bool:
    """Whether the verb of what stands before the commas comes next, whatever adverbs and days come before it."""
    doc = sentence.doc
    for token in doc[at : min(sentence.end, at + _LONGEST_LEAD)]:
        if token.tag_ in _FINITE or token.tag_ == "VBN":
            return _is_main(sentence, token)
        if token.ent_type_ == "DATE" or token.text == ",":
            continue
        named = token.pos_ == "PROPN" and token.nbor(-1).text == ","  # "in partnership with Y, X launched"
        if named or token.pos_ not in ("ADV", "ADP", "PROPN", "DET", "ADJ"):
            return False
    return False


def _is_main(sentence: Span, token: Token) -> bool:
    """Whether a verb after a comma is the sentence's: "named" may be either form, "Y, located in Z" tells of Y."""
    if token.tag_ in _FINITE and token.lower_ not in _OPENING:
        return True
    if token.tag_ not in ("VBN", "VBD") or token.i + 1 >= sentence.end:
        return False
    return token.doc[token.i + 1].pos_ not in ("ADP", "PUNCT", "SCONJ", "ADV", "PART")


def _opening(sentence: Span, commas: Sequence[int], closing: int) -> int | None:
    """The comma that opens what another closes, if the name before that is only spoken of there."""
    doc, end = sentence.doc, closing
    for comma in reversed(commas):
        between = doc[comma + 1 : end]
        if any(t.text in (";", ":", "(", ")", '"', "“", "”", "``", "''") for t in between):
            return None
        if any(t.pos_ in ("ADP", "VERB", "AUX") or t.tag_ in ("WDT", "WP", "WP$") for t in between):
            return comma if closing - comma < _LONGEST else None
        if not any(t.pos_ == "CCONJ" for t in doc[comma + 1 : closing]):
            return None  # the name itself is another name of the subject
        end = comma
    return None


def _clause(sentence: Span, at: int) -> int | None:
    """Where the clause ends that a comma opens: after the comma that the verb of what is before follows."""
    doc = sentence.doc
    if doc[at + 1].lower_ not in _OPENING:
        return None
    for comma in range(at + 2, min(sentence.end - 1, at + _LONGEST)):
        if doc[comma].text in (";", ":", '"', "“", "”", "``", "''"):
            return None
        if doc[comma].text == "," and _is_main(sentence, doc[comma + 1]):
            return comma + 1
    return None


def _aside(sentence: Span, at: int, times: Mapping[int, int]) -> int | None:
    """Where adverbs and days end that begin at a token, with the commas around them; None if none do."""
    doc, bracketed = sentence.doc, sentence.doc[at].text == ","
    first = last = at + bracketed
    while last < sentence.end and (further := _adverbial(doc[last], times)) is not None:
        last = further
    if last == first or last >= sentence.end:
        return None
    if not bracketed:
        return last
    return last + 1 if doc[last].text == "," else None


def _age(sentence: Span, at: int) -> int | None:
    """Where the age ends of "P, 47, was named", "P, 61, a former minister"; None if no age starts at the comma."""
    doc = sentence.doc
    first = at + 1 + (at + 1 < sentence.end and doc[at + 1].lower_ == "aged")
    if doc[at].text != "," or first + 1 >= sentence.end or _YEARS.fullmatch(doc[first].text) is None:
        return None
    if doc[first + 1].text != ",":
        return first + 1 if doc[first + 1].text in (".", ";") else None
    verb = first + 2 < sentence.end and doc[first + 2].tag_ in _VERBAL
    return first + 2 if verb else first + 1


def _adverbial(token: Token, times: Mapping[int, int]) -> int | None:
    """Where an adverb or a day ends that begins with a token; None if none does."""
    if token.lower_ in _ADVERBS and token.i not in times:
        return token.i + 1
    first = token.i + (token.lower_ in ("late", "early"))
    if first + 1 < len(token.doc) and token.doc[first].lower_ == "on":
        first += 1
    return times.get(first)


def _within_clause(sentence: Span, start: int, end: int, starts: Collection[int], ends: Collection[int]) -> bool:
    """Whether a name and a verb, or two verbs, meet once what stands between is gone."""
    name, verb = start in ends, sentence.doc[start - 1].tag_ in _VERBAL
    named, acts = end in starts, end < sentence.end and sentence.doc[end].tag_ in _VERBAL
    return (name and acts) or (verb and (named or acts))
