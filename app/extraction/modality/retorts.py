"""What a sentence says of the one before it, as in "X denies it", "That is wrong, X said", "X confirmed it" and "No".

A claim that is asked, passed on or said by somebody else gets another beside it: by whoever denies or confirms it, or
by the author who answers a question. The first one stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.lexicon.tables import words
from app.extraction.modality.attribution import Speakers
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Sentence
from app.model import AUTHOR, Attribution, Certainty, Claim, Mode, Polarity, SourceKind, Status

# What can be denied or confirmed as a whole; who somebody is or where a firm sits is mostly told beside it.
_NEWS = frozenset(
_THESE = r"(?:all |any )?(?:the|these|such)"
_IT = rf"(?:it|this|that|these|both|all (?:of )?(?:this|that)|{_THESE} (?:\w+ )?{_STORY}s?)"
    ownsStakeIn recruitedFrom restructured succeeded""".split()
)
_STORY = r"(?:report|rumou?r|claim|allegation|stor(?:y|ie)|suggestion|chatter|talk|speculation|idea|gossip|new)"
_IT = rf"(?:it|this|that|these|both|all (?:of )?(?:this|that)|(?:all |any )?(?:the|these|such) (?:\w+ )?{_STORY}s?)"
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
    """The denial, confirmation or answer that the next sentence gives to a claim."""
    if claim.relation not in _NEWS or candidate.presupposed or claim.polarity is Polarity.NEGATED:
        return
    following = _next(candidate.sentence)
    told = _told(claim.status, following, speakers) if following is not None else None
    named = {source.name for source in claim.attribution if source.name is not None}
    if following is None or told is None or any(source.name in named for source in told.by):
        return
    yield claim.model_copy(
        update={
            "polarity": told.polarity,
            "certainty": Certainty.CERTAIN,
            "mode": Mode.STATEMENT,
            "attribution": told.by,
            "evidence": (following.span, *claim.evidence),
        }
    )


@dataclass(frozen=True)
class _Retort:
    polarity: Polarity
    by: tuple[Attribution, ...]


def _told(status: Status, sentence: Sentence, speakers: Speakers) -> _Retort | None:
    """What a sentence says of a claim of the one before, which has that status; None if nothing."""
    text = sentence.passage.doc[sentence.start : sentence.end].text.replace("’", "'")
    if sentence.asks:
        return None
    for pattern, polarity in ((_DENIAL, Polarity.NEGATED), (_CONFIRMATION, Polarity.AFFIRMED)):
        if (match := pattern.search(text)) is not None:
            by = _speakers(sentence, match, speakers)
            return _Retort(polarity, by) if by else None
    if status not in _OPEN:
        return None
    if _ASKED_OF.search(text) or ((match := _UNTRUE.search(text)) is not None and match["rest"]):
        by = speakers.first_named(sentence)
        return _Retort(Polarity.NEGATED, by) if by else None
    if _UNTRUE.search(text):
        return _Retort(Polarity.NEGATED, (AUTHOR,))
    if status is not Status.QUESTION:
        return None
    if _NO.search(text):
        return _Retort(Polarity.NEGATED, (AUTHOR,))
    return _Retort(Polarity.AFFIRMED, (AUTHOR,)) if _YES.search(text) else None


def _speakers(sentence: Sentence, match: re.Match[str], speakers: Speakers) -> tuple[Attribution, ...]:
    """Who denies or confirms: the named subject of the verb."""
    group = next(name for name, found in match.groupdict().items() if found)
    doc = sentence.passage.doc
    said = doc[sentence.start : sentence.end]
    verb = said.char_span(match.start(group), match.end(group), alignment_mode="expand")[-1]
    if any(child.dep_ in ("neg", "aux") and child.lower_ not in _PERFECT for child in verb.children):
        return ()
    return tuple(s for s in speakers.speakers(sentence, verb) if s.kind is SourceKind.NAMED)


_PERFECT = words("has have had")


def _next(sentence: Sentence) -> Sentence | None:
    """The sentence after one; after a heading or a question that of the next paragraph too."""
    sentences, place = sentence.scene.sentences, sentence.index + 1
    following = sentences[place] if place < len(sentences) else None
    near = following is not None and (following.passage is sentence.passage or sentence.is_heading or sentence.asks)
    return following if near else None
