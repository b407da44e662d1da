"""Which firm somebody is at whom a sentence tells of without it: spokespeople, those who moved, those kept on."""

import pytest

from tests.extraction.reading import read, said


def test_who_speaks_after_a_denial_speaks_for_the_firm_that_denies() -> None:
    told = said(
        "Tarn Systems on Monday denied a report that it was in talks with Orrin Software. "
        '"Tarn is not selling anything to Orrin," a spokeswoman, Julia Brook, said.'
    )
    assert "heldRole(Julia Brook > Tarn Systems)" in told
    assert "heldRole(Julia Brook > Orrin Software)" not in told


def test_there_is_where_somebody_was_hired_from() -> None:
    told = said(
        "Orrin Software lured Mara Lund away from its Danish rival Tarn Systems in May. "
        "She had spent six years there, the last two in charge of research."
    )
    assert "heldRole(Mara Lund > Orrin Software)" not in told


def test_nobody_resigns_from_where_they_have_just_started() -> None:
    told = said("Mara Lund has joined Orrin Software as finance director. She left in May after a dispute over pay.")
    assert "left(Mara Lund > Orrin Software)" not in told
    assert "left(Mara Lund > Orrin Software)" in said(
        "Mara Lund joined Orrin Software in 2019 as finance director. She left in May after a dispute over pay."
    )


def test_we_of_the_past_is_not_the_new_employer() -> None:
    told = said(
        "On Monday Mara Lund started as finance director of Orrin Software, a maker of tools. "
        '"Our row with Brindle Data was about delays," she said.'
    )
    assert not any(claim.startswith("tensionWith") for claim in told)


def test_its_in_a_clause_on_the_firm_bought_is_not_the_buyer() -> None:
    told = said(
        "Orrin Software has opened an office in Leeds. It paid $5 million for the Danish maker of valves, which will "
        "be run under its present managing director, Jack Crome."
    )
    assert "heldRole(Jack Crome > Orrin Software)" not in told
    assert "heldRole(Jack Crome > Tarn Optics)" in said(
        "Orrin Software has bought Tarn Optics, which keeps its managing director, Jack Crome."
    )


def test_the_robots_at_a_customer_are_its_vendors() -> None:
    told = said(
        "Fennel Grocers is also Orrin Robotics' biggest customer: about 100 of its Hodder robots are at work in the "
        "grocer's depots."
    )
    assert "makesProduct(Fennel Grocers > Hodder)" not in told


def test_the_maker_that_speaks_is_not_the_lead_investor() -> None:
    told = said("Orrin Software raised $5 million in a round led by Tarn Partners, the maker of tools said on Monday.")
    assert "makesProduct(Tarn Partners > tools)" not in told
    assert "makesProduct(Orrin Software > tools)" in said(
        "Orrin Software, the maker of tools, said on Monday that its sales had risen."
    )


def test_a_surname_keeps_the_pronoun_of_its_bearer() -> None:
    told = said(
        "Lena Marsh runs Orrin Software. Her rival is Desmond Achter, who runs Tarn. Achter wanted a fight. "
        "She joined Orrin Software in 2015."
    )
    assert "joined(Lena Marsh > Orrin Software)" in told
    assert "joined(Desmond Achter > Orrin Software)" not in told


def test_the_evidence_names_each_side() -> None:
    text = (
        "Orrin Robotics makes arms, said Lena Marsh, its chief executive.\n\n"
        '"We have more orders than arms," Marsh told reporters.\n\n'
        "Jude Esper, a partner at Tarn Capital, will join the board."
    )
    for claim in read(text):
        names = " ".join(span.text for span in claim.evidence)
        assert claim.subject.name.split()[-1] in names
        if claim.object is not None and hasattr(claim.object, "name"):
            assert claim.object.name.split()[0] in names


def test_the_chief_executive_by_whom_a_firm_is_led_is_its_own() -> None:
    told = said(
        "Tarn Systems cut 200 jobs. Tarn Systems blamed its customers. "
        "Orrin Software was set up in 2003 and is led by chief executive Julia Brook."
    )
    assert "heldRole(Julia Brook > Orrin Software)" in told
    assert "heldRole(Julia Brook > Tarn Systems)" not in told


def test_a_spokesperson_speaks_for_the_firm_that_denies_and_not_for_the_one_that_the_quotation_names() -> None:
    told = said(
        'Tarn Systems denies that there is a rift. "Orrin remains a good partner," said spokesperson Julia Brook. '
        "Orrin Software supplies Tarn Systems."
    )
    assert "heldRole(Julia Brook > Tarn Systems)" in told
    assert "heldRole(Julia Brook > Orrin Software)" not in told


def _titles(text: str, person: str) -> set[tuple[str, str]]:
    roles = (c for c in read(text) if c.relation == "heldRole" and c.subject.name == person)
    return {(c.qualifiers.get("title", ""), c.phase.value) for c in roles}


def test_who_went_before_an_interim_chief_was_chief() -> None:
    text = "Leo Park founded Tarn Systems. Tarn's interim chief executive, Jan Drew, took over from Leo Park in June."
    assert _titles(text, "Leo Park") == {("chief executive", "ended")}


def test_who_is_succeeded_by_somebody_with_another_post_before() -> None:
    text = (
        "Tarn Systems founder Raj Holm stepped down as chief executive in May. "
        "He was succeeded by Ada Roe, previously the company's finance director."
    )
    assert {title for title, _ in _titles(text, "Ada Roe")} == {"chief executive", "finance director"}


@pytest.mark.parametrize(
    "text",
    [
        "The resignation of Jan Drew, Tarn Systems's head of quality, has added fuel.",
        "Tarn Systems has lost its head of quality, Jan Drew.",
        "Jan Drew, Tarn Systems's head of quality, was succeeded by Ada Roe.",
    ],
)
def test_whose_going_is_told_holds_the_post_no_more(text: str) -> None:
    assert _titles(text, "Jan Drew") == {("head of quality", "ended")}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Jan Drew, who was Tarn's sales head and the main contact for Ostfin, left in May.",
            {"left(Jan Drew > Tarn)"},
        ),
        ("Jan Drew, who had been Tarn's finance chief since 2015, resigned in May.", {"left(Jan Drew > Tarn)"}),
        ("Jan Drew, who was Tarn's finance chief until 2015, left in May.", set()),
        ("Jan Drew, who was once Tarn's finance chief, left in May.", set()),
    ],
)
def test_what_somebody_was_is_what_is_left_unless_it_was_over(text: str, left: set[str]) -> None:
    assert {claim for claim in said(text) if claim.startswith("left")} == left
