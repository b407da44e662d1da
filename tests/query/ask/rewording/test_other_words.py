"""The same in other words: passives, what is fronted, whose word it is, parts of a company, plans."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


def _values(lookup: Lookup, question: str) -> list[tuple[str, str | None]]:
    return [(item.label, item.value) for item in ask(lookup, question).answers]


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("Who says that Long Reach is exploring alternatives to PASE?",
         "To whom is it attributed that Long Reach is exploring alternatives to PASE?"),
        ("Who says that Long Reach is exploring alternatives to PASE?",
         "That Long Reach is exploring alternatives to PASE is said by whom?"),
        ("Who denies that Rising Tide Health has bought After Hours Clinics?",
         "From whom comes the denial that Rising Tide Health has bought After Hours Clinics?"),
        ("Who denies that Rising Tide Health has bought After Hours Clinics?",
         "Who says it isn't true that Rising Tide Health has bought After Hours Clinics?"),
        ("Who owns 35 percent of Long Reach?", "Whose is the 35 percent stake in Long Reach?"),
        ("Who owns 35 percent of Long Reach?", "Long Reach is owned to 35 percent by whom?"),
        ("Who owns more of Long Reach, Kwame Boateng or Union Mutual?",
         "Of Kwame Boateng and Union Mutual, which has the larger holding in Long Reach?"),
        ("Who is the largest shareholder of Long Reach?", "Whose stake in Long Reach is the largest?"),
        ("Who is the chief financial officer of Vesterhavn Line?",
         "Which person serves Vesterhavn Line as chief financial officer?"),
        ("Who chairs Ørskov Energi?", "Who presides over the board of Ørskov Energi?"),
        ("Does Health First want to acquire Minutes?", "Has Health First shown interest in taking over Minutes?"),
        ("Does Health First want to acquire Minutes?", "Is Minutes a takeover target of Health First?"),
        ("What was St Brannoc Hospital Trust unhappy with Minutes about?",
         "What was it about Minutes that bothered St Brannoc Hospital Trust?"),
        ("Why is Long Reach exploring alternatives to PASE?",
         "How come Long Reach is shopping around for something other than PASE?"),
        ("Who succeeded Gudrun Ravn at Vesterhavn Line?", "Who stepped into Gudrun Ravn's shoes at Vesterhavn Line?"),
        ("Who founded Nakamura Reefer?", "To whom does Nakamura Reefer owe its existence?"),
        ("Who founded Nakamura Reefer?", "Whose brainchild is Nakamura Reefer?"),
        ("Who succeeded Gudrun Ravn at Vesterhavn Line?", "To whom did Gudrun Ravn hand over at Vesterhavn Line?"),
        ("How much did Long Reach pay for Kwame Freight?",
         "What amount did the sale of Kwame Freight to Long Reach bring?"),
        ("When was Nakamura Reefer founded?", "The founding of Nakamura Reefer goes back to when?"),
        ("Who left Stone Marine for Tidewatch?", "Who swapped Stone Marine for Tidewatch?"),
        ("When will Ifeanyi Nwosu-Grant leave Hadley Grid?", "When is Hadley Grid losing Ifeanyi Nwosu-Grant?"),
        ("Will Cape Verity Wind merge with Bahía Clara Solar?",
         "Is there a chance that Cape Verity Wind will merge with Bahía Clara Solar?"),
    ],
)  # fmt: skip
def test_same_answer(harbour: Lookup, plain: str, other: str):
    assert _values(harbour, plain)
    assert _values(harbour, other) == _values(harbour, plain)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Do all articles give the same sum for Ørskov Energi's investment in Bahía Clara Solar?", "no"),
        ("Is there agreement on how much Ørskov Energi invested in Bahía Clara Solar?", "no"),
        ("Are there conflicting figures for Ørskov Energi's investment in Bahía Clara Solar?", "yes"),
    ],
)
def test_whether_the_articles_agree(harbour: Lookup, question: str, word: str):
    assert [item.label for item in ask(harbour, question).answers] == [word]


@pytest.mark.parametrize("question", ["Who is the auditor of Bought Ledger?", "By whom is Bought Ledger audited?"])
def test_a_service_with_a_verb_of_its_own(northfield: Lookup, question: str):
    assert [item.label for item in ask(northfield, question).answers] == ["Okonjo & Varga"]
