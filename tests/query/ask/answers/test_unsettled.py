"""A yes that another article goes against, an end or a closing with no day, and a post given up are told as such."""

from __future__ import annotations

import pytest

from app.extraction.engine import load_engine
from app.model import AnswerStatus, Article
from app.pipeline import ingest
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.query.ask.answers.test_hearsay import graph
from tests.resolution.making import Report, time

CHIEF = {"title": "chief executive"}


def test_a_yes_gives_way_to_an_end_at_what_may_be_the_same_place():
    told = graph(
        Report("a", published="2025-01-10").says("Ada Vell", "heldRole", "Orbis", qualifiers=CHIEF),
        Report("b", published="2025-09-10").says(
            "Ada Vell", "heldRole", "Orbis Robotics", phase="ended", qualifiers=CHIEF
        ),
    )
    answer = ask(told, "Is Ada Vell still chief executive of Orbis?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert not answer.answers
    assert "Orbis Robotics, which may be the same" in answer.answer


def test_another_firm_ends_nothing():
    told = graph(
        Report("a", published="2025-01-10").says("Ada Vell", "heldRole", "Orbis", qualifiers=CHIEF),
        Report("b", published="2025-09-10").says("Ada Vell", "heldRole", "Tarn Mills", phase="ended", qualifiers=CHIEF),
    )
    answer = ask(told, "Is Ada Vell chief executive of Orbis?")
    assert [item.label for item in answer.answers] == ["yes"]


def test_who_gave_up_a_post_has_not_left_for_all_that_is_stated():
    told = graph(Report("a").says("Ada Vell", "heldRole", "Orbis", phase="ended", qualifiers=CHIEF))
    answer = ask(told, "Has Ada Vell left Orbis?")
    assert answer.status is AnswerStatus.PARTIAL
    assert not answer.answers
    gone = graph(Report("a").says("Ada Vell", "left", "Orbis", phase="completed"))
    assert [item.label for item in ask(gone, "Has Ada Vell left Orbis?").answers] == ["yes"]


@pytest.fixture(scope="module")
def merged() -> Lookup:
    text = "Orbis Group and Velt Mills announced on 3 March 2025 that they have merged.\n"
    store, iris = EmbeddedStore(), Iris()
    ingest(store, iris, [Article(id="merged", text=text, published="2025-09-01")], load_engine())
    return Lookup(store, iris)


def test_the_day_of_an_announcement_is_none_of_the_closing(merged: Lookup):
    answer = ask(merged, "When did Orbis Group and Velt Mills complete their merger?")
    assert not answer.answers
    assert "announced on 3 March 2025" in answer.answer or answer.status is AnswerStatus.NOT_STATED


UNTIL = time("September", "2025-09", "2025-09-01", "2025-09-30")


@pytest.mark.parametrize("question", ["When does Ada Vell leave Orbis?", "When will Ada Vell step down?"])
def test_a_planned_end_of_a_post_answers_when(question: str):
    told = graph(
        Report("a", published="2025-05-04").says(
            "Ada Vell", "heldRole", "Orbis", phase="ongoing", qualifiers=CHIEF, end=UNTIL
        )
    )
    answer = ask(told, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "is to step down as chief executive of Orbis in September 2025" in answer.answer
    leaving = ask(told, "Is Ada Vell leaving Orbis?")
    assert leaving.status is AnswerStatus.PARTIAL
    assert "planned to be given up" in leaving.answer


def test_how_somebody_left_is_disputed_where_articles_dispute_it():
    told = graph(
        Report("a").says("Ada Vell", "left", "Orbis", phase="completed", qualifiers={"manner": "dismissed"}),
        Report("b").says("Ada Vell", "left", "Orbis", phase="completed", qualifiers={"manner": "resigned"}),
    )
    answer = ask(told, "How did Ada Vell leave Orbis?")
    assert answer.status is AnswerStatus.PARTIAL
    assert "Sources say dismissed or resigned" in answer.answer
    agreed = graph(Report("a").says("Ada Vell", "left", "Orbis", phase="completed", qualifiers={"manner": "resigned"}))
    assert ask(agreed, "How did Ada Vell leave Orbis?").status is AnswerStatus.ANSWERED


def test_whoever_left_holds_none_of_their_posts_there():
    posts = Report("a", published="2025-04-17")
    for title in ("chief executive", "chair"):
        posts.says("Ada Vell", "heldRole", "Orbis", phase="ongoing", qualifiers={"title": title})
    told = graph(
        posts,
        Report("b", published="2025-10-02").says("Ada Vell", "left", "Orbis", phase="completed", date=UNTIL),
    )
    for question in ("Is Ada Vell still at Orbis?", "Is Ada Vell still chair of Orbis?"):
        assert ask(told, question).answer.startswith("No longer")
    assert "Ada Vell" in ask(told, "Who left Orbis in 2025?").answer


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Is Orbis buying Velt Mills?", AnswerStatus.ANSWERED),
        ("Will Orbis buy Velt Mills?", AnswerStatus.ANSWERED),
        ("Did Orbis buy Velt Mills?", AnswerStatus.PARTIAL),
        ("Who is buying Velt Mills?", AnswerStatus.NOT_STATED),
    ],
)
def test_a_plan_that_was_called_off_is_told_as_such(question: str, status: AnswerStatus):
    told = graph(
        Report("It has agreed to buy it.", published="2025-02-04").says(
            "Orbis", "acquired", "Velt Mills", phase="planned"
        ),
        Report("It walked away.", published="2025-05-01").says(
            "Orbis", "acquired", "Velt Mills", phase="planned", polarity="negated"
        ),
    )
    answer = ask(told, question)
    assert answer.status is status
    assert "walked away" in answer.answer
    assert "agreed" not in answer.answer


@pytest.mark.parametrize("question", ["Will Ada Vell join Orbis?", "Will Ada Vell become chief executive of Orbis?"])
def test_who_was_to_have_a_post_and_will_not_is_not_to_come(question: str):
    told = graph(
        Report("She is to join.", published="2025-02-04")
        .says("Ada Vell", "joined", "Orbis", phase="planned", qualifiers=CHIEF)
        .says("Ada Vell", "heldRole", "Orbis", phase="planned", qualifiers=CHIEF),
        Report("She will not.", published="2025-05-01")
        .says("Ada Vell", "joined", "Orbis", phase="planned", polarity="negated", qualifiers=CHIEF)
        .says("Ada Vell", "heldRole", "Orbis", phase="planned", polarity="negated", qualifiers=CHIEF),
    )
    assert ask(told, question).answer.startswith("No, the plan was called off")
    assert ask(told, "Who will join Orbis?").answer.startswith("A plan was called off")


def test_who_is_not_to_buy_may_have_bought_for_all_that_is_stated():
    told = graph(Report("a").says("Orbis", "acquired", "Velt Mills", phase="planned", polarity="negated"))
    answer = ask(told, "Did Orbis buy Velt Mills?")
    assert (answer.status, [item.label for item in answer.answers]) == (AnswerStatus.PARTIAL, ["not established"])
