"""Backers, holders, bidders and buyers named in passing: of the company spoken of, of what is for sale, or of none."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said

FOUND = (
    (
        "Larnwick Systems, a Leeds maker of pumps, cut 40 jobs. "
        "Hexham Partners, an investor since 2017, was against it.",
        "investedIn(Hexham Partners > Larnwick Systems)",
    ),
    (
        "Larnwick Systems has raised $20 million. "
        "Orrell Ventures and Tweed Capital, both early backers, sold some shares.",
        "investedIn(Tweed Capital > Larnwick Systems)",
    ),
    (
        "Larnwick Systems has raised $20 million. Orrell Ventures, the other institutional shareholder, was content.",
        "ownsStakeIn(Orrell Ventures > Larnwick Systems)",
    ),
    (
        "Larnwick Systems lost money last year. Another shareholder, the activist fund Orrell Capital, wants a sale.",
        "ownsStakeIn(Orrell Capital > Larnwick Systems)",
    ),
    (
        "Larnwick Systems is for sale, bankers say. They named Colder Group, an American rival, as one possible buyer.",
        "acquired(Colder Group > Larnwick Systems)",
    ),
    (
        "Larnwick will revive the sale of its nickel subsidiary, Wandle Nickel. "
        "Colder Metals could be among the bidders.",
        "acquired(Colder Metals > Wandle Nickel)",
    ),
    (
        "Larnwick is exploring a sale of its lighting business. The unit, Larnwick Lux, is based in Leeds. "
        "Colder Partners and Tweed Capital are looking at the books.",
        "acquired(Tweed Capital > Larnwick Lux)",
    ),
    (
        "Larnwick Systems raised $40m. Orrell Ventures put up half of it, and Tweed Capital provided the rest.",
        "investedIn(Tweed Capital > Larnwick Systems)",
    ),
    (
        "Larnwick Systems has raised $40 million. Orrell Ventures and Tweed Capital are the main investors.",
        "investedIn(Orrell Ventures > Larnwick Systems)",
    ),
    (
        "Larnwick Systems is up for sale. Colder Group and Tweed Capital have made it through to the second round.",
        "acquired(Tweed Capital > Larnwick Systems)",
    ),
    (
        "Larnwick Systems has agreed to a $300 million takeover. The buyer, Colder Group of Hull, makes pumps too.",
        "acquired(Colder Group > Larnwick Systems)",
    ),
    (
        "Larnwick is building a plant in Hull. Wandle Foods, which the company bought in 2017, will run it.",
        "acquired(Larnwick > Wandle Foods)",
    ),
    (
        "Larnwick is building a plant in Hull. The city's Wandle Hydro, in which the company holds 70%, feeds it.",
        "ownsStakeIn(Larnwick > Wandle Hydro)",
    ),
)


@pytest.mark.parametrize(("text", "claim"), FOUND)
def test_a_turn_tells_of_the_company_that_has_been_spoken_of(text: str, claim: str) -> None:
    assert claim in said(text)


SILENT = (
    # What is for sale has no name, so that a bid is not for its owner.
    "Larnwick is exploring a sale of its lighting business. "
    "Colder Partners and Tweed Capital are looking at the books.",
    "Larnwick lost a race in Hull. The lead was Anna Tweed.",
    "Larnwick makes pumps. Anna Tweed, an investor based in Hull, likes sailing.",
    "Larnwick makes pumps. Orrell Capital, a shareholder in Wandle Foods, is in Hull.",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_told_of_another_is_not_the_companys(text: str) -> None:
    assert not any(claim.endswith("> Larnwick)") for claim in said(text) if claim.split("(")[0] in _DEALS)


_DEALS = {"acquired", "investedIn", "ownsStakeIn"}


def test_who_declines_to_follow_has_not_put_money_in_again() -> None:
    text = "Larnwick Systems is raising £3m. Orrell Ventures has declined to follow."
    assert "investedIn(Orrell Ventures > Larnwick Systems)" not in {
        claim for claim in said(text) if claim.startswith("acquired")
    }


def test_what_was_bought_is_what_is_sold_on() -> None:
    found = said(
        "Larnwick bought tissue maker Wandle for $40 million, only to sell it three years later to Tweed Paper."
    )
    assert "acquired(Tweed Paper > Wandle)" in found
    assert "acquired(Tweed Paper > Larnwick)" not in found


def test_a_family_holds_its_shares_by_a_foundation() -> None:
    text = "Larnwick makes pumps. Its chairman also runs the family foundation, which owns 62 per cent of the shares."
    assert "ownsStakeIn(family foundation > Larnwick)" in said(text)
    assert "ownsStakeIn(Members of the founding family > Larnwick)" in said(
        "Larnwick makes pumps. Members of the founding family own 27% of the company."
    )


def test_the_share_of_a_firm_that_nobody_could_resolve_is_not_of_the_one_spoken_of() -> None:
    text = "Larnwick has 31 ships. It paid $9m for 12% of the Finnish firm, which is 61 per cent owned by Tweed Group."
    assert "ownsStakeIn(Tweed Group > Larnwick)" not in said(text)


def test_a_cheque_is_no_supply() -> None:
    text = "Orrell Ventures wrote the first cheque for Larnwick Systems in 2020."
    assert not any(claim.startswith("supplies") for claim in said(text))
