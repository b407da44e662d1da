"""How the reader reads, with weights that mean nothing: the same each time, window by window, and within bounds."""

import subprocess
import sys

import numpy as np
import pytest

from app.extraction.learned.candidates import Candidate, find_spans
from app.extraction.learned.encode import encode
from app.extraction.learned.labels import CORE, HEADS
from app.extraction.learned.reading import MOST_SEEN, around, best_class, classify, see
from app.extraction.parsing.parse import pipeline
from tests.extraction.learned.small import small_reader

TEXTS = [
    "Ann Lee founded Acme in Leeds in 1999.",
    "Bo Carr, who had run Tern Systems, joined Acme as its finance chief; he left after two months.",
    "Nothing here.",
]


def test_the_same_text_gives_the_same_readings() -> None:
    docs = list(pipeline().pipe(TEXTS))
    windows = [(doc, 0, len(doc)) for doc in docs]
    for head in HEADS:
        assert see(small_reader(), windows, head, 0.2) == see(small_reader(), windows, head, 0.2)


def test_a_window_reads_the_same_among_others_and_alone() -> None:
    reader = small_reader()
    docs = list(pipeline().pipe(TEXTS * 9))
    encoded = [encode(doc, (0, len(doc)), find_spans(doc, 0, len(doc)), reader.network.pieces) for doc in docs]
    together = list(reader.network.scores(encoded, "knowledgenet"))
    for window, scores in zip(encoded, together, strict=True):
        (alone,) = reader.network.scores([window], "knowledgenet")
        np.testing.assert_allclose(scores, alone, atol=1e-4)


def test_readings_are_bounded_apart_and_in_order() -> None:
    doc = pipeline()(" and ".join(f"Ann{n} Lee{n}" for n in range(30)))
    (seen,) = see(small_reader(), [(doc, 0, len(doc))], "knowledgenet", 0.0)
    assert 0 < len(seen) <= MOST_SEEN
    assert [s.score for s in seen] == sorted((s.score for s in seen), reverse=True)
    for s in seen:
        assert 0 <= s.score <= 1
        assert s.label in HEADS["knowledgenet"]
        assert s.subject.end <= s.object.start or s.object.end <= s.subject.start


def test_no_window_no_reading() -> None:
    assert see(small_reader(), [], "knowledgenet", 0.5) == []
    doc = pipeline()("")
    assert see(small_reader(), [(doc, 0, 0)], "fire", 0.5) == [[]]


def test_a_given_pair_gets_a_class() -> None:
    doc = pipeline()("Acme " + "very " * 300 + "Tern")
    found = classify(small_reader(), doc, Candidate(0, 1, "GIVEN"), Candidate(301, 302, "GIVEN"))
    assert f"{found.name}:{int(found.inverted)}" in CORE
    assert 0 < found.score <= 1


def test_both_directions_of_a_class_count_together() -> None:
    chances = np.zeros(len(CORE), np.float32)
    chances[CORE.index("undefined:0")] = 0.4
    chances[CORE.index("acquired_by:0")], chances[CORE.index("acquired_by:1")] = 0.25, 0.35
    found = best_class(chances)
    assert (found.name, found.inverted) == ("acquired_by", True)
    assert found.score == pytest.approx(0.6)


@pytest.mark.parametrize(("first", "last", "length"), [(0, 1, 10), (5, 8, 500), (0, 400, 500), (490, 499, 500)])
def test_the_window_around_a_pair_holds_it(first: int, last: int, length: int) -> None:
    start, end = around([Candidate(first, first + 1, "GIVEN"), Candidate(last, last + 1, "GIVEN")], length)
    assert 0 <= start <= first
    assert last < end <= length


def test_the_engine_does_not_load_it_by_itself() -> None:
    code = "import sys, app.extraction.spacy_engine; print([m for m in sys.modules if 'extraction.learned' in m])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
