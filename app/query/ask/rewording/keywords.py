"""Puts what a string of keywords asks for in front: "Roe Acme chair start date", "Acme Pelm purchase reason"."""

from __future__ import annotations

import re

from app.query.ask.rewording.rewriting import Rewriting, Rule

_NO_SENTENCE = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|whether|is|are|was|were|do|does|did|has|have|had|will|would|can"
    r"|could|should|may|might|if|that|it|he|she|they|i|we|you|me|and|or)\b|[:,;.!]\s|['’]s?\s",
    re.IGNORECASE,
)
_POST = (
    r"(?:ceo|cfo|coo|cto|cio|cmo|chief|director|chair\w*|president|head|boss|manager|officer|engineer|analyst|partner"
    r"|adviser|advisor|spokes\w+|treasurer|counsel|scientist|executive|chief exec|leader|member)"
)
_TIE = (
    r"(?:partnership|alliance|cooperation|collaboration|contract|deal|tie-?up|relationship|agreement|joint venture"
    r"|supply"
    r"|supplier|vendor|supplies|partners|ties)"
)
_DAY = r"(?:date|day|year|month|time)"
_START = rf"(?:(?:first )?(?:start|starting|appointment|joining|hiring|entry|arrival|hire) {_DAY}|first day|start)"
_END = rf"(?:(?:end|ending|exit|leaving|departure|termination|expiry|quitting) {_DAY}|last day|end)"
_LENGTH = r"(?:(?:tenure|service|stint|term|time|supply|employment|stay) )?(?:length|duration)|how long"
_WHY = r"(?:reasons?|causes?|motives?|grounds|explanation|rationale|why)"
_NOUN = (
    rf"(?:(?:first )?(?:start|starting|appointment|joining|hiring|entry|arrival|hire|end|ending|exit|leaving|departure"
    rf"|termination|expiry|retirement|resignation|announcement) {_DAY}|tenure(?: length)?|reason|motive)"
)
_CHECK = r"(?:(?:yes|true|right|correct)(?: or| ?/)? ?(?:no|not|false|wrong|untrue)|y/n|or not|true|fact check)"
_FIRST = re.compile(rf"\W*(?:the )?{_NOUN} ", re.IGNORECASE)
_CHECKED = re.compile(rf" {_CHECK}\W*$", re.IGNORECASE)
_WORTH = r"(?:price|sum|amount|cost|value|size)"

_TABLE: tuple[Rule, ...] = (
    # what is asked for stands first: "start date ann roe acme"
    (rf"^\W*(?:the )?({_NOUN}) (?!of\b|for\b|behind\b|at\b|in\b|on\b|given\b)(?=[^?]* )(.+?)\W*$", r"\2 \1"),
    (rf"^\W*(?=.*\b{_POST}\b)(.+?) (?:{_START}|since)\W*$", r"since when \1"),
    (rf"^\W*(.+?) (?:supply|supplier|vendor|supplies) {_START}\W*$", r"since when supplies \1"),
    (rf"^\W*(.+?) (?:supply|supplier|vendor|supplies) {_END}\W*$", r"until when supplied \1"),
    (r"^\W*(.+?) (?:supply|supplies|supplier) (?:length|duration)\W*$", r"how long supplied \1"),
    (rf"^\W*(?=.*\b{_TIE}\b)(.+?) {_START}\W*$", r"when started \1"),
    (r"^\W*(.+?) announcement(?: date| day)?\W*$", r"when was \1 announced"),
    (rf"^\W*(.+?) {_START}\W*$", r"when joined \1"),
    (rf"^\W*(?=.*\b{_TIE}\b)(.+?) {_END}\W*$", r"when ended \1"),
    (rf"^\W*(?=.*\b{_POST}\b)(.+?) {_END}\W*$", r"until when \1"),
    (rf"^\W*(.+?) (?:retirement {_DAY}|date of retirement)\W*$", r"when retired \1"),
    (rf"^\W*(.+?) (?:resignation {_DAY}|date of resignation)\W*$", r"when resigned \1"),
    (rf"^\W*(.+?) {_END}\W*$", r"when left \1"),
    (rf"^\W*(?=.*\b{_POST}\b)(.+?) tenure\W*$", r"how long \1"),
    (rf"^\W*(.+?) (?:{_LENGTH})\W*$", r"how long \1"),
    (rf"^\W*(.+?) alternatives to (.+?) {_WHY}\W*$", r"why is \1 considering alternatives to \2"),
    (rf"^\W*(.+?) {_WHY}\W*$", r"why \1"),
    (rf"^\W*(.+?) {_CHECK}\W*$", r"whether \1"),
    (
        r"^\W*(?:the )?(.+? (?:merger|takeover|deal|purchase|acquisition|sale|investment)) (confirmed|done|closed"
        r"|completed|official"
        r"|certain|signed|final)(?: yet| already| now)?\?+\s*$",
        r"is the \1 \2",
    ),
    (
        r"^\W*(?:the )?(.+?)(?:['’]s?)? (partnership|alliance|contract|cooperation|relationship) (?:over|ended"
        r"|finished|done|dead)"
        r"(?: yet| already| now)?\?+\s*$",
        r"has the \2 of \1 ended",
    ),
    (rf"^\W*(.+?) agreed (?:purchase |sale |takeover )?{_WORTH}\W*$", r"\1 planned purchase price"),
)
_KEYWORDS = Rewriting(_TABLE)


def keywords(question: str) -> str:
    """A string of keywords with what it asks for in front; a sentence as it is.

    >>> keywords("ann roe acme chair start date"), keywords("roe acme dismissal reason")
    ('since when ann roe acme chair', 'why roe acme dismissal')
    >>> keywords("Roe Acme member yes or no"), keywords("When was the start date?")
    ('whether Roe Acme member', 'When was the start date?')
    """
    bare = _CHECKED.sub("", question).strip(" ?.!")
    if _NO_SENTENCE.search(bare):
        return question
    put = _KEYWORDS.first(question)
    return _KEYWORDS.first(put) if _FIRST.match(question) else put
