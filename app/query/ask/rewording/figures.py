"""Puts questions for all the sums that articles name into the question how much it was, which each of them answers."""

from __future__ import annotations

import re

_SUMS = r"(?:sums|figures|amounts|numbers|prices|values|valuations|estimates|percentages|totals|price tags|quantities)"
_SUM = r"(?:sum|figure|amount|number|price|value|percentage|total|price tag)"
_MANY = r"(?:(?:two|three|four|both|several|various|different|differing|conflicting|contradictory|competing|all|the) )*"
_TEXTS = (
    r"(?:the |these |those |your |our |various |different )*(?:articles|sources|papers|newspapers|reports"
    r"|accounts|press|media|texts|stories|outlets|graph)"
)
_GIVE = r"(?:give|report|name|mention|quote|state|cite|carry|print|offer|have|contain|put forward|speak of|talk of)"
_GIVEN = (
    r"(?:there|given|reported|named|mentioned|quoted|stated|cited|printed|offered|put forward|put about|floating around"
    r"|going (?:a)?round|doing the rounds|making the rounds|in circulation|circulating|circulated|circulates?"
    r"|exists?|on record|on file"
    r"|to be found|found|known|available|out there|around|published|in the articles|in the papers|in the press)"
)
_FOR = r"(?:for|of|about|on|as to|regarding|concerning)"
_ASK = r"(?:which|what)"
_ARE = r"(?:are|were|is|was|have been|has been)"
_FORMS = (
    rf"^\W*{_ASK} {_MANY}{_SUMS} (?:do|does|did) {_TEXTS} {_GIVE} {_FOR} (?P<thing>.+)$",
    rf"^\W*{_ASK} {_MANY}{_SUMS} {_ARE} (?:there )?{_GIVEN}(?: (?:by|in) {_TEXTS})? {_FOR} (?P<thing>.+)$",
    rf"^\W*{_ASK} (?:{_ARE} (?:the )?){_MANY}{_SUMS} (?:that {_ARE} )?{_GIVEN}(?: (?:by|in) {_TEXTS})?"
    rf" {_FOR} (?P<thing>.+)$",
    rf"^\W*(?:there {_ARE} )?{_MANY}{_SUMS} (?:{_ARE} )?(?:{_GIVEN} )?{_FOR} (?P<thing>.+?)\W+"
    rf"(?:so |and )?{_ASK} (?:{_ARE} (?:they|these|those|both|the two)|ones?)\W*$",
    rf"^\W*{_ASK} {_SUM} (?:is|was|has been) {_GIVEN}(?: (?:by|in) {_TEXTS})? {_FOR} (?P<thing>.+)$",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_CLAUSE = re.compile(r"^(?:what|how much) (?=\w)", re.IGNORECASE)


def summed(question: str) -> str:
    """The question "how much" for one after the sums that are named; any other question as it is.

    >>> summed("Which sums are reported for Acme's investment in Pelm?")
    "how much was Acme's investment in Pelm?"
    >>> summed("What figures are there for what Acme paid for Pelm?")
    'how much Acme paid for Pelm?'
    """
    found = next((match for pattern in _PATTERNS if (match := pattern.match(question))), None)
    if found is None:
        return question
    thing, said = _CLAUSE.subn("", found["thing"], count=1)
    return f"how much {thing}" if said else f"how much was {thing}"
