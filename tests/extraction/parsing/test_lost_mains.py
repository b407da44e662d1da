import pytest

from app.extraction.parsing.parse import pipeline


def subject_of(text: str, verb: str) -> str:
    """The last word of the subject that a verb got; none where it has no subject of its own."""
    word = next(token for token in pipeline()(text) if token.text == verb)
    return next((child.text for child in word.children if child.dep_ == "nsubj"), "")


@pytest.mark.parametrize(
    "aside", ["which sells glazes to Umbra Tiles", "which is backed by Umbra Tiles", "backed by Umbra Tiles"]
)
def test_a_subject_gets_its_verb_back(aside):
    assert subject_of(f"Pellworth Ceramics, {aside}, named Ines Okafor as its chief executive.", "named") == "Ceramics"


@pytest.mark.parametrize(
    "text",
    [
        "A rival of Pellworth Ceramics, a firm owned by a trust, named Umbra Tiles.",
        "The makers of Pellworth Ceramics, which is owned by a trust, named by nobody.",
    ],
)
def test_what_a_firm_is_called_stays_with_it(text):
    assert subject_of(text, "named") == ""


def test_the_first_of_a_list_gets_its_verb_back():
    text = "Moorland Trust, a Leeds fund, and Brackwater Ventures invested in Lowmoor Steel."
    assert subject_of(text, "invested") == "Trust"


def test_what_follows_founders_is_not_one_of_them():
    assert subject_of("Founded by Mary Roe and Alan Dahl, the startup sells pumps.", "sells") == "startup"
    assert subject_of("Founded in 2019 by Mary Roe and Alan Dahl, the Lyon-based maker has grown.", "grown") == "maker"
    assert subject_of("Founded by Mary Roe, the chief of Tarn, Pellworth Ceramics sells glazes.", "sells") == "Ceramics"
