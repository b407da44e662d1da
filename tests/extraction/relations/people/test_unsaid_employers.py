"""Where somebody is whose employer the sentence leaves unsaid: the article's own firm, unless another may be meant."""

import pytest

from tests.extraction.reading import said

CASES = {
    "Brightmoor Dairies warned on Monday that profit would miss forecasts. The Leeds-based group blamed milk prices. "
    "Finance director Hannah Sykes resigned in June after a row over bonuses.": [
        "heldRole(Hannah Sykes > Brightmoor Dairies)",
        "left(Hannah Sykes > Brightmoor Dairies)",
    ],
    "Pellworm Marine said on Tuesday it had lost two orders. Oskar Jensen, who ran the yard for ten years, left in "
    "March. Pellworm builds tugs in Husum.": ["left(Oskar Jensen > Pellworm Marine)"],
    "Solvang Foods expects a loss this year. Its largest customer, Nordkjeden, cut orders in May. Chief executive "
    "Lars Dahl told reporters the worst was over. Solvang makes fishcakes.": ["heldRole(Lars Dahl > Solvang Foods)"],
    "Bellini Yachts will cut 200 jobs. Bellini builds sailing boats in Viareggio. Carla Neri came from Ferro Cranes "
    "in 2019.": ["joined(Carla Neri > Bellini Yachts)"],
    # Of a firm that was just told of, "its" tells whose the post is.
    "Bellini Yachts will cut 200 jobs. Ferro Cranes supplies its hoists. Its sales director, Piero Conti, said he had "
    "heard nothing. Bellini builds boats.": ["heldRole(Piero Conti > Ferro Cranes)"],
    # A firm that bears the holder's name is the holder's.
    "Marlowe Press is looking for a buyer. Marlowe publishes cookbooks. Its printer, Hobbs & Co, is owed money. "
    "Chairman Peter Hobbs said he was worried.": ["heldRole(Peter Hobbs > Hobbs & Co)"],
    # What one goes on to is not what one leaves.
    "Harcourt Toys is to close its shops. Harcourt sells wooden trains. Managing director Paul Lund quit in May and "
    "has since become a partner at Redfern Capital.": [
        "heldRole(Paul Lund > Harcourt Toys)",
        "heldRole(Paul Lund > Redfern Capital)",
        "left(Paul Lund > Harcourt Toys)",
    ],
    "Marlowe Press is looking for a buyer. Marlowe publishes cookbooks. Founder Edith Crane retired in 2015. She now "
    "chairs the charity Bookbank.": ["founded(Edith Crane > Marlowe Press)", "left(Edith Crane > Marlowe Press)"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_an_unsaid_employer_is_the_articles_firm(text: str, expected: list[str]) -> None:
    assert set(expected) <= said(text)


NOBODYS = [
    "Tarrant Cement reported record sales. Lawyer Simon Peel resigned from the bar council in May. Tarrant is big.",
    "Tarrant Cement reported record sales. Labour leader Simon Peel resigned in May after an election defeat. Tarrant "
    "employs 4,000. Tarrant is in Hull.",
    "Tarrant Cement reported record sales. Simon Peel resigned from the cabinet on Friday. Tarrant employs 4,000.",
    "Tarrant Cement reported record sales. Tarrant employs 4,000. Union official Simon Peel called the plan cruel and "
    "resigned in protest.",
    "Tarrant Cement reported record sales. Tarrant employs 4,000. Simon Peel, the mayor's spokeswoman, resigned.",
    "Tarrant Cement is to close two kilns, and its rival Minto Lime is hiring. Minto's sales rose 12%. Finance "
    "director Simon Peel said demand was strong.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_it_is_no_outsiders_and_none_of_another_firm(text: str) -> None:
    about = {line for line in said(text) if "Simon Peel" in line}
    assert about <= {"heldRole(Simon Peel > Minto Lime)"}


_FIRM = "Tarrant Cement reported record sales. Tarrant sells lime in Hull. "
GOINGS = [
    "Anna Peel goes at the end of this month.",
    "Anna Peel handed in her notice on Friday.",
    "By then Anna Peel was gone.",
    "Anna Peel had been told to go after a dispute.",
    "Anna Peel was shown the door in May.",
    "Anna Peel was pushed out by shareholders.",
    "Anna Peel cleared her desk on Monday.",
    "Anna Peel was made redundant in March.",
    "The affair cost Anna Peel her job.",
    "Anna Peel is no longer with the company.",
]


@pytest.mark.parametrize("text", GOINGS)
def test_turns_of_phrase_tell_who_left(text: str) -> None:
    assert "left(Anna Peel > Tarrant Cement)" in said(_FIRM + text)


STAYERS = [
    "Anna Peel goes to Hull every month.",
    "Anna Peel was told to go home.",
    "Anna Peel was told to leave the meeting.",
    "Anna Peel feared she could lose her job.",
    "Anna Peel was ordered out of the courtroom.",
    "Anna Peel is on her way out of hospital.",
    "Anna Peel went on Monday to see the plant.",
    "Anna Peel gave up the reins in 2019.",
]


@pytest.mark.parametrize("text", STAYERS)
def test_who_goes_elsewhere_has_not_left(text: str) -> None:
    assert "left(Anna Peel > Tarrant Cement)" not in said(_FIRM + text)


COMINGS = {
    "Anna Peel arrived as chief executive in the spring of 2021.": ["heldRole", "joined"],
    "Anna Peel came back in 2015 as head of logistics.": ["heldRole", "joined"],
    "Anna Peel, promoted from head of sales, shut two plants.": ["heldRole"],
    "Anna Peel hung on as chief executive until 2022.": ["heldRole"],
    "Anna Peel took the top job in 2019.": ["heldRole"],
    "Anna Peel gave up the chief executive's office in May.": ["heldRole"],
}


@pytest.mark.parametrize(("text", "relations"), COMINGS.items())
def test_turns_of_phrase_tell_who_came(text: str, relations: list[str]) -> None:
    assert {f"{relation}(Anna Peel > Tarrant Cement)" for relation in relations} <= said(_FIRM + text)


@pytest.mark.parametrize("text", ["Anna Peel arrived as the meeting ended.", "Anna Peel took the helm of the ship."])
def test_who_only_turns_up_holds_no_post(text: str) -> None:
    assert not {line for line in said(_FIRM + text) if "Anna Peel" in line}
