"""What a sentence says of the one before it: denials, confirmations and answers."""

import pytest

from tests.extraction.modality.test_turnings import claims


def told(text: str) -> set[tuple[str, str, str | None]]:
    return {(c.relation, str(c.status), c.attribution[0].name) for c in claims(text)}


@pytest.mark.parametrize(
    ("retort", "status", "by"),
    [
        ("Orbis denies it.", "denied", "Orbis"),
        ("Orbis has since flatly denied the report.", "denied", "Orbis"),
        ("A spokeswoman for Orbis said that was not true.", "denied", "Orbis"),
        ("Orbis called the rumours 'complete nonsense'.", "denied", "Orbis"),
        ("That's wrong, says Orbis.", "denied", "Orbis"),
        ("Orbis confirmed the purchase on Friday.", "stated", "Orbis"),
        ("It turned out to be false.", "negated", None),
    ],
)
def test_what_somebody_says_of_a_report_stands_beside_it(retort: str, status: str, by: str | None) -> None:
    found = told(f"Orbis has bought Quillon, two people said. {retort}")
    assert ("acquired", "reported", None) in found
    assert ("acquired", status, by) in found


@pytest.mark.parametrize(
    "text",
    [
        "Orbis did not deny it.",
        "Orbis declined to confirm it.",
        "Nobody at Orbis would confirm the report.",
        "Velt denied it had bid.",
        "Orbis denies that its chief will go.",
        "Orbis called the price nonsense.",
        "No price was given.",
    ],
)
def test_what_is_neither_a_denial_nor_of_the_same_thing_is_none(text: str) -> None:
    found = told(f"Orbis has bought Quillon, two people said. {text}")
    assert [status for relation, status, _ in found if relation == "acquired"] == ["reported"]


def test_a_retort_may_follow_in_the_same_sentence() -> None:
    found = told("There has been chatter that Orbis has bought Quillon; Orbis calls the rumours untrue.")
    assert found == {("acquired", "reported", None), ("acquired", "denied", "Orbis")}


@pytest.mark.parametrize(
    "text",
    [
        "Two people said that Velt, which has bought Quillon, will close. Velt denies it.",
        "Orbis has bought Quillon. There is talk of layoffs; Orbis calls the rumours untrue.",
    ],
)
def test_a_retort_is_to_what_was_told_last(text: str) -> None:
    assert "denied" not in {status for relation, status, _ in told(text) if relation == "acquired"}


def test_a_question_is_answered_by_the_next_sentence() -> None:
    assert ("acquired", "asserted", None) in told("Has Orbis bought Quillon? Yes, it has.")
    assert ("acquired", "negated", None) in told("Has Orbis bought Quillon? No.")
    assert ("acquired", "denied", "Ines Roth") in told(
        "Has Orbis bought Quillon? Not according to Ines Roth, who runs it."
    )
    assert ("acquired", "asserted", None) not in told("Has Orbis bought Quillon? Nobody knows.")


def test_who_somebody_is_stands_when_a_report_of_him_is_denied() -> None:
    found = told("Sources say Ines Roth is leaving Orbis, where she is finance chief, for Velt. She denies this.")
    assert ("left", "denied", "Ines Roth") in found
    assert not [f for f in found if f[0] == "heldRole" and f[1] == "denied"]


def test_a_denial_shows_both_sentences() -> None:
    (denial,) = [
        c for c in claims("Two people said Orbis had bought Quillon. Orbis denies it.") if c.attribution[0].name
    ]
    assert [span.text for span in denial.evidence[:2]] == [
        "Orbis denies it.",
        "Two people said Orbis had bought Quillon.",
    ]
