"""Sentences that look like what a rule is there for and say something else: what is read instead, and what never."""

import pytest

from tests.extraction.reading import read, said

# The text, a claim that it makes (empty if it is enough that none is made), and one that it does not make.
CASES = [
    # what is said of things in general
    ("Tern Systems is a partner of Heron Air. Tensions over fees threaten to derail such partnerships.",
     "partnerOf(Tern Systems > Heron Air)", "tensionWith(Tern Systems > Heron Air)"),
    # clauses whose verb is left out, and clauses that tell of one of several
    ("Mara Lindt was co-founder and chief engineer of Heron Air, Paul Okoye a designer.",
     "heldRole(Mara Lindt > Heron Air)", "heldRole(Paul Okoye > Heron Air)"),
    ("Mara Lindt was co-founder and chief engineer of Heron Air, Paul Okoye a designer.",
     "heldRole(Mara Lindt > Heron Air)", "founded(Paul Okoye > Heron Air)"),
    ("The list includes Crane Partners, which led Heron Air's Series B, and Marlow Group, which came in later.",
     "investedIn(Crane Partners > Heron Air)", "investedIn(Marlow Group > Heron Air)"),
    # owners and sales
    ("Tern Systems and Heron Air will not merge. Their owners, Marlow Group and Crane Partners, fell out.",
     "", "ownsStakeIn(Crane Partners > Tern Systems)"),
    ("Crane Partners, owner of Tern Systems, declined to comment.",
     "ownsStakeIn(Crane Partners > Tern Systems)", "unitOf(Tern Systems > Crane Partners)"),
    ("Tern Systems sold 30% of Heron Air to Crane Partners.",
     "investedIn(Crane Partners > Heron Air)", "acquired(Crane Partners > Heron Air)"),
    ("Tern Systems sold 60% of Heron Air to Crane Partners.",
     "acquired(Crane Partners > Heron Air)", "investedIn(Crane Partners > Heron Air)"),
    ("Marlow Group obtained 100% of Heron Air.",
     "acquired(Marlow Group > Heron Air)", "investedIn(Marlow Group > Heron Air)"),
    ("Marlow Group bought out co-owner Tern Systems.", "", "acquired(Marlow Group > Tern Systems)"),
    ("Marlow Group will fit valves by Heron Air, having bought Tern Systems's for the old depots.",
     "", "acquired(Marlow Group > Tern Systems)"),
    ("Tern Systems sold its shipyard and its magazine to Marlow Group.", "", "supplies(Tern Systems > Marlow Group)"),
    ("Tern Systems has sold a majority to Marlow Group.", "", "supplies(Tern Systems > Marlow Group)"),
    ("Tern Systems tapped Crane Partners to lead a round of up to $30m.",
     "", "supplies(Crane Partners > Tern Systems)"),
    ("Tern Systems depends on Marlow Group for 40% of its sales.",
     "supplies(Tern Systems > Marlow Group)", "supplies(Marlow Group > Tern Systems)"),
    # people
    ("Tern Systems' Lena Voss tea is sold in Oslo.", "", "memberOf(Lena Voss > Tern Systems)"),
    ("The flaw was spotted by an employee of Tern Systems, Lena Voss.",
     "memberOf(Lena Voss > Tern Systems)", "heldRole(Lena Voss > Tern Systems)"),
    ("After eight years at the helm of Tern Systems, Lena Voss is bowing out.",
     "heldRole(Lena Voss > Tern Systems)", "memberOf(Lena Voss > Tern Systems)"),
    ("Lena Voss, mayor of Brenholt, met Marlow Group.", "", "heldRole(Lena Voss > Brenholt)"),
    ("Lena Voss was suspended by Tern Systems on full pay.", "", "left(Lena Voss > Tern Systems)"),
    ("Lena Voss left in 2021 to start Tern Systems, a rota app.",
     "founded(Lena Voss > Tern Systems)", "left(Lena Voss > Tern Systems)"),
    ("Marlow Group will appoint Lena Voss to its board. Voss ran Tern Systems for 12 years before retiring in 2022.",
     "left(Lena Voss > Tern Systems)", "left(Lena Voss > Marlow Group)"),
    ("Lena Voss left Marlow Group after a row with Tomas Reuter over the purchase of Tern Systems.",
     "left(Lena Voss > Marlow Group)", "acquired(Lena Voss > Tern Systems)"),
    ("Marlow Group asked Tern Systems to find a new chief executive.", "", "supplies(Tern Systems > Marlow Group)"),
    ("Tern Systems relies on Marlow Group, the Leeds-based maker in which it invested last year.",
     "headquarteredIn(Marlow Group > Leeds)", "headquarteredIn(Tern Systems > Leeds)"),
    ("Councillor Dean Voss, who chairs a committee, praised Tern Systems.", "", "heldRole(Voss > Councillor)"),
    ("Tern Systems announced a Series B led by Heron Ventures, a fund backed by Marlow Group.",
     "investedIn(Heron Ventures > Tern Systems)", "investedIn(Marlow Group > Tern Systems)"),
    ("In 2011 Tern Systems was acquired by Heron Air, which in 2015 itself became a subsidiary of Marlow Group.",
     "acquired(Heron Air > Tern Systems)", "unitOf(Tern Systems > Marlow Group)"),
    # of whom "who" is said
    ("The work was split between Lena Voss and Tomas Reuter, who joined from Tern Systems two years ago.",
     "left(Tomas Reuter > Tern Systems)", "left(Lena Voss > Tern Systems)"),
    # whose "its" is
    ("Marlow Group has bought Tern Systems from its founder, Lena Voss.",
     "founded(Lena Voss > Tern Systems)", "founded(Lena Voss > Marlow Group)"),
    ("Marlow Group owns 5% of Tern Systems and is pushing for the exit of its chairman, Tomas Reuter.",
     "heldRole(Tomas Reuter > Tern Systems)", "heldRole(Tomas Reuter > Marlow Group)"),
    ("Marlow Group makes valves. It was seen at a fair with Tern Systems. \"Just lunch,\" says Lena Voss, its chief.",
     "", "heldRole(Lena Voss > Tern Systems)"),
    ("Kim Lowe chairs Marlow Group. He buys from Tern Systems, whose chairman is his wife, Lena Voss.",
     "", "heldRole(Kim Lowe > Tern Systems)"),
    # what belongs to whom, and what it is called
    ("The maker of Tern bindings belongs to Marlow Group.", "", "unitOf(Tern > Marlow Group)"),
    ("Tern Systems, a vendor to the homewares division of Marlow Group, has not been paid.",
     "supplies(Tern Systems > Marlow Group)", "unitOf(Tern Systems > Marlow Group)"),
    ("Lena Voss will chair Tern Systems once Tomas Reuter retires.", "", "formerName(Tern Systems > Tomas Reuter)"),
    ("Tern Systems, known until May as Heron Air, has ordered 20 vans from Marlow Group.",
     "supplies(Marlow Group > Tern Systems)", "supplies(Marlow Group > Heron Air)"),
    ("The only focus of the firm is steel. Tern Systems's focus is leak detection.",
     "focusesOn(Tern Systems > leak detection)", "specializesIn(Tern Systems > leak detection)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "never"), CASES)
def test_reads_what_is_said_and_no_more(text: str, claim: str, never: str) -> None:
    found = said(text)
    assert not claim or claim in found
    assert never not in found


def test_a_seat_is_the_firms_that_is_spoken_of_and_not_the_one_whose_chief_its_holder_is() -> None:
    text = (
        "Tern Systems and Heron Air have founded a venture, Rookery. Tern Systems is led by Rosa Holt, its chief "
        "executive. Rookery is based in Leeds. The chair is Rosa Holt."
    )
    titles = {
        (c.qualifiers.get("title"), getattr(c.object, "name", None)) for c in read(text) if c.relation == "heldRole"
    }
    assert ("chief executive", "Tern Systems") in titles
    assert ("chair", "Tern Systems") not in titles


def test_an_exit_that_is_demanded_is_only_possible() -> None:
    text = "Marlow Group is a shareholder in Tern Systems and is pushing for the exit of its chairman, Tomas Reuter."
    assert {c.status for c in read(text) if c.relation == "left"} == {"possible"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A rumour that Marlow Group will merge with Tern Systems refuses to die.", "possible"),
        ("The rumour was that Tern Systems would be bought by Marlow Group.", "possible"),
        ("A tie-up between Marlow Group and Tern Systems would need the consent of Crane Partners.", "possible"),
        ("Talk of a tie-up between Marlow Group and Tern Systems has moved the shares.", "possible"),
        ("Lena Voss of Crane Partners expects Tern Systems to be bought by Marlow Group.", "possible"),
        ("A stubborn belief holds that Tern Systems specialises in steel.", "possible"),
        ("Marlow Group recruits neither from Tern Systems nor from Heron Air.", "negated"),
        ("The proposed fusion of Marlow Group and Tern Systems has been blocked by the cartel office.", "negated"),
        ("Marlow Group holds no shares in Tern Systems.", "negated"),
        ("Marlow Group lost no time and bought Tern Systems.", "asserted"),
        ("The Oslo Ledger reported that Marlow Group had bought Tern Systems.", "reported"),
    ],
)
def test_what_is_rumoured_expected_or_negated_is_no_fact(text: str, status: str) -> None:
    told = [c for c in read(text) if c.relation not in ("memberOf", "heldRole", "headquarteredIn")]
    assert told
    assert {c.status for c in told} == {status}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("A court in Erfurt has ruled that Tern Systems and Marlow Group may end their dispute.", "Erfurt"),
        ("Marlow Group owns Tern Systems through a holding in Malta.", "Malta"),
        ("Marlow Group gave its call centre to Answerly, a Durban company.", "unitOf(Answerly > Durban)"),
        ("Lena Voss sold Tern Systems in 2012 and moved to Toulouse.", "joined(Lena Voss > Toulouse)"),
        ("Lena Voss is part of the team at Tern Systems.", "unitOf(Lena Voss > Tern Systems)"),
        ("Sumitra Kale has sued Tern Systems for using her voice.", "tensionWith"),
    ],
)
def test_a_town_is_no_company_and_a_person_no_unit(text: str, never: str) -> None:
    assert not any(never in claim for claim in said(text) if not claim.startswith("headquarteredIn"))
