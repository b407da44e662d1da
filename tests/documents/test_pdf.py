"""Reading PDFs: paragraphs as they were written, without what print adds to them."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from app.documents.load import read_articles
from app.documents.pdf import read_pdf
from app.errors import UnreadableDocument
from app.model import Article
from app.resources import SAMPLE_ARTICLES_DIR as SAMPLES
from tests.documents.printing import as_pdf, lines_of

PARAGRAPH = (
    "Solvane, the German maker of business software, has agreed to buy Pemberly Systems, a British developer of "
    "route-planning programs, for 620 million euros in cash, the two companies said on Tuesday. "
)
# Enough of what people write for several pages.
STORY = "\n".join(
    article.text for number in ("01", "04", "10", "15") for article in read_articles(next(SAMPLES.glob(f"{number}-*")))
)


def read(data: bytes) -> Article:
    [article] = read_pdf(data, "a.pdf", "a.pdf", {})
    return article


def printed(lines: list[str], **options: object) -> bytes:
    """Lines one below the other, as they are."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, **options)  # type: ignore[arg-type]
    for number, line in enumerate(lines):
        canvas.drawString(60, 700 - 14 * number, line)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_are_whole_over_lines_columns_and_pages(columns):
    wanted = [" ".join(line.split()) for line in lines_of(STORY)]
    found = read(as_pdf(STORY, columns=columns)).text.split("\n\n")
    assert " ".join(found) == " ".join(wanted)
    # Where a column ends with a sentence, nobody can say whether the paragraph does.
    assert [block for block in found if block not in wanted and not block.endswith((".", "”", '"'))] == []
    assert len(set(found) & set(wanted)) > 0.8 * len(wanted)


def test_a_single_page_is_read_without_what_stands_off_it_in_small_print():
    lines = lines_of("A sale\n" + PARAGRAPH)
    assert read(as_pdf("\n".join(lines))).text.split("\n\n") == [line.strip() for line in lines]


@pytest.mark.parametrize(
    ("edge", "size", "above"), [("The Harbour Post", 14, 60), ("It said so in May.", 8, 60), ("By Ann Lee", 8, 20)]
)
def test_what_may_be_the_article_s_stays_at_the_edge_of_a_page(edge, size, above):
    """Large letters, whole sentences, and what stands close by."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", size)
    canvas.drawString(60, 700 + above, edge)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(["Solvane bought Pemberly Systems", "for 620 million euros."]):
        canvas.drawString(60, 700 - 14 * number, line)
    canvas.save()
    assert read(file.getvalue()).text.startswith(edge)


def test_the_title_is_taken_unless_it_is_a_file_s_name():
    assert read(as_pdf(STORY, title="Solvane agrees")).title == "Solvane agrees"
    assert read(as_pdf(STORY, title="Microsoft Word - draft3.docx")).title is None


def test_the_day_it_was_made_is_not_the_day_of_publication():
    assert read(as_pdf(STORY)).published is None


def test_hyphens_that_print_added_are_taken_out_and_others_stay():
    text = read(
        printed(
            [
                "Pemberly Systems makes programs for route-planning and was ac-",
                "quired by Solvane in a deal of its own kind, said Anna Smith-",
                "Jones, who plans the route-planning of a fleet and its route-",
                "planning too. Its trucks are self-",
                "driving, and its rivals call that self-",
                "ish of it.",
            ]
        )
    ).text
    assert "was acquired by Solvane" in text
    assert "Anna Smith-Jones, who" in text
    assert "its route-planning too." in text
    assert "are self-driving, and" in text
    assert "call that selfish of" in text


def test_ligatures_are_letters():
    # Times has them as glyphs of their own; the text has them as letters.
    assert "ﬁ" not in read(as_pdf("The ﬁrm ﬂew.\n" + PARAGRAPH)).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 and nothing more", "damaged"),
        (b"", "damaged"),
        (printed(["", ""]), "pictures"),
        (printed(["Sold."], encrypt=StandardEncryption("secret")), "password"),
    ],
)
def test_what_cannot_be_read_is_said(data, message):
    with pytest.raises(UnreadableDocument, match=message) as refused:
        read(data)
    assert refused.value.hint
