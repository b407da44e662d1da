"""Headings that a page's text leaves glued to the sentence after them: "History Acme was founded". They are no names.

A heading is told by its words, which pages use again and again, and by what follows: a word that begins a sentence of
its own, or a name that is known without the heading. "History Channel" and "Business Insider" are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.expressions import compile_quick
from app.extraction.lexicon.given_names import GIVEN_NAMES
from app.extraction.lexicon.nouns import (
    BODY_WORDS,
    COMPANY_WORDS,
    DAYS_AND_MONTHS,
    LEGAL_FORMS,
    OPENERS,
    OUTLET_WORDS,
    PLACE_WORDS,
    ROLE_HEADS,
)
from app.extraction.lexicon.places import is_known_place

# Hardly anything is called by one of these and a name.
_SURE = frozenset(
    """History Background Overview Biography Ownership Divestment Divestments Divestiture Divestitures Acquisition
    Acquisitions Mergers Controversy Controversies Lawsuit Lawsuits Litigation Sponsorship Sponsorships Partnerships
    Awards Reception Dissolution Bankruptcy Philanthropy Criticism Etymology Filmography Discography Accolades
    """.split()
)
# Many a firm is: only what follows tells that these head a section.
_DOUBTFUL = frozenset(
    """Activities Affairs Brands Business Businesses Career Collaborations Collection Collections Competitors Death
    Description Design Development Developments Distribution Education Expansion Facilities Features Finances
    Financials Formation Foundation Founding Funding Governance Growth Headquarters Holdings Impact Incidents Influence
    Innovation Introduction Investment Investments Leadership Legacy Life Locations Management Manufacturing Marketing
    Media Membership Merger Network Operations Organisation Organization Origin Origins Partnership Politics Portfolio
    Privatisation Privatization Product Production Productions Products Profile Programmes Programs Projects
    Publications Recognition Redevelopment Reorganization Reputation Research Restructuring Retirement Revenue Sales
    Security Services Software Stores Strategy Structure Summary Support Sustainability Technologies Technology
    Timeline Uses Works Years""".split()
)
# These stand before names as well, and say what is named: "Investors Jane Roe and Acme".
_APPOSED = frozenset(
    """Artists Clients Customers Directors Employees Executives Founders Investors Members Owners Partners People
    Shareholders Staff Subsidiaries Suppliers""".split()
)
_BEFORE = (
    "Academic|Brand|Business|Company|Corporate|Current|Early|Financial|Former|Further|Initial|Key|Later|Legal|Major"
    "|Media|Military|Modern|Notable|Operating|Personal|Political|Product|Professional|Recent|Selected|Television"
)
_HEADS = _SURE | _DOUBTFUL | _APPOSED
_WORD = "|".join(sorted(_HEADS))
_SMALL = "|".join(sorted(word.lower() for word in _HEADS))
_PHRASE = rf"(?:(?:{_BEFORE}) (?:{_SMALL}|{_WORD})|{_WORD})(?:,? (?:and|&) (?:{_SMALL}|{_WORD}))?"
# A heading, and the blank after it, unless that is lost as well: "HistoryAcme".
_HEADING = compile_quick(rf"(?<!\S)(?P<words>{_PHRASE})(?P<gap>\s+(?=[^\W\d_])|(?=[A-Z][a-z]))")
_NAME = re.compile(r"[^\W\d_][\w&.-]*(?<![.-])")
# With these a sentence begins; after a doubtful heading it must go on in small letters, as in no name.
_BEGINNINGS = OPENERS - frozenset("First Second Third Last New One Next Own Of To And Or".split())
_GOES_ON = re.compile(rf",| +(?:[a-z]|\d|['“\"$€£]|(?:{'|'.join(sorted(DAYS_AND_MONTHS))})\b)")
# What follows such words in names of firms, outlets and bodies: "History Channel", "Business Objects".
_IN_NAMES = (
    COMPANY_WORDS
    | BODY_WORDS
    | LEGAL_FORMS
    | OUTLET_WORDS
    | PLACE_WORDS
    | frozenset(word.title() for word in ROLE_HEADS)
    | frozenset(
        """Act Advocates Alternatives Angel Awards Builder Builders Centre Center Channel Check Checks Circle Command
        Council Crossover Day Days Dimensions Effect Express Factory First Frontiers Funds General Hit Hour
        Hub Inside Intelligence Journal Judge Line Link Live Makers Matters Model Night Objects Office
        Outlook People Plan Plus Pool Prize Process Program Project Quarterly Rail Reader Room Roundtable
        Scheme Scotland Show Solutions Speaks Street Studies Taskforce Teachers Team Title Today Tonight
        Tool Trust Updates Victoria Wales Ways Week Weekly World Zone""".split()
    )
)
# With "of" these begin a name of their own.
_OF_NAMES = frozenset("Bank House Isle Port University".split())
_STOPS = frozenset('.!?:;”"»)]')
_NO_END = frozenset(
    """a an and as at by for from his her in into its of on or our s the their to via with natural ancient modern
    medieval art world""".split()
)
_LONGEST_WORD = 80
# So far from a heading a name that it may be glued to is looked for.
_NEAR = 20_000
_INNER_CAPITAL = re.compile(r"[A-Z]*[a-z]+[A-Z]|[A-Z]{2,}[a-z]")


def without_headings(page: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph of the page that are no headings: all of it, but for a few pages."""
    for heading in _HEADING.finditer(page, start, end):
        if _is_heading(heading, page, start, end):
            before = page[start : heading.start()].rstrip()
            if before:
                yield start, start + len(before)
            start = heading.end()
    yield start, end


