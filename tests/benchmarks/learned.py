"""The learned reader on KnowledgeNet, FIRE and CORE in their own terms, with the rules' findings as votes.

The product never takes these labels as claims: there the reader only proposes, in the product's own relations. Offsets
are code points into the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.learned.candidates import Candidate
from app.extraction.learned.encode import MOST_TOKENS
from app.extraction.learned.reading import PairClass, Reader, Window, classify, see
from app.extraction.parsing.parse import pipeline
from tests.benchmarks.spans import Range, SpanFact, overlap

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc

VOTE = 1.5
"""What a rule that found the same fact adds to the score (in logits); chosen on one fold of KnowledgeNet."""
# What a vote cannot lift to any threshold need not be looked at.
_LEAST = 0.02


def facts_in_text(reader: Reader, text: str, head: str, votes: Sequence[SpanFact] = ()) -> list[SpanFact]:
    """The facts of a passage under `knowledgenet`'s six properties or `fire`'s relations, in order of their place.

    Taken are those that score at least what gave the best F1 in cross-validation.
    """
    doc = pipeline()(text)
    threshold = reader.settings[f"threshold.{head}"]
    found = []
    for seen in (s for own in see(reader, list(_windows(doc)), head, _LEAST) for s in own):
        fact = SpanFact(seen.label, _place(doc, seen.subject), _place(doc, seen.object), seen.score)
        score = _with_vote(seen.score) if any(_same(fact, vote) for vote in votes) else seen.score
        if score >= threshold:
            found.append(SpanFact(fact.name, fact.subject, fact.object, round(score, 4)))
    return sorted(found, key=lambda f: (f.subject, f.object, f.name))


def class_of_pair(reader: Reader, text: str, one: Range, other: Range, vote: str = "") -> PairClass:
    """The class of CORE that relates two given stretches of a text; `undefined` if none does. `vote` is the rules'."""
    doc = pipeline()(text)
    favoured = {vote: math.exp(VOTE)} if vote else {}
    return classify(reader, doc, _given(doc, one), _given(doc, other), favoured)


def _with_vote(score: float) -> float:
    score = min(max(score, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-(math.log(score / (1 - score)) + VOTE)))


def _same(one: SpanFact, other: SpanFact) -> bool:
    return one.name == other.name and overlap(one.subject, other.subject) and overlap(one.object, other.object)


def _windows(doc: Doc) -> Iterator[Window]:
    """The whole passage, if it is no longer than people write; else its sentences, as many together as fit."""
    start = end = 0
    for sentence in doc.sents:
        if sentence.end - start > MOST_TOKENS and start < end:
            yield doc, start, end
            start = end
        end = sentence.end
        while end - start > MOST_TOKENS:
            yield doc, start, start + MOST_TOKENS
            start += MOST_TOKENS
    if start < end:
        yield doc, start, end


def _place(doc: Doc, span: Candidate) -> Range:
    return doc[span.start].idx, doc[span.end - 1].idx + len(doc[span.end - 1])


def _given(doc: Doc, place: Range) -> Candidate:
    span = doc.char_span(*place, alignment_mode="expand")
    if span is None:
        raise ValueError(f"nothing stands at {place}")
    return Candidate(span.start, span.end, "GIVEN")
