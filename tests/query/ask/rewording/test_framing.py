from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.lexical.framing import unframed
from app.query.ask.lexical.lexicon import load_lexicon
from app.query.ask.lexical.words import tokenize
from app.query.ask.rewording.framing import without_frame
from app.query.lookup import Lookup

BARE = "who runs Acme"
FRAMES = (
    "Morning all! Sorry to be a pain, {}?",
    "hey there, {}? ta",
    "One more small question for you: {}?",
    "We'd really love to find out {}.",
    "I'm trying to establish {}, thanks a million",
    "My accountant wants to know {}.",
    "Our new chair is asking {}",
    "Curious {}, just asking",
    "Could somebody please remind me {}?",
    "Might one be able to work out {}?",
    "Do your records say {}?",
    "Got any inkling {}?",
    "For a blog post: {}?",
    "{}, as far as anyone knows?",
    "{} if that is known?",
    "{}, judging by the available coverage?",
    "{} to the best of your knowledge?",
    "Not sure {}",
    "It would be useful to know {}",
    "{}? I can never remember.",
    "I have to file this within the hour. {}?",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_is_taken_off(frame: str):
    question = unframed(frame.format(BARE), load_lexicon())
    assert [token.word for token in tokenize(question)] == BARE.lower().split()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Who runs Acme? I mean the former one.", "former"),
        ("Who runs Acme? I only want confirmed ones.", "confirmed"),
        ("Who ran Acme? We care about 2019.", "2019"),
        ("Who runs Acme? I need the chair of Pelm.", "pelm"),
        ("Which companies are named in the report by Roe?", "roe"),
        ("Who is denied in the article's own words?", "words"),
        ("Which investors in Acme are confirmed?", "confirmed"),
        ("I want to know only the former owners of Acme.", "only"),
        ("Who works for a client of Acme?", "client"),
        ("Does The Record say who runs Acme?", "record"),
    ],
)
def test_what_restricts_is_never_taken_off(question: str, kept: str):
    assert kept in [token.word for token in tokenize(unframed(question, load_lexicon()))]


def test_the_answer_is_the_same_in_any_frame(articles: Lookup):
    bare = ask(articles, "Who chairs Brightfold?")
    assert bare.status is AnswerStatus.ANSWERED
    for frame in (
        "Just one tiny thing, if you don't mind: who chairs Brightfold?",
        "we're keen to learn who chairs brightfold, if known",
        "Who chairs Brightfold? My deadline is near.",
    ):
        assert ask(articles, frame).answers == bare.answers, frame


@pytest.mark.parametrize(
    "framed",
    [
        "Who runs Acme? Need it for a caption.",
        "Who runs Acme? Can't find it anywhere",
        "Who runs Acme? I have seen two different names.",
        "Who runs Acme? The headlines are all over the place",
        "Before we go to press: Who runs Acme?",
        "Before I file this: Who runs Acme?",
        "Who runs Acme? One line, please",
    ],
)
def test_what_stands_before_and_after_is_taken_off(framed: str):
    assert without_frame(framed).rstrip("?") == "Who runs Acme"


@pytest.mark.parametrize(
    "question",
    [
        "Who runs Acme? Need it for 2019.",
        "Who runs Acme? I have read only the former one left.",
        "Who runs Acme? It is for Pelm.",
        "Who ran Acme before we bought it?",
        "Who ran Acme before I filed this?",
    ],
)
def test_names_years_and_restrictions_stay(question: str):
    assert without_frame(question).rstrip("?.") == question.rstrip("?.")
