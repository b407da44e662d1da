"""Takes off what is put in brackets or hung on a question and restricts nothing: how a name is spelt, how exact to be.

>>> without_remarks("ann roe (with an e!) runs what exactly"), without_remarks("When did she go (roughly)?")
('ann roe runs what exactly', 'When did she go?')
>>> without_remarks("Which suppliers does Acme use now (skip the ones that are gone)?")
'Which suppliers does Acme use currently?'
>>> without_remarks("Who is the finance chief (not the old one)?"), without_remarks("Who runs it (in Leeds)?")
('Who is the current finance chief?', 'Who runs it (in Leeds)?')
"""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rewriting, Rule

_OPEN, _CLOSE = r"\s*(?:[(\[]|,|\s[–—-])\s*", r"[!.…]*(?:[)\]]|(?=\s*(?:,|\?|$)))"
_IN, _OUT = r"\s*[(\[]\s*", r"[\s!?.…]*[)\]]"
_LETTER = r"['\"“‘]?[a-z]{1,2}['’]?s?['\"”]?"
_SPELT = (
    rf"(?:(?:that is |it is |and |mind you )?(?:(?:spelt|spelled|written) )?(?:with|without|has) (?:an?|the|one|two"
    rf"|double|no|only one|just one) {_LETTER}(?: (?:at|in|on) (?:the|its) (?:end|middle|beginning|start))?"
    rf"|(?:an?|no|one|two|double|single) {_LETTER}(?: (?:at|in|on) (?:the|its) (?:end|middle|beginning|start))?"
    r"|sp|sic|spelling|check spelling"
    r"|not sure (?:of|about|on|how)[^()\[\]]{0,25} spel(?:ling|t|led)"
    r"|(?:or )?however (?:it|that) is spel(?:t|led)|excuse (?:the|my) spelling)"
)
_ROUGH = (
    r"(?:(?:very )?(?:roughly|approx(?:\.|imately)?)|ish|more or less|ballpark|exact(?:ly)?|exact \w+|precise \w+"
    r"|if (?:any|known|stated|given|possible|available|at all)|or (?:so|thereabouts)|please|pls|plz|thx|thanks"
    r"|all(?: of them)?|everyone|everybody|(?:the )?(?:full|whole|complete) list|names?|asap|quickly|no rush|again"
    r"|lol|haha|sorry|i (?:think|guess|believe|assume|suppose)|iirc|afaik|approx \w+"
    r"|rough \w+"
    r"|for (?:my|our) [a-z ]{2,25})"
)
_JUST = r"(?:just |only )?(?:the |a |his |her |their |its )?(?:exact |full )?"
_NOT = (
    r"(?:leave out|leaving out|skip|skipping|ignore|ignoring|without|excluding|exclude|not|no|drop|minus|never mind"
    r"|forget)"
)
_GONE = r"(?:gone|former|past|ended|over|finished|out|dropped|departed|no longer (?:there|around|in use|used)|old)"
_THE_GONE = (
    rf"(?:(?:the |any |those |all )?(?:old|former|past|previous|departed|ex)[- ](?:ones?|holders?|people|guys?)"
    rf"|(?:the |any |all )?(?:ones?|those|people|firms|companies|anyone|anybody)(?: (?:that|who|which))?"
    rf"(?: (?:is|are|have been|were|has been))?(?: now| already)? {_GONE}"
    r"|(?:the |any |all )?(?:ones?|those|people|anyone|anybody)(?: (?:that|who|which))? (?:has |have |had )?(?:left"
    r"|gone|ended|quit))"
)
_STATE = r"(?:now|today|currently|these days|at the moment|at present|still|nowadays)"
_ANNOUNCED = r"(?:announcement|signing|agreement|plan|announcing|press release|news|report)s?(?: (?:date|day))?"

_RULES: tuple[Rule, ...] = (
    (rf"{_IN}{_SPELT}{_OUT}", ""),
    (rf"(?<=\w)\s*(?:,|\s[–—-])\s*{_SPELT}(?=\s*[,?!]|\s*$)", ""),
    (rf"{_IN}{_ROUGH}{_OUT}", ""),
    # what kind of answer is wanted, where the question asks for that anyway
    (
        rf"^(\W*(?:who|whom|which|whose|what is the name)\b[^?()\[\]]*?){_OPEN}{_JUST}names?(?: only)?{_CLOSE}",
        r"\1",
    ),
    (
        rf"^(\W*what (?:did|does|do|was|is)\b[^?()\[\]]*?\b(?:do|does|doing|hold|held|job|post|role|position)\b"
        rf"[^?()\[\]]*?){_OPEN}{_JUST}(?:job(?: title)?|title|role|post|position)(?: only)?{_CLOSE}",
        r"\1",
    ),
    (
        rf"^(\W*(?:when|since when|until when|(?:what|which|in which|in what) (?:year|month|date|day))\b[^?()\[\]]*?)"
        rf"{_OPEN}{_JUST}(?:date|day|month|year|time|month and year|year is (?:fine|ok|enough))(?: only)?{_CLOSE}",
        r"\1",
    ),
    (
        rf"^(\W*(?:where|in which|in what)\b[^?()\[\]]*?){_OPEN}{_JUST}(?:city|town|place|country|location)"
        rf"(?: only)?{_CLOSE}",
        r"\1",
    ),
    (
        rf"^(\W*(?:for )?how (?:much|big|large)\b[^?()\[\]]*?){_OPEN}{_JUST}(?:amount|sum|price|figure|number)"
        rf"(?: only)?{_CLOSE}",
        r"\1",
    ),
    # who is gone is not asked for
    (rf"^(?=[^?]*\b{_STATE}\b)([^?]*?)\b(?:now|today)\b([^?]*?){_IN}{_NOT} {_THE_GONE}{_OUT}", r"\1currently\2"),
    (rf"^(?=[^?]*\b{_STATE}\b)([^?]*?){_OPEN}{_NOT} {_THE_GONE}{_CLOSE}", r"\1"),
    (
        rf"^(\W*(?:who|which \w+) (?:is|are) )(?:the )?([^?]*?){_OPEN}{_NOT} {_THE_GONE}{_CLOSE}",
        r"\1the current \2",
    ),
    (
        rf"(?=^[^?]*\b(?:clos|complet|finali|conclu|went through|go through|done|sealed)\w*)(^[^?]*?){_OPEN}"
        rf"(?:not|rather than|as opposed to|and not|i do not mean) (?:the |its |when (?:it|that) was |just )?"
        rf"(?:{_ANNOUNCED}|announced|signed|agreed){_CLOSE}",
        r"\1",
    ),
)
_REMARKS = Rewriting(_RULES)


def without_remarks(question: str) -> str:
    """The question without remarks on its spelling or on how it is to be answered."""
    return _REMARKS.every(question)
