"""Asks openly what a question offers two answers to: "was it 5 or 6 million that", "did Acme pay $5m or $6m for Pelm".

>>> offered("Was it $5m or $6m that Acme paid for Pelm?"), offered("did Acme put 5 or 6m into Pelm?")
('how much Acme paid for Pelm', 'how much did Acme put into Pelm')
>>> offered("Was Acme founded in 2011 or 2012?"), offered("How much did Acme pay for Pelm - 5 or 6m?")
('when Was Acme founded', 'How much did Acme pay for Pelm')
>>> offered("Has Acme bought Pelm yet or not?"), offered("Is there a firm that backs Acme and Pelm, and if so which?")
('Has Acme bought Pelm', 'which firm backs Acme and Pelm')
"""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rewriting, Rule

_SCALE = r"(?:%|percent|per cent|thousand|million|billion|trillion|bn|mn|k|m|b)"
_MONEY = r"(?:us )?(?:dollars?|euros?|pounds?|francs|yen|usd|eur|gbp|bucks)"
_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|only|just|the|a|more like|rather) )?"
_NUMBER = rf"(?:[$€£¥] ?)?\d[\d.,]*(?: ?{_SCALE}\b| ?%)?(?: {_MONEY})?"
_SIZE = rf"(?:[$€£¥] ?\d[\d.,]*(?: ?{_SCALE}\b)?|\d[\d.,]*(?: ?{_SCALE}(?!\w)| ?%)|\d[\d.,]* {_MONEY})(?: {_MONEY})?"
_SIZES = rf"{_ABOUT}(?:{_NUMBER} or {_ABOUT}{_SIZE}|{_SIZE} or {_ABOUT}{_NUMBER})"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE = rf"(?:(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}},?)?(?: [12]\d{{3}})?|[12]\d{{3}})"
_DATES = rf"(?:(?:in|on|by|since|from|back in) )?{_DATE} or (?:(?:in|on|by|since|from|was it|more like) )?{_DATE}"
_HELPS = r"(?:did|does|do|has|have|had|will|would)"
_BE = r"(?:is|was|are|were)"
_ASIDE = r"\s*(?:[,:;(–—?-]|\s-)+\s*(?:(?:was|is) it |were they |i (?:see|have seen|read|find) )?"
_END = r"[\s.?!)]*$"
_KIND = (
    r"(?:person|people|man|woman|company|firm|companies|firms|investor|investors|backer|backers|supplier|suppliers"
    r"|vendor"
    r"|vendors|customer|customers|client|clients|partner|partners|shareholder|shareholders|owner|owners|founder"
    r"|founders"
    r"|bank|fund|unit|subsidiary|board member|director|paper|newspaper|outlet|source|article)"
)
_IF_SO = r"[\s,;?]*(?:and |then )?if (?:so|yes|any|there (?:is|are))[\s,]*"
_WHICH = rf"(?:which|who|whom|what)(?: (?:one|ones|{_KIND}|is it|are they|was it|were they|is that|did))?"

_ASKS_SIZE = (
    r"(?:for |at )?(?:how (?:much|big|large)|what"
    r" (?:percentage|percent|share|stake|price|sum|amount|valuation|is|was))\b"
)
_ASKS_DAY = r"(?:since |until )?(?:when|(?:what|which) (?:year|date|day|month))\b"
_SIZED = r"(?:stake|share|holding|valuation|price|investment)"
_IN = r"(?:in|into|for|of|to|on|from|when|by|at|during)"
_PAID = r"(?:paid|invested|put|spent|raised|offered|bid|got|owns|owned|has|holds|held|bought|acquired)"
_WH = r"(?:who|whom|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|will)"
_MADE = r"(?:founded|established|set up|sold|launched|created|formed|started|incorporated)"
_DID = r"(?:\w+ed|became|left|bought|sold|began|went|came|took|quit|started|won|lost|got|made)"
_OR_NOT = rf"or (?:not|no|nah|what|not yet|(?:{_BE}|{_HELPS}) (?:it|he|she|they|that) not)"
_YES_NO = r"(?:yes ?/ ?no|y ?/ ?n|true ?/ ?false|yes or no)"
_SOMEBODY = r"(?:anyone|anybody|someone|somebody)"

