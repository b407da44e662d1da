"""Who says it: the author, a party on the record, unnamed sources, another outlet."""

import pytest

from app.model import SourceKind, Status
from tests.extraction.reading import one


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Marlow bought Tern Systems.", "author", None),
        ("Marlow said it had bought Tern Systems.", "named", "Marlow"),
        ("Marlow had bought Tern Systems, Lena Voss said.", "named", "Lena Voss"),
        ("“Marlow bought Tern Systems last year,” said Lena Voss.", "named", "Lena Voss"),
        ("According to Lena Voss, Marlow bought Tern Systems.", "named", "Lena Voss"),
        ("Sources said that Marlow had bought Tern Systems.", "unnamed", None),
        ("Marlow has bought Tern Systems, according to people familiar with the matter.", "unnamed", None),
        ("Marlow has reportedly bought Tern Systems.", "unnamed", None),
        ("Recent reports indicate that Marlow bought Tern Systems.", "report", None),
    ],
)
def test_says_who_says_it(text: str, kind: str, name: str | None) -> None:
    (source,) = one(text, "acquired").attribution
    assert (source.kind.value, source.name) == (kind, name)
    assert kind == "author" or (source.start is not None and source.end is not None)


def test_hearsay_within_a_statement_is_reported() -> None:
    text = "Lena Voss said she had been told by a banker that Marlow had bought Tern Systems."
    claim = one(text, "acquired")
    assert claim.status is Status.REPORTED


def test_the_title_of_a_speaker_is_the_authors_word() -> None:
    text = "Marlow bought Tern Systems, said Lena Voss, an analyst at Crane Partners."
    assert one(text, "heldRole").status is Status.ASSERTED


def test_declining_to_comment_is_no_denial() -> None:
    text = "Marlow bought Tern Systems in 2020. A spokesman for Marlow declined to comment."
    assert one(text, "acquired").status is Status.ASSERTED


def test_both_companies_speak_for_themselves() -> None:
    text = (
        "The partnership between Marlow and Tern Systems is under strain. "
        "Both companies have issued statements emphasizing continued cooperation."
    )
    from tests.extraction.reading import read

    joint = [claim for claim in read(text) if claim.status is Status.STATED]
    assert [{source.name for source in claim.attribution} for claim in joint] == [{"Marlow", "Tern Systems"}]


def test_what_an_organisation_reports_of_others_is_hearsay_and_of_itself_its_own_word() -> None:
    told = one("Dagens Affairs reported on Monday that Marlow has bought Tern Systems.", "acquired")
    assert told.status is Status.REPORTED
    assert one("Marlow reported that it had bought Tern Systems in May.", "acquired").status is Status.STATED


def test_what_comes_before_an_added_word_of_somebody_is_not_said_by_them() -> None:
    text = "Arn Capital owns Tern Systems, based near Leeds, and two bankers said that a sale was likely."
    assert one(text, "ownsStakeIn").status is Status.ASSERTED


@pytest.mark.parametrize(
    ("speaker", "names"),
    [
        ("a spokesman for Nordlund Systems said", ["Nordlund Systems"]),
        ("said a spokesman, Tom Rask", ["Tom Rask"]),
        ("the two said on Tuesday", ["Halvers Group", "Nordlund Systems"]),
        ("both companies said", ["Halvers Group", "Nordlund Systems"]),
        ("a Nordlund spokesman said", ["Nordlund Systems"]),
    ],
)
def test_named_speakers_and_both_parties_are_on_the_record(speaker, names):
    claim = one(f"Nordlund Systems has bought Halvers Group, {speaker}.", "acquired")
    assert [(source.kind, source.name) for source in claim.attribution] == [(SourceKind.NAMED, name) for name in names]


def test_a_spokeswoman_is_called_by_her_name():
    claim = one('"Nordlund Systems has not bought Halvers Group," a spokeswoman, Anna Berg, said.', "acquired")
    assert [(source.kind, source.name) for source in claim.attribution] == [(SourceKind.NAMED, "Anna Berg")]


@pytest.mark.parametrize(
    "text",
    [
        "Marlow is not in talks to buy Tern Systems, its chief executive, Lena Voss, told the Courier.",
        "Marlow is not in talks to buy Tern Systems, its chief executive, Lena Voss, said.",
        "Marlow is not in talks to buy Tern Systems, Lena Voss, its chief executive, told reporters on Monday.",
        "Marlow is not buying Tern Systems, chief executive Lena Voss told analysts.",
    ],
)
def test_a_speaker_with_a_title_denies_as_one_without(text: str) -> None:
    claim = one(text, "acquired")
    assert (claim.status, [source.name for source in claim.attribution]) == (Status.DENIED, ["Lena Voss"])


@pytest.mark.parametrize(
    "text",
    [
        "Marlow is not buying Tern Systems, and Lena Voss told staff to wait.",
        "Marlow is not buying Tern Systems, founded by Lena Voss.",
        "Marlow is not buying Tern Systems because its chief executive, Lena Voss, told the board to wait.",
    ],
)
def test_who_says_something_else_is_no_source(text: str) -> None:
    assert one(text, "acquired").status is Status.NEGATED


@pytest.mark.parametrize("speaker", ["Marlow's chief executive Lena Voss", "Marlow's finance chief, Lena Voss,"])
def test_whose_post_stands_before_the_name_is_the_source_by_name(speaker: str) -> None:
    claim = one(f"{speaker} said that Marlow bought Tern Systems.", "acquired")
    assert (claim.status, [source.name for source in claim.attribution]) == (Status.STATED, ["Lena Voss"])


def test_what_one_calls_the_other_is_said_by_the_one() -> None:
    text = 'Marlow described Tern Systems as "a long-term partner", while Tern Systems said that it was fully booked.'
    claim = one(text, "partnerOf")
    assert (claim.status, [source.name for source in claim.attribution]) == (Status.STATED, ["Marlow"])


def test_how_a_relationship_stands_is_the_speakers_word() -> None:
    claim = one('Marlow said that its partnership with Tern Systems is "as strong as ever".', "partnerOf")
    assert (claim.status, [source.name for source in claim.attribution]) == (Status.STATED, ["Marlow"])
