"""What is up for sale: bids after "the sale of its nickel subsidiary, X" are for X, and not for its owner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import Sentence

_PART = (
    r"(?:unit|arm|division|business|subsidiary|subsidiaries|operations?|brands?|chain|branch|activities|assets?|plant|"
    r"factory|mine|site|stake|holding|studio|department|segment)"
)
_OFFERED = {
    "sale of x": (
        r"(?P<t>sale|disposal|divestment|divestiture|auction|sell-off) of (?:(?:its|his|her|their|the|{ITS}) )?"
        r"(?:(?!(?:of|to|by|for|as|and|while|after|before|when|that|which|in|with|from|at|on|is|was)\b)[\w'-]+ "
        r"){0,5}?(?:unit|arm|division|business|subsidiary|chain|brand|maker|studio)?,? ?{O:o}(?!'s)"
    ),
    "x is for sale": (
        r"{O:o}(?:,[^.;]{3,90},)? (?:is|was|are|has been|had been|being|put|putting) (?:put |back |again |also |"
        r"formally )*"
        r"(?P<t>up for sale|for sale|on the block|on the market)"
    ),
    "put x up for sale": (
        r"(?:put|putting|puts) (?:(?:its|his|her|their|the|{ITS}) )?(?:[\w'-]+ ){0,4}?(?:, )?{O:o},? "
        r"(?P<t>up for sale|for sale|on the block|on the market)"
    ),
}
_PART_OFFERED = re.compile(
    rf"\b(?:(?:sale|disposal|divestment|divestiture|auction|sell-off) of|sell|selling|sold|offload|offloading|"
    rf"divest|put|"
    rf"putting) (?:its|his|her|their|the|\ue000O\d+\ue002?\ue001(?:'s)?) (?!(?:whole|entire) )(?:[\w'-]+ "
    rf"){{0,4}}?{_PART}\b"
    r"(?!,? \ue000O)(?:(?! to |[.;]).)*",
    re.IGNORECASE,
)
_CALLED = {"the unit, x": rf"(?:^|[.;,] )(?:the|this|that) (?:[\w'-]+ )?(?P<t>{_PART}), {{O:o}}(?=,)"}
_REACH = 4


@dataclass(frozen=True)
class Offered:
    """What was told to be for sale, and where; `company` is None where that was a part without a name."""

    company: FoundMention | None
    told: Sentence


def for_sale(candidate: Candidate) -> Offered | None:
    """What was last told to be for sale before somebody bids; None if nothing was."""
    sentence = candidate.sentence
    near = (sentence, *sentence.scene.previous(sentence, _REACH))
    for back, told in enumerate(near):
        found = [f for _, f in find(told, _OFFERED) if told is not sentence or f.trigger < candidate.trigger]
        named = [mention for f in found for mention in f.mentions("o")[:1]]
        if named:
            return Offered(named[-1], told) if named[-1].entity != candidate.subject.entity else None
        if _PART_OFFERED.search(told.code):
            called = ((m, s) for s in near[: back + 1] for _, f in find(s, _CALLED) for m in f.mentions("o")[:1])
            return Offered(*next(called, (None, told)))
    return None


def tied_to(candidate: Candidate, offered: Offered) -> Candidate:
    """The candidate with what is for sale as its object; the sentence that says so is evidence."""
    ties = () if offered.told is candidate.sentence else (offered.told.span,)
    return replace(candidate, object=offered.company, ties=(*candidate.ties, *ties))
