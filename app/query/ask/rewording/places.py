"""Puts the ways to ask for a place into "where"."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

PLACES: tuple[Rule, ...] = (
    (r"\b(?:elsewhere|somewhere else|anywhere else|in (?:an)?other places?)\b", r"at another company"),
    (r"\bout of (what|which) (?=\w+ (?:does|do|did)\b)", r"from \1 "),
    (
        r"\bin (what|which) (city|town|place|country) (?:can|could|would|do|does|might) (?:i|you|one|we|people) find\b",
        r"where is",
    ),
    (r"\bwhere (?:can|could|might|would) (?:one|you|we|i|people|anyone|somebody) find\b", r"where is"),
    (r"\bin (?:what|which) (city|town|place|country) (?=(?:is|are|was|were)\b)", r"where "),
    (r"\bin (?:what|which) (city|town|place|country) (?:sits?|lies?|stands?|resides?|can)\b", r"where is"),
    (r"\bat (?:what|which) (?:company|firm)\b", r"where"),
)
