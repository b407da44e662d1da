"""Sets aside whole sentences that frame a question and ask nothing: "Quick fact check:", "I have two figures."."""

from __future__ import annotations

import re

from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import FUNCTION_WORDS, name_words

_BREAK = re.compile(r"(?<=[.:;?!])\s+|\s+[–—-]+\s+|\s*[()\[\]]\s*")
_ASKER = re.compile(r"\b(?:i|we|my|our|me|us|you|they|there)\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"^\W*(?:(?:and|but|so|because|since|as|sorry|well|ok) )?(?:i|we|my|our)\b", re.IGNORECASE)
_SAYS_WHAT_IS_MEANT = re.compile(
    r"\b(?:mean(?:s|t)?|refer\w*|car(?:e|ing)|interested|after|count\w*|includ\w*|exclud\w*|ignor\w*|consider\w*"
    r"|assum\w*|talk\w*|none|except|besides|without|instead|rather|before|after|since|until|by|during|from|former\w*"
    r"|previous\w*|current\w*|first|last|latest|ever|still|already|confirmed|planned|reported|company|person"
    r"|investors?|founders?"
    r"|(?:want|need|look|ask|search)\w*(?! to (?:know|find out|learn|be|get|have|write|check|ask|understand|see))"
    r"|(?:not|never|no)(?! (?:remember|know|recall|sure|certain|find|understand|tell|idea|clue|time|longer have)))\b"
    r"|\d|\?\s*$",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?<=\s)(?!I\b)[A-Z]|[A-Z]{2}")


def unframed(question: str, lexicon: Lexicon) -> str:
    """The question without those of its sentences and headings that only frame it.

    These hold nothing but words of framing, or are the asker's own talk, which names nobody and says nothing of what is
    meant.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> unframed("Quick fact check: who founded Acme? My editor is getting impatient.", load_lexicon())
    'who founded Acme?'
    >>> unframed("Roe: who is she? I mean the former chair.", load_lexicon())
    'Roe: who is she? I mean the former chair.'
    """
    words = lexicon.of_kind(Kind.FRAMING)
    start, kept, dropped = 0, [], False
    for found in [*_BREAK.finditer(question), None]:
        end = found.start() if found else len(question)
        part = question[start:end]
        if _is_own_talk(part) or (_frames(part, words) and (found is not None or _speaks(part))):
            dropped = True
        else:
            kept.append(question[start : found.end() if found else end])
        start = found.end() if found else end
    return "".join(kept).strip() if dropped and any(name_words(part) for part in kept) else question


def _is_own_talk(part: str) -> bool:
    """Whether a sentence is of whoever asks alone: "I have to file in an hour", but not "I mean the former chair"."""
    return bool(_OF_ONESELF.match(part)) and not _SAYS_WHAT_IS_MEANT.search(part) and not _NAMES.search(part)


def _speaks(part: str) -> bool:
    """Whether a last sentence speaks of whoever asks: "Acme: figures" asks, "I have two figures" does not."""
    return not part.rstrip().endswith("?") and bool(_ASKER.search(part))


def _frames(part: str, framing: frozenset[str]) -> bool:
    said = [word for word in name_words(part) if word not in FUNCTION_WORDS]
    return bool(said) and all(word in framing for word in said)
