"""Posts told right beside a name, whoever and whatever else stands there, and who steps into another's place."""

import pytest

from tests.extraction.reading import read, said

TOLD = {
    # Since when, or until when, may stand before the title.
    "Ingrid Holm, these days a partner at Fjord Capital, declined to comment.": "heldRole(Ingrid Holm > Fjord Capital)",
    "Ingrid Holm, once an analyst at Fjord Capital, runs a bakery.": "heldRole(Ingrid Holm > Fjord Capital)",
    "Ingrid Holm, until last year chief engineer of Kelvin Rail, sells boats.": "heldRole(Ingrid Holm > Kelvin Rail)",
    "Jane Poole, the founder's niece and Kelvin Rail's deputy chairman, said no.": "heldRole(Jane Poole > Kelvin Rail)",
    # Whom a title is said to be may be told as somebody's kin, or by a trade.
    "The new finance director of Kelvin Rail is his cousin Maud Ferrer, 41.": "heldRole(Maud Ferrer > Kelvin Rail)",
    "The chair of Kelvin Rail is the former banker Ingrid Holm.": "heldRole(Ingrid Holm > Kelvin Rail)",
    "Ostrava Steel's next chief executive will be her brother Pavel Novak.": "heldRole(Pavel Novak > Ostrava Steel)",
    # A part without a name of its own is the whole's; one that has a name is meant itself.
    "Jane Poole is a vice-president in Fjord Capital's energy team.": "heldRole(Jane Poole > Fjord Capital)",
    "The head of Kelvin Rail's freight business, Ada Moyle, agreed.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Gus Tarrant, director of Norvik's shipping arm Seaway, agreed.": "heldRole(Gus Tarrant > Seaway)",
    # "Where" is said of what is described between.
    "Bolt opened Spoke, the repair arm of the retailer Hanmer, where Jane Poole was managing director until May.": (
        "heldRole(Jane Poole > Spoke)"
    ),
    "Bolt Cycles hired Jane Poole from Spoke, the Leeds repair chain, where she is operations director.": (
        "heldRole(Jane Poole > Spoke)"
    ),
    "The hotel chain Brisa is full, but its chief buyer, Manuel Prado, is gloomy.": "heldRole(Manuel Prado > Brisa)",
    "Ada Moyle worked for eleven years at Kelvin Rail, most recently as head of signalling.": (
        "heldRole(Ada Moyle > Kelvin Rail)"
    ),
}
TOLD |= {
    "Ada Moyle is chief executive of Kelvin Rail. Jane Poole, long her deputy, agreed.": (
        "heldRole(Jane Poole > Kelvin Rail)"
    ),
    "Kelvin Rail, with former banker Ada Moyle at the helm, made a profit.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Kelvin Rail will be in the hands of Ada Moyle, 54.": "heldRole(Ada Moyle > Kelvin Rail)",
}
UNTOLD = {
    "Kelvin Rail's banker, Ada Moyle, said no.": "Ada Moyle",
    "Jane Poole, once married to the head of Kelvin Rail, sold her shares.": "Jane Poole",
    "Jane Poole, today a critic of the chairman of Kelvin Rail, sold her shares.": "Jane Poole",
    "The head of the jury that cleared Kelvin Rail is Ada Moyle.": "Ada Moyle",
    "The chairman of Kelvin Rail is the man who sacked Ada Moyle.": "Ada Moyle",
    "The lawyer for Kelvin Rail is Ada Moyle's sister.": "Ada Moyle",
}
FOLLOWED = (
    "Ada Moyle left Kelvin Rail in June. Jane Poole, her deputy, has stepped in.",
    "Chief executive Ada Moyle quit Kelvin Rail on Friday. Finance director Jane Poole is stepping in.",
    "Ada Moyle was dismissed by Kelvin Rail last week; Jane Poole has taken the helm.",
    "Ada Moyle is stepping down as chief executive of Kelvin Rail. Jane Poole inherits the job in March.",
    "Kelvin Rail's finance chief, Ada Moyle, resigned in May. Her desk has gone to Jane Poole.",
    "Ada Moyle left Kelvin Rail in May. Her place on the board was taken by Jane Poole.",
)
NOT_FOLLOWED = (
    "Ada Moyle quit Kelvin Rail on Friday. Jane Poole will fill in until a replacement is found.",
    "Ada Moyle was dismissed by Kelvin Rail last week. Jane Poole, who took over in 2018 as chair, regrets it.",
    "Ada Moyle resigned from Kelvin Rail last week. Jane Poole took over the group's debts.",
    "Ada Moyle and Tom Reyes left Kelvin Rail last week. Jane Poole takes over.",
    "Ada Moyle is leaving Kelvin Rail. No one will take over, Jane Poole said.",
    "Ada Moyle's book on trains went to Jane Poole.",
)


@pytest.mark.parametrize(("text", "claim"), TOLD.items())
def test_a_post_is_told_beside_the_name(text: str, claim: str) -> None:
    assert claim in said(text)


def test_a_deputy_may_have_the_job_in_the_end() -> None:
    text = "Kelvin Rail's signal chief, Ada Moyle, left in May. Jane Poole, for years her deputy, now has the job."
    titles = {c.qualifiers.get("title") for c in read(text) if c.subject.name == "Jane Poole"}
    assert titles == {"deputy", "signal chief"}


def test_who_is_in_charge_of_another_is_not_in_charge() -> None:
    claims = said("Kelvin Rail shares fell, with Ada Moyle in charge of Norvik for now.")
    assert "heldRole(Ada Moyle > Kelvin Rail)" not in claims


def test_where_is_not_said_of_the_owner() -> None:
    text = "Bolt opened Spoke, the repair arm of the retailer Hanmer, where Jane Poole was managing director until May."
    assert "heldRole(Jane Poole > Hanmer)" not in said(text)


@pytest.mark.parametrize(("text", "person"), UNTOLD.items())
def test_who_is_only_beside_a_post_has_none(text: str, person: str) -> None:
    assert not [claim for claim in read(text) if claim.relation == "heldRole" and claim.subject.name == person]


def test_who_left_for_a_firm_did_not_leave_it() -> None:
    claims = said("In July Ada Moyle left for Beaulieu, the Montreal department store chain, where she is president.")
    assert "joined(Ada Moyle > Beaulieu)" in claims
    assert "left(Ada Moyle > Beaulieu)" not in claims


@pytest.mark.parametrize("text", FOLLOWED)
def test_who_steps_in_follows_the_one_who_goes(text: str) -> None:
    assert "succeeded(Jane Poole > Ada Moyle)" in said(text)


@pytest.mark.parametrize("text", NOT_FOLLOWED)
def test_who_goes_is_not_followed_by_just_anybody(text: str) -> None:
    assert not [claim for claim in read(text) if claim.relation == "succeeded"]


def test_the_post_of_a_deputy_who_steps_in_is_not_given_to_the_one_who_goes() -> None:
    claims = read("Ada Moyle left Kelvin Rail in June. Jane Poole, her deputy, has stepped in.")
    held = [claim for claim in claims if claim.relation == "heldRole" and claim.subject.name == "Ada Moyle"]
    assert not [claim for claim in held if claim.qualifiers.get("title") == "deputy"]
