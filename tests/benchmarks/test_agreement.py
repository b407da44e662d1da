"""Two labellers compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.benchmarks import agreement

Labels = Mapping[str, Sequence[agreement.Item]]

FIRST: Labels = {
    "must": [
        {"relation": "acquired", "subject": "Tarn Foods Ltd", "object": "Velt", "status": "asserted"},
        {"relation": "partnerOf", "subject": "Tarn Foods", "object": "Orrin", "status": ["asserted", "stated"]},
        {"relation": "founded", "subject": "Lee Han", "object": "Orrin", "status": "asserted"},
    ],
    "should": [{"relation": "makesProduct", "subject": "Velt", "object": "jam"}],
}
AGAIN: Labels = {
    "must": [
        {"relation": "acquired", "subject": "Tarn Foods", "object": "Velt", "status": "possible"},
        {"relation": "partnerOf", "subject": "Orrin", "object": "Tarn", "status": "stated"},
        {"relation": "makesProduct", "subject": "Velt", "object": "Jam"},
        {"relation": "acquired", "subject": "Velt", "object": "Tarn Foods", "status": "asserted"},
    ],
    "should": [],
}


def test_claims_are_the_same_by_relation_and_sides_and_what_is_excused_does_not_count():
    sums = agreement.compared(FIRST, AGAIN)
    assert sums == {"articles": 1, "first": 3, "found": 2, "status": 1, "right": 2, "second": 3}


def test_whoever_labelled_again_had_an_article_that_is_held_out():
    assert list(agreement.AGAIN.glob("*.yaml"))
    for path in agreement.AGAIN.glob("*.yaml"):
        assert (agreement.FIRST / path.name).exists()
        assert agreement.read(path)["must"]
