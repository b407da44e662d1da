"""Puts the many words that join two things into a few ("along with", "prior to", "in addition to")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

JOINTS: tuple[Rule, ...] = (
    (r"\b(?:as well as|and also|and likewise)\b", r"and"),
    (r"\b(?:together|along|jointly|in tandem) with\b", r"with"),
    (r"\balongside\b", r"with"),
    (r"\b(?:apart from|other than|except(?: for)?|aside from|in addition to|excluding)\b", r"besides"),
    (r"\b(?:prior|previous) to\b", r"before"),
    (r"\bsubsequent to\b", r"after"),
    (
        r"\b(?:when it comes to|in relation to|with (?:regard|respect|reference) to|in regard to|in respect of"
        r"|so far as (?=[^?]+ is concerned))",
        r"about",
    ),
    (r"\bon behalf of\b", r"for"),
    # a second question
    (
        r",? and (?:please )?(?:also )?(?:say|tell me|tell us|state|indicate|specify|mention|note|add|give)"
        r" (?=(?:\w+ )?(?:whom?|what|which|when|where|why|how)\b)",
        r" and ",
    ),
    (
        r"^(\W*(?:who|what|which|when|where|how|did|does|do|has|is|was)\b[^,]*),"
        r"\s*(when|why|how much|how long) (?=(?:was|were|is|are|did|does|do|has|have|will)\b)",
        r"\1 and \2 ",
    ),
    (r",\s*(when|where|why|(?:for )?how much|how long|(?:by|with|to) whom)(?= and\b|,|\W*$)", r" and \1"),
)
