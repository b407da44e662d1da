"""What must not change an answer does not; what must change it does."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from tests.query.ask.articles import extractions, lookup_of

SAME = [
    ("Who acquired Pemberly Systems?", "Who was Pemberly Systems acquired by?"),
    ("Who acquired Pemberly Systems?", "By whom was Pemberly Systems bought?"),
    ("Who acquired Pemberly Systems?", "could you please tell me who bought pemberly systems"),
    ("Who founded Cindervale?", "Who are the founders of Cindervale?"),
    ("Who founded Cindervale?", "Cindervale's founders"),
    ("Who founded Cindervale?", "WHO FOUNDED CINDERVALE"),
    ("Who founded Cindervale?", "who foundd cindervale"),
    ("Who founded Cindervale?", "Who founded Papercrane?"),
    ("Who oversaw Meta's data operations?", "Who ran data operations at Facebook?"),
    ("Who oversaw Meta's data operations?", "Who was in charge of AI data operations at Meta?"),
    ("Who oversaw Meta's data operations?", "Meta's AI data operations were overseen by whom?"),
    ("Which vendors supply Brightfold?", "Which vendors is Brightfold supplied by?"),
    ("Did Solvane acquire Pemberly Systems?", "Was Pemberly Systems acquired by Solvane?"),
    ("How long was Tomás Breval chief technology officer?", "How long was Tomas Breval CTO?"),
    ("Who founded Cindervale?", "Hey, could you tell me: who founded Cindervale, please?"),
    ("Who founded Cindervale?", "I would like to know who exactly founded Cindervale, thanks!"),
    ("Who oversaw Meta's data operations?", "WHO OVERSAW META'S DATA OPERATIONS?"),
    ("Who oversaw Meta's data operations?", "Who oversaw Metas data operations?"),
    ("Who succeeded Gareth Tindall?", "Who took Gareth Tindall's place?"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_wording_does_not_change_the_answer(articles: Lookup, one: str, other: str):
    first, second = ask(articles, one), ask(articles, other)
    assert first.status is second.status is AnswerStatus.ANSWERED, (first.answer, second.answer)
    assert {item.iri for item in first.answers} == {item.iri for item in second.answers}


@pytest.mark.parametrize(
    "question",
    [
        "Who did Pemberly Systems acquire?",
        "Did Pemberly Systems acquire Solvane?",
        "Was Solvane acquired by Pemberly Systems?",
        "Did Scale AI invest in Meta?",
        "Does Brightfold supply Annotara?",
        "Is Meta a unit of TBD Labs?",
        "Did Gareth Tindall succeed Bettina Krall?",
    ],
)
def test_the_other_direction_is_another_question(articles: Lookup, question: str):
    assert ask(articles, question).status is AnswerStatus.NOT_STATED


@pytest.mark.parametrize("question", ["Who founded {}?", "When did {} leave Meta?", "Did {} invest in Kestrelworks?"])
def test_an_unknown_name_is_never_taken_for_a_known_one(articles: Lookup, question: str):
    answer = ask(articles, question.format("Quorvantis"))
    assert answer.status is AnswerStatus.UNKNOWN_ENTITY
    assert "Quorvantis" in answer.answer


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who is the chief executive of {}?", ["Kestrelworks", "Solvane", "Annotara", "Delmare Semiconductor"]),
        ("Who founded {}?", ["Annotara", "Larkspur Data", "Mirador Mobility"]),
        ("Where is {} based?", ["Pemberly Systems", "Roadlight", "Larkspur Data"]),
    ],
)
def test_another_name_of_the_kind_is_read_the_same_way(articles: Lookup, question: str, names: list[str]):
    answers = [ask(articles, question.format(name)) for name in names]
    assert {answer.status for answer in answers} == {AnswerStatus.ANSWERED}
    assert len({answer.answers[0].label for answer in answers}) >= len(names) - 1


def test_a_slip_in_a_name_is_told(articles: Lookup):
    answer = ask(articles, "Who founded Kestrelwroks?")
    assert answer.status is AnswerStatus.ANSWERED
    assert any("Kestrelwroks" in caveat for caveat in answer.caveats)


def test_without_the_article_that_says_it_nothing_is_answered():
    said = "14-kestrelworks-opens-perch-lab"
    whole, rest = extractions(), tuple(e for e in extractions() if said not in (e.article.source or ""))
    assert len(rest) == len(whole) - 1
    question = "Who leads Perch Lab?"
    assert ask(lookup_of(whole), question).status is AnswerStatus.ANSWERED
    assert ask(lookup_of(rest), question).status in (AnswerStatus.NOT_STATED, AnswerStatus.UNKNOWN_ENTITY)
