"""Phrases that say how far a clause is vouched for, read off the words."""

import pytest

from tests.extraction.modality.test_turnings import claims


def statuses(text: str) -> set[tuple[str, str]]:
    return {(c.relation, str(c.status)) for c in claims(text)}


@pytest.mark.parametrize(
    "phrase",
    [
        "Word on the street is that",
        "Word is",
        "I hear that",
        "I'm told",
        "We understand that",
        "We have also heard from two suppliers that",
        "There has been chatter that",
        "There is talk in the industry that",
    ],
)
def test_what_is_passed_on_is_hearsay(phrase: str) -> None:
    assert statuses(f"{phrase} Orbis has bought Quillon.") == {("acquired", "reported")}


@pytest.mark.parametrize(
    "phrase",
    [
        "Rumour has it that",
        "The rumour is that",
        "There is a growing suspicion that",
        "Speculation is rife that",
        "There have been rumblings for weeks that",
        "It looks like",
        "It seems that",
        "It increasingly appears as though",
        "Chances are that",
        "My guess is that",
        "One popular theory is that",
        "Fans hope that",
        "Presumably,",
        "Apparently,",
        "We wrote last week that",
        "An earlier version said",
    ],
)
def test_what_is_guessed_hoped_or_taken_back_is_no_fact(phrase: str) -> None:
    assert statuses(f"{phrase} Orbis has bought Quillon.") <= {("acquired", "possible")}


@pytest.mark.parametrize(
    "text",
    [
        "In last week's column I had Ines Roth leaving Orbis for Velt.",
        "Our Tuesday edition wrongly listed Ines Roth among those who have joined Orbis.",
        "The chart in last month's issue showed Quillon as a subsidiary of Orbis, which it is not.",
    ],
)
def test_what_the_paper_had_before_is_no_fact(text: str) -> None:
    assert not {status for _, status in statuses(text)} & {"asserted", "stated"}


@pytest.mark.parametrize(
    "aside", [", we hear", ", or so I'm told", ", or so the story goes", ", if the rumours are true", ", it seems"]
)
def test_an_aside_after_a_clause_reaches_it(aside: str) -> None:
    assert statuses(f"Orbis has bought Quillon{aside}.") <= {("acquired", "possible"), ("acquired", "reported")}
    assert statuses("Orbis has bought Quillon, we learn from its filing.") == {("acquired", "asserted")}


def test_reports_of_a_departure_are_reports() -> None:
    assert statuses("Reports of Ines Roth's departure from Orbis have surfaced.") == {("left", "reported")}
    assert statuses("Reports that Ines Roth has left Orbis could not be verified.") <= {("left", "possible")}


def test_rumours_that_have_somebody_joining_are_rumours() -> None:
    assert ("joined", "asserted") not in statuses("Chatter on forums has Ines Roth joining Orbis.")


@pytest.mark.parametrize(
    "verb",
    ["brushed off talk", "laughed off the suggestion", "pushed back on reports", "poured cold water on the idea"],
)
def test_whoever_brushes_it_off_denies_it(verb: str) -> None:
    (claim,) = claims(f"Orbis {verb} that it had bought Quillon.")
    assert str(claim.status) == "denied"
    assert [source.name for source in claim.attribution] == ["Orbis"]


def test_a_myth_is_no_fact_and_no_comment_no_denial() -> None:
    assert ("acquired", "negated") in statuses("It's a myth that Orbis bought Quillon.")
    assert statuses("Orbis would neither confirm nor deny that it bought Quillon.") <= {("acquired", "possible")}


@pytest.mark.parametrize(
    "text",
    [
        "Orbis has bought Quillon, and rumour has it that Velt is next.",
        "Rumours that Velt is next have swirled since Orbis, which bought Quillon in May, raised money.",
        "It looks good: Orbis has bought Quillon.",
        "Word is out: Orbis has bought Quillon.",
        "Orbis has bought Quillon, and it seems to be happy with it.",
    ],
)
def test_a_phrase_reaches_no_further_than_its_clause(text: str) -> None:
    assert ("acquired", "asserted") in statuses(text)


def test_what_somebody_is_believed_to_have_done_is_over() -> None:
    for verb in ("believed", "thought", "understood", "said"):
        (claim,) = claims(f"Ines Roth is {verb} to have left Orbis.")
        assert (str(claim.phase), str(claim.status)) == ("completed", "reported")
