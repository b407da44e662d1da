"""Which firm is meant where a sentence leaves it unsaid: what is laid out, and what the model makes of it."""

from __future__ import annotations

import pytest

from app.extraction.mentions.logit import Logit
from app.extraction.relations.context.meant import choice, judged_by
from app.extraction.relations.context.queries import Options
from tests.extraction.reading import said


def laid_out(text: str) -> list[Options]:
    """The options of all that a text leaves unsaid."""
    found: list[Options] = []
    with judged_by(found.append):
        said(text)
    return found


def names(options: Options) -> list[str]:
    known = options.query.sentence.scene.mentions.entities
    return [known[firm].name for firm in options.firms]


TEXT = "Quarrel Foods is being sued by Lowmoor Mills. Lowmoor Mills is busy. Ida Brandt resigned in May."


def test_the_firms_named_so_far_are_laid_out_nearest_first():
    options = next(o for o in laid_out(TEXT) if o.query.relation == "left")
    assert names(options) == ["Lowmoor Mills", "Quarrel Foods"]
    assert options.query.slot == "left"
    assert "far=1" in options.rows[0]
    assert "left far=1" in options.rows[0]
    assert "far=2" in options.rows[1]
    assert "none" in options.rows[-1]


def test_who_deals_in_a_company_is_none_of_those_it_may_be():
    options = next(
        o
        for o in laid_out("Tarn Capital has backed Quarrel Foods. Vantwick Capital owns 12%.")
        if o.query.slot == "company"
    )
    assert "Quarrel Foods" in names(options)
    assert "Vantwick Capital" not in names(options)


@pytest.mark.parametrize(("weight", "filled"), [(5, "Lowmoor Mills"), (-5, None)])
def test_a_firm_is_meant_if_it_is_likely_enough(weight: int, filled: str | None):
    options = next(o for o in laid_out(TEXT) if o.query.relation == "left")
    firm = choice(Logit({"far=1": weight, "far=2": -5}, 1.0), options)
    assert (firm and options.query.sentence.scene.mentions.entities[firm].name) == filled


FOUND = {
    "Quarrel Foods makes soup. The company said finance chief Ida Brandt had resigned in May.": [
        "heldRole(Ida Brandt > Quarrel Foods)",
        "left(Ida Brandt > Quarrel Foods)",
    ],
    "Quarrel Foods has raised $20m. Tarn Capital led the round. Vantwick Capital put in $4m.": [
        "investedIn(Vantwick Capital > Quarrel Foods)"
    ],
}


@pytest.mark.parametrize(("text", "claims"), FOUND.items())
def test_the_product_fills_in_who_is_meant(text: str, claims: list[str]):
    assert set(claims) <= set(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Quarrel Foods closed its mill. President Ida Brandt resigned from the bar council in May.",
        "Quarrel Foods has opened a plant. The local partner supplies the manager, Ida Brandt.",
    ],
)
def test_what_is_told_to_be_of_another_is_not_asked(text: str):
    assert not any(claim.startswith(("heldRole", "left")) for claim in said(text))
