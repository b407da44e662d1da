"""Whose title it is, how much of it is said, and whether it is over: what must not be read, and what must."""

import pytest

from app.documents.clean import segment
from app.extraction.engine import load_engine
from app.model import Article, Claim


def claims(text: str, title: str | None = None) -> list[Claim]:
    return list(load_engine().extract(segment(Article(text=text, title=title, published="2025-06-18"))).claims)


def roles(text: str, title: str | None = None) -> set[tuple[str, str, str, str]]:
    return {
        (c.subject.name, str(getattr(c.object, "name", None)), c.qualifiers.get("title", ""), str(c.phase))
        for c in claims(text, title)
        if c.relation == "heldRole"
    }


def told(text: str) -> set[tuple[str, str, str]]:
    return {(c.relation, c.subject.name, str(c.phase)) for c in claims(text)}


@pytest.mark.parametrize("past", ["previously ran research at Norvane", "led Norvane until 2019"])
def test_a_former_employer_is_not_the_unsaid_one(past: str) -> None:
    text = f'"We must focus," said Chief Executive Dana Holt. Holt {past}.'
    assert not any(org == "Norvane" and phase == "ongoing" for _, org, _, phase in roles(text))


def test_a_former_employer_is_not_the_unsaid_one_though_no_other_is_named() -> None:
    text = "Mara Quist, who ran Norvane until 2020, is a consultant. Quist, the chief executive, said sales fell."
    assert not [role for role in roles(text) if role[3] == "ongoing"]


def test_the_unsaid_firm_is_none_where_a_sentence_names_another() -> None:
    text = "Harbour Foods cut its forecast. Chief executive Owen Lyle met Tarn Energy on Monday."
    assert not any(org == "Tarn Energy" for _, org, _, _ in roles(text))


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater Foods dismissed chief executive Owen Lyle on Tuesday.",
        "Brightwater Foods ousted chief executive Owen Lyle after a review.",
        "Halden Robotics replaced chief executive Owen Lyle with Jan Falk.",
        "Kelder Systems poached chief executive Owen Lyle from Ostrava Motors.",
    ],
)
def test_who_is_turned_out_no_longer_holds_the_title(text: str) -> None:
    assert not [role for role in roles(text) if role[0] == "Owen Lyle" and role[3] == "ongoing"]


def test_who_is_not_dismissed_holds_the_title() -> None:
    found = roles("Tarn Energy did not dismiss chief executive Mara Quist.")
    assert ("Mara Quist", "Tarn Energy", "chief executive", "ongoing") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruth Hale, who was Tarn Energy's chief technology officer until 2013, writes books.",
            ("Ruth Hale", "Tarn Energy", "chief technology officer", "ended"),
        ),
        (
            "Ruth Hale, head of UK mergers and acquisitions at Tarn Capital, said so.",
            ("Ruth Hale", "Tarn Capital", "head of UK mergers and acquisitions", "ongoing"),
        ),
        (
            "Ruth Hale, senior vice president of data operations at Tarn Capital, said so.",
            ("Ruth Hale", "Tarn Capital", "senior vice president of data operations", "ongoing"),
        ),
        (
            "Tarn Capital appointed Ruth Hale chair of its audit committee.",
            ("Ruth Hale", "Tarn Capital", "chair of its audit committee", "started"),
        ),
        (
            "Ruth Hale will stay on as head of research at Tarn Capital.",
            ("Ruth Hale", "Tarn Capital", "head of research", "ongoing"),
        ),
        ("Ruth Hale sits on the board of Tarn Capital.", ("Ruth Hale", "Tarn Capital", "director", "ongoing")),
        ("Ruth Hale will join Tarn Capital's board in May.", ("Ruth Hale", "Tarn Capital", "director", "planned")),
    ],
)
def test_a_title_is_read_whole(text: str, expected: tuple[str, str, str, str]) -> None:
    assert roles(text) == {expected}


def test_each_of_two_seats_is_a_title() -> None:
    found = roles("Tarn Capital has appointed Ruth Hale as a non-executive director and chair of its audit committee.")
    assert {title for _, _, title, _ in found} == {"non-executive director", "chair of its audit committee"}


