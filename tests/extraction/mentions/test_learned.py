"""The learned vote on what a name stands for."""

from __future__ import annotations

import pytest

from app.extraction.mentions import learned as names_learned
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.learned import KINDS, Place, add_learned, learned_votes
from app.extraction.mentions.runs import find_runs
from app.extraction.parsing.parse import parse
from tests.extraction.parsing.test_parse import document


def places(text: str, name: str) -> list[Place]:
    passages = parse(document(text))
    return [Place.of(passages[run.passage].doc, run) for run in find_runs(passages) if run.text == name]


def best(text: str, name: str) -> str:
    votes = dict(learned_votes(places(text, name)))
    return max(votes, key=lambda kind: votes[kind])


# Firms that are called like people, and people beside them: the recogniser alone takes most of these firms for people.
@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Marlow Dunne supplies valves to shipyards.", "Marlow Dunne", "Company"),
        ("Corrin Bay hired forty cooks in May.", "Corrin Bay", "Company"),
        ("Hollis Bram, who runs the mill, said no.", "Hollis Bram", "Person"),
        ("The deal was signed by Renske Vogelaar on Monday.", "Renske Vogelaar", "Person"),
        ("Corrin Bay Foods has its seat in Port Elwood.", "Corrin Bay Foods", "Company"),
        ("The brewer, based in Port Elwood, makes cider.", "Port Elwood", "Place"),
    ],
)
def test_what_a_name_stands_for(text: str, name: str, kind: str) -> None:
    assert best(text, name) == kind


def test_the_places_of_a_name_count_alike_and_only_the_first_few_are_read() -> None:
    once = places("Marlow Dunne supplies valves.", "Marlow Dunne")
    assert dict(learned_votes(once)) == pytest.approx(dict(learned_votes(once * 100)))


def test_an_organisations_score_goes_to_the_kind_that_the_others_speak_for() -> None:
    votes = {"OrganizationUnit": 2.0, "Person": 1.0}
    add_learned(votes, [("Company", 1.5), ("Person", -0.5)])
    assert votes == {"OrganizationUnit": 3.5, "Person": 0.5}
    unknown: dict[str, float] = {}
    add_learned(unknown, [("Company", 1.0)])
    assert unknown == {"Company": 1.0}


def test_the_weights_fit_the_kinds() -> None:
    weights, scale, bias = names_learned._model()
    assert len(bias) == len(scale) == len(KINDS)
    assert len(weights) > 1000
    assert {len(row) for row in weights.values()} == {len(KINDS)}
    assert names_learned.WEIGHTS.stat().st_size < 200_000


def test_a_run_at_the_edge_of_a_text_has_features() -> None:
    doc = parse(document("Marlow Dunne"))[0].doc
    found = names_learned.features(Place(doc, Run(0, 0, 2, "Marlow Dunne", doubtful=False), {}, {}))
    assert {"l=^", "r=$", "n=2"} <= found
