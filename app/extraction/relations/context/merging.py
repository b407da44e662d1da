"""Articles on two firms that become one: posts and shares told there without a firm are of the one that comes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.queries import Place, places_in
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.model import Phase

# Cheap to look for, and in hardly any article on something else.
_MERGING = re.compile(
    r"\b(?:merg(?:e|es|ed|ing|er)|tie-up|combin(?:e|es|ed|ing|ation)(?! (?:with|of) (?:factors|reasons)))\b",
    re.IGNORECASE,
)
_FIRM = (
    r"(?:company|firm|group|business|entity|enterprise|bank|insurer|lender|airline|carrier|retailer|publisher|"
    r"brewer|miner|utility|practice|organi[sz]ation|charity|operator|maker|chain)"
)
_COMBINED = re.compile(rf"\b(?:combined|merged|enlarged|new|resulting|joint) {_FIRM}\b", re.IGNORECASE)
_NEW = r"(?:combined|merged|enlarged|new|newly merged|newly combined|resulting) " + _FIRM
_WILL_BE = r"(?:will|would|is to|is|was|to be|has been)(?: then| be| now)*"
_CALLED = {
    "called": rf"{_NEW}(?:,? (?:which|that))? {_WILL_BE} (?P<t>called|named|known as|renamed) (?:the )?{{O:o}}",
    "it will be called": (
        rf"^(?:it|this|the (?:company|group|firm)) {_WILL_BE} (?P<t>called|named|known as) (?:the )?{{O:o}}"
    ),
    "so called": rf"{{O:o}},? (?:as|which is what) the {_NEW} {_WILL_BE} (?P<t>called|named|known)",
    "name of": (
        rf"{_NEW}[^.;]{{0,40}} (?P<t>under|take|takes|taking|bear|bears|adopt) the (?:new )?name"
        r"(?: of)? (?:the )?{O:o}"
    ),
    "beside": rf"(?P<t>{_NEW}), (?:to be (?:called|named|known as) )?{{O:o}}(?=[,.;)])",
    "merges to": (
        r"(?P<t>merg\w+|combin\w+)[^.;]{0,60}? (?:to (?:form|create|become)|forming|creating|into) (?:the )?"
        r"(?:new )?{O:o}(?=[,.;)]| and )"
    ),
}
_LEAD = 5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def of_merged(candidate: Candidate) -> bool:
    """Whether an open post or share is told in an article on a merger, where none of the two parties can be meant.

    What somebody has left or what the sentence takes for granted ("Chief executive P said") is of one of the parties.
    """
    if candidate.presupposed or candidate.phase is Phase.ENDED or candidate.relation not in ("heldRole", "ownsStakeIn"):
        return False
    return tells_of_merger(candidate.sentence.scene)


@lru_cache(maxsize=8)
def tells_of_merger(scene: Scene) -> bool:
    """Whether an article's news is that two firms become one, or may, or have."""
    article = scene.document.article
    often = len(_MERGING.findall(article.text))
    if not often:
        return False
    title = bool(_MERGING.search(article.title or ""))
    told = [s.span.text for s in scene.sentences if not s.is_heading][:_LEAD]
    opens = any(_MERGING.search(text) and not _is_long_ago(text, article.published) for text in told)
    return (opens and (often > 2 or bool(_COMBINED.search(article.text)))) or (title and often > 1)


def _is_long_ago(text: str, published: str | None) -> bool:
    """Whether a sentence has a year before the one before publication: "the firm, born of a merger in 1998"."""
    years = [int(year) for year in _YEAR.findall(text)]
    return bool(years) and min(years) < int((published or "9999")[:4]) - 1


@lru_cache(maxsize=8)
def merged_firm(scene: Scene) -> Place | None:
    """The one that comes of a merger, where the article tells its name; None if it does not, or tells several."""
    found: dict[str, Place] = {}
    for sentence in scene.sentences:
        if sentence.is_heading or not _may_name(sentence):
            continue
        for name, match in find(sentence, _CALLED):
            for mention in match.mentions("o"):
                taken_up = name != "it will be called" or _follows_combined(sentence)
                if taken_up and mention.kind is MentionKind.NAME and _is_new(scene, mention):
                    found.setdefault(mention.entity, (mention, sentence))
    return next(iter(found.values())) if len(found) == 1 else None


def _may_name(sentence: Sentence) -> bool:
    return bool(_COMBINED.search(sentence.span.text) or _MERGING.search(sentence.span.text)) or _follows_combined(
        sentence
    )


def _follows_combined(sentence: Sentence) -> bool:
    return any(_COMBINED.search(s.span.text) for s in sentence.scene.previous(sentence))


def _is_new(scene: Scene, mention: FoundMention) -> bool:
    """Whether it is not one of those that the article's opening names, which may give its name to the whole."""
    told = [s for s in scene.sentences if not s.is_heading][:1]
    return mention.entity not in {m.entity for s in told for m, _ in places_in(s)}


def at_merged(candidate: Candidate) -> Candidate | None:
    """A post at the one that comes of the merger; None where its name is not told."""
    place = merged_firm(candidate.sentence.scene)
    if place is None or place[0].entity == candidate.subject.entity:
        return None
    mention, sentence = place
    ties = () if sentence is candidate.sentence else (sentence.span,)
    phase = Phase.PLANNED if _is_to_come(candidate) else candidate.phase
    return replace(candidate, object=mention, ties=(*candidate.ties, *ties), phase=phase)


def _is_to_come(candidate: Candidate) -> bool:
    """As in "will continue as chair": nobody has a post yet at what does not exist."""
    verb = candidate.sentence.passage.doc[candidate.trigger]
    return any(child.dep_ == "aux" and child.lower_ in ("will", "would", "'ll") for child in verb.children)


def share_of_merged(candidate: Candidate) -> Place | None:
    """The firm of "X has 6 percent" where two have become one; None where the sentence names another after it."""
    after = [m for m, _ in places_in(candidate.sentence) if m.start > candidate.trigger]
    return merged_firm(candidate.sentence.scene) if "percent" in candidate.details and not after else None
