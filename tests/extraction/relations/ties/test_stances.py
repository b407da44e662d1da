"""Quarrels, complaints, searches for somebody else, hirings and reorganisations as people write of them."""

import pytest

from tests.extraction.reading import read, said, say

# What is claimed, how, and the sentences that say so.
CASES = {
    "tensionWith(Marlow Group > Tern Systems) asserted ongoing": (
        "Marlow Group has been in dispute with Tern Systems since 2019.",
        "Marlow Group is embroiled in a row with Tern Systems.",
        "The row between Marlow Group and Tern Systems escalated.",
        "Marlow Group's row with Tern Systems escalated on Monday.",
        "A dispute between Marlow Group and Tern Systems over patents went to court.",
        "Marlow Group and Tern Systems are at loggerheads.",
        "Marlow Group is at odds with Tern Systems over prices.",
        "Relations between Marlow Group and Tern Systems have soured.",
        "Marlow Group's relationship with Tern Systems has soured.",
        "The relationship between Marlow Group and Tern Systems is strained.",
        "Relations between Marlow Group and Tern Systems have deteriorated.",
        "Marlow Group and Tern Systems have been feuding for years.",
        "A war of words has broken out between Marlow Group and Tern Systems.",
        "Marlow Group is at war with Tern Systems.",
        "Bad blood between Marlow Group and Tern Systems goes back to 2019.",
        "A falling-out between Marlow Group and Tern Systems led to the split.",
    ),
    "tensionWith(Marlow Group > Tern Systems) asserted completed": (
        "Marlow Group sued Tern Systems for patent infringement.",
        "Marlow Group filed a lawsuit against Tern Systems.",
        "Marlow Group took Tern Systems to court.",
        "Marlow Group clashed with Tern Systems over prices.",
        "Marlow Group and Tern Systems blamed each other for the delays.",
    ),
    "tensionWith(Marlow Group > Tern Systems) asserted planned": ("Marlow Group is suing Tern Systems.",),
    "tensionWith(Marlow Group > Tern Systems) denied ongoing": (
        "Marlow Group denied a rift with Tern Systems.",
        "Marlow Group denied that there was a rift with Tern Systems.",
    ),
    "tensionWith(Marlow Group > Tern Systems) negated ongoing": (
        "There is no dispute between Marlow Group and Tern Systems.",
    ),
    "tensionWith(Marlow Group > Tern Systems) asserted ended": (
        "Marlow Group settled its dispute with Tern Systems.",
        "Marlow Group and Tern Systems settled a long-running patent dispute.",
    ),
    "tensionWith(Marlow Group > Tern Systems) question ongoing": (
        "Is there a rift between Marlow Group and Tern Systems?",
    ),
    "tensionWith(Marlow Group > Tern Systems) possible ongoing": (
        "There may be tension between Marlow Group and Tern Systems.",
    ),
    "dissatisfiedWith(Marlow Group > Tern Systems) asserted ongoing": (
        "Marlow Group is unhappy with Tern Systems.",
        "Marlow Group has lost patience with Tern Systems.",
        "Marlow Group is fed up with Tern Systems.",
        "Marlow Group is losing patience with Tern Systems.",
        "Marlow Group expressed dissatisfaction with Tern Systems.",
        "Marlow Group was unhappy about the quality of Tern Systems' clamps.",
        "Marlow Group's frustration with Tern Systems has grown.",
        "Marlow Group has voiced concerns about the quality of Tern Systems' work.",
    ),
    "dissatisfiedWith(Marlow Group > Tern Systems) asserted completed": (
        "Marlow Group complained about Tern Systems.",
    ),
    "dissatisfiedWith(Marlow Group > Tern Systems) negated ongoing": (
        "Marlow Group is satisfied with Tern Systems.",
        "Marlow Group is not unhappy with Tern Systems.",
    ),
    "dissatisfiedWith(Marlow Group > Tern Systems) denied ongoing": (
        "Marlow Group denied that it was unhappy with Tern Systems.",
    ),
    "dissatisfiedWith(Marlow Group > Tern Systems) stated ongoing": (
        '"We are unhappy with Tern Systems," said Lena Voss, chief executive of Marlow Group.',
    ),
    "dissatisfiedWith(Lena Voss > Tern Systems) asserted ongoing": ("Lena Voss is disappointed with Tern Systems.",),
    "consideringAlternativesTo(Marlow Group > Tern Systems) asserted ongoing": (
        "Marlow Group is looking for an alternative to Tern Systems.",
        "Marlow Group is looking for a replacement for Tern Systems.",
        "Marlow Group is considering replacing Tern Systems.",
        "Marlow Group is looking to replace Tern Systems as its supplier of clamps.",
        "Marlow Group is looking for someone to replace Tern Systems.",
        "Marlow Group is considering switching from Tern Systems to Brisk Labs.",
        "Marlow Group is weighing whether to drop Tern Systems.",
        "Marlow Group wants to reduce its dependence on Tern Systems.",
        "Marlow Group is trying to reduce its reliance on Tern Systems.",
        "Marlow Group is testing alternatives to Tern Systems.",
        "Marlow Group is moving away from Tern Systems.",
    ),
    "consideringAlternativesTo(Marlow Group > Tern Systems) asserted started": (
        "Marlow Group has begun looking at suppliers other than Tern Systems.",
    ),
    "consideringAlternativesTo(Marlow Group > Tern Systems) negated ongoing": (
        "Marlow Group is not looking for an alternative to Tern Systems.",
        "Marlow Group has no plans to replace Tern Systems.",
    ),
    "consideringAlternativesTo(Marlow Group > Tern Systems) denied completed": (
        "Marlow Group denied that it was looking for a replacement for Tern Systems.",
    ),
    "recruitedFrom(Marlow Group > Tern Systems) asserted completed": (
        "Marlow Group hired engineers from Tern Systems.",
        "Marlow Group lured two executives away from Tern Systems.",
        "Marlow Group hired Lena Voss from Tern Systems.",
        "Marlow Group hired away much of Tern Systems' engineering team.",
        "Marlow Group poached Tern Systems' head of research.",
        "Several engineers have left Tern Systems for Marlow Group.",
        "Marlow Group has been poaching staff from Tern Systems.",
        "Four engineers were recruited from Tern Systems by Marlow Group.",
        "Marlow Group picked up two engineers from Tern Systems.",
    ),
    "restructured(Marlow Group > ) asserted completed": (
        "Marlow Group restructured its European business in 2019.",
        "Marlow Group cut 300 jobs in a reorganisation.",
        "A shake-up at Marlow Group cost 300 jobs.",
        "Marlow Group's restructuring cost $12 million.",
        "Marlow Group has launched a restructuring plan.",
        "Marlow Group split itself into three divisions.",
        "Marlow Group was split into three divisions.",
        "Marlow Group merged its two sales divisions.",
        "Marlow Group was reorganised in 2019.",
        "Marlow Group overhauled its management in May.",
        "As part of a reorganisation, Marlow Group closed its Leeds plant.",
    ),
    "restructured(Marlow Group > ) asserted planned": (
        "Marlow Group is reorganising its sales team.",
        "Marlow Group announced a restructuring.",
        "Marlow Group will undergo a restructuring.",
        "Marlow Group is undergoing a shake-up.",
        "Marlow Group plans to reorganise its business into three units.",
    ),
    "restructured(Marlow Group > ) possible considered": ("Marlow Group is considering a restructuring.",),
    "restructured(Marlow Group > ) denied planned": ("Marlow Group denied that it was planning a restructuring.",),
}


