"""Articles with other names, made from articles of our own."""

from app.model import Article
from tests.benchmarks.renamed import renamed

TEXT = (
    "Vantorre Group named Greta Hollins chief executive on Monday. Hollins ran Skarvoy in Leeds until May. "
    "A harbour light burns; Harbour bought Skarvoy for its pumps."
)
LABELS = {
    "must": [
        {"relation": "heldRole", "subject": ["Greta Hollins", "Hollins"], "object": ["Vantorre Group", "Vantorre"]},
        {"relation": "acquired", "subject": "Harbour", "object": "Skarvoy", "quote": "Harbour bought Skarvoy"},
        {"relation": "headquarteredIn", "subject": "Skarvoy", "object": "Leeds", "quote": "ran Skarvoy in Leeds"},
    ]
}


def swapped(seed: int = 1):
    return renamed([(Article(text=TEXT, title="Skarvoy loses Hollins"), LABELS)], seed=seed)[0]


def test_names_are_swapped_in_text_and_labels_alike():
    article, labels = swapped()
    person, firm = labels["must"][0]["subject"][0], labels["must"][1]["object"]
    assert person != "Greta Hollins"
    assert person.split()[1] == labels["must"][0]["subject"][1]
    assert article.text.startswith(f"{labels['must'][0]['object'][0]} named {person} chief executive")
    assert article.title == f"{firm} loses {person.split()[1]}"
    assert all(item["quote"] in article.text for item in labels["must"][1:])


def test_places_general_words_and_what_the_text_has_in_small_letters_stay():
    article, _ = swapped()
    assert " Group named " in article.text
    assert " in Leeds until May" in article.text
    assert "A harbour light burns; Harbour bought" in article.text


def test_a_seed_gives_the_same_names_again_and_another_gives_others():
    assert swapped()[0].text == swapped()[0].text != swapped(seed=2)[0].text
