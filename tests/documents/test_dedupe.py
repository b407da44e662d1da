"""Which articles share an origin: reprints do, two papers' own reports of one deal do not."""

import time
from pathlib import Path

import pytest

from app.documents.dedupe import origin_groups
from app.documents.load import find_files, read_articles
from app.model import Article

SAMPLES = Path(__file__).resolve().parents[2] / "graph_data" / "articles"


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    return [article for path in find_files([SAMPLES]) for article in read_articles(path)]


def test_of_the_samples_only_the_reprint_shares_an_origin(samples):
    groups = origin_groups(samples)
    shared = [article.source for article in samples if list(groups.values()).count(groups[article.id]) > 1]
    assert shared == ["12-larkspur-data-names-chief-executive.txt", "13-new-chief-for-nairobi-labelling-firm.txt"]


def test_three_articles_on_one_partnership_are_three_origins(shared_dir):
    articles = [read_articles(path)[0] for path in find_files([shared_dir / "articles"])]
    assert len(set(origin_groups(articles).values())) == len(articles)


def test_the_origin_is_the_smallest_id_whatever_the_order(samples):
    expected = origin_groups(samples)
    for turn in range(len(samples)):
        assert origin_groups([*samples[turn:], *samples[:turn]]) == expected
    assert origin_groups(reversed(samples)) == expected
    for article, origin in expected.items():
        assert origin == min(other for other, group in expected.items() if group == origin) <= article


def test_credits_case_and_page_furniture_do_not_make_a_new_story(samples):
    story = samples[4]
    reprint = Article(
        publisher="Another",
        text="By Jane Roe\n(Reuters) - "
        + story.text.upper()
        + "\nReporting by A. Roe; editing by B. Doe\nShare this:\n",
    )
    assert len(set(origin_groups([story, reprint]).values())) == 1


def test_a_shortened_reprint_shares_the_origin(samples):
    story = samples[4]
    excerpt = Article(text=story.text[: len(story.text) // 2])
    assert len(set(origin_groups([story, excerpt]).values())) == 1


def test_short_texts_share_an_origin_only_when_they_are_the_same():
    texts = ["Solvane was sold.", "solvane was SOLD", "Solvane was bought.", "It rose."]
    groups = origin_groups(Article(text=text) for text in texts)
    assert len(groups) == 4
    assert len(set(groups.values())) == 3


def test_no_articles_have_no_origins():
    assert origin_groups([]) == {}


def test_many_copies_and_many_stories_take_near_linear_time():
    # A story's words never come in the same order in another: story n counts in steps of n.
    stories = [" ".join(str(step * number % 5003) for number in range(300)) for step in range(1, 301)]
    articles = [Article(text=story, publisher=str(copy)) for story in stories for copy in range(5)]
    started = time.perf_counter()
    groups = origin_groups(articles)
    assert time.perf_counter() - started < 20
    assert len(set(groups.values())) == len(stories)


# --- signals beside the words ----------------------------------------------------------------------------------------

OPENING = "Solvane has agreed to buy the labelling firm Pemberly Systems for 620 million euros in cash, both said."
MIDDLE = "The purchase gives Solvane a foothold in the north, where its rivals have spent years building up capacity."
QUOTE = "“We looked at every firm in the market and there was only one that we could trust with this,” Ines Roth said."
OWN = (
    "Analysts had long expected a deal of this kind, though few thought that it would come before the summer was out.",
    "Shares in the buyer fell by two percent after the news, while those of its closest rival rose by about as much.",
)


def shared(one: str, other: str) -> bool:
    return len(set(origin_groups([Article(text=one), Article(text=other)]).values())) == 1


def test_of_two_rewritings_that_credit_one_agency_less_has_to_be_the_same():
    first, second = f"{OPENING} {MIDDLE} {OWN[0]}", f"{OPENING} {MIDDLE} {OWN[1]}"
    assert not shared(first, second)
    assert shared(f"OSLO (Reuters) - {first}", f"OSLO (Reuters) - {second}")
    assert not shared(f"OSLO (Reuters) - {first}", f"OSLO (AFP) - {second}")


def test_the_same_long_quotation_is_a_signal_and_by_itself_no_proof():
    straight = QUOTE.replace("“", '"').replace("”", '"')
    first, second = f"{OPENING} {QUOTE} {OWN[0]}", f"{OPENING} {straight} {OWN[1]}"
    other_words = "“We looked at many firms in the market and three of them could have been trusted,” Ines Roth said."
    apart = "Nothing else that stands here is as it was told elsewhere, not one line and not one word of it, they say."
    assert shared(first, second)
    assert not shared(first, f"{OPENING} {other_words} {OWN[1]}")
    assert not shared(f"{QUOTE} {OWN[0]} {MIDDLE}", f"{OWN[1]} {QUOTE} {apart}")


def test_ten_copies_of_a_wire_story_are_one_origin():
    copies = [
        Article(text=f"OSLO (AP) — {OPENING} {MIDDLE} {QUOTE}\n{OWN[number % 2]}", publisher=f"Paper {number}")
        for number in range(10)
    ]
    assert len(set(origin_groups(copies).values())) == 1
