"""Reads parts of one noun, "and the date", or one question word, "and since when": they ask more of what was told."""

from __future__ import annotations

import re

from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import spelt_words

_LEADING = frozenset(
    """and with also the a an its his her their each any exact precise respective given stated full current present
    corresponding total including plus show showing state stating""".split()
)
_DEAL = (
    r"(?:deal|round|sale|purchase|takeover|acquisition|investment|merger|transaction|stake|holding|job|post|partnership"
    r"|contract|dispute|quarrel|departure|appointment)s?"
)
_TRAILING = re.compile(
    rf" (?:of (?:it|that|them|each|the {_DEAL}|this {_DEAL}|that {_DEAL})|for (?:it|that|the {_DEAL})|given|stated"
    r"|named|involved|paid|agreed|each|apiece|respectively|if (?:known|stated|given|any|available)|thereof|concerned"
    r"|in question|there|in it|too|as well)$"
)
_DOING = (
    r"(?: (?:did|was|is|has|does|were|are|had|will|do))?(?: (?:he|she|it|they|that|this|all that|all this|each))?"
    r"(?: (?:do|done|happen|happened|take place|took place|taken place|occur|occurred|come about|came about|go ahead"
    r"|been|be|come to pass|last|lasted|go on|gone on))?(?: (?:it|so|that|this))?"
)
_WHEN = r"(?:when|(?:(?:in|on|at|by) )?(?:what|which) (?:year|month|date|day|time|quarter|week)(?: (?:of|in) .{0})?)"
_QUESTIONS: tuple[tuple[str, str], ...] = (
    (rf"(?:since|from) {_WHEN}(?: on| onwards)?", "when"),
    (rf"(?:until|till?|up to) {_WHEN}", "ended"),
    (_WHEN, "when"),
    (r"(?:for )?(?:how long|how many (?:years|months|weeks|days))", "how long"),
    (r"(?:for |with |at )?how (?:much|big|large|high)", "amount"),
    (r"(?:for|at|with) (?:what|which) (?:price|sum|amount|cost|figure|money)", "amount"),
    (r"at (?:what|which) valuation|at what value", "valuation"),
    (rf"(?:what|how much) (?:is|was|were) (?:the|that|this) {_DEAL} (?:worth|valued at|priced at)", "amount"),
    (
        rf"(?:what|how much) did (?:the|that|this) {_DEAL} cost|how (?:big|large) (?:is|was) (?:the|that|this) {_DEAL}",
        "amount",
    ),
    (
        r"who (?:used to|did (?:so )?before|was it before|had been|did (?:so )?(?:earlier|previously))(?: that)?",
        "who before",
    ),
    (r"who did|who (?:then|instead|else) (?:did|has|was)?|who has|who else|who instead", "who"),
    (r"(?:for )?(?:what|which) (?:percentage|percent|share|stake|holding)", "percent"),
    (
        r"(?:what|which|how (?:big|large) a) (?:percentage|percent|share|stake|holding|slice)"
        r" (?:did|does|do|has|have|had|was|were) (?:he|she|it|they)(?: each)?"
        r" (?:get|got|receive|received|acquire|acquired|take|taken|buy|bought|obtain|obtained|given|end up with)"
        r"(?: (?:for|in) (?:it|that|this|return|exchange|the (?:money|sum|investment|deal)))?",
        "percent",
    ),
    (r"(?:in|from|during) (?:what|which) (?:funding |financing )?round", "round"),
    (r"why|what for|for what|(?:for|on) (?:what|which) (?:reasons?|grounds)|how come", "why"),
    (r"where to|to where|whither|to (?:what|which) (?:company|firm|employer|place)", "destination"),
    (r"where from|from where|from (?:what|which) (?:company|firm|employer)", "from"),
    (
        r"as what|in (?:what|which) (?:capacity|role|post|position|function)|under (?:what|which) title"
        r"|with (?:what|which) title|(?:what|which) title",
        "title",
    ),
    (r"(?:over|about|on) (?:what|which) (?:topic|subject|issue|matter)|(?:over|about) what", "topic"),
    (r"in what|in (?:what|which) (?:field|area)", "topic"),
    (r"with what", "service"),
    (r"(?:by|from|according to) (?:whose (?:account|word|report)|(?:what|which) source)|according to whom", "source"),
    (r"(?:in|at) (?:what|which) (?:city|town|place|country|location)", "where"),
)
_BARE = tuple((re.compile(rf"{question}(?P<doing>{_DOING})"), asks) for question, asks in _QUESTIONS)


def part_noun(part: str, lexicon: Lexicon) -> str | None:
    """What a part of one noun asks: "when", "amount", a slot; None for any other part.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> part_noun("the exact price of the deal", load_lexicon()), part_noun("their stakes", load_lexicon())
    ('amount', 'percent')
    >>> part_noun("the price of oil", load_lexicon())
    """
    text = " ".join(word for word in spelt_words(part))
    while text:
        if found := lexicon.part_nouns.get(tuple(text.split())):
            return found
        lead, _, rest = text.partition(" ")
        if lead in _LEADING and rest:
            text = rest
        elif (shorter := _TRAILING.sub("", text)) != text:
            text = shorter
        else:
            return None
    return None


def part_question(part: str) -> str | None:
    """What a part asks that is a question word and at most a verb for what was told: "when did she do it", "where to".

    >>> part_question("when did she do it"), part_question("and since when?"), part_question("where is it")
    ('when', 'when', None)
    """
    words = [word for word in spelt_words(part) if word not in ("and", "then", "also", "exactly")]
    text = " ".join(words)
    return next((asks for pattern, asks in _BARE if pattern.fullmatch(text)), None)