def test_where_speaks_of_the_firm_before_it() -> None:
    text = (
        "Lukas Amler works for Kestrel Robotics. He joined it from Brightfold, a software firm, where he was president."
    )
    assert not any(org == "Kestrel Robotics" for _, org, title, _ in roles(text) if title == "president")


def test_who_moved_to_another_firm_no_longer_holds_the_title() -> None:
    found = roles(
        "Tarn Energy is in trouble. Ken Mori, Tarn Energy's procurement chief, moved to Halden Robotics in March."
    )
    assert not [role for role in found if role[0] == "Ken Mori" and role[3] == "ongoing"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Linda Moss is head of Tarn Energy's infrastructure group, reporting to president Carl Odd.", "Linda Moss"),
        ("Peter Hale, who is retiring from Tarn Energy after 31 years, the last 12 as president, waved.", "Peter Hale"),
    ],
)
def test_a_title_of_something_else_is_left(text: str, person: str) -> None:
    assert not [role for role in roles(text) if role[0] == person]


def test_who_will_step_down_still_holds_the_title() -> None:
    found = roles("Anna Berg will step down as chief executive of Tarn Energy in June.")
    assert {phase for *_, phase in found} <= {"ongoing"}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Anna Berg will step down as chief executive of Tarn Energy in October.", "2025-10"),
        ("Tarn Energy said that Anna Berg would step down as chief executive in October.", "2025-10"),
        ("Tarn Energy confirmed on Monday that Anna Berg was retiring as chair next month.", "2025-07"),
        ("Anna Berg plans to retire as chief executive of Tarn Energy next year.", "2026"),
        ("Anna Berg will resign as chief executive of Tarn Energy effective 1 August.", "2025-08-01"),
        ("Anna Berg would resign as chair of Tarn Energy effective 1 August, the company said.", None),
    ],
)
def test_a_post_that_is_to_be_given_up_goes_on_till_then(text: str, end: str | None) -> None:
    (role,) = (claim for claim in claims(text) if claim.relation == "heldRole")
    assert role.phase == "ongoing"
    assert role.time.start is None
    assert end is None or (role.time.end is not None and role.time.end.edtf == end)


def test_a_post_that_was_given_up_ended_then() -> None:
    (role,) = (
        claim
        for claim in claims("Anna Berg resigned as chair of Tarn Energy effective 1 June.")
        if claim.relation == "heldRole"
    )
    assert (role.phase, role.time.start, role.time.end and role.time.end.edtf) == ("ended", None, "2025-06-01")


@pytest.mark.parametrize(
    "text",
    ["Jonas Pohl left Waymo to start Kiteworks, a robot maker.", "Jonas Pohl left Waymo to found the firm Kiteworks."],
)
def test_what_one_left_to_found_is_founded(text: str) -> None:
    assert ("founded", "Jonas Pohl", "completed") in told(text)


def test_it_stands_for_the_firm_named_before_it() -> None:
    text = (
        "Delver Chips bought a stake. Zora Wick, who founded Annotel in 2017 and leads it as chief executive, agreed."
    )
    assert not any(org == "Delver Chips" for _, org, _, _ in roles(text))


def test_a_clause_about_a_unit_is_not_about_its_owner() -> None:
    for claim in claims("Corva Labs, a unit of Orbis that focuses on superintelligence, hired ten people."):
        assert (claim.relation, claim.subject.name) != ("focusesOn", "Orbis")


def test_a_unit_does_not_end_with_the_work_it_does() -> None:
    text = "The work is done by Ostrava Systems, part of Tarn Consultancy Services, until 2031."
    assert ("unitOf", "Ostrava Systems", "ended") not in told(text)


def test_what_would_happen_has_not() -> None:
    for text in ("Tarn Energy and Halden Robotics would merge.", "Tarn Energy would acquire Halden Robotics."):
        assert not [phase for _, _, phase in told(text) if phase == "completed"]


def test_who_is_close_to_an_agreement_has_none() -> None:
    for claim in claims("Tarn Energy is close to an agreement to combine with Halden Robotics."):
        assert str(claim.status) == "possible"


