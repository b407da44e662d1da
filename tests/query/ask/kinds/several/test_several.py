from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.kinds.several.segments import segmented
from app.query.ask.lexical.lexicon import load_lexicon
from app.query.lookup import Lookup


def _labels(lookup: Lookup, question: str) -> list[str]:
    return [item.label for item in ask(lookup, question).answers]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Who founded Pelm, when, and where is it based?", ("Who founded Pelm", "when", "where is it based")),
        ("Who runs Pelm? Since when? And for whom did she work before?",
         ("Who runs Pelm", "Since when", "for whom did she work before")),
        ("When and where was Pelm founded?", ("where was Pelm founded", "When")),
        ("What did Roe pay for Pelm - do the papers agree?", ("What did Roe pay for Pelm", "do the papers agree")),
        ("Is Roe a boss at Pelm or what does he do there?", ("Is Roe a boss at Pelm", "what does he do there")),
        ("Owners of Pelm with their percentages", ("Owners of Pelm", "their percentages")),
        ("Who bought Pelm, and please say for how much", ("Who bought Pelm", "for how much")),
    ],
)  # fmt: skip
def test_a_question_is_taken_apart_where_a_part_begins(question: str, parts: tuple[str, ...]):
    assert segmented(question, load_lexicon())[0].parts == parts


@pytest.mark.parametrize(
    "question",
    [
        "Who invested in Pelm and Roe & Co?",
        "Which company bought Pelm or owns a stake in it?",
        "What is the partnership between Pelm and Acme?",
        "Was Pelm bought or did it merge?",
        "Who was chair of Acme, Inc. in 2019?",
    ],
)
def test_a_question_of_one_part_is_left_whole(question: str):
    assert not [way for way in segmented(question, load_lexicon()) if way.sure]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who founded Nakamura Reefer, when, and who runs it today?", ["Kenji Nakamura", "Yuki Nakamura"]),
        ("Marina Stone: employer and title", ["Calder & Sons Towage", "chief engineer"]),
        ("Kwame Freight takeover: buyer, price", ["Long Reach", "$240 million"]),
        ("GreenKeel, Series B: lead and amount", ["Harbour Light Capital", "$130 million"]),
        ("Who left Stone Marine, and where to?", ["Will Harbour", "Tidewatch"]),
        ("Tidewatch's customers; what do they get from it?",
         ["Long Reach", "Port Authority of Sant Elm", "vessel position data"]),
        ("Over what do PASE and Long Reach quarrel, and is that on the record?", ["berth fees", "yes"]),
        ("Has Cape Verity Wind bought Hadley Grove, and who says so?", ["unnamed sources"]),
        ("What did Ørskov invest in Bahía Clara Solar; do the sources agree on it?",
         ["€70 million", "€95 million", "no"]),
        ("Is June Waters an adviser at Health First or what is her job there?", ["chief operating officer"]),
        ("Who ran Vesterhavn Line before 2020, and who has had the job since her retirement?",
         ["Gudrun Ravn", "Søren Halvorsen-Bach"]),
        ("Who said that Long Reach is looking at alternatives to PASE, and for what reason?",
         ["Kwame Boateng", "berth fees"]),
    ],
)  # fmt: skip
def test_each_part_is_answered_with_what_was_told_before(harbour: Lookup, question: str, labels: list[str]):
    assert sorted(_labels(harbour, question)) == sorted(labels)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Tamsin Data: founder, line of business", ["Priya Raghunathan", "data labelling"]),
        ("Carmen Vidal: present job and previous employer", ["managing director", "Banco Serrado"]),
        ("Who led the Series B of Thandeka AI, with how much, and what did it value the company at?",
         ["Lead Partners", "$85 million", "$900 million"]),
        ("Where did Joris de Wit work until 2021 and what is he now?", ["De Wit Semiconductors", "adviser"]),
        ("Who runs De Wit Semiconductors, and where was she before?", ["Xu Wenling", "Kitsune Kernel"]),
        ("Olufemi Adébáyò, what's he in charge of and where did he work before?",
         ["robot safety", "De Wit Semiconductors"]),
        ("Who chairs Quillmere, and what was his job before that?", ["Tomasz Wójcik", "chief technology officer"]),
        ("Ludwig von Trossau: where did he go, and in what capacity?", ["Chen-Laurier Capital", "adviser"]),
        ("When did Kitsune Kernel and Pemba Cloud merge, and what was the deal worth?",
         ["Kitsune Kernel", "£450 million"]),
    ],
)  # fmt: skip
def test_parts_lean_on_the_situation_told(northfield: Lookup, question: str, labels: list[str]):
    assert _labels(northfield, question) == labels


@pytest.mark.parametrize("question", ["Kitsune Kernel: frobnication, date", "Kitsune Kernel: date and price"])
def test_a_date_of_a_company_is_not_that_of_whatever_it_did(northfield: Lookup, question: str):
    assert not ask(northfield, question).answers


def test_a_value_in_a_topic_narrows_all_parts(northfield: Lookup):
    answer = ask(northfield, "Thandeka AI Series A: investor, sum, month?")
    assert "Chen-Laurier Capital" not in [item.label for item in answer.answers]


def test_a_date_is_of_what_was_told(harbour: Lookup):
    answer = ask(harbour, "When did Vesterhavn Line buy Calder & Sons Towage, and at what price?")
    assert answer.answers[0].time["date"]["edtf"] == "2019-05"
    assert answer.answers[1].value == "96000000"


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Holders of Bought Ledger with their stakes",
         ["Founders Row", "14 percent", "Series Capital", "27.5 percent"]),
        ("Executives of Meridian Gate and their titles",
         ["April Summers", "chief financial officer", "Carmen Vidal", "managing director"]),
    ],
)  # fmt: skip
def test_a_detail_follows_each_item_of_a_list(northfield: Lookup, question: str, labels: list[str]):
    found = _labels(northfield, question)
    pairs = [tuple(found[i : i + 2]) for i in range(0, len(found), 2)]
    assert sorted(pairs) == sorted(zip(labels[::2], labels[1::2], strict=True))


def test_a_part_that_cannot_be_read_makes_the_answer_partial_and_is_named(harbour: Lookup):
    answer = ask(harbour, "Who founded Nakamura Reefer, and what is its frobnication?")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Kenji Nakamura"]
    assert any("what is its frobnication" in caveat for caveat in answer.caveats)


def test_what_leans_on_a_part_that_has_no_answer_has_none(articles: Lookup):
    answer = ask(articles, "What did Delmare Semiconductor buy into in 2023, and how much was paid?")
    assert not answer.answers
