"""Vendors and clients in set wordings, with and without both sides in the sentence."""

import pytest

from app.model import Certainty, Phase
from tests.extraction.reading import read, said, say

_TOLD = (
    (
        "Panwise sells soups. The courier contract with Dropzone Ltd ended in March.",
        "supplies(Dropzone Ltd > Panwise)",
    ),
    (
        "Chorus decided not to renew its moderation contract with Sentryline.",
        "supplies(Sentryline > Chorus)",
    ),
    (
        "Its best-known client is Fjellvik, the Oslo house, which Pemberley has advised on its last three funds.",
        "supplies(Pemberley > Fjellvik)",
    ),
    ("Hexley has been a supplier to the Corrimore fleet since 2008.", "supplies(Hexley > Corrimore)"),
    ("Daisho Motor, which buys 44% of Tateno's output, is based in Osaka.", "supplies(Tateno > Daisho Motor)"),
    ("Milvane had long licensed its design software from Oakhaven Systems.", "supplies(Oakhaven Systems > Milvane)"),
    ("Last month Lumenforge dropped Gradewell after a dispute.", "supplies(Gradewell > Lumenforge)"),
    (
        "Kitano Parts, a maker of engine parts and one of Takenami's largest clients, cut 40 jobs.",
        "supplies(Takenami > Kitano Parts)",
    ),
    (
        "The grocer Pennyway Stores has moved its media planning to Orrin Vale Media.",
        "supplies(Orrin Vale Media > Pennyway Stores)",
    ),
    (
        "Tidemark Cover sells insurance. Binderworks, whose platform Tidemark Cover has used since 2014, raised "
        "prices.",
        "supplies(Binderworks > Tidemark Cover)",
    ),
    (
        "Senalia has won a $640 million contract to renew the signalling on the southern railway, operator "
        "Ferrosur said.",
        "supplies(Senalia > Ferrosur)",
    ),
    (
        "Voltara Storage makes batteries. Customers include Rhonel, Northgrid and Brightmoor Power.",
        "supplies(Voltara Storage > Northgrid)",
    ),
    (
        "Gridlock labels images for AI developers, among them Orphea, the Paris model maker.",
        "supplies(Gridlock > Orphea)",
    ),
    (
        "Panwise makes a kitchen program, Parboil. Two chains, Severn Vale and Mendip Foods, have been using Parboil.",
        "supplies(Panwise > Severn Vale)",
    ),
)


@pytest.mark.parametrize(("text", "claim"), _TOLD)
def test_trade_is_read_from_set_wordings(text: str, claim: str) -> None:
    assert claim in said(text)


_SILENT = (
    "Lumenforge dropped Gradewell's bid from its plans.",
    "Arden has taken its shares from Bexley Exchange to Corley Exchange.",
    "Arden has filled its halls with visitors. Bexley owns the site.",
    "Arden, a rival of Bexley, was asked to sound out buyers by Corley.",
    "Bexley has placed no orders since May. Arden makes lathes.",
)


@pytest.mark.parametrize("text", _SILENT)
def test_what_is_no_trade_makes_no_vendor(text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith("supplies")]


def test_whom_an_unknown_company_counts_among_its_clients_is_not_a_former_employers() -> None:
    text = "The company was founded by former Bolt engineer Ada Saar and counts Arden as one of its oldest clients."
    assert "supplies(Bolt > Arden)" not in said(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Arden Foods gives Bexley Inc a steady supply of milk.", "supplies(Arden Foods > Bexley Inc)"),
        ("Arden Foods was to give Bexley Inc a steady supply of milk.", "supplies(Arden Foods > Bexley Inc)"),
    ],
)
def test_who_gives_a_supply_of_goods_supplies(text: str, told: str) -> None:
    assert {claim for claim in said(text) if claim.startswith("supplies")} == {told}


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Norvane leaned on Tansy Data for its labels. The work has since gone to Kelmar Systems.", Phase.STARTED),
        ("The work of rating Norvane's answers has been going to Kelmar Systems.", Phase.STARTED),
        ("Norvane has started sending safety-related tasks to Kelmar Systems.", Phase.STARTED),
        ("Norvane has started renting servers from Kelmar Systems.", Phase.STARTED),
        ("Norvane buys chips from Kelmar Systems.", Phase.ONGOING),
        ("Norvane bought 400 lamps from Kelmar Systems in May.", Phase.COMPLETED),
    ],
)
def test_how_far_a_trade_has_come(text: str, phase: Phase) -> None:
    found = [c for c in read(text) if c.relation == "supplies" and c.subject.name == "Kelmar Systems"]
    assert [(say(c), c.phase) for c in found] == [("supplies(Kelmar Systems > Norvane)", phase)]


def test_whose_revenue_a_client_accounts_for_may_be_left_unsaid() -> None:
    text = (
        "Kelmar Systems fell. It faces talk over its relationship with Norvane Cloud, which accounted for roughly "
        "22% of its revenue last year."
    )
    assert "supplies(Kelmar Systems > Norvane Cloud)" in said(text)


def test_what_a_team_switches_is_not_all_of_its_firms() -> None:
    claims = said("The payments team at Fentora is replacing its fraud supplier Corvex with rival Dalmar.")
    assert not [claim for claim in claims if claim.endswith("> Fentora)")]


def test_what_waits_for_an_end_does_not_say_that_it_has_come() -> None:
    opening = "Harlan Systems and Gridline Group announced a partnership. "
    told = read(opening + "Some fear that the two could go their separate ways as soon as the agreement expires.")
    ended = [claim for claim in told if claim.phase is Phase.ENDED]
    assert [claim.certainty for claim in ended] == [Certainty.POSSIBLE]
    told = read("Harlan Systems and Gridline Group went their separate ways in 2019.")
    ended = [claim for claim in told if claim.phase is Phase.ENDED]
    assert [say(claim) for claim in ended] == ["partnerOf(Harlan Systems > Gridline Group)"]
