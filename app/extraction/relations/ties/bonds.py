"""Partnerships in set wordings: "A and B jointly own", "develops X together with B", "a joint venture with B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.counterparts import counterpart
from app.extraction.relations.context.trade_topic import is_far_pronoun, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.clause_doers import doers_of
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_ALSO = (
    r"(?:(?:which|that|has|had|have|is|was|are|were|will|would|now|also|already|recently|since|long|been|to|plans|plan|"
    r"agreed|in {T}|on {T}|{T}|last|this|week|month|year),? )*"
)
_BEFORE = "{LED}"
_BOND = r"(?:tie-up|partnership|alliance|collaboration|cooperation|co-operation|joint venture|franchise|consortium)"
_OVER = (
    r"(?:allowed to lapse|ended|dissolved|undone|terminated|expired|lapsed|wound up|run out|ran out|not renewed|"
    r"abandoned|cancelled|called off|collapsed|fell apart|broke down|unravelled|over)"
)
_BOUND = {
    "jointly own": (
        rf"{{O:s}} and {_BEFORE}{{O:o}} (?:both )?jointly (?P<t>own|control|run|operate|hold|fund|manage|develop)"
    ),
    "consortium of": (
        rf"\b(?P<t>consortium|team|alliance|partnership|collaboration|grouping) (?:made up |consisting |formed |"
        rf"composed |"
        rf"led )?(?:of|between|by|comprising|including|uniting) {_BEFORE}{{O:s}}(?:, {_BEFORE}{{O:p}})?,? and "
        rf"{_BEFORE}{{O:o}}(?!'s)"
    ),
    "worked together": (
        rf"{{O:s}} and {_BEFORE}{{O:o}} (?:(?:have|had|has|first|also|will|already|now|previously|once|are|been|go on|"
        rf"continue|keep|to) )*(?P<t>worked|work|working|collaborated|collaborate|collaborating) (?:closely "
        rf")?together\b"
    ),
    "together with": (
        rf"{{O:s}},? {_ALSO}(?P<t>develop(?:ing|s|ed)?|build(?:ing|s)?|built|test(?:ing|s|ed)?|design(?:ing|s|ed)?|"
        rf"runs?|running|operat(?:es|ing|ed)|mak(?:es|ing)|made|produc(?:es|ing|ed)|launch(?:ed|ing)|explor(?:es|"
        rf"ing|ed)|"
        rf"working on|works on|research(?:es|ing)|offers?|offering) (?:(?!{{O}}|{{P}})[^.;]){{1,70}}?"
        rf"(?:together|jointly|in tandem) with {_BEFORE}{{O:o}}(?!'s)"
    ),
    "valued partner": (
        r"{O:s} (?:said|says|stressed|insisted)(?: that)? {O:o} \"?(?:is|remains|is and remains|was) \"?(?:an?|"
        r"one of its) "
        r"(?:[\w-]+ ){0,3}(?P<t>partner)\b"
    ),
    "is our partner": r"{O:o} (?:is|remains|was|has been) {O:s}'s (?:[\w-]+ ){0,3}(?P<t>partner)\b",
}
# Said by one of the other; what it is worth is the speaker's word.
_SPOKEN = {
    "calls its partner": (
        rf"{{O:s}},? (?:(?:which|and|also|has|had|have|now|still|repeatedly|publicly|once),? )*(?P<t>calls|called|"
        rf"calling|describes|described|describing|hails|hailed|considers|considered|regards|regarded|praised|touts) "
        rf"{_BEFORE}{{O:o}} (?:as )?\"?(?:its|our|their|{{ITS}}|an?|one of (?:its|our|{{ITS}})) "
        rf"\"?(?:[\w-]+,? ){{0,4}}?partners?\b"
    ),
}
_JOINT = {
    "joint venture with": (
        rf"(?:{{O:s}},? (?:(?!{{O}}|{{P}})[^.;]){{0,90}}?)?(?P<t>set up|sets up|setting up|form(?:ed|s|ing)?|"
        rf"found(?:ed|ing)?|"
        rf"establish(?:ed|ing)?|creat(?:e|ed|ing)|launch(?:ed|ing)?|enter(?:ed|ing)?|agreed|into|start(?:ed|ing)?|"
        rf"own|owns|"
        rf"runs?|through|has|have) "
        rf"(?:(?:on|into) )?(?:an? |its |{{ITS}} )(?:[\w-]+ ){{0,2}}?(?P<j>joint venture)(?:,? [\w ]{{3,20}},)? with "
        rf"{_BEFORE}{{O:o}}(?!'s (?:rival|former))"
    ),
}
_UNDONE = {
    "tie-up with lapsed": (
        rf"(?:^|[.;,] |\b(?:an?|the|its|{{ITS}}|that|and) )(?:[\w-]+ ){{0,2}}?(?P<b>{_BOND}|(?:distribution|licen[cs]e|"
        rf"licensing|technology|sponsorship|marketing) agreement) with {_BEFORE}{{O:o}}(?: of {{L}})?,? "
        rf"(?:(?!{{O}})[^.;]){{0,40}}?(?P<t>{_OVER})\b"
    ),
    "ended the franchise": (
        rf"{{O:s}},? (?:(?:(?!{{P}})[^.;]){{0,150}}?(?:,|and) )?{_ALSO}(?P<t>ended|terminated|cancelled|quit|"
        rf"pulled out of|walked away from|dissolved|left) (?:the|its|{{ITS}}) (?:[\w-]+ )?{_BOND}\b(?! (?:with|"
        rf"between|of))"
    ),
    "stays a partner": (
        r"{O:s},? (?:(?!{P})[^.;]){0,160}?(?:stay|stays|remain|remains|continue|continues)(?: on)? as (?:an?|its) "
        r"(?:[\w-]+ )?(?P<t>partner)\b"
    ),
}
_SAID = frozenset({"partnerOf", "unitOf", "supplies"})
_BUYING = frozenset({"acquired", "investedIn"})
_ENDS = frozenset({"tie-up with lapsed", "ended the franchise"})


def bonds(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Partnerships of a sentence that no other rule has found; one side may be left to the article."""
    if "O" not in sentence.letters or sentence.is_heading:
        return
    said = {frozenset((c.subject.entity, c.object_entity)) for c in known if c.relation in _SAID}
    for candidate in _found(sentence, [*told, *known]):
        pair = frozenset((candidate.subject.entity, candidate.object_entity))
        if pair not in said:
            said.add(pair)
            yield candidate


