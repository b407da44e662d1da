"""Whether a sentence tells only what an article had wrong: the note of a correction withdraws what it repeats."""

from __future__ import annotations

import re

from app.extraction.relations.reading.sentences import Sentence

_TEXT = r"(?:article|story|report|piece|post|column|item|page|dispatch|obituary|newsletter|headline|caption|version)"
_ADVERB = r"(?:originally|initially|previously|earlier|incorrectly|wrongly|mistakenly|erroneously|inaccurately)"
_WITHDRAWN = re.compile(
    # "An earlier version of this article said that"; an update "to an earlier version" adds something.
    r"^(?:[^.;:]{0,40}: ?)?(?:an?|the|our) (?:earlier|previous|original|initial|prior|first|print|online) versions? "
    rf"of (?:this|the|our) (?:\w+ )?{_TEXT}\b"
    rf"|^(?:[^.;:]{{0,40}}: ?)?(?:an?|the|this) (?:(?:earlier|previous|original|initial|prior) )?{_TEXT},? "
    rf"(?:\w+ )?(?:{_ADVERB} (?:said|stated|reported|gave|named|described|identified|suggested|attributed|referred|"
    r"implied|claimed|put|had|misstated)|misstated|misidentified|misattributed|misspelled|misspelt|misreported)\b"
    rf"|^(?:[^.;:]{{0,40}}: ?)?(?:it|we|we had|it had) (?:also )?(?:misstated|misidentified|misattributed|misreported|"
    rf"{_ADVERB} (?:said|stated|reported|wrote))\b",
    re.IGNORECASE,
)


def is_withdrawn(sentence: Sentence) -> bool:
    """As in "An earlier version of this article said that X owned 14 percent": nobody claims it any more."""
    return _WITHDRAWN.search(sentence.text.lstrip("*_([ ")) is not None