@pytest.mark.parametrize("people", ["advisers", "lawyers", "engineers", "a team of researchers"])
def test_people_are_no_vendors(people: str) -> None:
    assert not [c for c in claims(f"Tarn Energy has hired {people} to look at a sale.") if c.relation == "supplies"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Tom Reed was chief executive of Helvar Group from 2019.", {"start": "2019"}),
        ("Tom Reed was chief executive of Helvar Group in 2019.", {"date": "2019"}),
        ("Tom Reed served as chief executive of Helvar Group in 2019.", {"date": "2019"}),
        ("Tom Reed was chief executive of Helvar Group until 2019.", {"end": "2019"}),
        ("Tom Reed was chief executive of Helvar Group from 2015 to 2019.", {"start": "2015", "end": "2019"}),
        ("Tom Reed resigned as chief executive of Helvar Group in 2019.", {"end": "2019"}),
    ],
)
def test_what_was_at_a_time_did_not_end_then(text: str, times: dict[str, str]) -> None:
    (claim,) = (claim for claim in claims(text) if claim.relation == "heldRole")
    found = {name: getattr(claim.time, name) for name in ("start", "end", "date")}
    assert {name: value.edtf for name, value in found.items() if value} == times


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater Foods has hired Mara Quist as its finance director, chairman Owen Lyle said.",
        "Brightwater Foods has hired Mara Quist as finance director, its chairman, Owen Lyle, said.",
        "Brightwater Foods has hired Mara Quist as finance director, president and chairman Owen Lyle said.",
    ],
)
def test_the_title_of_the_speaker_is_not_listed_with_that_of_the_hired(text: str) -> None:
    titles = {(person, title) for person, _, title, _ in roles(text)}
    assert titles - {("Owen Lyle", "president")} == {("Mara Quist", "finance director"), ("Owen Lyle", "chairman")}


def test_what_the_chairman_said_makes_nobody_chairman() -> None:
    found = roles("Brightwater Foods has hired Mara Quist as finance director, the chairman told staff.")
    assert {title for _, _, title, _ in found} == {"finance director"}


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater Foods has hired Mara Quist as chairman, president and chief executive.",
        "Brightwater Foods named Mara Quist chairman, president and chief executive.",
    ],
)
def test_titles_of_a_list_are_one_persons(text: str) -> None:
    found = {title for person, _, title, _ in roles(text) if person == "Mara Quist"}
    assert found == {"chairman", "president", "chief executive"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Brightwater Foods has hired Mara Quist as head of R&D.", "head of R&D"),
        ("Mara Quist, head of M&A at Brightwater Foods, spoke.", "head of M&A"),
        ("Brightwater Foods named Mara Quist vice president of R&D.", "vice president of R&D"),
        ("Brightwater Foods' head of M&A, Mara Quist, spoke.", "head of M&A"),
        ("Mara Quist, Brightwater Foods's chairman for the past six years, spoke.", "chairman"),
        ("Brightwater Foods's finance chief for most of the decade, Mara Quist, spoke.", "finance chief"),
        ("Mara Quist and Owen Lyle, both managers at Brightwater Foods, spoke.", "manager"),
        ("Brightwater Foods fired two managers, Mara Quist and Owen Lyle.", "manager"),
        ("Brightwater Foods promoted Mara Quist to lead engineer.", "lead engineer"),
        ("Brightwater Foods promoted Mara Quist to head of design.", "head of design"),
    ],
)
def test_a_title_is_told_whole_and_of_one_person(text: str, title: str) -> None:
    found = {(org, name) for person, org, name, _ in roles(text) if person == "Mara Quist"}
    assert found == {("Brightwater Foods", title)}


def test_what_ends_in_a_letter_and_a_stop_may_be_a_firm() -> None:
    assert ("Mara Quist", "K&T", "head of food", "started") in roles("Mara Quist became head of food at K&T.")


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater Foods hired Mara Quist in May to lead its pensions arm.",
        "Mara Quist was hired by Brightwater Foods to head marketing.",
        "Mara Quist was recruited to captain the sales team at Brightwater Foods.",
    ],
)
def test_what_somebody_is_hired_to_do_is_no_title(text: str) -> None:
    assert not {title for _, _, title, _ in roles(text)} - {""}


