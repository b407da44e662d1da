"""Reading article files: what is taken, verbatim, and what is refused with a message that helps."""

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.load import find_files, read_articles
from app.documents.making import MAX_CHARACTERS
from app.documents.text import parse_text
from app.errors import BadInput, InvalidDate, UnreadableDocument

FRONT = """---
title: A sale: the story
publisher: 'Courier'
published: 2025-10-07
url: https://example.org/a
language: en
---
"""


def test_front_matter_is_metadata_and_the_rest_is_verbatim():
    article = parse_text(FRONT + "\n  Solvane was sold.\r\n\n--- no more\n")
    assert article.text == "\n  Solvane was sold.\r\n\n--- no more\n"
    assert (article.title, article.publisher, article.published) == ("A sale: the story", "Courier", "2025-10-07")
    assert (article.url, article.language) == ("https://example.org/a", "en")


def test_without_front_matter_all_is_text():
    article = parse_text("A title\n---\nIt rose.")
    assert article.text == "A title\n---\nIt rose."
    assert article.title is None


def test_keys_that_we_do_not_know_are_passed_over_and_told():
    article = parse_text("---\nTitle: A sale\ntags:\n  - deals\n- more\n# note\npublised: 2025\nlanguage:\n---\ntext")
    assert (article.title, article.language, article.published) == ("A sale", None, None)
    assert article.notices == ("What it says of 'tags', 'publised' (or is it 'published'?) is not read.",)
    assert "notices" not in article.model_dump()
    many = parse_text("---\n" + "".join(f"key{number}: x\n" for number in range(7)) + "---\ntext")
    assert "'key4' and 2 more is not read" in many.notices[0]
    assert parse_text("---\ntitle: A sale\n---\ntext").notices == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'"Odd \"quotes\""', 'Odd "quotes"'),
        (r'"A \\ and caf\u00e9"', "A \\ and café"),
        (r'"C:\data"', r"C:\data"),
        ("'It''s sold'", "It's sold"),
        ('"Buy" or "sell"', '"Buy" or "sell"'),
        ("'n' roll", "'n' roll"),
        ('"', '"'),
        (r"Odd \"quotes\"", r"Odd \"quotes\""),
    ],
)
def test_quotation_marks_around_a_value_are_none_of_it(written, meant):
    assert parse_text(f"---\ntitle: {written}\n---\ntext").title == meant


def test_an_override_wins_unless_it_is_none():
    article = parse_text(FRONT + "text", title="Other", published=None)
    assert (article.title, article.published) == ("Other", "2025-10-07")
    with pytest.raises(InvalidDate):
        parse_text("text", published="yesterday")


@pytest.mark.parametrize("block", ["---\ntitle: x\ntext without end", "---\n", "---\njust words\n---\ntext"])
def test_malformed_front_matter_is_refused(block):
    with pytest.raises(UnreadableDocument, match="front matter"):
        parse_text(block)


@pytest.mark.parametrize("published", ["2025", "2025-09", "2024-02-29"])
def test_published_may_be_a_year_a_month_or_a_day(published):
    assert parse_text(f"---\npublished: {published}\n---\ntext").published == published


def test_of_a_moment_the_day_is_kept(tmp_path):
    assert parse_text("---\npublished: 2026-02-20T10:00:00Z\n---\ntext").published == "2026-02-20"
    lines = tmp_path / "feed.jsonl"
    lines.write_text(json.dumps({"text": "Sold.", "published": "2026-02-20 23:59:00+09:00"}), encoding="utf-8")
    assert [article.published for article in read_articles(lines)] == ["2026-02-20"]


@pytest.mark.parametrize(
    "published",
    [
        *("2026-02-30T10:00:00Z", "2026-02-20T25:00", "Tuesday", "2025-13", "2025-02-29", "20250916"),
        *("16/09/2025", "2025-9-1", "0000"),
    ],
)
def test_another_date_is_refused_with_its_place(published, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"---\ntitle: x\npublished: {published}\n---\ntext", encoding="utf-8")
    with pytest.raises(InvalidDate, match=r"a\.txt, line 3"):
        read_articles(path)


