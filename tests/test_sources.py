"""An article says the same whatever kind of file it comes in: the same claims, with the same words at their offsets."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.documents.load import find_files, read_articles
from app.extraction.engine import load_engine
from app.model import Article, Claim, Mention
from app.pipeline import extract
from app.resources import SAMPLE_ARTICLES_DIR
from tests.documents.printing import as_columns, as_json_lines, as_page, as_pdf, lines_of


def said(article: Article) -> list[tuple[object, ...]]:
    """What an article's claims say, offsets left out, after a look at what stands at each offset.

    What is said twice in the same words counts once: one of the texts repeats its title, and web pages do not.
    """
    claims = [_said(article, claim) for claim in extract(article, load_engine()).claims]
    return sorted((claim for number, claim in enumerate(claims) if claim not in claims[:number]), key=str)


def _said(article: Article, claim: Claim) -> tuple[object, ...]:
    obj = claim.object
    spans = [*claim.evidence, *claim.qualifier_spans.values()]
    assert all(article.text[span.start : span.end] == span.text for span in spans)
    assert article.text[claim.subject.start : claim.subject.end] == claim.subject.mention
    times = {name: time["edtf"] for name, time in claim.time.model_dump(exclude_none=True).items() if "edtf" in time}
    return (
        claim.relation,
        claim.subject.name,
        (obj.name if isinstance(obj, Mention) else obj.value) if obj else None,
        claim.status.value,
        claim.phase.value,
        sorted(claim.qualifiers.items()),
        sorted(times.items()),
        claim.time.duration,
        [source.name for source in claim.attribution],
        [re.sub(r"\s+", " ", span.text) for span in claim.evidence],
    )


@pytest.fixture(scope="module")
def texts(shared_dir: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((shared_dir / "articles").glob("*.txt"))]


@pytest.fixture(scope="module")
def expected(texts: list[str]) -> list[list[tuple[object, ...]]]:
    found = [said(Article(text=text)) for text in texts]
    assert all(len(claims) >= 5 for claims in found)
    return found


def test_a_web_page_says_what_the_text_says(texts, expected, tmp_path):
    for number, (text, claims) in enumerate(zip(texts, expected, strict=True)):
        path = tmp_path / f"{number}.html"
        path.write_text(as_page(text), encoding="utf-8")
        [article] = read_articles(path)
        assert said(article) == claims
        assert "Cindervale" not in article.text


@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_says_what_the_text_says(texts, expected, tmp_path, columns):
    for number, (text, claims) in enumerate(zip(texts, expected, strict=True)):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(as_pdf(text, columns=columns))
        [article] = read_articles(path)
        assert said(article) == claims


def test_a_browser_s_pdf_says_what_the_text_says(texts, expected, tmp_path):
    """Justified columns, hyphens at line ends, scaled fonts, and columns that follow each other without a break."""
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("no chromium to print with")
    flags = (
        "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync".split()
    )
    for number, (text, claims) in enumerate(zip(texts, expected, strict=True)):
        page, path = tmp_path / f"{number}.html", tmp_path / f"{number}.pdf"
        page.write_text(as_columns(text), encoding="utf-8")
        command = [browser, *flags, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={path}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        [article] = read_articles(path)
        assert said(article) == claims


def test_json_lines_say_what_the_texts_say(texts, expected, tmp_path):
    path = tmp_path / "all.jsonl"
    path.write_text(as_json_lines(texts), encoding="utf-8")
    assert [said(article) for article in read_articles(path)] == expected


def test_a_sample_is_line_for_line_the_same_in_every_kind_of_file(tmp_path):
    """And so says the same, at whatever offsets its lines then stand."""
    for number, file in enumerate(find_files([SAMPLE_ARTICLES_DIR])):
        [sample] = read_articles(file)
        text = f"{sample.title}\n\n{sample.text}"
        kinds = {
            "html": as_page(text).encode(),
            "one.pdf": as_pdf(text),
            "two.pdf": as_pdf(text, columns=2),
            "jsonl": as_json_lines([text]).encode(),
        }
        for kind, content in kinds.items():
            path = tmp_path / f"{number}.{kind}"
            path.write_bytes(content)
            [article] = read_articles(path)
            assert lines_of(article.text) == lines_of(text), path.name
