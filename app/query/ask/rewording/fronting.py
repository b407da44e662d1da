"""Puts what is asked for first: "Acme was sold for how much?", "Acme: founded when?", "the day it was sold"."""

from __future__ import annotations

import re

from app.query.ask.rewording.former_names import FORMER_NAMES
from app.query.ask.rewording.rewriting import Rewriting, Rule

_BEFORE = r"(?:(?:for|on|at|by|from|to|of|with|under|until|since|as|in|into|out of|before|after|because of|owing to) )?"
_WH = r"(?:whom?|whose|what|which|when|where|why|how)"
_OPENS = (
    rf"(?:{_BEFORE}{_WH}|whether|if|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might"
    rf"|shall"
    r"|must|list|name|show|give|tell|find|state|identify|describe|explain|summari[sz]e|compare)\b"
)
_NOT_ASKED = rf"^\W*(?!{_OPENS})(?!.*\b{_WH}\b.*\b{_WH}\b)"
_THING = r"(?P<thing>[^?:,]+?)"
_MEASURE = r"(?:how long|how many \w+|(?:for )?what (?:length|amount|period|stretch) of time)"
_DONE = r"(?:\w+ed|set up|bought|sold|led|run|made|built|begun|left|paid|owned|taken over|put up)"
_CAUSE = r"(?:because of|due to|owing to|on account of|for|thanks to) (?:what|which)(?: reasons?| grounds)?"
_PAYS = re.compile(r"\b(?:pa(?:y|ys|id)|sp(?:ends?|ent)|invest\w*|put|contribut\w*|raised?|cost)\b", re.IGNORECASE)
_RULES: tuple[Rule, ...] = (
    *FORMER_NAMES,
    (r"^\W*(the [^?:]+?),\s*(?:and )?(what|who|when|where) (?:is|was) (?:it|that|this|he|she)\W*$", r"\2 is \1"),
    (
        r"^\W*([^?:,]+?)\s*(?:,|\s[–—-]|\.{2,})\s*(?:so |and )?(what|who) (?:is|are|was) (?:it|that|this|he|she|they)"
        r"(?: (?:again|exactly|anyway|then|all about))?\W*$",
        r"\2 is \1",
    ),
    (
        r"^\W*([^?:,]+?)\s*(?:,|\s[–—-]|\.{2,})\s*(?:so |and )?((?:for )?how long|since when|until when|when|where|why)"
        r" (?:is|was|were|did) (?:that|this|it|all that)(?: (?:for|happen|take place|last|be|again))?\W*$",
        r"\2 was \1",
    ),
    (r"^\W*(?:(?:and|so) )?(the [^?:,]+?) (is|was|are|were)\W*$", r"what \2 \1"),
    (r"^\W*([^?:,]+?)\s*(?:,|:|\s[–—-])?\s+how old(?: (?:is|are) (?:it|they|he|she))?\W*$", r"how old is \1"),
    # under a heading: "Acme: founded when?", "Acme: financed by?", "Roe's departure: cause?"
    (rf"^\W*([^?:]+?):\s*({_DONE}) (when|where|why|how)\W*$", r"\3 was \1 \2"),
    (rf"^\W*([^?:]+?):\s*({_DONE}) by(?: whom| who)?\W*$", r"by whom was \1 \2"),
    (rf"^\W*([^?:]+?):\s*(?:the )?(?:cause|reason|motive|grounds|why|{_CAUSE})\W*$", r"why was \1"),
    (rf"^\W*([^?:]+?) as ([^?:]+?):\s*{_MEASURE}\W*$", r"how long was \1 \2"),
    (
        r"^\W*([^?:]+?) at ([^?:]+?):\s*(joined|started|left|arrived|hired|came) (when|why)\W*$",
        lambda found: f"{found[4]} did {found[1]} {'leave' if found[3].lower() == 'left' else 'join'} {found[2]}",
    ),
    (
        r"^\W*([^?:,]+?):\s*(?=(?:on|in|at|with|part of|an? \w+|one of|a member|among|employed|still"
        r"|now)\b)([^?:]+?),?"
        r" (?:or not|yes or no)\W*$",
        r"is \1 \2",
    ),
    (rf"^\W*([^?:,]+?):\s*({_DONE}\b[^?:]*?),? (?:or not|yes or no)\W*$", r"was \1 \2"),
    (
        r"^\W*([^?:]+?):\s*(partners|partnered|allies|clients?|chair\w*|chief executive|ceo) (until"
        r"|since)(?: when)?\W*$",
        r"\3 when were \1 \2",
    ),
    (r"^\W*([^?:]+?):\s*(?:for |at )?how much\W*$", r"how much was \1"),
    (r"^\W*([^?:]+?):\s*(when|where|how long)\W*$", r"\2 was \1"),
    # A name alone asks for it: "the product's name", in a question of no verb.
    (
        r"^(?!.*\b(?:is|are|was|were|do|does|did|has|have|had|of|what|which|who|by|under|new|old|former|full|earlier|previous"
        r"|original|prior|past|first)\b)"
        r"(\W*\w[^?:]*?) names?(?=\W*$)",
        r"\1",
    ),
    (
        r"^\W*(?:name|state|identify|give|tell me) (?:the |every |each |all )?(\w+) (?:that|which"
        r"|whom) ([^?:,]+?) (is|was|are|were)"
        r" ([^?:,]+? (?:of|for|to|with|in|by|at))\W*$",
        r"which \1 \3 \2 \4",
    ),
    # at the end: "Acme was sold because of what", "what it makes is called what", "Acme paid how much for it"
    (rf"{_NOT_ASKED}{_THING} {_CAUSE}\W*$", r"why \g<thing>"),
    (rf"{_NOT_ASKED}{_THING} (?:is|was|are|were) called what\W*$", r"what is \g<thing>"),
    (rf"{_NOT_ASKED}{_THING} (?P<be>is|was|are|were) (?P<asked>what|who|where)\W*$", r"\g<asked> \g<be> \g<thing>"),
    (rf"{_NOT_ASKED}{_THING} (?:goes|go) by (?:what|which) name\W*$", r"who is \g<thing>"),
    (
        rf"{_NOT_ASKED}{_THING} for (?:how long|what (?:length|amount|period|stretch) of time)\W*$",
        r"how long \g<thing>",
    ),
    (
        rf"{_NOT_ASKED}{_THING} (?P<asked>(?:since|until|by|from|to|at|for|in|on) "
        rf"(?:{_WH}(?: \w+){{0,2}}))\W*$",
        r"\g<asked> \g<thing>",
    ),
    (
        r"^\W*([^?:,]+?) (?:from|since) when (?:to|until|till?) when\W*$",
        r"when was \1",
    ),
    (rf"{_NOT_ASKED}{_THING} (?P<asked>when|where|why|how long|how)\W*$", r"\g<asked> \g<thing>"),
    (
        rf"{_NOT_ASKED}{_THING}\s*(?:,|\s[–—-])\s*(?:and |so )?(?:for |at )?(?P<asked>how much|when|where|why"
        rf"|how long|since when"
        r"|until when)\W*$",
        r"\g<asked> \g<thing>",
    ),
    (
        rf"{_NOT_ASKED}{_THING} (?P<asked>how much)(?P<more> (?:to|for|on|in|into) [^?:,]+?)\W*$",
        r"\g<asked> \g<thing>\g<more>",
    ),
    (
        rf"{_NOT_ASKED}{_THING} is (?:the \w+ )?behind (?P<asked>(?:which|what) \w+)\W*$",
        r"\g<asked> does \g<thing> make",
    ),
    (
        r"^\W*(?!who|which|what)([^?:,]+?) (?:has|had) (?:which|what) (?:person|man|woman|company|firm) as (?:its"
        r"|their|his|her)"
        r" ([^?:,]+?)\W*$",
        r"who is \2 of \1",
    ),
    # "the date on which Acme was sold", "the price at which it was sold", "the amount that Acme put in"
    (
        r"^\W*(?:(?:what|when) (?:is|was) )?(?:the |a )?(?:exact |precise )?(?:date|day|year|month|moment"
        r"|time)(?: (?:on which|in which|at which|when|that))? (?=(?!of\b|for\b|in\b|at\b|it\b)[^?]*\b(?:was|were"
        r"|is|are|got|get|did|\w+ed"
        r"|bought|sold|left|became|began|took|set|stopped|went|came|quit|broke|split)\b)",
        "when ",
    ),
    (
        r"^\W*(?:what (?:is|was) )?(?:the |a )?(?:price|sum|amount|figure|cost|consideration|money|value)"
        r" (?:at which|for which|that|which) (?=\w)",
        lambda found: "how much " if _PAYS.search(found.string) else "for how much ",
    ),
    (
        r"^\W*(?:what (?:is|was) )?(?:the |a )?(?:sum|amount|figure|money)(?: of money)? (?=(?-i:[A-Z]))",
        "how much ",
    ),
    (
        r"^\W*(?:(?:what|how long) (?:is|was) )?(?:the )?(?:duration|length) of (?:the )?(?:period|time|term|spell"
        r"|stretch)"
        r" (?:in|during|for|over|through) which (?=\w)",
        "how long ",
    ),
    (
        r"^\W*(?:what (?:is|was|are|were) )?(?:the )?(?:reasons?|grounds|cause|motive)s? (?:(?:on|for|of) which|why"
        r"|that)? ?"
        r"(?=(?-i:[A-Z])[^?]*\b(?:was|were|is|are|did|\w+ed|left|quit|gave|sold|bought|went|broke|let|has|have)\b)",
        "why ",
    ),
    (
        r"^\W*(?:the )?reasons? (?=(?!for|behind|why|of|given|is|was|that)[a-z]+ [^?]*\b(?:left|quit|resigned|went"
        r"|sold|bought|\w+ed)\b)",
        "why ",
    ),
)
_FRONTED = Rewriting(_RULES)


def fronted(question: str) -> str:
    """The question with what it asks for at its beginning; one that begins with it as it is.

    >>> fronted("Acme paid how much for Pelm?"), fronted("Acme: founded when?")
    ('how much Acme paid for Pelm', 'when was Acme founded')
    >>> fronted("The date on which Acme was set up, what was it?"), fronted("Roe was dismissed because of what?")
    ('when Acme was set up', 'why Roe was dismissed')
    """
    again = _FRONTED.first(question)
    return _FRONTED.first(again) if again != question else question
