"""Weighing candidates by what speaks for and against each."""

from __future__ import annotations

import math

from app.extraction.mentions.logit import Logit


def test_the_chances_of_all_are_one_and_follow_the_weights():
    chances = Logit({"near": 2, "barred": -4}, 0.5).chances([{"near"}, {"near", "barred"}, {"unknown"}])
    assert math.isclose(sum(chances), 1.0)
    assert chances[0] > chances[2] > chances[1]
