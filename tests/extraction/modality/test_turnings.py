"""Words that turn what they govern: ends told and foretold, what used to be, and who a clause is really about."""

import pytest

from app.documents.clean import segment
from app.extraction.engine import load_engine
from app.model import Article, Claim


def claims(text: str, published: str | None = None) -> list[Claim]:
    return list(load_engine().extract(segment(Article(text=text, published=published))).claims)


def told(text: str) -> set[tuple[str, str, str, str]]:
    return {(c.relation, c.subject.name, str(c.phase), str(c.status)) for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill stopped supplying steel to Orbis in May.", ("supplies", "Quill", "ended", "asserted")),
        ("Halden used to supply tyres to Umbra.", ("supplies", "Halden", "ended", "asserted")),
        ("Orbis said it would stop working with Velt.", ("partnerOf", "Orbis", "ended", "possible")),
    ],
)
def test_an_end_is_an_end_and_a_foretold_one_is_not_yet(text: str, expected: tuple[str, str, str, str]) -> None:
    found = told(text)
    assert not any(status in ("denied", "negated") for *_, status in found)
    if found:  # a gap is better than a falsehood
        assert expected in found


def test_to_deny_a_stop_is_not_to_deny_the_supply() -> None:
    for claim in claims("Toyoda denied a report that it would stop buying batteries from Northvolt."):
        assert (claim.relation, str(claim.phase)) != ("supplies", "ongoing")


def test_the_firm_that_a_based_firm_hires_is_not_based_there() -> None:
    assert not [c for c in claims("The Cambridge-based company has interviewed Corvale Bank.") if c.object]


def test_a_round_is_of_the_firm_that_raised_it() -> None:
    text = "Brightwell, founded in 2016 by former Orbis scientists Alan Choi and Priya Nair, raised $210 million in a "
    found = claims(text + "Series C led by Ferrand Capital.")
    rounds = [(c.subject.name, getattr(c.object, "name", None)) for c in found if c.relation == "investedIn"]
    assert rounds == [("Ferrand Capital", "Brightwell")]


def test_the_day_of_saying_is_not_the_day_of_starting() -> None:
    text = "Umbra Energy said on Monday it had named Carla Okonjo as its chief financial officer."
    for claim in claims(text, "2025-11-04"):
        assert (claim.time.start, claim.time.date) == (None, None)


def test_a_scheduled_start_does_not_lie_a_year_back() -> None:
    for claim in claims("Ines Roth becomes chief executive of Umbra on September 1.", "2025-04-28"):
        assert claim.time.start is None or claim.time.start.latest is None or claim.time.start.latest >= "2025-04-28"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Annotara, a Polish data-labelling company based in Warsaw, has raised money.", "data-labelling"),
        ("The data labeling firm Larkspur Data lost a customer.", "data labeling"),
        ("Velt, a fast-growing company, said no.", None),
    ],
)
def test_a_firm_is_named_by_its_field(text: str, topic: str | None) -> None:
    fields = [getattr(c.object, "value", None) for c in claims(text) if c.relation == "specializesIn"]
    assert fields == ([topic] if topic else [])


def test_a_lost_customer_is_one_no_more() -> None:
    found = told("Larkspur Data lost one of its larger customers, the software maker Brightfold, in November.")
    assert {phase for relation, _, phase, _ in found if relation == "supplies"} <= {"ended"}


def test_whom_a_firm_employs_does_not_supply_it() -> None:
    assert not [claim for claim in claims("Annotara employs 3,200 annotators.") if claim.relation == "supplies"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The promoters of Vardin Pumps are in advanced talks to sell about 18 per cent of Vardin Pumps to Kestrel "
            "Capital, three people aware of the matter said.",
            ("investedIn", "Kestrel Capital", "considered", "possible"),
        ),
        (
            "The board of Moran Foil approved a merger with Halden Films on Wednesday, both companies said.",
            ("mergedWith", "Moran Foil", "planned", "stated"),
        ),
        (
            'The development bank Umbra pointed to banking secrecy. It did say, however, that it had "never so far" '
            "held a stake in Quill.",
            ("ownsStakeIn", "Umbra", "ended", "denied"),
        ),
    ],
)
def test_what_is_talked_about_approved_or_never_was_is_not_yet(text: str, expected: tuple[str, str, str, str]) -> None:
    assert [claim for claim in told(text) if claim[0] == expected[0]] == [expected]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Reports that Halden has bought Quill Systems are untrue, Lena Voss said.", "denied"),
        ("Talk of a takeover of Tarn Foods by Vireo Mills is nonsense, Lena Voss said.", "denied"),
        ("Reports that Halden has bought Quill Systems are not wrong, Lena Voss said.", "possible"),
        ("And a correction: last week I wrote that Halden had bought Quill Systems.", "possible"),
    ],
)
def test_what_is_called_untrue_or_taken_back_is_not_so(text: str, status: str) -> None:
    assert {str(c.status) for c in claims(text) if c.relation == "acquired"} == {status}


def test_a_post_that_somebody_is_chosen_for_begins_after_the_choice() -> None:
    text = "Halden named Lena Voss to succeed John Dent as finance chief from Jan. 1."
    (claim,) = [c for c in claims(text, "2025-06-15") if c.relation == "succeeded"]
    assert claim.time.date is not None
    assert claim.time.date.edtf == "2026-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "Investors demanded that Ines Roth quit as chief executive of Quill Group.",
        "The board of Quill Group asked Ines Roth to resign; she refused.",
        "The fund insisted that Quill Group sell Velt Systems to Umbra.",
        "Regulators recommended that Quill Group buy Velt Systems.",
        "Regulators ordered Quill Group to sell Velt Systems to Umbra.",
        "Quill Group invited Ines Roth to join its board.",
        "Ines Roth survived a vote to oust her as chair of Quill Group.",
        "Calls for Ines Roth to resign from Quill Group grew.",
    ],
)
def test_what_is_asked_of_somebody_is_not_done(text: str) -> None:
    done = [c for c in claims(text) if c.relation in ("left", "joined", "acquired")]
    assert {str(c.status) for c in done} == {"possible"}
    assert not [c for c in claims(text) if c.relation == "heldRole" and c.phase == "ended" and c.status == "asserted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board forced Ines Roth to resign from Quill Group.",
            ("left", "Ines Roth", "completed", "asserted"),
        ),
        (
            "The board will force Ines Roth to leave Quill Group.",
            ("left", "Ines Roth", "planned", "asserted"),
        ),
    ],
)
def test_what_somebody_was_made_to_do_is_done(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was not clear whether Ines Roth would return to Quill Group.",
        "Quill Group has not decided if it will buy Velt Systems.",
        "Quill Group does not know whether Ines Roth has joined Umbra.",
        "If Quill Group does not buy Velt Systems, Umbra will.",
    ],
)
def test_what_is_open_is_not_denied(text: str) -> None:
    assert {str(c.status) for c in claims(text)} == {"possible"}
