"""The second look at what an anaphor stands for."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pytest

from app.extraction.mentions import ranking
from app.extraction.mentions.antecedents import Options
from app.extraction.mentions.coreference import resolve_anaphora
from app.extraction.mentions.mentions import find_mentions
from app.extraction.mentions.ranking import Model, believed
from app.extraction.mentions.salience import Referent
from app.extraction.parsing.parse import parse
from tests.extraction.parsing.test_parse import document


def options_of(text: str) -> list[tuple[Options, Sequence[Referent]]]:
    """Each anaphor's options, and what the rules take it for."""
    told = document(text)
    passages, found = parse(told), []

    def judge(lay_out: Callable[[], Options], said: Sequence[Referent]) -> Sequence[Referent]:
        found.append((lay_out(), said))
        return said

    resolve_anaphora(passages, find_mentions(passages, told), judge)
    return found


def test_the_candidates_are_laid_out_nearest_first():
    ((options, said),) = options_of("Quarrel Foods hired Lowmoor Mills. Lowmoor Mills is busy. The company said so.")
    names = [referent.name.text for referent in options.referents]
    assert options.head.text == "company"
    assert names == ["Lowmoor Mills", "Quarrel Foods"]
    assert "rank=0" in options.features[0]
    assert "firm rank=0" in options.features[0]
    assert "rank=1" in options.features[1]
    assert ("rule=this" in options.features[0]) == bool(said)


def test_the_chances_of_all_and_none_are_one():
    ((options, _),) = options_of("Nadia Fell runs Quarrel Foods. She joined in 2019.")
    chances = ranking._shipped().chances(options.rows)
    assert len(chances) == len(options.referents) + 1
    assert math.isclose(sum(chances), 1.0)
    assert chances[0] > 0.9


@pytest.mark.parametrize(
    ("weight", "kept"),
    [(0, True), (-5, False)],
    ids=["what the rules say stands", "what is unlikely does not"],
)
def test_the_model_holds_the_rules_back(weight: int, kept: bool):
    ((options, said),) = options_of("Nadia Fell runs Quarrel Foods. She joined in 2019.")
    assert said
    assert bool(Model({"rule=this": weight}, 1.0).believed(options, said)) is kept


def test_the_model_is_silent_where_the_rules_are():
    ((options, _),) = options_of("Nadia Fell runs Quarrel Foods. She joined in 2019.")
    assert list(believed(lambda: options, [])) == []


def test_an_it_without_a_candidate_is_left_to_the_rules():
    for options, said in options_of("It rained. It was late."):
        assert list(believed(partial(replace, options), said)) == list(said)


@pytest.mark.parametrize(("weight", "meant"), [(0, {"Quarrel Foods"}), (-5, set())])
def test_what_is_not_believed_is_no_mention(weight: int, meant: set[str]):
    told = document("Quarrel Foods makes soup. It employs 90 people in Brackwell.")
    passages = parse(told)
    model = Model({"rule=this": weight}, 1.0)
    mentions = resolve_anaphora(
        passages, find_mentions(passages, told), lambda lay_out, said: model.believed(lay_out(), said)
    )
    assert {mentions.entity(m).name for m in mentions if passages[m.passage].doc[m.start].text == "It"} == meant
