"""Puts the ways to ask who led a round into "who led": "took the lead in", "the leader of", "when Acme raised its"."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_NAME = r"(?:series [a-h]\d?|seed|pre-seed|angel)"
_ROUND = rf"(?:{_NAME}(?: (?:funding |financing )?round)?|(?:funding |financing |investment )?round)"
_IN = r"(?:of|in|on|at|for|behind|during)"
_AHEAD = rf"(?=[^?,]*\b{_ROUND}\b)"
_RAISES = (
    r"(?:raised|closed|did|held|completed|got|secured|announced|had|launched|finished|landed|pulled off|raises|has"
    r" raised"
    r"|has closed|had raised)"
)

ROUNDS: tuple[Rule, ...] = (
    (rf"\b(?:when|as) ([^?,]+?) {_RAISES} (?:its|their|the|an?) ({_ROUND})(?=\W*$)", r"in \1's \2"),
    (
        rf"\b(?:has|had|took|takes|holds|held|took on|(?:is|was|were|are) in) the lead (?:{_IN}|when|with) {_AHEAD}",
        r"led ",
    ),
    (rf"\b(?:was|were|is|stood|stands) (?:at|in) the (?:head|helm|top|front) {_IN} {_AHEAD}", r"led "),
    (rf"\b(?:the )?(?:lead|leader|head) {_IN} {_AHEAD}", r"the lead investor in "),
    (
        rf"\bby (whom|who|which \w+) (?:is|was|were) ([^?,]*\b{_ROUND}) (?:led|headed|anchored|spearheaded)(?=\W*$)",
        r"who led \2",
    ),
    (
        rf"^\W*(?:at the (?:head|helm)|in the lead) {_IN} ([^?,]*\b{_ROUND}) (?:stood|was|were|is) (who|(?:what"
        rf"|which) \w+)\W*$",
        r"\2 led \1",
    ),
    (
        rf"^\W*([^?,]*\b{_ROUND}) (?:has|had) (who|whom|(?:what|which) (?:\w+ )?\w+) as (?:its |the )?lead(?:er|"
        rf" investor)?\W*$",
        r"who led \1",
    ),
    (rf"^\W*([^?,]*\b{_ROUND}) had (?:what|which) lead (?:investor|backer)\W*$", r"who led \1"),
)

RAISED: tuple[Rule, ...] = (
    # "Acme raised a Series B. Who led it?"
    (rf"^\W*([^?:;,.]+?) {_RAISES} (?:its|their|the|an?) ({_ROUND})\s*[;,.:–—-]+ (?:and )?(?=\w)", r"\1's \2: "),
    # "who led it, and who else was in it"
    (
        rf"^\W*who led ([^?,]*\b{_ROUND}),?\s*(?:and )?who(?: else)? (?:was|were|is|took part|joined|participated"
        r"|invested|chipped in|put money|came)(?: in| on)*(?: (?:it|that|the (?:round|deal)|this))?\W*$",
        r"who led \1 and who invested in \1",
    ),
)
