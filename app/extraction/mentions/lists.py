"""The votes that a list gives: who is named between people, or after "two brothers" or "the founders of X", is one.

What "clients include" or "brands such as" introduces is a firm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import FEMALE, GIVEN_NAMES, MALE, pronouns
from app.extraction.lexicon.nouns import COMPANY_NOUNS, HONORIFICS, PARTICLES, ROLE_HEADS
from app.extraction.lexicon.places import is_known_place
from app.extraction.mentions.capitals import is_capitalised
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.types import COMPANY, PERSON, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINTS = frozenset({",", "and", "&"})
_KIN = frozenset("brothers sisters siblings twins cousins friends classmates founders co-founders cofounders".split())
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_SURE = MALE | FEMALE
_INTRODUCING = frozenset({"include", "includes", "included", "including", "as", "like", ":"})
_FIRMS = frozenset(
    "client customer partner brand company firm retailer supplier bank network broadcaster airline carmaker".split()
)
_LONGEST = 40


def list_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the list says in which a name of several words stands."""
    if not run.end - run.start <= 4:
        return
    before, lead = _members(doc, run.start, -1)
    after, _ = _members(doc, run.end, 1)
    if not _closed(doc, run, before, after):
        return
    if _names_firms(doc, lead) and not _is_known(doc, run):
        yield COMPANY, 4
        return
    if run.end - run.start == 1:
        return
    people = lead >= 0 and _names_people(doc, lead)
    of = lead > 0 and doc[lead].lower_ == "of" and doc[lead - 1].lower_ in _KIN
    if people or (of and before):
        yield PERSON, 8
        return
    others = before[1:] if of else before
    if any(_is_sure(doc, start, end) for start, end in (*others, *after)):
        yield PERSON, 3


def _is_sure(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is surely a person's: by a given name, or a rare one that the recogniser takes for one too."""
    rare = doc[start].text in pronouns() and doc[start].ent_type_ == "PERSON"
    return (doc[start].text in _SURE or rare) and 1 < end - start <= 4


_CALLED_FIRMS = frozenset("agency bank chain company firm fund group house insurer lender retailer startup".split())


def _names_firms(doc: Doc, lead: int) -> bool:
    """Whether the words before a list say that firms are listed: "clients include A, B and C"."""
    if lead >= 0 and doc[lead].tag_ == "NNS" and doc[lead].lemma_.lower() in _CALLED_FIRMS:
        return True  # "the buyout firms A and B"
    if lead < 1 or doc[lead].lower_ not in _INTRODUCING:
        return False
    before = doc[max(0, lead - 3) : lead]
    return any(word.tag_ == "NNS" and word.lemma_.lower() in _FIRMS for word in before)


def _is_known(doc: Doc, run: Run) -> bool:
    """Whether a name is a place's or a person's by itself, whatever it stands with."""
    first = doc[run.start].text
    return first in GIVEN_NAMES or is_known_place(run.text) or first in HONORIFICS


def _names_people(doc: Doc, lead: int) -> bool:
    """Whether the word before a list says that people are listed: "the engineers A and B"; lenders may be banks."""
    word = doc[lead]
    trade = word.tag_ == "NNS" and word.lemma_.lower() in ROLE_HEADS - COMPANY_NOUNS
    return word.lower_ in _KIN or (trade and word.lemma_.lower() not in ("owner", "investor", "member", "partner"))


def _members(doc: Doc, edge: int, step: int) -> tuple[list[tuple[int, int]], int]:
    """The names listed to one side of a token, first ones first, and the token beyond them."""
    found: list[tuple[int, int]] = []
    at = edge if step > 0 else edge - 1
    while 0 <= at < len(doc) and abs(at - edge) < _LONGEST:
        begin = at
        while 0 <= at < len(doc) and doc[at].lower_ in _JOINTS:
            at += step
        start = at
        while 0 <= at < len(doc) and at != begin and (is_capitalised(doc[at]) or doc[at].text in PARTICLES - {"and"}):
            at += step
        if at == start or start == begin:
            at = start
            break
        found.append((start, at) if step > 0 else (at + 1, start + 1))
    return (found if step > 0 else found[::-1]), at


def _closed(doc: Doc, run: Run, before: list[tuple[int, int]], after: list[tuple[int, int]]) -> bool:
    """Whether an "and" joins the last name of the list to the others: commas alone may set off appositions."""
    members = [*before, (run.start, run.end), *after]
    return len(members) > 1 and any(t.lower_ in ("and", "&") for t in doc[members[-2][1] : members[-1][0]])


def pair_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What it says that a name is one of two people, or one of several who founded something."""
    if run.end - run.start in (2, 3):
        yield from _founder_votes(doc, run)
    elif _shares_surname(doc, run):
        yield PERSON, 3
    elif _is_one_of_a_pair(doc, run):
        yield PERSON, 2


def _shares_surname(doc: Doc, run: Run) -> bool:
    """As in "Jiri and Petra Novak"."""
    if run.end - run.start > 1 or run.end + 2 >= len(doc) or doc[run.end].lower_ != "and":
        return False
    given = all(doc[index].text in pronouns() for index in (run.start, run.end + 1))
    return given and doc[run.end + 2].text[:1].isupper()


def _is_one_of_a_pair(doc: Doc, run: Run) -> bool:
    """As in "Dora and Mickey had their first show": two given names, and no firm of two."""
    if run.end - run.start > 1 or doc[run.start].text not in pronouns():
        return False
    ahead = doc[run.end : run.end + 3]
    behind = doc[max(0, run.start - 3) : run.start]
    for joint, other, outer in ((ahead[:1], ahead[1:2], ahead[2:]), (behind[-1:], behind[-2:-1], behind[:-2])):
        if joint.text.lower() == "and" and other.text in pronouns() and not outer.text[:1].isupper():
            return any(t.lower_ in _THEIR for t in doc[run.start].sent)
    return False


_THEIR = frozenset("their they them both".split())
_FOUNDING = frozenset("found co-found cofound start establish set launch create".split())
_FOUNDERS = frozenset("founders co-founders cofounders brothers sisters siblings friends classmates".split())


def _founder_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """As in "founded by A, B and C", "the founders of X, A and B", "two brothers, A and B": founders are people."""
    at, commas = run.start - 1, 0
    while at >= 0 and (doc[at].text in {",", "and", "&"} or doc[at].text[:1].isupper() or doc[at].text in _POSSESSIVE):
        commas += doc[at].text == ","
        at -= 1
    if at < 1 or run.start - at > _LONGEST_FOUNDERS:
        return
    if doc[at].lower_ == "by" and any(
        t.lemma_.lower() in _FOUNDING and t.tag_ == "VBN" for t in doc[max(0, at - 8) : at]
    ):
        yield PERSON, 1.5
    elif doc[at].lower_ in _FOUNDERS or (commas and doc[at].lower_ == "of" and doc[at - 1].lower_ in _FOUNDERS):
        yield PERSON, 5


_LONGEST_FOUNDERS = 16
