"""Puts questions for all the sums that articles name into the question how much it was, which each of them answers."""

from __future__ import annotations

import re

from app.query.ask.rewording.rewriting import Rewriting, Rule

_SUMS = r"(?:sums|figures|amounts|numbers|prices|values|valuations|estimates|percentages|totals|price tags|quantities)"
_SUM = r"(?:sum|figure|amount|number|price|value|percentage|total|price tag)"
_MANY = r"(?:(?:two|three|four|both|several|various|different|differing|conflicting|contradictory|competing|all|the) )*"
_TEXTS = (
    r"(?:the |these |those |your |our |various |different )*(?:articles|sources|papers|newspapers|reports|accounts"
    r"|press|media|texts|stories|outlets|graph)"
)
_GIVE = r"(?:give|report|name|mention|quote|state|cite|carry|print|offer|have|contain|put forward|speak of|talk of)"
_GIVEN = (
    r"(?:there|given|reported|named|mentioned|quoted|stated|cited|printed|offered|put forward|put about"
    r"|floating around|going (?:a)?round|doing the rounds|making the rounds|in circulation|circulating|circulated"
    r"|circulates?|exists?|on record|on file|to be found|found|known|available|out there|around|published"
    r"|in the articles|in the papers|in the press)"
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
_CLAUSE = re.compile(r"^(?:what|how much) (?=\w)", re.IGNORECASE)

_PART = r"(stake|share|holding|interest|slice|shareholding)"
_TOOK = {
    **dict.fromkeys(("took", "bought", "acquired", "got", "purchased", "picked up", "snapped up"), ("did", "take")),
    **dict.fromkeys(("has", "holds", "owns"), ("does", "have")),
    **dict.fromkeys(("had", "held", "owned"), ("did", "have")),
}

AMOUNTS: tuple[Rule, ...] = (
    (
        r"\b(?:what|how much) (did|does|has|will) ([^?,]+?) (?:put|lay|laid) on the table for\b",
        r"how much \1 \2 offer for",
    ),
    (
        r"\bwhat (?!do\b|does\b|did\b|sum\b|amount\b)([^?]+?) (?:came|comes|amounted|amounts) to(?=\W*$)",
        r"how much was \1",
    ),
    (r"\bwhat (did|does|will) ([^?]+?) cost ((?-i:[A-Z])[^?]*?)(?=\W*$)", r"how much \1 \3 pay for \2"),
    (
        r"\b(?:how (?:big|large|fat) an?|what(?: size(?:d)?)?) (?:cheque|check|ticket|sum|amount) (did|does|will|has)"
        r" ([^?]+?) (?:writ(?:e|ten)|sign(?:ed)?|cut) (?:for|to|in|into)\b",
        r"how much \1 \2 invest in",
    ),
    (
        r"\bhow (?:big|large|fat) (?:was|is) (?:the )?(?:cheque|check|ticket) (?:that )?([^?]+?)"
        r" (?:wrote|writes|signed|cut) (?:for|to|in|into)\b",
        r"how much did \1 invest in",
    ),
    (
        r"\b(fork\w*|shell\w*|cough\w*|splash\w*|lay|laid) (out|up) to (?:get(?: hold of)?|buy|acquire|take over|own) ",
        r"\1 \2 for ",
    ),
    (
        r"\b(fork\w* out|shell\w* out|cough\w* up|splash\w* out|lay out|laid out|paid|spent|pays?|spends?)"
        r" (?:on|in|for) (?:buying|acquiring|purchasing|taking over) ",
        r"\1 for ",
    ),
    (
        r"\bwhat (?:price|sum|amount) did ([^?,]+?) (?:fetch|bring|go for|sell for|make) when ([^?,]+?) (?:bought"
        r"|acquired|took over|purchased|got) (?:it|them)(?: over)?(?=\W*$)",
        r"how much did \2 pay for \1",
    ),
    (
        r"\b(?:what|how much) (?:is|was) the (?:price|cost) of ([^?,]+?) (?:for|to) ((?-i:[A-Z])[^?,]*?)(?=\W*$)",
        r"how much did \2 pay for \1",
    ),
    (
        r"\b(?:what|which|how much) (?:price|sum|amount|money) did the (?:sale|disposal) of ([^?,]+?) to ([^?,]+?)"
        r" (?:bring(?: in)?|fetch|raise|yield)(?=\W*$)",
        r"how much did \2 pay for \1",
    ),
    (
        r"\bwhat (?:was the )?price tag (?:on |did )([^?,]+?) (?:carry |have |bear )?when ([^?,]+?) (?:bought"
        r"|acquired|took over|purchased|got) (?:it|them)(?: over)?(?=\W*$)",
        r"how much did \2 pay for \1",
    ),
    (r"\b(puts?) in (in|into)\b", r"\1 \2"),
    (r"\bpa(?:y|id) for ((?-i:[A-Z])[^?,]*?) (?:stake|shares|holding)(?=\W*$)", r"invest in \1"),
    # Whoever gets a price for something sells it.
    (
        r"^\W*(?:for )?(?:what price|how much|what sum|what)(?: money)? (did|does|will|has) ([^?,]+?) (?:get|got"
        r"|receive|received|fetch|pocket)"
        r" (?:for|from selling|from the sale of|by selling) ((?-i:[A-Z])[^?,]*?)(?=\W*$)",
        r"for how much \1 \2 sell \3",
    ),
    # "the size of the stake that Acme took in Pelm"
    (
        rf"^\W*(?:(?:what|how (?:big|large|much)) (?:is|was) )?(?:the )?(?:size of )?(?:the |a )?{_PART} (?:that "
        rf"|which )?"
        rf"([^?,]+?) ({'|'.join(_TOOK)})((?: (?:in|of|at)\b[^?]*)?)(?=\W*$)",
        lambda found: f"what {found[1]} {_TOOK[found[3].lower()][0]} {found[2]} {_TOOK[found[3].lower()][1]}{found[4]}",
    ),
    (r"\bto take ((?-i:[A-Z])[^?,]*?) over\b", r"for \1"),
    (r"\bpurchase price(?=\W*$)", r"price"),
    (r"\bthe cost of\b|^\W*cost of\b", r"the price of"),
    (
        r"(?:\bwhat (?:is|was) )?(?:\bthe )?\b(?:price|sum|amount|money|cost|figure|consideration|purchase price"
        r"|acquisition price)(?: that (?:was|is|will be))? (paid|agreed|offered|spent|put up|bid|laid out|to be paid)"
        r"(?= (?:for|on|by)\b)",
        r"how much was \1",
    ),
    (
        r"\b(pays?|paid|spends?|spent|fork out|shell out) (?:in order )?to (?:get(?: hold of)?|acquire|buy|take over"
        r"|secure|own|purchase|obtain|land)\b",
        r"\1 for",
    ),
    (
        r"\bhow many (?:thousand |million |billion )?(?:us )?(?:dollars|euros|pounds|francs|yen|percent|per cent)\b",
        r"how much",
    ),
    (
        r"^\W*(?:what (?:is|was) )?(?:the )?(?:price|sum|amount|fee|money)(?: that)? ((?-i:[A-Z])[^?]+?) paid"
        r" for ([^?]+?)"
        r"(?=\W*$)",
        r"how much did \1 pay for \2",
    ),
    (
        r"\b(pa(?:y|id)|sp(?:end|ent)|shell(?:ed)? out|fork(?:ed)? out|cough(?:ed)? up|la(?:y|id) out"
        r"|splash\w* out) (?:for|on) (?:its|the|their|his|her) ([^?]+?) (?:stake|shares?|holding|shareholding"
        r"|interest|slice|piece"
        r"|investment)(?=\W*$)",
        r"invest in \2",
    ),
    (
        r"\b(?:state|(?:what|how much) (?:is|was|were)) (?:the )?(?:price|sum|amount|consideration|fee|money|figure)"
        r"(?: that was)? paid by (.+?) (for|to acquire|to buy) (.+?)(?=\W*$)",
        r"how much did \1 pay for \3",
    ),
    (
        r"\b(?:state|(?:what|how much) (?:is|was|were)) (?:the )?(?:price|sum|amount|consideration|fee|money|figure)"
        r"(?: that)? ([^?]+?) paid for ([^?]+?)(?=\W*$)",
        r"how much did \1 pay for \2",
    ),
    # Whoever "invested most" made the largest investment: the lexicon knows superlatives of nouns.
    (r"\b(?:invest(?:s|ed)?|put) (?:the )?most(?: money| cash)? (?:in|into)\b", r"made the largest investment in"),
    (r"\b(?:invest(?:s|ed)?|put) (?:the )?least(?: money| cash)? (?:in|into)\b", r"made the smallest investment in"),
    (r"\bhow (?:big|high|large|great|sizeable) (is|was|are|were)\b", r"how much \1"),
    (r"\bhow much (?:money|cash|capital|funding)\b", r"how much"),
    (r"\b(?:what|which) (?:sum|amount)(?: of money)?\b(?= (?:did|has|have|had|does|do|is|was|will)\b)", r"how much"),
    (r"\b(?:what (?:is|was) )?(?:the )?(?:total )?number of\b", r"how many"),
    (r"\b(all|every|many|the) (?:known|named) (?=\w+s\b)", r"\1 "),
    (r"\b(?:at|for) (?:what|which) price\b", r"for how much"),
    (r"\bat (?:what|which) (?:figure|amount|sum|level|number|valuation|value)\b", r"at how much"),
    (r"\bfor (?:what|which) (?:figure|amount|sum|consideration|money)\b", r"for how much"),
    (
        r"\b(pa(?:y|id)|sp(?:end|ent)) for (?:its |a |the |their |his |her )?(?:(?:\d+(?:\.\d+)? ?(?:%|percent"
        r"|per cent) )?(?:stake|shares?|holding|interest|slice|piece|part)(?: of \d+ ?(?:%|percent))?"
        r"|\d+(?:\.\d+)? ?(?:%|percent|per cent)) (?:in|of|at) ",
        r"invest in ",
    ),
)


def summed(question: str) -> str:
    """The question "how much" for one after the sums that are named; any other question as it is.

    >>> summed("Which sums are reported for Acme's investment in Pelm?")
    "how much was Acme's investment in Pelm?"
    >>> summed("What figures are there for what Acme paid for Pelm?")
    'how much Acme paid for Pelm?'
    """
    return _SUMMED.first(question)


def _how_much(found: re.Match[str]) -> str:
    thing, said = _CLAUSE.subn("", found["thing"], count=1)
    return f"how much {thing}" if said else f"how much was {thing}"


_SUMMED = Rewriting((form, _how_much) for form in _FORMS)
