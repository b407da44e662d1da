"""Puts the ways to speak of a joint venture of two into what the two have founded together."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_VENTURE = r"(?:joint venture|joint company|joint undertaking|venture)"
_DONE = r"(?:founded|formed|created|started|launched|built|established|set up|opened)"
_HAS = rf"(?:{_DONE}|runs?|owns?|have|has|shares?|shared|got|operates?)"
_END = (
    r"(?=\W*$| (?:is|was|has|goes|called|based|headquartered|located|situated|named|founded|set up|launched"
    r"|started|formed)\b)"
)
_TOGETHER = r"(?: together| between them| in common| jointly)?"

VENTURES: tuple[Rule, ...] = (
    (
        rf"^\W*(?:which |what )?([^?,:]+? and [^?,:]+?)(?:['’]s?)? {_VENTURE}(?:,? name)?\W*$",
        r"which joint venture did \1 found",
    ),
    (
        rf"\b(?:the |a |an )?{_VENTURE} (?:(?:that |which )?(?:(?:is|was) )?(?:jointly )?(?:{_DONE}|shared|owned|run)"
        rf" )?(?:of|between|by)"
        rf" (?!whom\b|which\b|what\b)([^?,:]+?) (?:and|with) ([^?,:]+?){_END}",
        r"the joint venture that \1 and \2 founded",
    ),
    (
        rf"\b(?:the |a |an )?{_VENTURE} (?:that |which )?(?!of\b|between\b|by\b|is\b|was\b|do\b|does\b|did\b|has\b"
        rf"|have\b|and\b)([^?,:]+?) {_HAS}{_TOGETHER} with ([^?,:]+?){_END}",
        r"the joint venture that \1 and \2 founded",
    ),
    (
        rf"\b(?:which|what) {_VENTURE} (?:do|does|did|have|has) ([^?,:]+?) (?:and|with) ([^?,:]+?)"
        rf" (?:have|share|run|own|operate|got|set up|form|founded|found|started?){_TOGETHER}(?=\W*$)",
        r"which joint venture did \1 and \2 found",
    ),
    (
        r"\b(?:which|what) (\w+) (?:has|had|have) ([^?,:]+? and [^?,:]+?) as (?:its |the |their )?(?:joint "
        r"|co-?)?founders\b",
        r"which \1 did \2 found",
    ),
    (
        rf"\bwhen did ([^?,:]+? and [^?,:]+?) (?:found|form|create|start|launch|build|establish|set up|open) (?:their"
        rf"|the|a) {_VENTURE}(?=\W*$)",
        r"when was the joint venture that \1 founded founded",
    ),
)

# "Together with Acme, Pelm started a joint venture; who runs it?"
SHARED: tuple[Rule, ...] = (
    (rf"^\W*(?:together|jointly) with ([^?,:;.]+), ([^?,:;.]+?) (?=(?:has |have )?{_DONE}\b)", r"\2 and \1 "),
    (
        rf"^\W*([^?,:;.]+? and [^?,:;.]+?) (?:(?:has|have|had) )?(?:{_DONE}|have|had|run|share) (?:an?|the|their)"
        rf" {_VENTURE}{_TOGETHER}"
        r"\s*[;:.,–—-]+\s*(?:and )?(?=\w)",
        r"the joint venture of \1: ",
    ),
)
