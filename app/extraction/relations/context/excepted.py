"""Names that a sentence leaves out of what it tells: "bought A and B, excluding C and D", "sold to X ('Y')"."""

from __future__ import annotations

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.rules import words

# What is dealt in or dealt with; of posts and places nobody leaves a name out in these words.
_DEALT_IN = frozenset(
    {"acquired", "mergedWith", "investedIn", "ownsStakeIn", "supplies", "partnerOf", "makesProduct", "unitOf"}
)
_WITHOUT = words("excluding except excepting barring minus")
_IN_TWO = frozenset(
    {("apart", "from"), ("aside", "from"), ("other", "than"), ("not", "including"), ("exception", "of")}
)
# "No client other than X" has X for one.
_NONE = words("no none nobody nothing not never n't without")
_IN_LISTS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "PRON", "PART", "NUM", "ADV"})
_QUOTES = frozenset("'\"“”‘’`") | {"``", "''"}


def is_left_out(candidate: Candidate) -> bool:
    """Whether the object is what the sentence expressly excludes, or only what it calls the subject for short."""
    thing = candidate.object
    if candidate.relation not in _DEALT_IN or not isinstance(thing, FoundMention):
        return False
    if thing.passage != candidate.sentence.passage.index or not candidate.sentence.start <= thing.start:
        return False
    return _is_excluded(candidate, thing) or _is_short_for(candidate, thing)


def _is_excluded(candidate: Candidate, thing: FoundMention) -> bool:
    """Whether a word of exclusion stands before it in its list; brackets within the list are passed over."""
    sentence, doc = candidate.sentence, candidate.sentence.passage.doc
    depth = 0
    for token in reversed(doc[sentence.start : thing.start]):
        depth += (token.text == ")") - (token.text == "(")
        if depth > 0:
            continue
        if depth < 0 or token.i < candidate.trigger:
            return False
        before = doc[token.i - 1].lower_ if token.i > sentence.start else ""
        if token.lower_ in _WITHOUT or (before, token.lower_) in _IN_TWO:
            return not any(t.lower_ in _NONE for t in doc[sentence.start : token.i - 1])
        if token.pos_ not in _IN_LISTS and token.lower_ not in ("from", "than", "including", "of", "for", "as"):
            return False
    return False


def _is_short_for(candidate: Candidate, thing: FoundMention) -> bool:
    """Whether it is quoted in brackets right after the subject: "sold to Acme UK Ltd. ('Acme')"."""
    doc = candidate.sentence.passage.doc
    before, after = thing.start - 1, thing.end
    if before < 1 or after >= len(doc) or doc[before].text not in _QUOTES or doc[after].text not in _QUOTES:
        return False
    return doc[before - 1].text == "(" and candidate.subject.end == before - 1
