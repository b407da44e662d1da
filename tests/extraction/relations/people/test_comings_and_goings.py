"""Who comes, goes and follows whom, where the sentence names no firm, or only the other one."""

import pytest

from tests.extraction.reading import one, said

# The firm that the article is about, and somebody who heads it.
_FIRM = (
    "Tarrant Cement said on Monday that profit had fallen by a third. Tarrant blamed the price of gas. "
    "Tarrant Cement makes cement in Hull. "
)

COMINGS = [
    "Anna Peel joined the company in 1999.",
    "Anna Peel first joined five years ago.",
    "Anna Peel joined last year.",
    "Anna Peel, who had run a quarry in Wales, arrived as chief executive in 2021.",
    "Anna Peel was fetched from Ferro Cranes in 2020.",
    "Anna Peel, poached from Ferro Cranes two years ago, runs the kilns.",
    "Anna Peel came aboard in 2019.",
    "Anna Peel joined straight from university.",
    "Tarrant brought Anna Peel in four years ago from Ferro Cranes.",
]


@pytest.mark.parametrize("text", COMINGS)
def test_who_came_is_told_without_the_firm(text: str) -> None:
    assert "joined(Anna Peel > Tarrant Cement)" in said(_FIRM + text)


GOINGS = [
    "Anna Peel, general manager of the kilns, went at the end of July.",
    "Anna Peel threw in the towel in November.",
    "Anna Peel handed in her papers in May.",
    "Anna Peel took early retirement in 2019.",
    "Anna Peel is no longer an employee.",
    "Anna Peel's contract was terminated in May.",
    "Anna Peel's last day at the company will be 31 May.",
    "The firm closed two kilns in 2018, when Anna Peel left.",
    "Tarrant Cement's company secretary, Anna Peel, has gone to Ferro Cranes.",
]


@pytest.mark.parametrize("text", GOINGS)
def test_who_went_is_told_without_the_firm(text: str) -> None:
    assert "left(Anna Peel > Tarrant Cement)" in said(_FIRM + text)


