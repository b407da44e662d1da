"""How far what is told has come: what a tense, a "former" or an "originally" makes of it."""

import pytest

from app.model import Claim, Mention
from tests.extraction.reading import read

# A relation, the name of its other side, its phase, and the sentence.
CASES = (
    ("partnerOf", "Tern Systems", "ongoing", "Vireo Group is said to be working with Tern Systems."),
    ("dissatisfiedWith", "Tern Systems", "ongoing", "Vireo Group is said to be frustrated with Tern Systems."),
    ("memberOf", "Harlow Council", "ended", "Ada Marsh is a former member of Harlow Council."),
    ("memberOf", "Harlow Council", "ended", "Ada Marsh is a former board member of Harlow Council."),
    ("supplies", "Harlow Council", "ended", "Harlow Council's former supplier Vireo Group has closed."),
    ("supplies", "Harlow Council", "ongoing", "Harlow Council's main supplier Vireo Group has grown."),
    ("memberOf", "Harlow Council", "ongoing", "Ada Marsh is a member of Harlow Council."),
    ("memberOf", "Harlow Council", "started", "In May 2021 Ada Marsh became a member of Harlow Council."),
    (
        "heldRole",
        "Vireo Group",
        "started",
        "Prior to becoming chief executive of Vireo Group, Ada Marsh sold tractors.",
    ),
    ("heldRole", "Vireo Group", "started", "Ada Marsh took early retirement to become chairman of Vireo Group."),
    ("heldRole", "Vireo Group", "planned", "Ada Marsh plans to become chairman of Vireo Group."),
    (
        "headquarteredIn",
        "Laredo",
        "ongoing",
        "Vireo Bank is a bank founded in 1986 and headquartered in Laredo, Texas.",
    ),
    ("headquarteredIn", "Laredo", "ongoing", "Headquartered in Laredo, Vireo Bank was founded in 1986."),
    ("headquarteredIn", "Laredo", "ended", "Vireo Group is a toolmaker originally based in Laredo."),
    ("headquarteredIn", "Laredo", "ended", "Vireo Group was founded in 1986 and was originally based in Laredo."),
    ("unitOf", "Sable Foods", "started", "Vireo Group became a subsidiary of Sable Foods in 2011."),
    ("unitOf", "Sable Foods", "started", "Vireo Group was established in 1962 as a subsidiary of Sable Foods."),
    ("unitOf", "Sable Foods", "ended", "Vireo Group was once a subsidiary of Sable Foods."),
    ("unitOf", "Sable Foods", "ongoing", "Vireo Group is a subsidiary of Sable Foods."),
    ("heldRole", "Vireo Group", "ongoing", "Led by Ada Marsh, Vireo Group has grown for years."),
    ("heldRole", "Vireo Group", "ended", "Formerly led by Ada Marsh, Vireo Group has grown for years."),
    ("acquired", "Sable Foods", "planned", "On Monday, Vireo Group announced it was buying Sable Foods."),
    ("acquired", "Sable Foods", "planned", "Sable Foods is in the process of being taken over by Vireo Group."),
    ("unitOf", "Tern Mills", "ended", "In 1991, Sable Foods was bought from Tern Mills by Vireo Group."),
    (
        "heldRole",
        "Vireo Group",
        "ended",
        "Ada Marsh has been president of several large companies including Vireo Group.",
    ),
    ("supplies", "Sable Foods", "completed", "Vireo Group's first clients were in Kent, including Sable Foods."),
    ("supplies", "Sable Foods", "ongoing", "Vireo Group's clients include Sable Foods."),
    ("supplies", "Sable Foods", "ongoing", "Vireo Group said its clients included Sable Foods."),
    # What a firm is told by goes on, unless the firm is told as past.
    (
        "specializesIn",
        "soil testing",
        "ongoing",
        "In 2015 Vireo bought Sable, a Hull firm specialising in soil testing.",
    ),
    ("specializesIn", "soil testing", "completed", "Vireo Group was a firm specialising in soil testing."),
    ("focusesOn", "cameras", "ongoing", "In 2015 Vireo Group hired Sable, a company focusing on cameras."),
    ("headquarteredIn", "Laredo", "completed", "Vireo Group was a publicly traded chain based in Laredo, Texas."),
    ("headquarteredIn", "Laredo", "ongoing", "Vireo Group bought a chain, Sable Foods, based in Laredo, Texas."),
    ("memberOf", "Harlow Arts Center", "started", "In 2010 Ada Marsh began teaching at Harlow Arts Center."),
    ("memberOf", "Harlow Arts Center", "ended", "In 2010 Ada Marsh taught at Harlow Arts Center."),
    # A unit that has been bought away was its owner's until then.
    ("unitOf", "Tern Mills", "ended", "In 1991 Vireo Group bought Sable Foods, a unit of Tern Mills."),
    ("unitOf", "Tern Mills", "ended", "Sable Foods, a subsidiary of Tern Mills, was acquired by Vireo Group in 1991."),
    (
        "unitOf",
        "Tern Mills",
        "ended",
        "They bought a few firms, including Sable Foods, the bakery division of Tern Mills.",
    ),
    ("unitOf", "Tern Mills", "ongoing", "Vireo Group has agreed to buy Sable Foods, a unit of Tern Mills."),
    ("unitOf", "Tern Mills", "ongoing", "Vireo Group bought a 20% stake in Sable Foods, a unit of Tern Mills."),
    ("unitOf", "Tern Mills", "ongoing", "Sable Foods, a unit of Tern Mills, has bought Vireo Group."),
    ("mergedWith", "Tern Mills", "considered", "Vireo Group is negotiating a merger with Tern Mills."),
    ("mergedWith", "Tern Mills", "considered", "Vireo Group denied that it was negotiating a merger with Tern Mills."),
    ("mergedWith", "Tern Mills", "planned", "Vireo Group negotiated a merger with Tern Mills."),
    ("acquired", "Tern Mills", "completed", "There were rumours that Vireo Group had bought Tern Mills."),
    (
        "joined",
        "Tern Mills",
        "completed",
        "Ada Marsh left Vireo Group in May to return to Tern Mills as its treasurer.",
    ),
    ("joined", "Tern Mills", "planned", "Ada Marsh will leave Vireo Group to return to Tern Mills as its treasurer."),
    ("heldRole", "Vireo Group", "ended", "The talk was given by then- Vireo Group chairman Ada Marsh."),
)


def _name(claim: Claim) -> str:
    obj = claim.object
    return obj.name if isinstance(obj, Mention) else obj.value if obj is not None else ""


@pytest.mark.parametrize(("relation", "name", "phase", "text"), CASES)
def test_the_phase_of_a_claim(relation: str, name: str, phase: str, text: str) -> None:
    claims = [claim for claim in read(text) if claim.relation == relation]
    phases = {claim.phase.value for claim in claims if _name(claim) == name}
    assert phases == {phase}