@pytest.mark.parametrize(("expected", "text"), [(claim, text) for claim, texts in CASES.items() for text in texts])
def test_reads(expected: str, text: str) -> None:
    relation = expected.partition("(")[0]
    assert {f"{say(c)} {c.status} {c.phase}" for c in read(text) if c.relation == relation} == {expected}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Marlow Group fell out with Tern Systems over wages.", "wages"),
        ("Marlow Group is locked in a dispute with Tern Systems over licence fees.", "licence fees"),
        ("Marlow Group complained about delays at Tern Systems.", "delays"),
        ("Marlow Group was unhappy about the quality of Tern Systems' clamps.", "quality"),
        ("Marlow Group has grown frustrated with Tern Systems over late deliveries.", "late deliveries"),
    ],
)
def test_a_quarrel_has_its_topic(text: str, topic: str) -> None:
    (claim,) = [c for c in read(text) if c.relation in ("tensionWith", "dissatisfiedWith")]
    assert claim.qualifiers["topic"] == topic


def test_not_happy_is_unhappy() -> None:
    assert [c.status for c in read("Marlow Group is not happy with Tern Systems.")] == ["asserted"]
    assert [c.status for c in read("Marlow Group is satisfied with Tern Systems.")] == ["negated"]


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group and Tern Systems are rivals.",
        "Marlow Group competes with Tern Systems.",
        "Marlow Group replaced Tern Systems with Brisk Labs.",
        "Brisk Labs is looking to replace Tern Systems as Marlow Group's supplier.",
        "Marlow Group hired several former Tern Systems engineers.",
        "Marlow Group picked up an order from Tern Systems.",
        "Marlow Group restructured its debts.",
        "Marlow Group is happy with Tern Systems.",
        "Marlow Group split the bill with Tern Systems.",
        "Marlow Group left Tern Systems out of its plans.",
    ],
)
def test_reads_no_stance_into(text: str) -> None:
    family = ("tensionWith", "dissatisfiedWith", "consideringAlternativesTo", "recruitedFrom", "restructured")
    assert not [say(c) for c in read(text) if c.relation in family]


def test_who_is_complained_of_may_be_the_subject_of_the_complaint() -> None:
    complaint = "Dunmore complained last year that Corbel had raised its prices."
    assert "dissatisfiedWith(Dunmore > Corbel)" in said(complaint)
    assert not said("Tarvin Rail complained that it had been left out.")


@pytest.mark.parametrize(
    "text",
    [
        "Engineers at Dunmore rely on Tarvin because of concerns over the quality of Corbel's data.",
        "Dunmore has cut its orders, citing concerns about the accuracy of Corbel's labels.",
    ],
)
def test_who_doubts_how_well_somebody_works_is_not_content(text: str) -> None:
    assert "dissatisfiedWith(Dunmore > Corbel)" in said(text)


def test_doubts_about_something_else_are_no_complaint() -> None:
    assert not any(
        claim.startswith("dissatisfiedWith")
        for claim in said("Dunmore hired a lawyer because of concerns over Corbel's ties with Tarvin.")
    )


def test_whose_reliance_would_be_less_looks_for_others() -> None:
    text = "Dunmore Motors may buy chips from Axon Labs, which would reduce its reliance on Corbel Systems."
    told = {claim for claim in said(text) if claim.startswith("consideringAlternativesTo")}
    assert told <= {"consideringAlternativesTo(Dunmore Motors > Corbel Systems)"}
