"""What two firms end between them, by what the article tells that it was; and what one does for the other."""

import pytest

from tests.extraction.reading import one, said

_SUPPLIES = "Fernhill Software supplies Kestner Mills with timetables. "


@pytest.mark.parametrize(
    "end",
    [
        "In May Kestner Mills ended its relationship with Fernhill Software.",
        "In May Kestner Mills ended a relationship with Fernhill Software that had lasted ten years.",
        "Kestner Mills has cut ties with Fernhill Software.",
    ],
)
def test_what_ends_between_a_vendor_and_its_client_is_no_partnership(end: str) -> None:
    claims = said(_SUPPLIES + end)
    assert "supplies(Fernhill Software > Kestner Mills)" in claims
    assert not {claim for claim in claims if claim.startswith("partnerOf")}


def test_whose_work_goes_to_another_supplied_it() -> None:
    text = (
        "Last month Kestner Mills moved all its payroll to Hexley Services, and ended a relationship with Fernhill "
        "Software that had lasted ten years."
    )
    claims = said(text)
    assert {"supplies(Hexley Services > Kestner Mills)", "supplies(Fernhill Software > Kestner Mills)"} <= claims
    assert not {claim for claim in claims if claim.startswith("partnerOf")}


def test_who_is_told_to_be_a_partner_as_well_is_one() -> None:
    text = "Kestner Mills has a partnership with Fernhill Software. Kestner Mills has cut ties with Fernhill Software."
    assert "partnerOf(Kestner Mills > Fernhill Software)" in said(_SUPPLIES + text)


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Fernhill Software labels the video for Kestner Mills.", "labels the video"),
        ("Kestner Mills is a firm for which Fernhill Software translates the manuals.", "translates the manuals"),
    ],
)
def test_what_is_done_to_things_that_are_there_is_the_service(text: str, service: str) -> None:
    assert one(text, "supplies").qualifiers["service"] == service
