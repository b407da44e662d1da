"""Of the meanings of a verb its tense chooses, and a short name is a name."""

from __future__ import annotations

from app.query.ask import ask
from app.query.lookup import Lookup


def test_the_past_tells_of_what_happened_and_the_present_of_what_holds(harbour: Lookup):
    asked = {
        "What did Long Reach buy?": ["Kwame Freight", "Nakamura Reefer"],
        "What has Long Reach bought?": ["Kwame Freight", "Nakamura Reefer"],
        "What did Long Reach get?": ["Kwame Freight", "Nakamura Reefer"],
        "What does Long Reach buy?": ["sailors", "vessel position data"],
    }
    assert {q: sorted(item.label for item in ask(harbour, q).answers) for q in asked} == asked


def test_a_verb_with_one_meaning_in_the_graph_keeps_it(articles: Lookup):
    assert {item.label for item in ask(articles, "What did Brightfold buy?").answers} >= {"lung scans", "heart scans"}


def test_the_words_of_a_short_name_are_not_names_of_others(northfield: Lookup):
    answer = ask(northfield, "Did Chen-Laurier invest in Before Noon?")  # not May Chen
    assert [item.label for item in answer.answers] == ["yes"]