ELSEWHERE = [
    "Anna Peel joined in the celebrations.",
    "Anna Peel joined last year in calling for a boycott.",
    "Anna Peel joined the queue in May.",
    "Anna Peel arrived on Tuesday.",
    "Anna Peel walked away.",
    "Anna Peel resigned from the board of the charity.",
    "Anna Peel took notice of the complaint.",
    "Anna Peel packed her bag for Paris.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_only_takes_part_or_turns_up_neither_joins_nor_leaves(text: str) -> None:
    assert not {line for line in said(_FIRM + text) if line.startswith(("joined(Anna", "left(Anna"))}


def test_whom_somebody_hires_joins_where_that_one_is() -> None:
    text = "Tarrant Cement's chief executive, Jonas Pohl, is new. He hired Anna Peel away from Ferro Cranes in May."
    found = said(text)
    assert {"joined(Anna Peel > Tarrant Cement)", "recruitedFrom(Tarrant Cement > Ferro Cranes)"} <= found
    assert "left(Anna Peel > Ferro Cranes)" in found


TOWARDS = {
    "Anna Peel is headed for Ferro Cranes, a source with knowledge of the matter said.": "planned",
    "Anna Peel transferred to Ferro Cranes in May.": "completed",
    "Anna Peel is leaving to take up new responsibilities at Ferro Cranes.": "planned",
    "In May Anna Peel went to Ferro Cranes to set up a tile works.": "completed",
}


@pytest.mark.parametrize(("text", "phase"), TOWARDS.items())
def test_where_somebody_goes_is_joined(text: str, phase: str) -> None:
    claim = one(text, "joined")
    assert claim.phase.value == phase
    assert "left(Anna Peel > Ferro Cranes)" not in said(text)


def test_a_source_beside_the_name_of_a_firm_is_no_other_name_of_it() -> None:
    assert one(
        "Anna Peel is headed for Ferro Cranes, a source with knowledge of the matter said.", "joined"
    ).status.value == ("reported")
    assert one("Anna Peel will join Ferro Cranes, a maker of tiles, it said.", "joined").status.value == "stated"


@pytest.mark.parametrize(
    "text", ["Anna Peel went to Ferro Cranes to complain.", "Anna Peel is off to Paris.", "Anna Peel is off to lunch."]
)
def test_a_visit_is_no_new_job(text: str) -> None:
    assert not {line for line in said(text) if line.startswith(("joined", "left"))}


FOLLOWS = [
    "Jonas Pohl, whose old job goes to Anna Peel, has retired.",
    "Jonas Pohl's place was taken in January by Anna Peel.",
    "Jonas Pohl was pushed out in May. In his place the board brought in Anna Peel.",
    "Anna Peel became managing director in 2022 upon the retirement of her uncle, Jonas Pohl.",
    "Anna Peel's own predecessor, Jonas Pohl, had doubled sales.",
]


@pytest.mark.parametrize("text", FOLLOWS)
def test_who_follows_whom(text: str) -> None:
    assert "succeeded(Anna Peel > Jonas Pohl)" in said(text)


@pytest.mark.parametrize(
    "text", ["Jonas Pohl passed the ball to Anna Peel.", "In Jonas Pohl's place of work hung a portrait of Anna Peel."]
)
def test_who_is_only_named_beside_another_follows_nobody(text: str) -> None:
    assert not {line for line in said(text) if line.startswith("succeeded")}


WORKED = {
    "Jonas Pohl (CEO) and Anna Peel (CTO), both of whom used to work at Ferro Cranes, run Tarrant Cement.": 2,
    "Anna Peel joined Tarrant Cement in May after six years at Ferro Cranes.": 1,
    "Anna Peel became chairman after a decade at Ferro Cranes.": 1,
    "Jonas Pohl met Anna Peel at Ferro Cranes, where he was a buyer and she wrote software.": 1,
    "Anna Peel, an engineer who had designed kilns at Ferro Cranes, was asked.": 1,
}


@pytest.mark.parametrize(("text", "people"), WORKED.items())
def test_where_somebody_worked_before(text: str, people: int) -> None:
    found = {line for line in said(text) if line.startswith("memberOf") and line.endswith("> Ferro Cranes)")}
    assert "memberOf(Anna Peel > Ferro Cranes)" in found
    assert len(found) == people


def test_hours_at_a_place_are_no_job() -> None:
    assert not {line for line in said("Anna Peel walked out after two hours at Ferro Cranes.") if "memberOf" in line}


ONWARD = [
    "Anna Peel, who looked after sales, quit in October and has since become a partner at Ferro Cranes.",
    "Anna Peel quit after losing a fight; she has since joined Ferro Cranes as a partner.",
    "Anna Peel resigned in 2012, sold her car and set up Ferro Cranes the following March.",
]


@pytest.mark.parametrize("text", ONWARD)
def test_nobody_leaves_where_they_go_on_to(text: str) -> None:
    assert not {line for line in said(text) if line.startswith("left")}


def test_whence_somebody_joins_is_not_what_is_joined() -> None:
    found = said(_FIRM + "Anna Peel, who joined from the grocery chain Fenwold's in 2020, is leaving in May.")
    assert not {line for line in found if line.startswith("joined") and "Fenwold" in line}


def test_who_goes_to_a_firm_joins_it() -> None:
    assert "joined(Jane Roe > Brio Tools)" in said("Jane Roe went to Brio Tools in 2019.")
    assert "joined(Jane Roe > Brio Tools)" in said("Jane Roe, who leads sales at Acme, is going to Brio Tools.")
    assert "joined(John Doe > Helvo Robots)" in said(
        "John Doe will start in February at the Leeds-based robot maker Helvo Robots, as head of sales."
    )


def test_who_visits_a_firm_does_not_join_it() -> None:
    assert not any(c.startswith("joined") for c in said("Jane Roe is going to Brio Tools for talks on Monday."))
    assert not any(c.startswith("joined") for c in said("Jane Roe went to Leeds in May."))


def test_arrivals_that_leave_the_firm_unsaid() -> None:
    assert "joined(Carla Monfort > Acme)" in said(
        "Acme is led by Carla Monfort, an engineer who arrived in 2019 after a decade at Ondara."
    )


def test_goings_in_other_words() -> None:
    assert "left(John Doe > Acme)" in said("Acme hired John Doe as finance chief in May. Doe lasted ten weeks.")
    assert "left(Jane Roe > Acme)" in said("Jane Roe is one of nine people to have left Acme since May.")
    assert not any("left" in c for c in said("Acme hired John Doe in May. The machine lasted ten years."))


def test_a_notice_to_join_another_is_no_notice_there() -> None:
    assert "left(Jane Roe > Brio Tools)" not in said(
        "Acme is looking for a new head of sales after Jane Roe handed in her notice to join Brio Tools."
    )


def test_in_whose_place() -> None:
    assert "succeeded(Marieke Dols > Graham Stott)" in said("Graham Stott gave way to Marieke Dols in May.")
    assert "succeeded(Katrien Moens > Wim Daems)" in said(
        "Wim Daems handed the chief executive's job to Katrien Moens in 2021."
    )
    assert "succeeded(Jane Roe > John Doe)" in said("Jane Roe became chief executive of Acme in place of John Doe.")
