"""The learned reader by itself, as the benchmarks score it: facts of a passage, and the class of a given pair.

The product never takes these as claims. Offsets are code points into the text.

>>> predict_passage("Acme was founded in 1999 by Ann Lee.")  # doctest: +SKIP
[Found(label='FOUNDED_BY', subject=(0, 4), object=(28, 35), score=0.97), ...]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.learned.candidates import Candidate
from app.extraction.learned.encode import MOST_TOKENS
from app.extraction.learned.reading import PairClass, Window, classify, load, see

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc

Range = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """A label between two stretches of the text, with a calibrated probability."""

    label: str
    subject: Range
    object: Range
    score: float


def predict_passages(
    texts: Sequence[str], head: str = "knowledgenet", *, least: float | None = None
) -> list[list[Found]]:
    """For each passage the facts of `knowledgenet`'s six properties or of `fire`'s relations, in order of their place.

    `least` is the probability to ask for; without it the one that gave the best F1 in cross-validation.
    """
    from app.extraction.parse import pipeline

    reader = load()
    threshold = reader.settings[f"threshold.{head}"] if least is None else least
    found = []
    for doc in pipeline().pipe(texts):
        windows = list(_windows(doc))
        seen = [(doc, s) for own in see(reader, windows, head, threshold) for s in own]
        facts = [Found(s.label, _place(doc, s.subject), _place(doc, s.object), s.score) for doc, s in seen]
        found.append(sorted(facts, key=lambda f: (f.subject, f.object, f.label)))
    return found


def predict_passage(text: str, head: str = "knowledgenet", *, least: float | None = None) -> list[Found]:
    """The facts of one passage."""
    return predict_passages([text], head, least=least)[0]


def classify_pair(text: str, one: Range, other: Range) -> PairClass:
    """The class of CORE that relates two given stretches of a text; `undefined` if none does."""
    from app.extraction.parse import pipeline

    doc = pipeline()(text)
    return classify(load(), doc, _given(doc, one), _given(doc, other))


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
