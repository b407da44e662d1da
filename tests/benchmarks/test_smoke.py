"""Three items of every part through the real engine: that benchmark and predictions run, not how good they are."""

import io
import json

import pytest

from tests.benchmarks import corpora, extraction, report
from tests.benchmarks.knowledgenet import usable
from tests.benchmarks.predict import predict

pytestmark = pytest.mark.usefixtures("shared_dir")


def test_every_part_runs_on_three_items():
    results = extraction.run(list(extraction.PARTS), limit=3)
    assert [result.name.split()[0] for result in results] == list(extraction.PARTS)
    loaded = json.loads(report.as_json(results, {}))
    assert loaded["parts"]["news dev"]["tables"]["core slots"]["all"]["gold"] > 0
    assert report.as_text(results)
    assert list(report.misses(results))


@pytest.mark.parametrize("part", ["dev", "heldout"])
def test_the_hands_wrote_every_news_article_between_them(part):
    by_hand = [corpora.news(part, hand=hand) for hand, _ in enumerate(corpora.HANDS, start=1)]
    assert all(by_hand)
    assert [article.text for own in by_hand for article, _ in own] == [
        article.text for article, _ in corpora.news(part)
    ]


def test_an_unknown_part_is_refused(capsys):
    with pytest.raises(SystemExit):
        extraction.main(["--only", "seeds,poetry"])
    assert "no part poetry" in capsys.readouterr().err


@pytest.mark.parametrize("corpus", ["core", "fire"])
def test_predictions_keep_every_item(corpus):
    labels = {"core": ("relation", "invert_relation", "id"), "fire": ("entities", "relations")}[corpus]
    items = corpora.sample(getattr(corpora, corpus)(), 3)
    bare = [{key: value for key, value in item.items() if key not in labels} for item in items]
    target = io.StringIO()
    predict(corpus, io.StringIO(json.dumps(bare)), target)
    predicted = json.loads(target.getvalue())
    assert len(predicted) == 3
    assert all(set(labels) - {"id"} <= item.keys() for item in predicted)


def test_predictions_for_knowledgenet_lie_in_their_passages():
    documents = corpora.sample(usable(corpora.knowledgenet()), 3)
    for document in documents:
        for passage in document["passages"]:
            del passage["facts"], passage["exhaustivelyAnnotatedProperties"]
    target = io.StringIO()
    predict("knowledgenet", io.StringIO("\n".join(map(json.dumps, documents))), target)
    predicted = [json.loads(line) for line in target.getvalue().splitlines()]
    assert [d["documentId"] for d in predicted] == [d["documentId"] for d in documents]
    for document in predicted:
        for passage in document["passages"]:
            for fact in passage["facts"]:
                assert document["documentText"][fact["subjectStart"] : fact["subjectEnd"]] == fact["subjectText"]
                assert passage["passageStart"] <= fact["subjectStart"] < fact["objectEnd"] or fact["objectStart"] >= 0
