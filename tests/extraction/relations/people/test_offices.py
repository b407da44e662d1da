"""Posts that are taken up, kept, given up and handed on, in the many ways that news tells it."""

import pytest

from app.model import Phase
from tests.extraction.reading import one, read, said, say

HELD = "heldRole(Mara Lindt > Halden Steel)"
TOLD = (
    "Mara Lindt relinquished her post as head of research at Halden Steel in May.",
    "Mara Lindt, who is leaving her job as Halden Steel's chief scientist, has bought a farm.",
    "Mara Lindt was stripped of her position as chairwoman of Halden Steel.",
    "Halden Steel said Mara Lindt would keep her role as chief scientist.",
    "Mara Lindt combines the posts of chairwoman and chief executive at Halden Steel.",
    "Mara Lindt has been given the job of finance director at Halden Steel.",
    "Mara Lindt had spent four years as Halden Steel's head of research.",
    "Mara Lindt doubles as finance director and company secretary of Halden Steel.",
    "Mara Lindt rose through the ranks at Halden Steel to become its first female managing director.",
    "Mara Lindt worked her way up to chief executive of Halden Steel.",
    "Halden Steel has turned to Mara Lindt, an outsider, to be its next chief executive.",
    "The job of finance director at Halden Steel has gone to Mara Lindt.",
    "Under its chief executive, Mara Lindt, Halden Steel has grown fast.",
    "Mara Lindt's appointment as chair of Halden Steel takes effect in June.",
    "Mara Lindt, 47, takes the reins at Halden Steel next month.",
    "Mara Lindt was handed the top job at Halden Steel last autumn.",
    "Halden Steel said on Monday that Mara Lindt had agreed to become its chief financial officer.",
    "Mara Lindt, the chairman and biggest shareholder of Halden Steel, died on Tuesday.",
    "Mara Lindt was Halden Steel's chief operating officer from 2015 to 2019.",
    "Mara Lindt (Halden Steel's sales director) spoke first.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_post_is_told(text: str) -> None:
    assert HELD in said(text)


def test_several_people_share_a_title() -> None:
    found = said("Halden Steel co-chief executives Mara Lindt and Paul Okoye said the deal made sense.")
    assert {HELD, "heldRole(Paul Okoye > Halden Steel)"} <= found


def test_what_is_only_offered_or_turned_down_is_no_post() -> None:
    for verb in ("was offered", "turned down", "declined"):
        assert HELD not in said(f"Mara Lindt {verb} the role of chief scientist at Halden Steel.")


def test_a_post_given_up_is_over_and_one_to_be_given_up_is_not() -> None:
    gone = one("Mara Lindt gave up her role as general counsel of Halden Steel in 2021.", "heldRole")
    assert gone.phase is Phase.ENDED
    staying = one("Mara Lindt will give up the role of chief scientist of Halden Steel.", "heldRole")
    assert staying.phase is Phase.ONGOING


def test_a_friend_of_the_firm_is_not_its_lawyer() -> None:
    assert HELD not in said("Mara Lindt, a lawyer and critic of Halden Steel, spoke first.")


def test_an_age_stands_in_nobodys_way() -> None:
    assert HELD in said("Mara Lindt, 52, an engineer at Halden Steel, has bought a boat.")


def test_who_is_in_charge_of_a_firm_leads_it_and_oversees_no_part_of_it():
    posts = [
        c for c in read("Anna Berg, who is in charge of Nordlund Systems, lives in Oslo.") if c.relation == "heldRole"
    ]
    assert [say(c) for c in posts] == ["heldRole(Anna Berg > Nordlund Systems)"]
    assert not posts[0].qualifiers
