"""Sets aside what frames a question and asks nothing: "Quick fact check:", "I have two figures."."""

from __future__ import annotations

import re

from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import FUNCTION_WORDS, name_words

_BREAK = re.compile(r"(?<=[.:;?!])\s+|\s+[–—-]+\s+|\s*[()\[\]]\s*")

_ASKER = frozenset("i i'm i've we we're we've my our me us you they there's".split())


def unframed(question: str, lexicon: Lexicon) -> str:
    """The question without those of its sentences and headings that hold nothing but words of framing.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> unframed("Quick fact check: who founded Acme? I have two versions.", load_lexicon())
    'who founded Acme?'
    >>> unframed("Roe: who is she?", load_lexicon())
    'Roe: who is she?'
    """
    words = lexicon.of_kind(Kind.FRAMING)
    start, kept, dropped = 0, [], False
    for found in [*_BREAK.finditer(question), None]:
        end = found.start() if found else len(question)
        if _frames(part := question[start:end], words) and (found is not None or _speaks(part)):
            dropped = True
        else:
            kept.append(question[start : found.end() if found else end])
        start = found.end() if found else end
    return "".join(kept).strip() if dropped and any(name_words(part) for part in kept) else question


def _speaks(part: str) -> bool:
    """Whether a last sentence speaks of whoever asks: "Acme: figures" asks, "I have two figures" does not."""
    return not part.rstrip().endswith("?") and bool(_ASKER.intersection(part.casefold().split()))


def _frames(part: str, framing: frozenset[str]) -> bool:
    said = [word for word in name_words(part) if word not in FUNCTION_WORDS]
    return bool(said) and all(word in framing for word in said)
