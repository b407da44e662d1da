"""Puts comparisons of two stakes, and superlatives of stakes, into one form: "who owns more of Acme, A or B"."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_STAKE = r"(?:stake|share|holding|shareholding|interest|part|portion|slice|piece)"
_MORE = r"(?:bigger|larger|greater|higher|more sizeable)"
_MOST = r"(?:biggest|largest|greatest|highest|main|principal|top|major)"
_A = r"(?P<a>(?-i:[A-Z])[^?:,]*?)"
_B = r"(?P<b>(?-i:[A-Z])[^?:,]*?)"
_OF = r"(?:of|in) (?P<of>[^?:,]+?)"
_OWNS = r"(?:owns?|holds?|has|have|got|controls?)"
_ANSWER = r"who owns more of \g<of>, \g<a> or \g<b>"

COMPARED: tuple[Rule, ...] = (
    (
        rf"^\W*(?:which|who)(?: (?:one )?of (?:the two|them|both|these))? {_OWNS} (?:more|(?:the |a )?{_MORE}"
        rf" {_STAKE}) {_OF}"
        rf"\s*[,:;–—-]+\s*{_A} or {_B}\W*$",
        _ANSWER,
    ),
    (
        rf"^\W*(?:do|does|did) {_A} or {_B} (?:own|hold|have|control) (?:more|(?:the |a )?{_MORE} {_STAKE}) {_OF}\W*$",
        _ANSWER,
    ),
    (
        rf"^\W*(?:of|between|comparing|out of|from among) {_A} (?:and|or) {_B}, (?:who|which(?: one)?|which of (?:the"
        rf" two|them)) {_OWNS}"
        rf" (?:more|(?:the |a )?{_MORE} {_STAKE}) {_OF}\W*$",
        _ANSWER,
    ),
    (
        rf"^\W*(?:(?:of|between|comparing|out of) )?{_A} (?:and|or) {_B}\s*[,:]\s*whose {_STAKE} {_OF} is {_MORE}\W*$",
        _ANSWER,
    ),
    (
        rf"^\W*{_A} or {_B}\s*[,:]\s*(?:who|which)(?: of (?:the two|them))? {_OWNS} (?:more|(?:the |a )?{_MORE}"
        rf" {_STAKE}) {_OF}\W*$",
        _ANSWER,
    ),
    # the most of something
    (rf"^\W*whose {_STAKE} (?:in|of) ([^?:,]+?) (?:is|was) (?:the )?{_MOST}\W*$", r"who has the largest stake in \1"),
    (
        r"\b(?:owns?|holds?|has) (?:the )?most of ([^?:,]+?)(?:['’]s|(?<=s)['’]) (?:shares|stock|equity|capital)\b",
        r"has the largest stake in \1",
    ),
    (
        rf"^\W*of (?:all )?(?:the )?(?:(?:shareholders|owners|holders) of ([^?:,]+?)|([^?:,]+?)(?:['’]s|(?<=s)['’])"
        rf" (?:shareholders|owners|holders)),? (?:who|which(?: one)?) (?:has|holds|owns) the {_MOST} {_STAKE}\W*$",
        lambda found: f"who has the largest stake in {found[1] or found[2]}",
    ),
    (
        r"\b(?:main|principal|chief|dominant|top) (shareholder|owner|stakeholder)(?=(?: (?:of|in|at)\b"
        r"|\W*$))",
        r"largest \1",
    ),
    (r"\b(?:count|tally) of (?=\w+s\b)", r"how many "),
)