def _is_heading(heading: re.Match[str], page: str, start: int, end: int) -> bool:
    """Whether a sentence begins after these words that has no part in them."""
    following = _NAME.match(page, heading.end(), end)
    before = page[max(start, heading.start() - _LONGEST_WORD) : heading.start()].split()[-1:]
    runs_on = bool(before) and before[0][-1] not in _STOPS
    if following is None or not following[0][0].isupper() or (runs_on and heading["gap"] and not _may_end(before[0])):
        return False
    words = heading["words"].split()
    sure = not _SURE.isdisjoint(words) or (len(words) > 1 and words[-1].islower())
    if following[0] in _BEGINNINGS:
        return bool(heading["gap"]) and (
            (sure and not runs_on) or _GOES_ON.match(page, following.end(), end) is not None
        )
    if following[0] in _IN_NAMES:
        return sure and not runs_on and following[0] in _OF_NAMES and page.startswith(" of ", following.end())
    apposed = words[-1] in _APPOSED
    nearby = page[max(0, heading.start() - _NEAR) : heading.end() + _NEAR]
    if nearby.count(page[heading.start() : following.end()]) > 1:
        return False
    if not apposed and (
        _is_known(following[0], nearby, bool(heading["gap"])) or (_is_person(following, page) and sure >= runs_on)
    ):
        return True
    if runs_on or not heading["gap"]:
        return False
    if is_known_place(following[0]) and not page[following.end() + 1 : following.end() + 2].isupper():
        return False  # "History Colorado", "Business Sweden"
    return sure or (not before and _is_told_of(following, page))


def _may_end(word: str) -> bool:
    """Whether a sentence without a full stop may end in a word."""
    return word.islower() and word not in _NO_END


def _is_known(name: str, text: str, times: int) -> bool:
    """Whether the text has a name more often than that."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) > times


def _is_person(name: re.Match[str], page: str) -> bool:
    """Whether it is a given name before another."""
    return name[0] in GIVEN_NAMES and page[name.end() + 1 : name.end() + 2].isupper()


def _is_told_of(name: re.Match[str], page: str) -> bool:
    """Whether it is the firm that the page tells of: "Technology Acme's app", "Growth IOacme was"."""
    owner = page[name.end() : name.end() + 2] in ("'s", "’s")
    return owner or _INNER_CAPITAL.match(name[0]) is not None
