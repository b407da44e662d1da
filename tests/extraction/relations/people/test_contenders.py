"""Who is in the running for a post, and who goes where somebody else goes."""

import pytest

from app.model import Status
from tests.extraction.reading import read, said, say

IN_THE_RUNNING = (
    "Mewar Tyres is close to naming a chief executive. The front-runner is Rohan Bhand, who heads Konkan Rubber.",
    "Mewar Tyres is looking for a content chief. The finalists are Rohan Bhand and Hollis Keane.",
    "Rohan Bhand is the only candidate for the job of chairman at Mewar Tyres.",
    "Mewar Tyres needs a boss. Investors have sounded out Rohan Bhand.",
    "Rohan Bhand is tipped to become chief executive of Mewar Tyres.",
    "Rohan Bhand is a candidate to succeed Tom Berg as chief executive of Mewar Tyres.",
    "Rohan Bhand, who is in line to become chairman of Mewar Tyres, said nothing.",
    "Rohan Bhand hopes to become chief executive of Mewar Tyres.",
)
NOT_IN_THE_RUNNING = (
    "Rohan Bhand is a candidate in the election. Mewar Tyres backs its party.",
    "Mewar Tyres is the favourite to buy a rival. Rohan Bhand said so.",
)
ALONG = (
    "Maya Iyer left Beacon Metals for Orion Commodities. Sven Dahl followed her there in May.",
    "Maya Iyer left Beacon Metals in May. Sven Dahl followed her to Orion Commodities.",
    "Maya Iyer left Beacon Metals for Orion Commodities. She took two traders, Sven Dahl and Bo Lind, with her.",
)
NOT_ALONG = (
    "Maya Iyer left Beacon Metals. Sven Dahl followed her career closely.",
    "Maya Iyer left Beacon Metals for Orion Commodities. Sven Dahl took his time.",
)
WORKS = (
    "Maya Iyer, who negotiates for Beacon Metals, laughed.",
    "Maya Iyer has welded pipes for Beacon Metals since 1988.",
    "Maya Iyer manages money at Beacon Metals.",
)
VISITS = (
    "Maya Iyer flew to Oslo for Beacon Metals.",
    "Maya Iyer negotiated at Beacon Metals.",
)


@pytest.mark.parametrize("text", IN_THE_RUNNING)
def test_a_post_that_somebody_may_get(text: str) -> None:
    found = {c.status for c in read(text) if say(c) == "heldRole(Rohan Bhand > Mewar Tyres)"}
    assert found == {Status.POSSIBLE}


@pytest.mark.parametrize("text", NOT_IN_THE_RUNNING)
def test_other_races(text: str) -> None:
    assert "heldRole(Rohan Bhand > Mewar Tyres)" not in said(text)


@pytest.mark.parametrize("text", ALONG)
def test_going_along(text: str) -> None:
    assert {"joined(Sven Dahl > Orion Commodities)", "left(Sven Dahl > Beacon Metals)"} <= said(text)


@pytest.mark.parametrize("text", NOT_ALONG)
def test_not_going_along(text: str) -> None:
    assert not any(each.startswith(("joined(Sven", "left(Sven")) for each in said(text))


@pytest.mark.parametrize("text", WORKS)
def test_work_done_for_a_firm(text: str) -> None:
    assert "memberOf(Maya Iyer > Beacon Metals)" in said(text)


@pytest.mark.parametrize("text", VISITS)
def test_errands_are_no_work_there(text: str) -> None:
    assert "memberOf(Maya Iyer > Beacon Metals)" not in said(text)
