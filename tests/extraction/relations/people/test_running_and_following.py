"""Who runs what without a title, who stays or ends as what, and who follows whom."""

import pytest

from app.model import Phase
from tests.extraction.reading import one, read, said, say

HELD = "heldRole(Mara Lindt > Halden Steel)"
FOLLOWS = "succeeded(Mara Lindt > Paul Okoye)"
RUNS = (
    "Halden Steel is growing. Mara Lindt, who has overseen packaging since 2021, said so.",
    "Halden Steel is growing. Mara Lindt looks after finance.",
    "Halden Steel is growing. The works is now being run by Mara Lindt.",
    "Halden Steel is growing. Mara Lindt now runs a team of architects.",
    "Mara Lindt used to head purchasing at Halden Steel.",
    "Mara Lindt runs the Halden Steel plant in Lyon.",
    "Halden Steel has put Mara Lindt in charge of exports.",
    "Mara Lindt owns half of Halden Steel and chairs its board.",
    "Halden Steel is growing. Mara Lindt runs exports.",
    "Halden Steel is growing. Mara Lindt heads the safety committee.",
)
RUNS_NOTHING = (
    "Halden Steel is growing. Mara Lindt ran the marathon in three hours.",
    "Halden Steel is growing. Mara Lindt looks after her mother.",
    "Halden Steel is growing. Mara Lindt ran the fund of a friend.",
)
AS = (
    "Mara Lindt carries on as managing director of Halden Steel.",
    "Mara Lindt hung on as chief executive of Halden Steel until 2022.",
    "Mara Lindt ended up as head of treasury at Halden Steel.",
    "Mara Lindt took charge as managing director of Halden Steel in 2018.",
    "Mara Lindt quit as Halden Steel's chief operating officer in October.",
    "Halden Steel is for sale. Mara Lindt will carry on as managing director.",
    "Mara Lindt began her career as a software engineer with Halden Steel.",
    "Mara Lindt began as a copywriter at Halden Steel in 2006.",
    "Mara Lindt spent six years at Halden Steel as head of research.",
    "Mara Lindt had spent 14 years at Halden Steel, the last three as general manager of its port.",
    "Mara Lindt joins Corvo Foods from Halden Steel, where she served for nine years, most recently as head of sales.",
    "Halden Steel has grown under the leadership of Mara Lindt.",
    "Under Mara Lindt's chairmanship, Halden Steel has grown.",
    "Mara Lindt would become a non-executive director of Halden Steel in January.",
    "Halden Steel lost money. Mara Lindt, formerly head of the bus division, said so.",
    "Mara Lindt, Director of Investor Relations, Halden Steel, said so.",
    "Mara Lindt will hand over as managing director of Halden Steel in June.",
    "Mara Lindt founded Corvo Foods after a decade as a banker at Halden Steel.",
    "During Mara Lindt's time as chief executive of Halden Steel, sales doubled.",
    "Mara Lindt's nine years at the helm of Halden Steel ended in 2020.",
    "Mara Lindt is no longer chief executive of Halden Steel.",
    "Mara Lindt – chief executive of Halden Steel – said so.",
    "Mara Lindt, the 79-year-old chairman of Halden Steel, said so.",
    "Mara Lindt, Head of Corporate Ventures at Halden Steel, said so.",
    "Mara Lindt is now an entrepreneur in residence at Halden Steel.",
)
FOLLOWED = (
    "Paul Okoye will hand control of Halden Steel to finance chief Mara Lindt on September 1.",
    "Paul Okoye gave up the chair of Halden Steel in 2003 to his daughter Mara Lindt.",
    "Mara Lindt took charge of Halden Steel in April following the retirement of Paul Okoye.",
    "Mara Lindt followed Paul Okoye into the top job at Halden Steel.",
    "Mara Lindt steps into the role vacated by Paul Okoye at Halden Steel.",
    "Paul Okoye's replacement as finance director of Halden Steel, Mara Lindt, starts in May.",
    "Paul Okoye's replacement at Halden Steel is Mara Lindt.",
    "Mara Lindt's own predecessor, Paul Okoye, said so.",
    "Paul Okoye, chief executive of Halden Steel, left in May. His place was taken in June by Mara Lindt.",
    "Paul Okoye, chief executive of Halden Steel, left in May. In his place the board brought in Mara Lindt.",
    "Paul Okoye will hand over as managing director of Halden Steel in June. The job goes to Mara Lindt.",
    "Paul Okoye resigned as managing director of Halden Steel in June. The post was filled by Mara Lindt.",
)
NOT_FOLLOWED = (
    "Paul Okoye gave up smoking and handed the money to Mara Lindt.",
    "Paul Okoye followed Mara Lindt to Halden Steel.",
    "Paul Okoye handed the documents to Mara Lindt.",
)