# --- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        "Zoë – “sale”".encode(),
        codecs.BOM_UTF8 + "Zoë – “sale”".encode(),
        "Zoë – “sale”".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Zoë – “sale”".encode("utf-16-be"),
    ],
)
def test_utf8_and_marked_utf16_are_read(data, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    [article] = read_articles(path)
    assert (article.text, article.source) == ("Zoë – “sale”", "a.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("caf\xe9 sold".encode("latin-1"), "byte 3"),
        (codecs.BOM_UTF8 + b"ab\xff", "byte 5"),
        (b"%PDF\0\1", "binary"),
        ("text".encode("utf-16-le"), "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "UTF-16"),
        (b"", "no text"),
        (b" \n\t\n", "no text"),
        (b"---\ntitle: x\n---\n \n", "no text"),
        (b"a" * 5_000_000, f"{MAX_CHARACTERS:,}"),
    ],
)
def test_what_is_no_article_is_refused(data, message, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=message) as refused:
        read_articles(path)
    assert "a.txt" in refused.value.message
    assert refused.value.hint


@given(st.binary(max_size=300), st.sampled_from([".txt", ".json", ".jsonl"]))
def test_any_bytes_are_an_article_or_an_explained_error(tmp_path_factory, data, suffix):
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        articles = read_articles(path)
    except BadInput as error:
        message = error.message
    else:
        assert all(article.text.strip() for article in articles)
        return
    assert str(path) in message


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_holds_one_article_or_several(tmp_path):
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps({"text": "Sold.", "title": "A", "published": "2025", "other": 1}), encoding="utf-8")
    many.write_text(
        json.dumps([{"text": "Sold.", "url": None, "id": "1", "source": "b"}, {"text": "Bought."}]), encoding="utf-8"
    )
    assert [(a.text, a.title, a.published) for a in read_articles(one)] == [("Sold.", "A", "2025")]
    assert [a.notices for a in read_articles(one)] == [("What it says of 'other' is not read.",)]
    assert [(a.text, a.notices) for a in read_articles(many)] == [("Sold.", ()), ("Bought.", ())]


def test_json_lines_hold_one_article_a_line(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One.\\u2028"}\n\n{"text": "Two.", "language": "en"}\n', encoding="utf-8")
    assert [(a.text, a.language) for a in read_articles(path)] == [("One.\u2028", None), ("Two.", "en")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", "{", "not valid JSON"),
        ("a.json", "[]", "no article"),
        ("a.json", "3", '"text"'),
        ("a.json", '[{"text": "x"}, {"title": "y"}]', "article 2"),
        ("a.json", '{"text": "x", "title": 3}', "title"),
        ("a.json", '{"text": "\\ud800"}', "no text"),
        ("a.json", "[" * 200_000, "JSON"),
        ("a.jsonl", '{"text": "x"}\n{"text": ', "line 2"),
        ("a.jsonl", '{"text": "x"}\n\n{"text": " "}', "line 3"),
        ("a.jsonl", "\n", "no article"),
    ],
)
def test_json_that_is_no_article_is_refused_with_its_place(name, content, message, tmp_path):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=message):
        read_articles(path)


# --- files ------------------------------------------------------------------------------------------------------------


def test_folders_are_searched_and_the_files_sorted(tmp_path):
    for name in ("b.txt", "sub/a.md", "sub/c.JSON", "d.csv", "e.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = find_files([tmp_path, tmp_path / "b.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["b.txt", "e.jsonl", "sub/a.md", "sub/c.JSON"]


def test_a_path_that_is_not_there_is_named(tmp_path):
    for read in (lambda path: find_files([path]), read_articles):
        with pytest.raises(UnreadableDocument, match=r"missing\.txt"):
            read(tmp_path / "missing.txt")


@pytest.mark.parametrize("name", ["a.docx", "a.csv", "a"])
def test_other_kinds_of_file_are_refused(name, tmp_path):
    (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="Files that are read"):
        read_articles(tmp_path / name)
