"""Writes short forms out and mends slips in the words that questions begin with ("who's", "hasn't", "wich")."""

from __future__ import annotations

import re

from app.query.ask.rewording.rewriting import Rule

_COUNTS = "two three four five six seven eight nine".split()


def _counted(found: re.Match[str]) -> str:
    """A digit before a noun as a word: "the 2 founders"."""
    return f"{found[1]} {_COUNTS[int(found[2]) - 2]} "


SPELLINGS: tuple[Rule, ...] = (
    (r"\b(who|what)['’]s got\b", r"\1 has"),
    # Longer forms stand before the shorter ones that would take a part of them.
    (r"\b(who|what|when|where|how) (?:exactly|precisely|actually|really)['’]s\b", r"\1 is"),
    (r"\b(who|what|when|where|how|why|that|there|it|he|she)['’]s\b", r"\1 is"),
    (r"\bjv\b", r"joint venture"),
    (r"\bmd (?=(?:of|at|for)\b)", r"managing director "),
    (r"\bgonna\b", r"going to"),
    (r"\bwanna\b", r"want to"),
    (r"\bgotta\b", r"have to"),
    (r"\bi['’]d\b", r"i would"),
    (r"\b(we|you|they|he|she)['’]d\b(?= (?:\w+ )?(?:like|love|want|prefer|need|be|appreciate|welcome)\b)", r"\1 would"),
    (r"\bi['’]m\b", r"i am"),
    (r"\b(\w+)['’]re\b", r"\1 are"),
    (r"\b(\w+)['’]d\b", r"\1 did"),
    (r"\b(\w+)['’]ll\b", r"\1 will"),
    (r"\b(\w+)['’]ve\b", r"\1 have"),
    (r"\bwon['’]t\b", r"will not"),
    (r"\bshan['’]t\b", r"shall not"),
    (r"\bcan['’]t\b", r"can not"),
    (r"\b(\w+?)n['’]t\b", r"\1 not"),
    (r"(?<!\w)['’]?til{1,2}\b", r"until"),
    (r"\b(who|what|when|where|how)s\b(?= \w)", r"\1 is"),
    (r"\b(is|are|was|were|do|does|did|has|have|had)nt\b", r"\1 not"),
    # Who asks "isn't it" wants to hear that it is.
    (
        r"^\W*(is|are|was|were|do|does|did|has|have|had|will|would) not\b(?= \w)",
        r"\1",
    ),
    (r"\b(?:wich|whihc|witch|whcih)\b(?= \w)", r"which"),
    (r"\bteh\b", r"the"),
    (r"\b(?:wher|whre|hwere|wehre)\b", r"where"),
    (r"\bh(?:ow|wo) (?:mcuh|muhc|mutch|mch)\b", r"how much"),
    (r"\b(?:ho|hwo|hw) (?=(?:much|many|long|big)\b)", r"how "),
    (r"(?<![\d.,%])(?<!\d )% (?=of\b)", r"percentage "),
    (r"\b([24]) (?=(?:whom?|where|what|which)\b)", lambda found: {"2": "to ", "4": "for "}[found[1]]),
    (r"\b(the|which|what|its|their|these|those) ([2-9]) (?=[a-z]+s\b)", _counted),
    (r"(?<=['’]s) (?:[2-9]|two|three|four) (?=(?-i:[a-z]+s)\b(?! (?:of|in|at|for)\b))", r" "),
    (r"\bsince\s*\?+", r"since when?"),
    # "bought it, right? For how much?"
    (r",? (?:right|correct|yes|true)\?+ (?=\w)", r"? "),
    (r"\bw(?:h?at|aht|hta)\b", r"what"),
    (r"\b(?:hwo|whoo|woh)\b", r"who"),
    (r"\b(?:wen|whne|wehn)\b", r"when"),
)
