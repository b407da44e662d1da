"""Puts the ways to ask for a name of the past into one ("went by what name", "what was it before it was renamed")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_EARLIER = (
    r"(?:earlier|before|once|previously|formerly|originally|initially|at first|at one time|in the past|until then)"
)
_IT = r"(?:it|they|the (?:company|firm|group|business|bank|fund|start-?up|outfit))"
_ITS = r"(?:(?:its|their|the)|the (?:company|firm|group|business|bank|fund|start-?up|outfit)['’]s)"
_OLD = r"(?:(?:old|former|previous|earlier|original|first) )?"
_CALLED = r"(?:called|named|known as|renamed(?: as| to)?|rebranded(?: as| to)?)"
_GOES = r"(?:go|gone|went|trade|traded|operate|operated|run|be known|do business|was known|were known|known)"
_NAMED = r"(?!under\b|by\b|what\b|which\b|how\b|before\b)([^?:;,]+?)"
_NOW = r"(?:(?:was|were|got|came to be|became|is|are|had been) (?:(?:now|later) )?)"

FORMER_NAMES: tuple[Rule, ...] = (
    (
        rf"^\W*{_NAMED} (?:used to {_GOES}|(?:was|were) (?:{_EARLIER} )?known|(?:{_EARLIER} )?(?:went|traded|operated))"
        rf"(?: {_EARLIER})? (?:by|under|as) (?:what|which) name(?: {_EARLIER})?\W*$",
        r"what was \1 formerly called",
    ),
    (
        rf"^\W*(?:by|under) (?:what|which) name (?:did|was|were|had) ([^?:;,]+?) (?:use to )?{_GOES}(?: by)?"
        rf" {_EARLIER}\W*$",
        r"what was \1 formerly called",
    ),
    (
        rf"^\W*(?:what|which) names? did ([^?:;,]+?) (?:{_EARLIER} )?(?:bear|have|use|carry|go by|trade under|operate"
        rf" under)"
        rf" {_EARLIER}\W*$",
        r"what was \1 formerly called",
    ),
    (
        rf"^\W*what (?:was|were|is) (?:{_ITS} {_OLD}name|{_IT} {_CALLED}) before {_IT} {_NOW}{_CALLED} ([^?:;,]+?)\W*$",
        r"what was \1 formerly called",
    ),
    (
        rf"^\W*before {_IT} {_NOW}{_CALLED} ([^?:;,]+?), what (?:was|were|is) (?:{_ITS} {_OLD}name|{_IT}"
        rf" {_CALLED})\W*$",
        r"what was \1 formerly called",
    ),
    (
        rf"^\W*{_NAMED} (?:(?:has|have|had) )?(?:changed (?:its|their) name|(?:(?:was|were|been) )?{_CALLED}(?:"
        rf" itself)?)"
        rf"\s*[;,.:–—-]+ (?:and )?what (?:was|were|is) (?:{_IT}|{_ITS} {_OLD}name)(?: {_CALLED})?(?: {_EARLIER})?\W*$",
        r"what was \1 formerly called",
    ),
)
