"""Joins what an asker says first with what is then asked of it: "I thought Roe ran Acme, who is it now?".

>>> supposed("I thought Roe was chair of Acme, who is it now?"), supposed("so Acme has a new chair - who")
('who is chair of Acme now', 'who is the new chair of Acme')
>>> supposed("How many firms did Acme buy, and which ones?"), supposed("Who else is on the board?")
('How many firms did Acme buy', 'Who else is on the board?')
"""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rewriting, Rule

_I = r"(?:(?:i|we) (?:(?:always|just|only|still|had) )?)?"
_BELIEVED = r"(?:thought|think|believed|heard|assumed|know|knew|remember|recall|read|saw|understood)"
_PAUSE = r"\s*(?:[,;.:–—?-]|\s-)+\s*(?:so |and |but |then )?"
_NOW = r"(?:now|today|these days|at the moment|currently|nowadays)"
_HAS = (
    r"(?:has|have|has got|got|gets|is getting|has found|found|has named|named|has appointed|appointed|has hired"
    r"|hired)"
)
_ASKED = (
    r"(?:who|(?:the |his |her |their )?name)(?: (?:is|are) (?:it|that|this|he|she|they|the (?:new )?(?:one|guy"
    r"|person)))?"
)

_RULES: tuple[Rule, ...] = (
    (
        rf"^\W*{_I}{_BELIEVED}(?: that)? (?:it was )?[^?:;,]+? (?:was|is|were) (?:still )?(?:the |their |its )?"
        rf"([^?:;,]+? (?:of|at|for) [^?:;,]+?){_PAUSE}who (?:is|has) (?:it|that|the job|the post)(?: {_NOW})*\W*$",
        r"who is \1 now",
    ),
    (
        rf"^\W*(?:so |and |ok |{_I}{_BELIEVED}(?: that)? )?([^?:;,.]+?) {_HAS} (?:an?|its|their|the) (new"
        rf" (?!series\b)[^?:;,.]+?){_PAUSE}{_ASKED}\W*$",
        r"who is the \2 of \1",
    ),
    (rf"^\W*{_I}{_BELIEVED}(?: that)? (?=\w[^?:]*(?:[.;–—]|\s-)\s*(?:so |and )?(?:who|what|when|where|why|how)\b)", ""),
    (r"^(\W*how many \w+ [^?]+?),? (?:and )?(?:which|who|what)(?: (?:ones?|are they|were they))?\W*$", r"\1"),
)
_SUPPOSED = Rewriting(_RULES)


def supposed(question: str) -> str:
    """The question with what it takes for granted in its place."""
    return _SUPPOSED.first(question)