def test_whoever_is_picked_to_lead_a_firm_has_a_post_there() -> None:
    found = roles("Brightwater Foods has picked Mara Quist to lead Tarn Energy.")
    assert {org for _, org, _, _ in found} == {"Tarn Energy"}


def test_a_promotion_does_not_begin_what_somebody_has_been() -> None:
    text = "Brightwater Foods promoted Mara Quist, its sales director for a decade, to managing director."
    assert {(title, phase) for _, _, title, phase in roles(text)} == {
        ("sales director", "ongoing"),
        ("managing director", "started"),
    }


def test_those_counted_and_named_are_dismissed() -> None:
    text = "Brightwater Foods dismissed two engineers, Mara Quist and Owen Lyle, in May."
    gone = [claim for claim in claims(text) if claim.relation == "left"]
    assert {claim.subject.name for claim in gone} == {"Mara Quist", "Owen Lyle"}
    assert all(claim.status == "asserted" for claim in gone)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quist, chief executive of Brightwater Foods, died on Sunday.",
        "Brightwater Foods's chief executive, Mara Quist, has died aged 61.",
        "Brightwater Foods said its chief executive, Mara Quist, was killed in a crash.",
        "The death of Mara Quist, chief executive of Brightwater Foods, shocked staff.",
        "After Tarn Energy cut its orders, Brightwater Foods parted ways with its chief executive, Mara Quist.",
        "Brightwater Foods lost a client, and parted ways with its chief executive, Mara Quist.",
    ],
)
def test_the_dead_and_the_gone_hold_no_post(text: str) -> None:
    assert roles(text) == {("Mara Quist", "Brightwater Foods", "chief executive", "ended")}


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quist, chief executive of Brightwater Foods, nearly died in 2019.",
        "Mara Quist, chief executive of Brightwater Foods, said her father had died.",
    ],
)
def test_the_living_hold_their_posts(text: str) -> None:
    assert roles(text) == {("Mara Quist", "Brightwater Foods", "chief executive", "ongoing")}


def test_who_parts_with_somebody_after_a_clause_is_found() -> None:
    text = "Brightwater Foods, which cans peas, parted ways with its chairman, Mara Quist, in May."
    assert ("left", "Mara Quist", "completed") in told(text)


def test_managing_director_is_a_title_and_lasts() -> None:
    text = "Mara Quist will join Tarn Energy from Brightwater Foods, where she has been managing director since 2020."
    assert roles(text) == {("Mara Quist", "Brightwater Foods", "managing director", "ongoing")}


def test_a_clause_does_not_end_the_post_after_it() -> None:
    text = "Mara Quist, who ran research at Brightwater Foods until last year, is now a partner at Tarn Energy."
    assert ("Mara Quist", "Tarn Energy", "partner", "ongoing") in roles(text)
    assert ("Mara Quist", "Tarn Energy", "partner", "ended") not in roles(text)


def test_what_somebody_now_is_may_be_anywhere() -> None:
    found = roles("Mara Quist, who ran research at Brightwater Foods until last year, is now an adviser.")
    assert not [role for role in found if role[2] == "adviser"]


def test_half_a_title_is_none() -> None:
    text = (
        "Mara Quist, who became interim chief executive of Brightwater Foods, will run the sales team and report to "
        "Tarn Energy's chairman, Owen Lyle."
    )
    assert {(person, org, title) for person, org, title, _ in roles(text)} == {
        ("Mara Quist", "Brightwater Foods", "interim chief executive"),
        ("Owen Lyle", "Tarn Energy", "chairman"),
    }


def test_what_somebody_leaves_to_run_is_not_yet_run() -> None:
    found = roles("Mara Quist, chairman of Tarn Energy, is leaving to run Brightwater Foods.")
    assert ("Mara Quist", "Brightwater Foods", "", "planned") in found


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("He began his career at Tarn Energy, rising to vice president of sales.", {"Tarn Energy"}),
        ("He spent ten years at a rival, rising to vice president of sales.", set()),
    ],
)
def test_somebody_rises_where_the_career_was(text: str, org: set[str]) -> None:
    found = roles(f"Owen Lyle is chief executive of Brightwater Foods. {text}")
    assert {firm for _, firm, title, _ in found if title == "vice president of sales"} == org
