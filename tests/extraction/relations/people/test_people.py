"""Roles, memberships, comings and goings."""

import pytest

from tests.extraction.reading import one, read, said


@pytest.mark.parametrize(
    ("text", "title", "phase"),
    [
        ("Lena Voss, chief executive of Marlow Group, spoke.", "chief executive", "ongoing"),
        ("Lena Voss is the chief executive of Marlow Group.", "chief executive", "ongoing"),
        ("Marlow Group's chief executive, Lena Voss, spoke.", "chief executive", "ongoing"),
        ("Crane Partners CEO Lena Voss spoke.", "CEO", "ongoing"),
        ("Lena Voss, former chief executive of Marlow Group, spoke.", "chief executive", "ended"),
        ("Lena Voss was appointed chief financial officer of Marlow Group.", "chief financial officer", "started"),
        ("Marlow Group named Lena Voss as its head of research.", "head of research", "started"),
        ("Lena Voss served as treasurer of Marlow Group.", "treasurer", "ended"),
        ("Marlow Group will appoint Lena Voss as president.", "president", "planned"),
    ],
)
def test_reads_a_title(text: str, title: str, phase: str) -> None:
    claim = one(text, "heldRole")
    assert (claim.subject.name, claim.qualifiers["title"], claim.phase.value) == ("Lena Voss", title, phase)


def test_each_title_is_a_claim_and_a_founder_founded() -> None:
    claims = read("Lena Voss, founder and chief executive of Marlow Group, spoke.")
    assert {(claim.relation, claim.qualifiers.get("title")) for claim in claims} == {
        ("founded", None),
        ("heldRole", "chief executive"),
    }


def test_a_past_responsibility_is_over() -> None:
    claim = one("Lena Voss was responsible for overseeing data operations at Marlow Group.", "heldRole")
    assert (claim.qualifiers["responsibility"], claim.phase.value) == ("data operations", "ended")


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Lena Voss left Marlow Group in May 2020.", "unstated"),
        ("Lena Voss resigned from Marlow Group in May 2020.", "resigned"),
        ("Lena Voss was dismissed by Marlow Group in May 2020.", "dismissed"),
        ("Lena Voss retired from Marlow Group in May 2020.", "retired"),
    ],
)
def test_reads_how_somebody_left(text: str, manner: str) -> None:
    claim = one(text, "left")
    assert claim.qualifiers["manner"] == manner
    assert claim.time.date is not None
    assert claim.time.date.edtf == "2020-05"


def test_time_served_is_a_duration_and_no_date() -> None:
    claim = one("Lena Voss left Marlow Group after just two months.", "left")
    assert (claim.time.duration, claim.time.date) == ("P2M", None)


def test_joining_from_one_company_another() -> None:
    found = said("Lena Voss joined Marlow Group from Crane Partners.")
    assert found == {"joined(Lena Voss > Marlow Group)", "left(Lena Voss > Crane Partners)"}


@pytest.mark.parametrize(
    "text",
    [
        "Lena Voss succeeded Tomas Reuter at Marlow Group.",
        "Lena Voss took over from Tomas Reuter at Marlow Group.",
        "Tomas Reuter will hand over to Lena Voss.",
    ],
)
def test_reads_who_came_after_whom(text: str) -> None:
    assert "succeeded(Lena Voss > Tomas Reuter)" in said(text)


def test_an_organisation_left_unsaid_comes_with_its_tie() -> None:
    text = "Lena Voss is chief executive of Marlow Group. She will leave in May."
    (left,) = [claim for claim in read(text) if claim.relation == "left"]
    assert left.object is not None
    assert any("Marlow Group" in span.text for span in left.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group hired an executive. Lena Voss spoke at the event.",
        "Lena Voss left the finance function in good shape.",
        "Lena Voss met the chief executive of Marlow Group.",
    ],
)
def test_reads_nothing_into(text: str) -> None:
    assert {claim.relation for claim in read(text)} & {"heldRole", "left", "joined", "memberOf"} == set()
