"""Where names may stand: runs of capitalised words, without titles, openers and dates, joined as names are joined.

Finds stretches only; `types` says what they are, and which of the doubtful ones are names at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import (
    DAYS_AND_MONTHS,
    HONORIFICS,
    OFFICE_FIELDS,
    OPENERS,
)
from app.extraction.mentions.capitals import (
    DOTTED,
    INNER_CAPITAL,
    bare,
    is_capitalised,
    is_kin,
)
from app.extraction.mentions.day_names import DayName, day_names
from app.extraction.mentions.edges import DEALT_WITH, opens_with_number, trim
from app.extraction.mentions.genitives import Run, with_genitives, with_possessive_names
from app.extraction.mentions.joints import joint
from app.extraction.mentions.parted import parted
from app.extraction.mentions.quoted import quoted_title
from app.extraction.mentions.run_titles import INITIAL, MINISTERS, title_tokens
from app.extraction.mentions.small_letters import small_names
from app.extraction.parsing.passages import Passage
from app.model import BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Short forms of days and months that are words of their own as well.
_SHORT_DAYS = frozenset({"Sun", "Sat", "Mon", "Wed", "Mar"})
# A line of a table of facts, "Founders: Jane Roe, John Doe": its capitals are those of names.
_LABELLED = re.compile(
    r"(?:Founders?|Co-?[Ff]ounders?|Founded|Headquarters|Head office|Based(?: in)?|Seat|Owners?|Owned by|Investors?"
    r"|Backers?|Shareholders?|Chairs?|Chairman|Chairwoman|Chief executive|CEO|Managing directors?|Parent(?: company)?"
    r"|Customers?|Clients?|Suppliers?|Rivals?|Competitors?"
    r"|(?:Press|Media|Investor) (?:contacts?|relations))(?: officer)?: "
)
# A heading with more than this share of its longer words in capitals says nothing by them.
_HEADLINE_SHARE = 0.6
_LONGEST_HEADLINE = 25


def find_runs(passages: Iterable[Passage]) -> list[Run]:
    """Every stretch that may be a name, in order; none from headings that capitalise every word.

    Where there is nothing but such headings, what the recogniser sees in them has to do.
    """
    passages = list(passages)
    named = day_names(passages)
    found = [run for passage in passages if not is_headline(passage) for run in _passage_runs(passage, named)]
    small = small_names(passages)
    within = {(run.passage, at) for run in small for at in range(run.start, run.end)}
    apart = [run for run in found if (run.passage, run.start) not in within]
    whole = with_genitives(with_possessive_names(apart, passages), passages)
    found = [*parted(whole, passages), *small]
    return found or [run for passage in passages for run in _headline_runs(passage)]


def is_headline(passage: Passage) -> bool:
    """Whether the passage capitalises its words as headlines do, so that capitals there mean nothing."""
    known: dict[str, bool] = passage.doc.user_data
    if "headline" not in known:
        known["headline"] = _is_headline(passage)
    return known["headline"]


def _is_headline(passage: Passage) -> bool:
    doc = passage.doc
    if _LABELLED.match(passage.text):
        return False
    closed = any(token.text in {".", ";"} for token in doc[-2:])
    if passage.block.kind is BlockKind.PARAGRAPH and (closed or len(doc) > _LONGEST_HEADLINE):
        return False
    words = [token.text for token in doc if token.is_alpha and (len(token) > 3 or token.text in OPENERS)]
    capitals = sum(word[0].isupper() for word in words[1:])
    return not words[1:] or capitals / len(words[1:]) > _HEADLINE_SHARE


def _passage_runs(passage: Passage, named: frozenset[DayName]) -> Iterator[Run]:
    doc = passage.doc
    position = 0
    while position < len(doc):
        title = quoted_title(doc, position)
        if title is not None:
            yield Run(passage.index, position, title, passage.span(position, title).text, doubtful=False)
            position = title
            continue
        if not is_capitalised(doc[position]) and not opens_with_number(doc[position]):
            position += 1
            continue
        end = _run_end(doc, position)
        for start, stop in _segments(doc, position, end, named):
            if is_kin(doc, stop) or _is_ranking(doc, start, stop):  # "the Ashby family" is a group, no company Ashby
                continue
            text = passage.span(start, stop).text
            yield Run(passage.index, start, stop, text, _is_doubtful(doc, start, stop))
        position = end


def _is_ranking(doc: Doc, start: int, stop: int) -> bool:
    """Whether it is the Fortune of "Fortune 500 companies"."""
    return doc[start:stop].text == "Fortune" and stop < len(doc) and doc[stop].like_num


def _headline_runs(passage: Passage) -> Iterator[Run]:
    for entity in passage.doc.ents:
        if entity.label_ in {"ORG", "PERSON", "GPE"}:
            verb = next((t.i for t in entity if t.tag_.startswith("VB")), entity.end)
            for start, stop in _segments(passage.doc, entity.start, verb):
                yield Run(passage.index, start, stop, passage.span(start, stop).text, doubtful=False)


# --- how far a run goes ----------------------------------------------------------------------------------------------


def _run_end(doc: Doc, start: int) -> int:
    """The end of the longest stretch from here that the spelling allows to be one name."""
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start and not _ends_in_letter(doc, end):
        step = joint(doc, start, end)
        if step is None:
            break
        end = step
    return end


def _ends_in_letter(doc: Doc, end: int) -> bool:
    """Whether a sentence ends in the letter before, which the parser takes for an initial: "Phase I. Acme"."""
    if end < 2 or not INITIAL.fullmatch(doc[end - 1].text):
        return False
    reigned = doc[end - 1].text in ("I.", "V.", "X.") and end > 2 and doc[end - 3].lower_ in _REIGNING
    return reigned or doc[end - 2].lower_ in _LETTERED


_REIGNING = frozenset("king queen emperor empress tsar pope sultan duke".split())
_LETTERED = frozenset("appendix class exhibit hepatitis part phase plan section series title type vitamin war".split())


# --- what in a run is the name ---------------------------------------------------------------------------------------


def _segments(doc: Doc, start: int, end: int, named: frozenset[DayName] = frozenset()) -> Iterator[tuple[int, int]]:
    """The names in a run: parted at titles, days and honorifics, without openers at the front."""
    breaks = _break_tokens(doc, start, end, named)
    position = start
    while position < end:
        if position in breaks:
            position += 1
            continue
        stop = next((i for i in range(position, end) if i in breaks), end)
        ended = stop < end and stop - position == 1 and INITIAL.fullmatch(doc[position].text)
        trimmed = None if ended else trim(doc, position, stop)  # "Part D. Developer Jane Roe"
        if trimmed is not None:
            yield trimmed
        position = stop


def _break_tokens(doc: Doc, start: int, end: int, named: frozenset[DayName]) -> set[int]:
    """Tokens of a run that no name contains: days, honorifics, and the words of a title."""
    days = (i for i in range(start, end) if bare(doc[i].text) in DAYS_AND_MONTHS)
    single = {
        i for i in days if not _is_no_day(doc, i, end) and (i + 1 >= end or (doc[i].text, doc[i + 1].text) not in named)
    }
    honorifics = {i for i in range(start, end - 1) if bare(doc[i].text) in HONORIFICS}
    # "Secretary of State Jane Roe"; "CEO of Volta Cells" names no office of state
    offices = {
        i
        for i in range(max(start, 2), end)
        if doc[i - 1].lower_ == "of" and doc[i - 2].text in MINISTERS and doc[i].text in OFFICE_FIELDS and i + 1 < end
    }
    return single | honorifics | offices | title_tokens(doc, start, end) | _headline_words(doc, start, end)


# What headlines have firms do, and the deals they do it to.
_HEADLINE_VERBS = frozenset("Closes Completes Announces Finalizes Finalises Concludes Agrees Confirms Signs".split())
_HEADLINE_DEALS = frozenset(
    "Acquisition Purchase Merger Sale Takeover Buyout Divestiture Investment Partnership".split()
)


def _headline_words(doc: Doc, start: int, end: int) -> set[int]:
    """The verb and noun of a headline that stands as a sentence: "Acme Materials Closes Acquisition of Tarn"."""
    return {
        word
        for i in range(start + 1, end - 1)
        if doc[i].text in _HEADLINE_VERBS and doc[i + 1].text in _HEADLINE_DEALS
        for word in (i, i + 1)
    }


def _is_no_day(doc: Doc, index: int, end: int) -> bool:
    """In "Sun Devices" and "April Jones" the day or month is a part of a name."""
    dated = any(0 <= i < len(doc) and doc[i].like_num for i in (index - 1, index + 1))
    beside = index + 1 < end and is_capitalised(doc[index + 1])
    word = doc[index].text in _SHORT_DAYS and beside and not dated
    return word or _is_given_name(doc, index, end)


def _is_given_name(doc: Doc, index: int, end: int) -> bool:
    """In "April Jones" the month is a name when a person follows that the recogniser sees."""
    people = index + 1 < end and doc[index].ent_type_ == "PERSON" and doc[index + 1].ent_type_ == "PERSON"
    return people or (doc[index].text == "Jan" and index + 1 < end and doc[index + 1].is_alpha)


def _is_doubtful(doc: Doc, start: int, end: int) -> bool:
    """Whether a single word opens its sentence (or a quotation, or follows a colon), where any word takes a capital."""
    if end - start > 1:
        return False
    token = doc[start]
    first = token.is_sent_start or start == 0 or doc[start - 1].text in _BEFORE_CAPITAL or _is_numbered(doc, start)
    first = first or doc[start - 1].text in DEALT_WITH  # "Clients Teams which use it include X"
    shouted = (token.text.isupper() and len(token) > 1) or bool(DOTTED.fullmatch(token.text))
    return bool(first) and not shouted and not INNER_CAPITAL.match(token.text)


_BEFORE_CAPITAL = frozenset({"“", '"', ":", "‘", "•", "-", "–", "—", "*", "(", "·", "|", "#"})


def _is_numbered(doc: Doc, start: int) -> bool:
    """Whether only the number of a section or an item stands before it: "4. Chip corner", "2) Money"."""
    return 0 < start < 3 and doc[0].text.rstrip(".)").isdecimal() and (start == 1 or doc[1].text in {".", ")"})
