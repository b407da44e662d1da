"""Who is told by a post at a firm named there: of somebody named before, of "the publisher"."""

import pytest

from tests.extraction.reading import read, said, say

CALLED_SO = (
    ("Wiremu Tane rarely gives interviews. The managing director of Rotorua Timber hates cameras.", "Rotorua Timber"),
    ("Wiremu Tane sleeps badly. He likes bees. The head of Rotorua Timber sold his car.", "Rotorua Timber"),
    ("Few have met Wiremu Tane. The former chairman of Rotorua Timber lives in Portugal.", "Rotorua Timber"),
    ("Rotorua Timber rejected the offer. Wiremu Tane, the sawmill's chief executive, said so.", "Rotorua Timber"),
    ("Rotorua Haulage cut 90 jobs. The haulier's operations director, Wiremu Tane, blamed fuel.", "Rotorua Haulage"),
)
NOT_CALLED_SO = (
    "Rotorua Timber was sued by Wiremu Tane. The head of Rotorua Timber said he would fight.",
    "Wiremu Tane, an analyst at Bexley Research, was surprised. The chairman of Rotorua Timber said nothing.",
    "Wiremu Tane met Jun Ito in Osaka. The president of Rotorua Timber was pleased.",
    "Two people were hurt. The head of Rotorua Timber apologised to Wiremu Tane.",
    "Rotorua Timber has a new supplier. The supplier's chairman, Wiremu Tane, was pleased.",
)


@pytest.mark.parametrize(("text", "firm"), CALLED_SO)
def test_a_post_of_a_firm_tells_who_somebody_is(text: str, firm: str) -> None:
    assert f"heldRole(Wiremu Tane > {firm})" in said(text)


@pytest.mark.parametrize("text", NOT_CALLED_SO)
def test_a_post_of_somebody_else_tells_nothing(text: str) -> None:
    assert not any(say(c).startswith("heldRole(Wiremu Tane > Rotorua") for c in read(text))
