"""Phase, polarity, certainty and mode: how one and the same deed is said to stand."""

import pytest

from app.model import Status
from tests.extraction.reading import one, read


@pytest.mark.parametrize(
    ("text", "phase", "status"),
    [
        ("Marlow bought Tern Systems in 2020.", "completed", Status.ASSERTED),
        ("Marlow has bought Tern Systems.", "completed", Status.ASSERTED),
        ("Marlow is buying Tern Systems.", "planned", Status.ASSERTED),
        ("Marlow will buy Tern Systems.", "planned", Status.ASSERTED),
        ("Marlow has agreed to buy Tern Systems.", "planned", Status.ASSERTED),
        ("Marlow plans to buy Tern Systems.", "planned", Status.ASSERTED),
        ("Marlow may buy Tern Systems.", "completed", Status.POSSIBLE),
        ("Marlow could buy Tern Systems.", "completed", Status.POSSIBLE),
        ("Marlow is considering buying Tern Systems.", "considered", Status.POSSIBLE),
        ("Marlow wants to buy Tern Systems.", "considered", Status.POSSIBLE),
        ("Marlow will buy Tern Systems if regulators agree.", "planned", Status.POSSIBLE),
        ("Marlow did not buy Tern Systems.", "completed", Status.NEGATED),
        ("Marlow never bought Tern Systems.", "completed", Status.NEGATED),
        ("Marlow refused to buy Tern Systems.", None, Status.NEGATED),
        ("Marlow denied that it had bought Tern Systems.", "completed", Status.DENIED),
        ("Has Marlow Group bought Tern Systems?", None, Status.QUESTION),
        ("Marlow has yet to buy Tern Systems.", None, Status.NEGATED),
        ("Marlow failed to buy Tern Systems.", None, Status.NEGATED),
        ("Marlow is in talks to buy Tern Systems.", "considered", Status.POSSIBLE),
        ("Marlow had hoped to buy Tern Systems.", "considered", Status.POSSIBLE),
        ("Marlow is close to buying Tern Systems.", "considered", Status.POSSIBLE),
        ("Marlow declined to say whether it had bought Tern Systems.", None, Status.POSSIBLE),
        ("Marlow has not ruled out buying Tern Systems.", None, Status.POSSIBLE),
        ("After buying Tern Systems, Marlow closed two plants.", "completed", Status.ASSERTED),
        ("Marlow's purchase of Tern Systems was blocked by regulators.", "planned", Status.NEGATED),
        ("Analysts expect Marlow Group to buy Tern Systems.", "planned", Status.POSSIBLE),
    ],
)
def test_reads_how_a_deed_stands(text: str, phase: str | None, status: Status) -> None:
    claim = one(text, "acquired")
    assert claim.status is status
    assert phase is None or claim.phase.value == phase


@pytest.mark.parametrize(
    "text",
    [
        "Marlow, which bought Tern Systems in 2020, may sell its ships.",
        "Marlow, which bought Tern Systems in 2020, denied that it would sell its ships.",
    ],
)
def test_a_relative_clause_is_taken_for_granted(text: str) -> None:
    claim = one(text, "acquired")
    assert (claim.phase.value, claim.status) == ("completed", Status.ASSERTED)


def test_what_a_noun_presupposes_stays_whatever_the_sentence_doubts() -> None:
    text = "The challenges in Marlow's partnership with Tern Systems could hurt profits."
    assert one(text, "partnerOf").status is Status.ASSERTED


def test_an_end_that_is_only_feared_is_possible_and_the_partnership_stands() -> None:
    text = "Marlow's partnership with Tern Systems may end."
    found = {(claim.phase.value, claim.status) for claim in read(text) if claim.relation == "partnerOf"}
    assert found == {("ongoing", Status.ASSERTED), ("ended", Status.POSSIBLE)}


def test_what_is_dated_after_publication_is_planned() -> None:
    (claim,) = [c for c in read("Lena Voss retires from Marlow on 31 May 2025.", "2025-02-01") if c.relation == "left"]
    assert claim.phase.value == "planned"