def _found(sentence: Sentence, every: Sequence[Candidate]) -> Iterator[Candidate]:
    buying = {c.subject.entity for c in every if c.sentence is sentence and c.relation in _BUYING}
    for name, found in find(sentence, _BOUND):
        sides, others = (
            doers_of(found, "s")[:1] if name == "together with" else found.mentions("s")[:1],
            [*found.mentions("p"), *found.mentions("o")],
        )
        whole = _named_whole(found) if name == "consortium of" else None
        if whole is not None and any(m.entity == whole.entity for m in (*sides, *others)):
            continue  # "Acme West, a consortium comprising Acme, B and C": its members have set it up
        if not any(side.entity in buying for side in sides):  # a consortium of buyers lasts for the purchase
            yield from _pairs(sentence, sides, others, found)
    for _, found in find(sentence, _SPOKEN):
        sides = [s for s in doers_of(found, "s")[:1] if not is_far_pronoun(sentence, s)]
        for candidate in _pairs(sentence, sides, found.mentions("o")[:1], found):
            yield replace(candidate, phase=Phase.ONGOING, said_by=tuple(sides))
    for _, found in find(sentence, _JOINT):
        others = found.mentions("o")[:1]
        sides = [s for s in doers_of(found, "s")[:1] if not is_far_pronoun(sentence, s)] or or_told_of(sentence, others)
        span = found.span("j")
        scope = Detail("joint venture", span) if span is not None else None
        for candidate in _pairs(sentence, sides, others, found):
            yield candidate.with_details(scope=scope)
    for name, found in find(sentence, _UNDONE):
        for side in (doers_of(found, "s") or found.mentions("o"))[:1]:
            other = counterpart(sentence, side, found.trigger, "partnerOf", every)
            if other is not None and not is_far_pronoun(sentence, side):
                for candidate in _pairs(sentence, [side], [other], found):
                    ended = name in _ENDS
                    yield replace(candidate, phase=Phase.ENDED, kind=Kind.EVENT) if ended else candidate


def _named_whole(found: Found) -> FoundMention | None:
    """The name that a consortium itself goes by: "Acme West, a large consortium of"."""
    doc, at = found.sentence.passage.doc, found.trigger - 1
    while at > found.sentence.start and doc[at].pos_ in ("DET", "ADJ", "NOUN"):
        at -= 1
    named = doc[at].text == "," or doc[at].lower_ in ("is", "was")
    return found.sentence.scene.mentions.at(found.sentence.passage.index, at - 1) if named and at else None


def _pairs(
    sentence: Sentence, sides: Sequence[FoundMention], others: Sequence[FoundMention], found: Found
) -> Iterator[Candidate]:
    for side in sides:
        for other in others:
            if side.entity != other.entity:
                yield Candidate("partnerOf", "bond", sentence, side, other, found.trigger, Kind.STATE)