_RULES: tuple[Rule, ...] = (
    # sums and shares
    (rf"^\W*{_BE} it {_SIZES} (?:that|which) (\w[^?]*?){_END}", r"how much \1"),
    (rf"^\W*({_HELPS}) ([^?]+?) {_SIZES}((?: {_IN}\b[^?]*?)?){_END}", r"how much \1 \2\3"),
    (rf"^\W*({_BE}) ([^?]+?) {_SIZES}{_END}", r"how much \1 \2"),
    (rf"^\W*(?!{_WH}\b)([^?:,]+? {_PAID}) {_SIZES}((?: {_IN}\b[^?]*?)?){_END}", r"how much \1\2"),
    (rf"^(\W*{_ASKS_SIZE}[^?]*?){_ASIDE}{_SIZES}{_END}", r"\1"),
    (rf"^\W*([^?:,]+? {_SIZED}(?: (?:in|of|for)\b[^?:,]*?)?){_ASIDE}{_SIZES}{_END}", r"how much is \1"),
    # days and years
    (rf"^\W*{_BE} it {_DATES} (?:that|when) (\w[^?]*?){_END}", r"when \1"),
    (rf"^\W*({_HELPS}|{_BE}) ([^?]+?) {_DATES}{_END}", r"when \1 \2"),
    (rf"^(\W*{_ASKS_DAY}[^?]*?){_ASIDE}{_DATES}{_END}", r"\1"),
    (rf"^(\W*(?:who|which \w+) [^?]*?){_ASIDE}{_DATES}{_END}", r"\1 and when"),
    (rf"^\W*(?!{_WH}\b)([^?:,]+? {_MADE}),? {_DATES}{_END}", r"when was \1"),
    (rf"^\W*(?!{_WH}\b)(?=[^?]* {_DID}\b)([^?:,]+?),? {_DATES}{_END}", r"when \1"),
    # that it may not be so either
    (
        rf"^(\W*(?:{_BE}|{_HELPS})\b[^?]*?)(?:,? yet)?,? {_OR_NOT}"
        rf"(?: (?:yet|now|already|anymore|any more|so far))?{_END}",
        r"\1",
    ),
    (rf"^(\W*(?:{_BE}|{_HELPS})\b[^?]*?\w),? {_YES_NO}\W*$", r"\1"),
    # "is there anybody who, and if so who"
    (
        rf"^\W*{_BE} there (?:an?|any|some|one) ({_KIND}) (?:that|who|which) ([^?]+?){_IF_SO}{_WHICH}{_END}",
        r"which \1 \2",
    ),
    (rf"^\W*{_BE} there {_SOMEBODY}(?: (?:that|who))? ([^?]+?){_IF_SO}{_WHICH}{_END}", r"who \1"),
    (rf"^\W*(?:did|does|do|has|have) {_SOMEBODY} ([^?]+?){_IF_SO}{_WHICH}{_END}", r"who \1"),
    (
        r"^\W*(?:does|do|did) ([^?,]+?) (?:have|own|use|employ|run) (?:an?|any) ([a-z]+(?: [a-z]+)?),? and"
        rf" (?:if so,? )?which(?: ones?)?(?: is it| are they)?{_END}",
        r"what \2 does \1 have",
    ),
    (rf"^\W*(did|does|do|has|have) any ({_KIND}) ([^?]+?){_IF_SO}{_WHICH}{_END}", r"which \2 \1 \3"),
)
_OFFERED = Rewriting(_RULES)


def offered(question: str) -> str:
    """The question without the answers that it offers, asking for what is so."""
    return _OFFERED.first(question)
