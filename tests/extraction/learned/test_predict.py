"""The reader that is shipped: small enough, its offsets right, and of use where the text says it plainly."""

from importlib.resources import files

import pytest

from app.extraction.learned.predict import Found, classify_pair, predict_passage, predict_passages
from app.extraction.learned.reading import WEIGHTS

TEXT = "Acme Robotics, a subsidiary of Tern Systems, was founded by Ann Lee in Leeds in 1999."


def said(text: str, found: list[Found]) -> set[tuple[str, str, str]]:
    return {(f.label, text[slice(*f.subject)], text[slice(*f.object)]) for f in found}


def test_what_is_shipped_is_small_and_safe() -> None:
    weights = files("app.extraction.learned") / WEIGHTS
    assert len(weights.read_bytes()) < 40_000_000


def test_plain_facts_are_found_where_they_stand() -> None:
    found = said(TEXT, predict_passage(TEXT))
    assert ("SUBSIDIARY_OF", "Acme Robotics", "Tern Systems") in found
    assert ("FOUNDED_BY", "Acme Robotics", "Ann Lee") in found
    assert ("DATE_FOUNDED", "Acme Robotics", "1999") in found


def test_pronouns_are_mentions_too() -> None:
    text = "He joined the University of Leeds as a lecturer."
    assert any(label == "EMPLOYEE_OR_MEMBER_OF" and one == "He" for label, one, _ in said(text, predict_passage(text)))


def test_jobs_and_titles_in_financial_text() -> None:
    text = "Pelham Energy named Ann Lee as its chief financial officer."
    found = said(text, predict_passage(text, "fire"))
    assert any(label == "Designation" and one == "Ann Lee" for label, one, _ in found)


def test_the_class_of_a_given_pair() -> None:
    text = "Acme acquired Tern for $40m."
    found = classify_pair(text, (0, 4), (14, 18))
    assert found.name == "acquired_by"
    assert found.inverted
    back = classify_pair(text, (14, 18), (0, 4))
    assert (back.name, back.inverted) == ("acquired_by", False)


def test_passages_read_together_read_as_alone() -> None:
    texts = [TEXT, "", "He left.", TEXT]
    together = predict_passages(texts)
    assert together == [predict_passage(text) for text in texts]
    assert together == predict_passages(texts)


@pytest.mark.parametrize(
    "text", ["", " \n", "🙂 Acme 🙂 was founded by Ann Lee.", "x" * 50_000, "a b " * 1_000, '"' * 1_000]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    for found in predict_passage(text):
        for start, end in (found.subject, found.object):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
