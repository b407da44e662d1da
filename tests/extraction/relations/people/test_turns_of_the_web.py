"""Posts, goings and successions in the turns of phrase of newsletters and company profiles."""

import pytest

from tests.extraction.reading import one, read, said, say

CASES = {
    "Oakline named Ana Ruiz chief executive after the exit of Tom Hart.": ["succeeded(Ana Ruiz > Tom Hart)"],
    "Oakline appointed Ana Ruiz as finance chief after Tom Hart left.": ["succeeded(Ana Ruiz > Tom Hart)"],
    "Ana Ruiz took the top job at Oakline after co-founder Tom Hart left.": ["succeeded(Ana Ruiz > Tom Hart)"],
    "Ana Ruiz took the top job at Oakline after the exit of co-founder Tom Hart in 2021.": [
        "succeeded(Ana Ruiz > Tom Hart)"
    ],
    "Ana Ruiz moved over to Oakline to lead its research lab.": [
        "heldRole(Ana Ruiz > Oakline)",
        "joined(Ana Ruiz > Oakline)",
    ],
    "Ana Ruiz gave up the CEO seat at Oakline and moved over to Plinth to lead its research lab.": [
        "heldRole(Ana Ruiz > Oakline)",
        "joined(Ana Ruiz > Plinth)",
    ],
    "Oakline has lost several researchers. Among the departures: Ana Ruiz and Tom Hart, who built its models.": [
        "left(Ana Ruiz > Oakline)",
        "left(Tom Hart > Oakline)",
    ],
    "Ana Ruiz left Oakline in May. Ruiz ran the Leeds and Cork review hubs.": ["heldRole(Ana Ruiz > Oakline)"],
    "Oakline said that its safety group will be folded into the main research organization.": [
        "restructured(Oakline > )"
    ],
    "Oakline has disbanded its safety team.": ["restructured(Oakline > )"],
}
NOT_SAID = {
    "Oakline named Ana Ruiz finance chief after the departure of marketing chief Tom Hart.": "succeeded",
    "Oakline hired Ana Ruiz as counsel after Tom Hart's deputy left.": "succeeded",
    "Oakline will dissolve the partnership with Plinth.": "restructured",
}
# By the phase of the post and its title.
POSTS = {
    "The deal was signed by Ana Ruiz, chief digital officer of Oakline at the time.": (
        "ended",
        "chief digital officer",
    ),
    "Ana Ruiz, chief digital officer of Oakline at the time of writing, was silent.": (
        "ongoing",
        "chief digital officer",
    ),
    "Ana Ruiz has been running Oakline as its CEO ever since.": ("ongoing", "CEO"),
    "Ana Ruiz ran Oakline as managing director until 2022.": ("ended", "managing director"),
    "Ana Ruiz joined Oakline to become its head of research.": ("started", "head of research"),
    "Ana Ruiz plans to join Oakline to become its head of research.": ("planned", "head of research"),
    "Ana Ruiz will stay on at Oakline as chairman.": ("ongoing", "chairman"),
}


@pytest.mark.parametrize(("text", "claims"), CASES.items())
def test_what_is_said(text: str, claims: list[str]) -> None:
    assert set(claims) <= said(text)


@pytest.mark.parametrize(("text", "relation"), NOT_SAID.items())
def test_what_is_not_said(text: str, relation: str) -> None:
    assert not [say(claim) for claim in read(text) if claim.relation == relation]


@pytest.mark.parametrize(("text", "post"), POSTS.items())
def test_posts(text: str, post: tuple[str, str]) -> None:
    claim = one(text, "heldRole")
    assert (claim.phase, claim.qualifiers.get("title")) == post


@pytest.mark.parametrize("would", ["he'd be joining", "he’d join", "he would join", "he was joining"])
def test_what_somebody_said_would_be_lies_ahead(would: str) -> None:
    text = f"Tom Hart gave no reason and said that {would} Plinth in January."
    claims = [claim for claim in read(text, "2025-06-15") if claim.relation == "joined"]
    assert [(c.phase, c.time.date.edtf if c.time.date else None) for c in claims] == [("planned", "2026-01")]


def test_what_somebody_had_done_lies_back() -> None:
    claims = [c for c in read("Tom Hart said he'd joined Plinth in January.", "2025-06-15") if c.relation == "joined"]
    assert [(c.phase, c.time.date.edtf if c.time.date else None) for c in claims] == [("completed", "2025-01")]


def test_how_long_somebody_has_been_in_the_role() -> None:
    text = "Ana Ruiz is chief executive of Oakline. She has been in the role since 2019."
    starts = {c.time.start.edtf for c in read(text) if c.relation == "heldRole" and c.time.start is not None}
    assert starts == {"2019"}


def test_where_both_are_now() -> None:
    text = "Oakline lost two people. Ana Ruiz left in May and Tom Hart in June. Both are now at Plinth."
    found = said(text)
    assert {"memberOf(Ana Ruiz > Plinth)", "memberOf(Tom Hart > Plinth)", "left(Ana Ruiz > Oakline)"} <= found
    assert "joined(Ana Ruiz > Plinth)" in said("Ana Ruiz and Tom Hart left Oakline. Both have joined Plinth.")


def test_both_of_three_is_nobody_in_particular() -> None:
    text = "Ana Ruiz, Tom Hart and Mia Lund left Oakline. Both are now at Plinth."
    assert not [say(claim) for claim in read(text) if claim.relation == "memberOf"]
