"""Turns of phrase that stand for a plain clause: "is said to have bought", "once Roe had gone", "having been chair"."""

from __future__ import annotations

import re
from collections.abc import Callable

_TOLD = (
    r"(?:said|reported|rumou?red|thought|believed|understood|alleged|claimed|known|supposed|reputed|stated|presumed)"
)
_NAMED = r"(?!(?:the|an?|he|she|it|they)\b)[^?,\d]{2,40}?"
_BUYS = r"(?:buy|acquire|purchase|take over) (?=[^?]*\b(?:announce|reveal|disclos|publish|made public|unveil|report))"
_GONE = (
    r"(?: (?:had |has |was |were )?(?:gone|left|departed|resigned|stepped down|quit|moved on|retired|went"
    r"|bowed out|been \w+ed)|['’]s? (?:exit|departure|resignation"
    r"|dismissal|retirement|leaving|ouster|going|sacking|stepping down|removal))"
)
TURNS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # That it is only said to be so, the answer will tell.
    (rf"\b(?:is|was) ((?:[^?]{{1,60}} )??){_TOLD} to have (?=\w)", r"has \1"),
    (rf"\b(?:are|were) ((?:[^?]{{1,60}} )??){_TOLD} to have (?=\w)", r"have \1"),
    (rf"\b(is|are|was|were) ((?:[^?]{{1,60}} )??){_TOLD} to be (?=\w)", r"\1 \2"),
    # Who holds a post after somebody succeeds them; who held it until somebody came held it before them.
    (
        r"^(\W*(?:who|which \w+)) (?:(?:was|is|became|becomes|served as|serves as|(?:c[ao]me|comes|took|stepped|moved"
        r"|filled) (?:in|over|up) as"
        r"|(?:was|got|is) (?:made|named|appointed|elected|chosen|hired)(?: as)?)) (?:the )?(?:new |next )?"
        rf"([^?\d]+?) (?:once|after|following|as soon as) ({_NAMED}){_GONE}?\W*$",
        r"\1 succeeded \3 as \2",
    ),
    (
        rf"\b(?:until|till|before) ({_NAMED}) (?:arrived|came(?: in| along| on board)?|took over"
        r"|was (?:appointed|named|hired|found|elected)|stepped in|took (?:up )?office|took the helm)\W*$",
        r"before \1",
    ),
    (
        r"^(\W*(?:who|which \w+)) (?:took (?:the helm|charge|the reins|over|command)|came|ran|led|runs|leads|headed"
        r"|was in charge|was at the helm)(?: in)?(?: at| of)? ([^?\d]+?)"
        rf" (?:once|after|following) ({_NAMED}){_GONE}\W*$",
        r"\1 succeeded \3 at \2",
    ),
    (
        r"^\W*(?:was|is) it ([^?,]+? or [^?,]+?) (?:that|who|which) ([^?]+?)\W*$",
        r"who \2, \1",
    ),
    (
        r"\b(?:in )?(?:what|which) (?:line of (?:business|work|trade)|industry|sector|trade|line|business)"
        r" (?:is|are|was|does|do) ([^?]+?)(?: in| active(?: in)?| work(?:ing)?(?: in)?| operat(?:e|ing)(?: in)?)?\W*$",
        r"what does \1 specialise in",
    ),
    (
        r"^(\W*which \w+) (?:has|have|had|employs?|employed|keeps?|retains?) ((?-i:[A-Z])[^?]*?) as(?! well| of| from)"
        r" (?:an? |its |their |the )?([^?]+?)\W*$",
        r"\1 is \2 \3 of",
    ),
    (
        r"\b(did|does|do|will|would) ([^?]+?) (?:have|need|get) to (?=(?:pay|leave|go|sell|resign|step|quit|invest)\b)",
        r"\1 \2 ",
    ),
    (
        r"\b(pay|paid|pays|spend|spent) (?:in order )?to (?:get(?: hold of)?|buy|acquire|obtain|secure"
        r"|take over|land)\b",
        r"\1 for",
    ),
    (
        r"\b(get|got|gets|take|took|takes|begin|began|land|landed|start|started)"
        r" (?:his|her|their|its|the) (?:new |current |present )?(?:job|post|role|position) as\b",
        r"start as",
    ),
    (r"^\W*(?:the )?(?:full )?names? of (?=\w)", r"whichever is "),
    (
        r"^\W*(?:(?:give|state|name|tell me|tell us|what (?:is|was)) )?(?:the )?(?:exact |precise )?"
        r"(?:date|day|year|month|time) (?:on|in|at|during) which (?=\w)",
        r"when was it that ",
    ),
    (
        r"^\W*(?:is|was) it (?:still |yet |already |now )?(?:open|unclear|uncertain|doubtful|undecided|clear|settled"
        r"|certain|known|established|confirmed|disputed|contested) (?:whether|if) ",
        r"is it certain that ",
    ),
    # What is said of the subject may stand behind the verb: "is the firm based that led the round".
    (
        r"\b(is|was|are|were) (the \w+(?: \w+)?) (based|headquartered|located|situated|domiciled|seated|registered"
        r"|found) (that|which|who|whose) ([^?]+)",
        r"\1 \2 \4 \5 \3",
    ),
    (
        r"^(\W*(?:which|what|who)(?: \w+)?),? having (?:(?:once|formerly|previously|earlier|first|already|long) )?"
        r"(been )?(?P<first>[^?,]+),\s*(?:and )?"
        r"(?P<then>(?:is|was|has|had|did|now|later|then|went|became|joined)\b[^?]*)",
        lambda found: f"{found[1]} {'was' if found[2] else 'has'} {found['first']} and {found['then']}",
    ),
    (
        r"\b(?:the )?(?:agreement|deal|plan|decision|offer|intention|move|bid|proposal|contract)s?"
        rf" (?:by|of|from) ([^?]+?) to {_BUYS}",
        r"\1's purchase of ",
    ),
    (
        r"\b([\w&.-]+)['’]s? (?:agreement|plan|decision|offer|intention|move|proposal) to"
        rf" {_BUYS}",
        r"\1's purchase of ",
    ),
    (
        r"\b(hand(?:s|ed)? in|tender(?:s|ed)?|submit(?:s|ted)?|turn(?:s|ed)? in|ga?ve in|gives? in|offer(?:s|ed)?"
        r"|puts? in|announce[sd]?|declare[sd]?) (?:his|her|their) (?:resignation|notice|departure"
        r"|letter of resignation)\b",
        r"resign",
    ),
    (
        r"\b(is|was|are|were|been) ([^?]+?) (?:done|sealed|wrapped up|accomplished|all done|over and done"
        r" with|in the bag)"
        r"(?= (?:before|by|until|after|in|on|since|from)\b|\W*$)",
        r"\1 \2 completed",
    ),
    (
        r"\b(owns?|owned|holds?|held|possess(?:es|ed)?|have|has|had) (?:any|some|anything|something|a bit|bits|any part"
        r"|any share|any portion|any piece) (?:of|in) (?=[\w])",
        r"\1 part of ",
    ),
    (
        r"\b(is|are) (?:still |now |also )?to (?=(?:go|pass|move|become|be(?! found| seen| had| met)|join|leave|take"
        r"|start|buy|acquire|sell|head)\b)",
        r"will ",
    ),
)
"""What to find, and what to put in its place."""
