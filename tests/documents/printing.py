"""Sets articles as web pages and as PDFs, the way outlets do: with navigation, running heads, columns and comments."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Sequence

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph


def lines_of(text: str) -> list[str]:
    """The lines of a text file, without the marks that say what a line is: nobody prints those."""
    lines = (line.strip("*# \t").removeprefix("Title: ") for line in text.splitlines())
    return [line for line in lines if line]


def is_heading(line: str) -> bool:
    return len(line) < 100 and not line.endswith((".", "*"))


def as_page(text: str, **about: str) -> str:
    """A page with the article among what pages have around one."""
    title, *rest = lines_of(text)
    blocks = "\n".join(f"<h2>{html.escape(x)}</h2>" if is_heading(x) else f"<p>{html.escape(x)}</p>" for x in rest)
    described = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, **about}
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{html.escape(title)} | The Harbour Post</title>
<link rel="canonical" href="https://harbour.example/technology/{len(text)}">
<meta property="og:site_name" content="The Harbour Post">
<script type="application/ld+json">{json.dumps(described)}</script><style>p {{ margin: 0 }}</style></head>
<body><header><a href="/">The Harbour Post</a><nav><ul><li><a href="/b">Business</a></li><li><a href="/t">Technology</a>
</li></ul></nav></header><main><article><h1>{html.escape(title)}</h1>
{blocks}
</article><aside><h3>Most read</h3><ul><li><a href="/x">Solvane buys Pemberly</a></li></ul></aside></main>
<section class="comments" id="comments"><h3>Comments</h3><p>First! A great piece on Cindervale.</p></section>
<footer><p>© 2019 The Harbour Post. All rights reserved.</p></footer></body></html>"""


def as_pdf(text: str, *, columns: int = 1, title: str = "") -> bytes:
    """A PDF with justified paragraphs in columns, a running head, a page number and narrow pages, so that they turn."""
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=13, alignment=TA_JUSTIFY, spaceAfter=6)
    head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=16, spaceAfter=6)
    width, height = A4
    inner = (width - 120 - (columns - 1) * 20) / columns

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, height - 30, "The Harbour Post | Technology")
        canvas.drawRightString(width - 60, 30, f"Page {document.page}")

    frames = [
        Frame(60 + index * (inner + 20), 60, inner, 380, leftPadding=0, rightPadding=0) for index in range(columns)
    ]
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=A4, title=title)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    document.build([Paragraph(html.escape(line), head if is_heading(line) else body) for line in lines_of(text)])
    return file.getvalue()


def as_json_lines(texts: Sequence[str]) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


def as_columns(text: str) -> str:
    """A page for a browser to print: two justified columns with hyphens."""
    lines = lines_of(text)
    blocks = "".join(f"<h2>{html.escape(x)}</h2>" if is_heading(x) else f"<p>{html.escape(x)}</p>" for x in lines)
    style = "body { columns: 2; hyphens: auto; text-align: justify; font-family: serif }"
    return f'<html lang="en"><head><meta charset="utf-8"><style>{style}</style></head><body>{blocks}</body></html>'