@pytest.mark.parametrize("text", RUNS + AS)
def test_a_post_is_told(text: str) -> None:
    assert HELD in said(text)


@pytest.mark.parametrize("text", RUNS_NOTHING)
def test_no_post_is_told(text: str) -> None:
    assert not any(claim.startswith("heldRole") for claim in said(text))


@pytest.mark.parametrize("text", FOLLOWED)
def test_a_succession_is_told(text: str) -> None:
    assert FOLLOWS in said(text)


@pytest.mark.parametrize("text", NOT_FOLLOWED)
def test_no_succession_is_told(text: str) -> None:
    assert not any(claim.startswith("succeeded") for claim in said(text))


def test_who_follows_somebody_as_something_has_the_post() -> None:
    assert HELD in said("Mara Lindt followed Paul Okoye as chief executive of Halden Steel.")


def test_what_somebody_was_before_is_not_what_they_join_as() -> None:
    found = read(
        "Mara Lindt joins Corvo Foods from Halden Steel, where she served nine years, most recently as head of sales."
    )
    assert all(
        "title" not in claim.qualifiers for claim in found if claim.object is not None and claim.relation == "joined"
    )
    assert "heldRole(Mara Lindt > Corvo Foods)" not in {say(claim) for claim in found}


@pytest.mark.parametrize(
    "text",
    [
        "After ten years as head of research at Halden Steel, Mara Lindt founded Corvo Foods.",
        "During Mara Lindt's time as chief executive of Halden Steel, sales doubled.",
        "Mara Lindt's nine years at the helm of Halden Steel ended in 2020.",
        "Mara Lindt is no longer chief executive of Halden Steel.",
    ],
)
def test_a_time_in_a_post_is_over(text: str) -> None:
    assert one(text, "heldRole").phase is Phase.ENDED


def test_a_time_as_something_else_is_no_post() -> None:
    assert not said("Mara Lindt's two years as a student were happy, Halden Steel said.")


def test_a_group_may_be_a_firm_that_the_title_does_not_swallow() -> None:
    role = one("Mara Lindt retired as finance director of the pallet group Halden in March.", "heldRole")
    assert (say(role), role.qualifiers["title"]) == ("heldRole(Mara Lindt > Halden)", "finance director")


def test_a_prize_is_no_post() -> None:
    assert not said("Paul Okoye resigned from Halden Steel in June. The prize went to Mara Lindt.") & {FOLLOWS, HELD}


def test_a_field_of_work_is_no_firm() -> None:
    assert "heldRole(Mara Lindt > Corporate Ventures)" not in said(
        "Mara Lindt, Head of Corporate Ventures at Halden Steel, said so."
    )


def test_a_plant_is_called_by_its_place() -> None:
    assert "heldRole(Mara Lindt > Lyon)" not in said("Mara Lindt, who manages the Lyon plant, said so.")


def test_where_a_successor_was_before_is_not_where_the_predecessor_was() -> None:
    found = said("Mara Lindt, who previously ran the European arm of Corvo Foods, took over from Paul Okoye in May.")
    assert FOLLOWS in found
    assert "heldRole(Paul Okoye > Corvo Foods)" not in found


def test_who_stays_on_has_the_post_now() -> None:
    assert one("Mara Lindt stays on as chairman of Halden Steel.", "heldRole").phase is Phase.ONGOING
