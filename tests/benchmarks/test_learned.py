"""The reader that is shipped, on the labels of other corpora: right where the text says it plainly, offsets its own."""

from importlib.resources import files

import pytest

from app.extraction.learned.reading import WEIGHTS, load
from tests.benchmarks.learned import class_of_pair, facts_in_text
from tests.benchmarks.spans import SpanFact

TEXT = "Acme Robotics, a subsidiary of Tern Systems, was founded by Ann Lee in Leeds in 1999."


def said(text: str, head: str = "knowledgenet") -> set[tuple[str, str, str]]:
    facts = facts_in_text(load(), text, head)
    return {(fact.name, text[slice(*fact.subject)], text[slice(*fact.object)]) for fact in facts}


def test_what_is_shipped_is_small() -> None:
    weights = files("app.extraction.learned") / WEIGHTS
    assert len(weights.read_bytes()) < 40_000_000


def test_plain_facts_are_found_where_they_stand() -> None:
    assert said(TEXT) >= {
        ("SUBSIDIARY_OF", "Acme Robotics", "Tern Systems"),
        ("FOUNDED_BY", "Acme Robotics", "Ann Lee"),
        ("DATE_FOUNDED", "Acme Robotics", "1999"),
    }


def test_pronouns_are_mentions_too() -> None:
    found = said("He joined the University of Leeds as a lecturer.")
    assert any(label == "EMPLOYEE_OR_MEMBER_OF" and one == "He" for label, one, _ in found)


def test_jobs_and_titles_in_financial_text() -> None:
    found = said("Pelham Energy named Ann Lee as its chief financial officer.", "fire")
    assert any(label == "Designation" and one == "Ann Lee" for label, one, _ in found)


def test_the_class_of_a_given_pair_whichever_comes_first() -> None:
    text = "Acme acquired Tern for $40m."
    found = class_of_pair(load(), text, (0, 4), (14, 18))
    back = class_of_pair(load(), text, (14, 18), (0, 4))
    assert (found.name, found.inverted) == ("acquired_by", True)
    assert (back.name, back.inverted) == ("acquired_by", False)


def test_a_rule_that_found_the_same_lifts_the_score() -> None:
    alone = {(f.name, f.subject, f.object): f.confidence for f in facts_in_text(load(), TEXT, "knowledgenet")}
    votes = [SpanFact(*key) for key in alone]
    with_votes = facts_in_text(load(), TEXT, "knowledgenet", votes)
    assert votes
    assert all(f.confidence > alone[f.name, f.subject, f.object] for f in with_votes)


@pytest.mark.parametrize(
    "text", ["", " \n", "🙂 Acme 🙂 was founded by Ann Lee.", "x" * 50_000, "a b " * 1_000, '"' * 1_000]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    for fact in facts_in_text(load(), text, "knowledgenet"):
        for start, end in (fact.subject, fact.object):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
