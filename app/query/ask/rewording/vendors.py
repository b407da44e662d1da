"""Puts the ways to say that somebody is unhappy with a supplier, or looks elsewhere, into one each."""

from __future__ import annotations

import re

from app.query.ask.rewording.rewriting import Rule

_SEEK = (
    r"(?P<seek>look|search|shopp?|explor|seek|sought|consider|weigh|evaluat|hunt|cast|think|mull|examin|review|sound"
    r"|want)"
    r"(?P<form>e|es|ed|ing|s|)"
)
_ROUND = r"(?: (?:around|about|out|over))?(?: (?:for|at|into|of|about))?"
_OTHER = (
    r"(?:(?:some|any|an?|the|its|their|possible|new|different|other|another) )*(?:alternatives?|options?|substitutes?"
    r"|replacements?"
    r"|someone|somebody|something|suppliers?|vendors?|providers?|partners?|sources?|others?|another)(?: else)?"
)
_THAN = r"(?:besides|other than|than|instead of|in place of|in lieu of|beyond|apart from)"
_AWAY = (
    r"(?:(?:switch|mov|turn|walk|shift)(?:ing)? away from|(?:ditch|dropp|leav|abandon|replac|dump)ing|(?:ditch|drop"
    r"|leave"
    r"|abandon|replace|dump)|(?:part|break)(?:ing)? with|look(?:ing)? beyond)"
)
_CONSIDERED = (
    r"(?:considered|sought|explored|looked for|looked at|weighed|examined|evaluated|studied|reviewed|searched for)"
)
_UNHAPPY = (
    r"(?:unhappiness|dissatisfaction|discontent|displeasure|frustration|grievances?|annoyance|anger|irritation"
    r"|complaints?"
    r"|disappointment|unease)"
)
_CONCERNS = (
    r"(?:concerned|concerns|(?:was|is|were|are) (?:about|over|due to|down to)|had to do with|related to|regarded"
    r"|arose from|came from)"
)
_UPSETS = (
    r"(?:upsets?|annoy(?:s|ed)|displeas(?:es|ed)|bother(?:s|ed)|irritat(?:es|ed)|troubl(?:es|ed)|disappoint(?:s|ed)"
    r"|anger(?:s|ed)|frustrat(?:es|ed)|irk(?:s|ed)|dissatisf(?:ies|ied)|put off)"
)
_FORMS = {"ing": "considering", "s": "considers", "es": "considers", "ed": "considered"}


def _considering(found: re.Match[str]) -> str:
    past = found["seek"] == "sought"
    return f"{'considered' if past else _FORMS.get(found['form'], 'consider')} alternatives to "


VENDORS: tuple[Rule, ...] = (
    (
        r"\b(why|what) (?:is|was|were|are) ((?-i:[A-Z])[^?,]*?)['’]s? (?:search|quest|hunt|look[- ]?out|wish|desire"
        r"|interest"
        rf"|exploration|consideration|evaluation|review) (?:for|in|of) {_OTHER} (?:to|for|{_THAN}) ",
        r"why is \2 considering alternatives to ",
    ),
    (
        rf"\b(why|how long|since when) (?:is|are|was|were) {_OTHER} (?:to|for|{_THAN}) ([^?,]+?) (?:being |been"
        rf" )?{_CONSIDERED} by"
        r" ([^?,]+?)(?=\W*$)",
        r"\1 is \3 considering alternatives to \2",
    ),
    (
        rf"(?<!['’]s )(?<!the )(?<!a )\b{_SEEK}{_ROUND} (?!alternatives to ){_OTHER} (?:to|for|{_THAN}) (?=\w)",
        _considering,
    ),
    (
        rf"\b(?:thinking (?:of|about)|considering|contemplating|mulling|weighing) {_AWAY} ",
        r"considering alternatives to ",
    ),
    (
        r"\bwhat (?:did|does|do|has|had) ([^?,]+?) (?:have|got|hold|held) against ",
        r"what was \1 dissatisfied about with ",
    ),
    (
        rf"\bwhat (?:(?:was|is) it )?about ([^?,]+?) (?:that )?{_UPSETS} ([^?,]+?)(?=\W*$)",
        r"what was \2 dissatisfied about with \1",
    ),
    (
        rf"\bwhat ([^?,]+?)['’]s? {_UNHAPPY} (?:with|at|about|over) ([^?,]+?) {_CONCERNS}(?=\W*$)",
        r"what was \1 dissatisfied about with \2",
    ),
    (
        rf"^\W*([^?,]+?)['’]s? {_UNHAPPY} (?:with|at|about|over) ([^?,]+?) {_CONCERNS} what(?=\W*$)",
        r"what was \1 dissatisfied about with \2",
    ),
    (
        r"\b(?:in what respects?|in what way|how|on what (?:point|score|count)) (?:was|is|were|are|has|had) ([^?,]+?)"
        r" (?:been )?(?:found wanting|found lacking|a disappointment|criticised|criticized|faulted|judged wanting)"
        r" (?:by|to|for) ([^?,]+?)(?=\W*$)",
        r"what was \2 dissatisfied about with \1",
    ),
)
