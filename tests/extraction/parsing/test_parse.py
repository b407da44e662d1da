import time

import pytest
import spacy

from app.extraction.parsing import parse as parsing
from app.extraction.parsing.parse import MODEL, parse, pipeline
from app.model import Article, Block, BlockKind, Document
from app.resources import SAMPLE_ARTICLES_DIR


def document(*paragraphs: str) -> Document:
    """A document with the given paragraphs, one a line."""
    blocks, position = [], 0
    for text in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=position, end=position + len(text)))
        position += len(text) + 1
    return Document(article=Article(text="\n".join(paragraphs)), blocks=tuple(blocks))


def words(text: str) -> list[str]:
    return [token.text for passage in parse(document(text)) for token in passage.doc]


def test_a_run_of_names_may_end_in_a_mark():
    text = "The fall of Mahé on India's west coast motivated Mysore's ruler, Hyder Ali (who was upset)."
    assert words(text)[-1] == "."


def test_each_block_gives_a_passage_whose_spans_are_offsets_into_the_raw_text():
    source = document("Acme bought Birch.", "Zoë’s 😀 firm, Corvid, sold it.")
    passages = parse(source)
    assert [passage.index for passage in passages] == [0, 1]
    for passage in passages:
        for token in passage.doc:
            span = passage.span(token.i, token.i + 1)
            assert source.article.text[span.start : span.end] == span.text == token.text


def test_a_title_that_is_not_in_the_text_gives_no_passage():
    text = "Acme bought Birch."
    article = Article(text=text, title="Acme buys Birch")
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    assert len(parse(Document(article=article, blocks=(block,)))) == 1
    assert parse(Document(article=article, blocks=())) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a $2.1bn deal", ["a", "$", "2.1", "bn", "deal"]),
        ("a 61.5-billion deal", ["a", "61.5", "-", "billion", "deal"]),
        ("a U.S.-based firm", ["a", "U.S.", "-", "based", "firm"]),
        ("Acme’s AI-powered app", ["Acme", "’s", "AI", "-", "powered", "app"]),
        ("Corvina S.p.A., a lender", ["Corvina", "S.p.A.", ",", "a", "lender"]),
    ],
)
def test_words_are_cut_as_news_writes_them(text: str, expected: list[str]):
    assert words(text) == expected


# What patterns of several words, of a regular expression and of blanks say of these.
UNUSUAL = (
    "There is gonna be a deal, ain't there? You've got ta go, y'all. Let's say nothin' doin'.",
    "Two  blanks , and\n\na line break in Acme Holdings\n of New York",
    "Is it Lagos? Is it you and I, who 'd have had it done",
    "\n",
    "",
)


def test_the_quicker_components_set_what_those_of_spacy_set():
    samples = (path.read_text() for path in SAMPLE_ARTICLES_DIR.glob("*.txt"))
    texts = [*UNUSUAL, *(line for sample in samples for line in sample.splitlines())]
    quick = pipeline()
    original = spacy.load(MODEL, vocab=quick.vocab)
    entities = 0
    for doc in quick.pipe(texts, batch_size=32):
        expected = quick.make_doc(doc.text)
        for name, component in quick.pipeline:
            replaced = name.removeprefix("claimgraph_")
            expected = (original.get_pipe(replaced) if replaced in original.pipe_names else component)(expected)
        assert doc.to_json() == expected.to_json()
        entities += len(doc.ents)
    assert entities > 200


def test_after_very_many_words_the_pipeline_is_loaded_anew(monkeypatch: pytest.MonkeyPatch):
    words("Acme bought Birch.")
    before = pipeline()
    assert pipeline() is before
    monkeypatch.setattr(parsing, "MOST_WORDS", len(before.vocab) - 1)
    assert words("Acme bought Birch.") == ["Acme", "bought", "Birch", "."]
    assert len(pipeline().vocab) < len(before.vocab)


def test_sentences_start_only_after_closing_punctuation():
    text = "Acme – now called Birch – left. Tolland's Mercor AI and Surge supply data; Corvid (once Pine) does not."
    sentences = [sentence.text for sentence in parse(document(text))[0].doc.sents]
    assert sentences[0] == "Acme – now called Birch – left."
    assert all(sentence[0].isupper() for sentence in sentences)


HOSTILE = {
    "no space": "a" * 200_000,
    "brackets": "(" * 20_000,
    "emoji": "😀" * 20_000,
    "control characters": "\x00\x01 \x07" * 10_000,
    "right to left": "مرحبا بالعالم " * 2_000,
    "only spaces": " " * 50_000,
    "one long paragraph": "Acme bought Birch on Monday. " * 2_000,
    "hyphens": "A-" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_parsed_without_losing_a_character(name: str):
    text = HOSTILE[name]
    passages = parse(document(text))
    assert "".join(text[p.block.start : p.block.end] for p in passages) == text
    assert all(p.doc.text == text[p.block.start : p.block.end] for p in passages)


def test_the_cost_grows_in_line_with_the_text():
    def seconds(repeats: int) -> float:
        source = document("Acme, a maker of tyres, bought Birch. " * repeats)
        started = time.perf_counter()
        parse(source)
        return time.perf_counter() - started

    seconds(10)  # the model is loaded once
    small, large = seconds(500), seconds(2_000)
    assert large < 4 * small * 3


def test_no_text_at_all():
    assert [p.doc.text for p in parse(document(""))] == [""]
