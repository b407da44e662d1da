"""Fields in set wordings: "specialises in renting out graves; Y in vanilla", "its specialities are A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_NO = (
    r"(?!(?:and|but|or|has|have|had|said|says|is|are|was|were|will|would|which|that|who|after|because|since|while|"
    r"when|as|"
    r"at|it|its|their|this|these|such|both|what|something|one|anything|everything|nothing|the)\b)"
)
_MORE = (
    r"(?!(?:and|but|has|have|had|said|says|is|are|was|were|will|would|which|who|after|because|since|while|when|"
    r"if|it|these|this|again|instead|alone|only|also|rather|to)\b)"
)
_FIELD = rf"(?P<n>{_NO}[a-z][\w'-]*(?: {_MORE}[\w'-]+){{0,6}}?)"
_END = (
    r"(?=[,.;:)]|$| (?:and|but|has|had|said|says|is|are|was|were|will|after|because|since|while|when|instead|"
    r"rather|to|which|"
    r"these|this|again|today|now|alone|only|if)\b)"
)
_LEAD = (
    r"(?:,? (?:(?:which|that|who)|an? (?:(?!{O}|{P})[\w'-]+ ){1,5}?(?:which|that)))? (?:(?:has|have|had|is|now|"
    r"also|still|"
    r"only|long|always|mainly|chiefly|today|will|would|plans? to|wants? to|then|therefore|since|henceforth|"
    r"increasingly|"
    r"in (?:the )?future|from now on|instead|largely|entirely) )*"
)
_IN = (
    r"(?P<t>specialis(?:e|es|ed|ing)|specializ(?:e|es|ed|ing))(?: (?:only|mainly|chiefly|solely|entirely|"
    r"exclusively))? in"
)
_ON = (
    r"(?P<t>focus(?:es|ed|ing)?|focuss(?:es|ed|ing)|concentrat(?:es?|ed|ing))"
    r"(?: (?:only|mainly|chiefly|solely|entirely|exclusively|squarely|itself))? (?:up)?on"
)
# "Told its staff to focus on": not the firm does.
_OTHERS = (
    r"\b(?:told|tells?|ask(?:s|ed)?|urge[sd]?|wants?|wanted|order(?:s|ed)|allow(?:s|ed)|helps?|helped|lets?|free|"
    r"frees|freed|"
    r"staff|employees|workers|investors|people|them|him|her|others|customers|managers|fail(?:s|ed)|able|said|says)\b"
)
_ASIDE = r"(?: of {L}|,[^,;.]{3,30},| \([^()]{2,60}\))?"
_FIELDS = {
    "specialises in": rf"{{O:s}}{_LEAD}{_IN} {_FIELD}{_END}",
    "focuses on": rf"{{O:s}}{_LEAD}{_ON} {_FIELD}{_END}",
    # "Whose" is a slot of its own, right after the name or what describes it.
    "whose focus on": (
        rf"{{O}},? (?:an? (?:(?!{{O}}|{{P}})[\w'-]+ ){{1,5}}?)?{{O:s}}'s (?:[a-z-]+ )?"
        rf"(?P<t>focus|speciali[sz]ation|expertise) (?:on|in) {_FIELD}{_END}"
    ),
    "another in": (
        rf"\bspeciali[sz]\w+ in [^.]{{3,120}}?[;,] (?:and |while |but )?(?:the )?(?P<t>){{O:s}}{_ASIDE} in "
        rf"{_FIELD}{_END}"
        rf"(?:[;,]? and (?:the )?{{O:s2}}{_ASIDE} in {_FIELD.replace('<n>', '<n2>')}{_END})?"
    ),
    "another on": (
        rf"\b(?:focus\w*|concentrat\w*) on [^.]{{3,120}}?[;,] (?:and |while |but )?(?:the )?(?P<t>){{O:s}}{_ASIDE} on "
        rf"{_FIELD}{_END}(?:[;,]? and (?:the )?{{O:s2}}{_ASIDE} on {_FIELD.replace('<n>', '<n2>')}{_END})?"
    ),
    "to focus on": (
        rf"{{O:s}}(?:(?!{{O}}|{{P}}|{_OTHERS})[^.;]){{2,80}}?,? (?:in order )?to (?P<t>focus|concentrate) on "
        rf"{_FIELD}{_END}"
    ),
    "has one speciality": (
        r"{O:s},? (?:which )?(?:has|had) (?:an?|one|only one|but one) (?:single |sole |only )?"
        rf"(?P<t>speciality|specialty|specialism|focus|field),? {_FIELD}{_END}"
    ),
    "its single focus": (
        rf"{{O:s}}'s (?:single|sole|only|main) (?P<t>speciality|specialty|specialism|focus|field), {_FIELD}(?=,)"
    ),
    "an expert in": (
        rf"(?:^|[;.] )(?:an?|the|long an?) (?:[\w'-]+ ){{0,2}}?(?P<t>specialist|expert|specialists|experts) in "
        rf"{_FIELD}, "
        r"(?:the )?{O:s}(?!')"
    ),
    "its specialities are": (
        r"{O:s}'s (?P<t>specialit(?:y|ies)|specialt(?:y|ies)|specialisms?) (?:is|are|include|includes) "
        rf"(?P<n>[a-z][\w'-]*(?: (?!and\b)[\w'-]+){{0,3}}?)(?:, (?P<n2>[a-z][\w'-]*(?: "
        rf"(?!and\b)[\w'-]+){{0,3}}?))?,? and "
        rf"(?P<n3>[a-z][\w'-]*(?: (?!and\b)[\w'-]+){{0,3}}?){_END}"
    ),
}


def fields_told(sentence: Sentence, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Fields that are not told yet."""
    known = {(c.subject.entity, c.relation) for c in told if c.relation in ("specializesIn", "focusesOn")}
    for name, found in find(sentence, _FIELDS):
        relation = "focusesOn" if name in _FOCUSES or found.text("t") == "focus" else "specializesIn"
        aim = name == "to focus on"
        for side, groups in (("s", _TEXTS), ("s2", ("n2",))):
            for subject in found.mentions(side):
                if (subject.entity, relation) in known or found.ends_a_clause(side) or _is_within(found, subject):
                    continue
                for text in _texts(found, groups if side == "s2" or not found.has("s2") else ("n",)):
                    yield Candidate(
                        relation, "topic", sentence, subject, text, found.trigger, Kind.STATE, presupposed=aim,
                        phase=Phase.PLANNED if aim and _AHEAD.search(found.match.group(0)) else None,
                    )  # fmt: skip


def _is_within(found: Found, subject: FoundMention) -> bool:
    """Whether a name only tells whose it is that does: "a unit of X that focuses on Y"."""
    doc = found.sentence.passage.doc
    return subject.start > 0 and doc[subject.start - 1].lower_ == "of" and doc[subject.end].tag_ in ("WDT", "WP")


_FOCUSES = frozenset({"focuses on", "another on", "to focus on"})
_TEXTS = ("n", "n2", "n3")
_AHEAD = re.compile(r"\b(?:will|would|plans?|is to|are to|wants|intends)\b")


def _texts(found: Found, groups: Sequence[str]) -> Iterator[Text]:
    for group in groups:
        tokens = found.tokens(group)
        if tokens is not None:
            yield Text(*tokens)
