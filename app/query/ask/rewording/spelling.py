"""Writes short forms out and mends slips in the words that questions begin with ("who's", "hasn't", "wich")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

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
    (r"\bw(?:h?at|aht|hta)\b", r"what"),
    (r"\b(?:hwo|whoo|woh)\b", r"who"),
    (r"\b(?:wen|whne|wehn)\b", r"when"),
)
