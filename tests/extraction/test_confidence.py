"""The confidence of a rule, and how it is measured."""

from collections import Counter

import pytest

from app.extraction.confidence import ANY, TABLE, confidence_of
from scripts.training.confidence import as_text, rows
from tests.extraction.reading import one


def test_a_rule_without_a_measure_has_its_relations_confidence() -> None:
    whole = confidence_of("acquired", ANY)
    assert confidence_of("acquired", "a rule that nobody wrote") == whole
    assert 0 < whole < 1
    assert 0 < confidence_of("a relation of tomorrow", "a rule") < 1


def test_a_claim_carries_its_rules_confidence() -> None:
    claim = one("Marlow Group bought Tern Systems in 2020.", "acquired")
    assert claim.confidence == confidence_of("acquired", "acquisition")


def test_rare_rules_are_drawn_to_their_relations_others_and_trusted_least() -> None:
    made = Counter(
        {("acquired", ANY): 209, ("acquired", "often"): 200, ("acquired", "rare"): 1, ("acquired", "bad"): 8}
    )
    right = Counter(
        {("acquired", ANY): 191, ("acquired", "often"): 190, ("acquired", "rare"): 1, ("acquired", "bad"): 0}
    )
    table = {rule: confidence for _, rule, _, _, confidence in rows(right, made)}
    assert table["bad"] < table["rare"] < table["often"] < 190 / 200
    assert table["bad"] > 0


def test_the_table_is_as_the_script_writes_it() -> None:
    head, *body = TABLE.read_text(encoding="utf-8").splitlines()
    lines, lowered = [line.split("\t") for line in body], float(head.split()[-1])
    right = Counter({(relation, rule): int(count) for relation, rule, count, _, _ in lines})
    made = Counter({(relation, rule): int(count) for relation, rule, _, count, _ in lines})
    assert as_text(rows(right, made, lowered), lowered) == TABLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", TABLE.read_text(encoding="utf-8").splitlines()[1:])
def test_what_was_right_was_made(line: str) -> None:
    _, _, right, made, confidence = line.split("\t")
    assert 0 <= int(right) <= int(made)
    assert 0 < float(confidence) < 1
