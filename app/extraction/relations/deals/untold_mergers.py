"""Mergers of a firm that nobody could resolve with one that is named: "the trust had just merged with Tarn"."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.relations.context.dealt_in import Told, company_dealt_in, tied
from app.extraction.relations.context.unresolved import SURE, is_unresolved_firm
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence

_MERGE = words("merge amalgamate fuse")


def untold_mergers(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """What a firm that nobody could resolve merges with."""
    if not any(map(sentence.lower_code.__contains__, ("merg", "amalgamat", "fus"))):
        return
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in _MERGE:
            continue
        frame = verb_frame(verb)
        things = frame.get("patient") or frame.get("agent")
        trust = [t for t in things[:1] if is_unresolved_firm(sentence, t) or t.lower_ == "trust"]
        for other in first_filled(sentence, frame, ("with", "into"), "O", metonyms=False) if trust else ():
            merger = Candidate("mergedWith", "merger", sentence, other, None, verb.i)
            company = company_dealt_in(merger, [other], told, SURE)
            if company is not None:
                yield tied(merger, *company)
