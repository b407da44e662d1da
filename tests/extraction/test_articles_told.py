"""What an article tells over several sentences: joint ventures, who goes on where, whose post and whose money it is."""

import pytest

from tests.extraction.reading import said

_TWO = "Marlow Group and Tern Systems"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{_TWO} are setting up a joint venture, Corvane. Each partner will hold 50 per cent.",
            {"ownsStakeIn(Marlow Group > Corvane)", "ownsStakeIn(Tern Systems > Corvane)"},
        ),
        (
            f"{_TWO} have founded a joint venture, Corvane. Each owns half of it.",
            {"ownsStakeIn(Marlow Group > Corvane)", "ownsStakeIn(Tern Systems > Corvane)"},
        ),
        (
            f"{_TWO} have agreed to form Corvane, a 50-50 joint venture that will make beer.",
            {
                "founded(Marlow Group > Corvane)",
                "founded(Tern Systems > Corvane)",
                "partnerOf(Marlow Group > Tern Systems)",
            },
        ),
        (
            f"{_TWO} signed an agreement to create a joint venture under the name Corvane. "
            "Marlow will own 55 percent and Tern 45 percent.",
            {"ownsStakeIn(Marlow Group > Corvane)", "ownsStakeIn(Tern Systems > Corvane)"},
        ),
        (
            "Marlow Group of Oslo and Finland's Tern Systems said that they would set up a joint venture, Corvane.",
            {
                "founded(Marlow Group > Corvane)",
                "founded(Tern Systems > Corvane)",
                "partnerOf(Marlow Group > Tern Systems)",
            },
        ),
        (
            f"{_TWO} have founded a joint venture, Corvane. The venture is based in Bristol.",
            {"headquarteredIn(Corvane > Bristol)"},
        ),
        (
            "Ruth Okoro is chief executive of Corvane. The chair is Paul Finch, the founder of Tern Systems.",
            {"heldRole(Paul Finch > Corvane)"},
        ),
    ],
)
def test_reads(text: str, expected: set[str]) -> None:
    assert expected <= set(said(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # Where somebody comes from is no post of whom they follow.
        (
            "Paul Finch left Marlow Group. He will be succeeded by Ruth Okoro, a partner at Crane Equity.",
            "heldRole(Paul Finch > Crane Equity)",
        ),
        # Nor does a successor take the post that the predecessor has gone to.
        (
            "Paul Finch left Marlow Group in May; he has joined Tern Systems as head of sales. "
            "His successor, Ruth Okoro, said so.",
            "heldRole(Ruth Okoro > Tern Systems)",
        ),
        # A bare title is none of where one used to be.
        (
            "CEO and co-founder Ruth Okoro, who used to be a product manager at Tern Systems, declined to comment.",
            "founded(Ruth Okoro > Tern Systems)",
        ),
        # The unit's results are no fault of its owner.
        (
            "Marlow Group owns Tern Systems. Marlow's chief executive, Ruth Okoro, is unhappy with the unit's results.",
            "dissatisfiedWith(Ruth Okoro > Marlow Group)",
        ),
        ("Marlow Group's biggest investor, the fund manager Quell, has sold.", "heldRole(Quell > Marlow Group)"),
        (
            "Tern Systems bought Corvane, a small maker of clamps based in Bristol.",
            "makesProduct(Corvane > clamps based)",
        ),
        (
            f"{_TWO} have founded a joint venture, Corvane. Each owns half of it.",
            "ownsStakeIn(Tern Systems > Marlow Group)",
        ),
    ],
)
def test_reads_nothing_wrong_into(text: str, wrong: str) -> None:
    assert wrong not in said(text)
