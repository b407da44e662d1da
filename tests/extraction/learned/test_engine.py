"""The engine that adds what the learned reader is sure of to what the rules find."""

from app.documents.clean import segment
from app.extraction.engine import VERSIONS, load_engine
from app.extraction.learned.propose import RULE, SURE
from app.extraction.spacy_engine import SpacyEngine
from app.model import Article, Extraction, Status
from tests.extraction.reading import say

# What no rule reads at the time of writing; should one learn to, take another wording.
UNUSUAL = "Acme Robotics now has Anna Krall at its helm; Ben Foss had it before."
PLAIN = "Acme Robotics acquired Tern Systems for $40m. Ann Lee, chief executive of Acme Robotics, said so on Monday."


def extract(text: str, engine: str = "learned") -> Extraction:
    return load_engine(engine).extract(segment(Article(text=text)))


def test_everything_that_the_rules_find_stays() -> None:
    for text in (PLAIN, UNUSUAL):
        assert {say(c) for c in extract(text, "rules").claims} <= {say(c) for c in extract(text).claims}


def test_what_no_rule_reads_is_found() -> None:
    added = {say(c) for c in extract(UNUSUAL).claims} - {say(c) for c in extract(UNUSUAL, "rules").claims}
    assert added, f"the reader is sure of nothing here (of at least {SURE}, as {RULE})"


def test_what_the_rules_have_related_is_not_said_twice() -> None:
    assert sorted(say(c) for c in extract(PLAIN).claims) == sorted(say(c) for c in extract(PLAIN, "rules").claims)


def test_a_denial_is_a_denial_whoever_finds_it() -> None:
    text = "Acme Robotics denied on Monday that it had thrown in its lot with Tern Systems."
    assert not [c for c in extract(text).claims if c.status in (Status.ASSERTED, Status.STATED)]


def test_the_same_text_gives_the_same_claims() -> None:
    assert extract(UNUSUAL) == extract(UNUSUAL)


def test_another_language_is_left_alone() -> None:
    text = "Le groupe Acme a racheté la société Tern pour quarante millions d'euros, et le directeur est parti. " * 3
    assert not extract(text).claims


def test_each_claim_names_its_engine() -> None:
    assert {claim.engine for claim in extract(PLAIN).claims} == {f"learned {VERSIONS['learned']}"}
    assert {claim.engine for claim in SpacyEngine().extract(segment(Article(text=PLAIN))).claims} == {
        f"rules {VERSIONS['rules']}"
    }
