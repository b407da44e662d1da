"""The spans that a relation may hold between, and their numbers: wide, bounded, and right about where they stand."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from app.extraction.learned.candidates import MOST, find_spans
from app.extraction.learned.encode import MOST_PIECES, MOST_TOKENS, WordPieces, encode, windows
from app.extraction.learned.features import BUCKETS, pair_features
from app.extraction.parsing.parse import pipeline
from tests.extraction.learned.small import VOCABULARY


def spans(text: str) -> list[str]:
    doc = pipeline()(text)
    return [doc[c.start : c.end].text for c in find_spans(doc, 0, len(doc))]


def test_names_pronouns_years_and_noun_phrases_are_candidates() -> None:
    found = spans("He founded rockfeedback.com in 1997, where his sister, Ann Lee of Bo & Co, runs the sales team.")
    for expected in ("He", "rockfeedback.com", "1997", "where", "his", "Ann Lee", "the sales team"):
        assert expected in found


def test_a_window_has_a_bounded_number_of_candidates() -> None:
    doc = pipeline()("Ann Lee met Bo Carr and " * 60)
    assert len(find_spans(doc, 0, len(doc))) <= MOST
    for start, end in windows(doc):
        assert 0 < end - start <= MOST_TOKENS
        encoded = encode(doc, (start, end), find_spans(doc, start, end), WordPieces(VOCABULARY))
        assert len(encoded.pieces) <= MOST_PIECES + 1


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "x" * 190, "🙂 🙂", "مرحبا بالعالم", "((((", "\x00\x07 a", "'s 's", "Ltd. Ltd."]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    check(pipeline()(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_does_no_harm(text: str) -> None:
    check(pipeline()(text.encode("utf-8", "replace").decode()))


def check(doc: Doc) -> None:
    covered = 0
    for start, end in windows(doc):
        assert start == covered
        covered = end
        found = find_spans(doc, start, end)
        assert found == sorted(set(found))
        assert all(start <= c.start < c.end <= end for c in found)
        encoded = encode(doc, (start, end), found, WordPieces(VOCABULARY))
        length = len(encoded.pieces)
        assert length == len(encoded.cases) == len(encoded.types) == len(encoded.classes) == len(encoded.roles)
        assert all(0 < a <= b < length for a, b in zip(encoded.starts, encoded.ends, strict=True))
        for one, other in encoded.pairs.T.tolist():
            assert one != other
            numbers = pair_features(doc, found[one], found[other])
            assert all(0 <= number < BUCKETS for number in numbers)
    assert covered == len(doc)


def test_pairs_stand_apart() -> None:
    doc = pipeline()("The chief executive of Acme Group left.")
    found = find_spans(doc, 0, len(doc))
    encoded = encode(doc, (0, len(doc)), found, WordPieces(VOCABULARY))
    for one, other in encoded.pairs.T.tolist():
        assert found[one].end <= found[other].start or found[other].end <= found[one].start


def test_word_pieces_are_the_longest_known() -> None:
    pieces = WordPieces(["[CLS]", "[SEP]", "[UNK]", "play", "##ing", "##i", "e", "##t", "##e"])
    assert pieces.of("Playing") == (3, 4)
    assert pieces.of("été") == (6, 7, 8)
    assert pieces.of("zebra") == (2,)
    assert pieces.of("\u200b") == (2,)


def test_a_long_word_costs_little() -> None:
    started = time.perf_counter()
    WordPieces(VOCABULARY).of("a" * 1_000_000)
    assert time.perf_counter() - started < 1
