"""What "her company" does is not done by her."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarvo's chief executive Jo Roe said her company plans to buy Pellan.", "acquired(Tarvo > Pellan)"),
        ("Al Dahl runs Tarvo Labs. His company has bought Pellan Foods.", "acquired(Tarvo Labs > Pellan Foods)"),
        ("Al Dahl, a partner at Ostfin, said his firm had backed Pellan Foods.", "investedIn(Ostfin > Pellan Foods)"),
        ("Tarvo boss Jo Roe said her company was unhappy with Pellan.", "dissatisfiedWith(Tarvo > Pellan)"),
    ],
)
def test_her_company_is_the_one_that_she_has_a_post_at(text: str, expected: str) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jo Roe, who left Tarvo Labs in May, said her company has bought Pellan Foods.",
        "Jo Roe said her group would acquire Pellan Foods.",
    ],
)
def test_nobody_does_what_the_company_does(text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith("acquired")]
