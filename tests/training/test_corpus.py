"""The labelled sentences and the corpora of others, as the examples that the reader is trained on."""

import pytest

from app.extraction.learned.encode import WordPieces
from app.extraction.learned.labels import NEWS, SAME
from scripts.training.data import core
from scripts.training.sentences_corpus import labelled, sentences, told
from scripts.training.transfer import retold
from tests.benchmarks.corpora import SHARED
from tests.extraction.learned.small import VOCABULARY

MARKED = "[1:Company Umbra Freight] has bought [2:Company Velt]. [1:Company It] paid cash."


def test_marks_become_offsets() -> None:
    block = labelled(MARKED, ["acquired 1 2"])
    assert block.text == "Umbra Freight has bought Velt. It paid cash."
    assert [block.text[slice(*place)] for _, place in block.mentions] == ["Umbra Freight", "Velt", "It"]
    assert block.claims == (("acquired", "1", "2"),)


def test_a_claim_may_be_told_by_any_pair_of_mentions() -> None:
    found = dict(told(labelled(MARKED, ["acquired 1 2"])))
    assert len(found["acquired"]) == 2
    assert len(found[SAME]) == 2


def test_one_pair_tells_a_claim_and_the_others_say_nothing(tmp_path) -> None:
    (tmp_path / "some.txt").write_text(f"{MARKED}\nacquired 1 2\n", encoding="utf-8")
    (example,) = sentences(tmp_path, WordPieces(VOCABULARY))
    label = NEWS.index("acquired")
    right = {
        tuple(example.doc[c.start : c.end].text for c in (example.candidates[i], example.candidates[j]))
        for i, j in zip(*example.targets[:, :, label].nonzero(), strict=True)
    }
    assert right == {("Umbra Freight", "Velt")}
    again = [n for n, c in enumerate(example.candidates) if example.doc[c.start : c.end].text == "It"]
    velt = [n for n, c in enumerate(example.candidates) if example.doc[c.start : c.end].text == "Velt"]
    assert example.weights[again[0], velt[0], label] == 0


@pytest.mark.usefixtures("shared_dir")
def test_the_classes_of_another_corpus_are_told_in_our_relations() -> None:
    examples = core(SHARED / "benchmarks" / "core-train.json", WordPieces(VOCABULARY))[:60]
    again = retold(examples, WordPieces(VOCABULARY))
    assert len(again) == 60
    for old, new in zip(examples, again, strict=True):
        found = {NEWS[label] for _, _, label in zip(*new.targets.nonzero(), strict=True)}
        expected = {"acquired_by": {"acquired"}, "client_of": {"supplies"}, "undefined": set()}
        assert found == expected.get(old.source["relation"], found)
