import pytest

from app.documents.load import find_files, read_articles
from app.extraction.relations.reading import patterns
from app.extraction.relations.reading.templates import needs_of
from app.extraction.spacy_engine import SpacyEngine
from app.pipeline import extract
from app.resources import SAMPLE_ARTICLES_DIR
from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("template", "letters", "words"),
    [
        ("{O:s},? (?:an?|the) (?P<k>(?:unit|arm)s?) of {DESC}{O:o}", {"O", "O2"}, {"unit", "arm"}),
        ("{P+:s},? who (?:left|quit) (?:{O} )?to (?P<t>found)(?:ed)? {OR:o}", {"P"}, {"found"}),
        ("(?:{O:s} bought|{P:p} sold) {R:o}", {"R"}, {"bought", "sold"}),
        ("{O:s}(?: \\(now {L}\\))? is (?!{P})(?:based )?(?:in )?{L:o}(?= today)", {"O", "L"}, set()),
        ("(?:{P} ){2}(?:in )+(?:[a-z]+ly )*joined(?: {O})?", {"P"}, {"joined"}),
    ],
)
def test_what_a_template_needs_is_what_all_its_matches_have(template: str, letters: set[str], words: set[str]):
    assert [set(needed) for needed in needs_of(template)] == [letters, words]


def test_what_is_passed_over_would_not_have_matched(monkeypatch: pytest.MonkeyPatch):
    articles = [article for path in find_files([SAMPLE_ARTICLES_DIR])[:3] for article in read_articles(path)]
    engine = SpacyEngine()
    quick = [extract(article, engine) for article in articles]
    monkeypatch.setattr(patterns, "promising", lambda _, templates: list(templates))
    assert [extract(article, engine) for article in articles] == quick


@pytest.mark.parametrize(
    ("text", "claim", "other"),
    [
        (
            "Mara Lindt, formerly of Halden-rival Corvo Foods, has died.",
            "memberOf(Mara Lindt > Corvo Foods)",
            "Halden)",
        ),
        ("Mara Lindt works for Halden-supplier Corvo Foods.", "memberOf(Mara Lindt > Corvo Foods)", "Halden)"),
    ],
)
def test_a_name_in_a_compound_only_describes(text: str, claim: str, other: str) -> None:
    told = said(text)
    assert claim in told
    assert not any(other in c for c in told)
