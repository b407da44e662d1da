"""What a sentence says of the one before it, as in "X denies it", "That is wrong, X said", "X confirmed it" and "No".

A claim that is asked, passed on or said by somebody else gets another beside it: by whoever denies or confirms it, or
by the author who answers a question. The first one stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.modality.attribution import Speakers
from app.extraction.modality.hearsay import is_granted
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Sentence
from app.model import AUTHOR, Attribution, Certainty, Claim, Mode, Polarity, SourceKind, Status

if TYPE_CHECKING:
    from spacy.tokens import Span

# What can be denied or confirmed as a whole; who somebody is or where a firm sits is mostly told beside it.
_NEWS = words(
    """acquired investedIn mergedWith left joined partnerOf supplies consideringAlternativesTo dissatisfiedWith
    tensionWith ownsStakeIn recruitedFrom restructured succeeded"""
)
_STORY = r"(?:report|rumou?r|claim|allegation|stor(?:y|ie)|suggestion|chatter|talk|speculation|idea|gossip|new)"
_THESE = r"(?:all |any )?(?:the|these|such)"
_IT = rf"(?:it|this|that|these|both|all (?:of )?(?:this|that)|{_THESE} (?:\w+ )?{_STORY}s?)"
_ADVERBS = r"(?:(?:has|have|had|since|also|later|now|\w+ly|both|all) )*"
_FALSE = (
    r"(?:not true|untrue|false|wrong|incorrect|inaccurate|nonsense|baseless|unfounded|groundless|rubbish|made up|"
    r"fabricated|without foundation|pure (?:fiction|fantasy|invention|speculation)|fake(?: news)?|a lie|"
    r"not (?:the case|so|correct|accurate|right))\b"
)
_JUST = r"(?:(?:simply|just|pure|complete|total|absolute|utter|\w+ly|\W)\s?)*"
_END = r"(?=\W*(?:$|[.,;:!)]| (?:in|on|at|and|as|but|through|when|via|to)\b))"
_DENIAL = re.compile(
    rf"\b{_ADVERBS}(?P<denies>den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)|"
    rf"rebuff(?:s|ed)?|brush(?:es|ed) off) {_IT}{_END}"
    r"|\b(?P<says>says?|said|insists?|insisted|maintains?|tells?(?= [^,.;]{1,30}? that)|told(?= [^,.;]{1,30}? that))"
    rf"(?: [^,.;]{{1,30}}?)??(?: that)?,? {_IT} (?:is|are|was|were) {_JUST}{_FALSE}"
    rf"|\b{_ADVERBS}(?P<calls>call(?:s|ed)|label(?:s|led|ed)|describ(?:es|ed)) {_IT} (?:as )?{_JUST}{_FALSE}",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    rf"^\W*(?:but |yet |however, |in fact, )?{_IT}(?:'s| is| are| was| were) {_JUST}{_FALSE}(?:, (?P<rest>.*))?|"
    rf"^\W*(?:but |yet )?{_IT} (?:is|was|are|were)n'?t (?:true|so|right|the case|correct|accurate)\b|"
    rf"^\W*(?:but |yet )?(?:that|this|it) (?:never happened|did ?n[o']t happen|turned out to be {_FALSE})",
    re.IGNORECASE,
)
_CONFIRMATION = re.compile(
    rf"\b{_ADVERBS}(?P<confirms>confirm(?:s|ed)?) "
    rf"(?:{_IT}|the (?:move|deal|purchase|departure|acquisition|appointment|hire|investment|partnership)){_END}",
    re.IGNORECASE,
)
_SHORTLY = r"^\W*(?:in short, |the short answer(?: is|:)? )?"
_NO = re.compile(
    rf"{_SHORTLY}(?:no|nope|not (?:yet|quite|exactly|really|at all|so))\b(?=\W|$)(?! (?:one|other|more|doubt|wonder))",
    re.IGNORECASE,
)
_YES = re.compile(rf"{_SHORTLY}(?:yes|yep|indeed|correct)\b(?=\W)", re.IGNORECASE)
_ASKED_OF = re.compile(
    r"^\W*(?:no|not)(?: so)?,? (?:at least )?(?:not )?(?:according to|if you (?:ask|believe)|says?)\b", re.IGNORECASE
)
_OPEN = frozenset({Status.QUESTION, Status.POSSIBLE, Status.REPORTED})


def retorts(claim: Claim, candidate: Candidate, speakers: Speakers) -> Iterator[Claim]:
    """The denial, confirmation or answer that the rest of its sentence, or the next one, gives to a claim."""
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    negated = claim.polarity is Polarity.NEGATED
    if claim.relation not in _NEWS or candidate.presupposed or negated or is_granted(trigger, candidate.sentence.start):
        return
    named = {source.name for source in claim.attribution if source.name is not None}
    for part in _after(candidate):
        told = _told(claim, part, speakers)
        if told is not None and not any(source.name in named for source in told.by):
            yield claim.model_copy(
                update={
                    "polarity": told.polarity,
                    "certainty": Certainty.CERTAIN,
                    "mode": Mode.STATEMENT,
                    "attribution": told.by,
                    "evidence": tuple(dict.fromkeys((part.sentence.span, *claim.evidence))),
                }
            )
            return


@dataclass(frozen=True)
class _Part:
    """A sentence from a token on."""

    sentence: Sentence
    start: int

    @property
    def words(self) -> Span:
        return self.sentence.passage.doc[self.start : self.sentence.end]


@dataclass(frozen=True)
class _Retort:
    polarity: Polarity
    by: tuple[Attribution, ...]


def _after(candidate: Candidate) -> Iterator[_Part]:
    """What follows a claim: its sentence from the next break on; else the sentence after it."""
    sentence = candidate.sentence
    for token in sentence.passage.doc[candidate.trigger : sentence.end - 1]:
        if token.text == ";" or (token.text == "," and token.nbor().lower_ in _YET):
            yield _Part(sentence, token.i + 1)
    sentences, place = sentence.scene.sentences, sentence.index + 1
    following = sentences[place] if place < len(sentences) else None
    # After a heading or a question, that of the next paragraph too.
    if following is not None and (following.passage is sentence.passage or sentence.is_heading or sentence.asks):
        yield _Part(following, following.start)


_YET = words("but though although yet which")


def _told(claim: Claim, part: _Part, speakers: Speakers) -> _Retort | None:
    """What a part says of a claim before it; None if nothing."""
    text = part.words.text.replace("’", "'")
    if part.sentence.asks:
        return None
    for pattern, polarity in ((_DENIAL, Polarity.NEGATED), (_CONFIRMATION, Polarity.AFFIRMED)):
        match = pattern.search(text)
        if match is not None:
            # A "claim" is what is alleged, not that there is a quarrel; and ";" parts a denial from what was told.
            other = ";" in text[: match.start()] or (claim.relation == "tensionWith" and _ALLEGED.search(match[0]))
            by = () if other else _speakers(part, match, speakers)
            return _Retort(polarity, by) if by else None
    if claim.status not in _OPEN:
        return None
    untrue = _UNTRUE.search(text)
    if _ASKED_OF.search(text) or (untrue is not None and untrue["rest"]):
        by = speakers.first_named(part.sentence)
        return _Retort(Polarity.NEGATED, by) if by else None
    if untrue is not None or (claim.status is Status.QUESTION and _NO.search(text)):
        return _Retort(Polarity.NEGATED, (AUTHOR,))
    answered = claim.status is Status.QUESTION and _YES.search(text)
    return _Retort(Polarity.AFFIRMED, (AUTHOR,)) if answered else None


_ALLEGED = re.compile(r"claim|allegation", re.IGNORECASE)


def _speakers(part: _Part, match: re.Match[str], speakers: Speakers) -> tuple[Attribution, ...]:
    """Who denies or confirms: the named subject of the verb."""
    group = next(name for name, found in match.groupdict().items() if found)
    verb = part.words.char_span(match.start(group), match.end(group), alignment_mode="expand")[-1]
    if any(child.dep_ in ("neg", "aux") and child.lower_ not in _PERFECT for child in verb.children):
        return ()
    return tuple(s for s in speakers.speakers(part.sentence, verb) if s.kind is SourceKind.NAMED)


_PERFECT = words("has have had")
