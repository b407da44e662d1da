"""/: a page to start from, with one thing to try."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from app.api.ask import EXAMPLE
from app.api.context import Nouns
from app.api.pages import html_page
from app.model import Answer
from app.query.ask import ask

router = APIRouter(include_in_schema=False)

_QUERY = """PREFIX cg: <https://w3id.org/claimgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?person ?organization ?responsibility ?duration WHERE {
  ?tenure a cg:Tenure ; cg:person/skos:prefLabel ?person ; cg:organization/skos:prefLabel ?organization .
  OPTIONAL { ?tenure cg:responsibility ?responsibility }
  OPTIONAL { ?tenure cg:duration ?duration }
}"""

_LINKS = """<h2>Look around</h2><ul>
<li><a href="/companies">companies</a>, <a href="/people">people</a>, <a href="/roles">roles</a>,
<a href="/investments">investments</a>, <a href="/vendors">data vendors</a></li>
<li><a href="/facts?scope=all">facts</a> and the <a href="/claims">claims</a> they rest on, by
<a href="/articles">article</a></li>
<li>the graph as <a href="/export/graphml">GraphML</a>, <a href="/export/cytoscape">Cytoscape JSON</a>,
<a href="/export/turtle">Turtle</a></li>
<li><a href="/docs">the API</a> and <a href="/ontology">the ontology</a></li></ul>"""


_TITLE = (
    "<h1>Claimgraph</h1><p>News articles as a knowledge graph in which every fact shows the sentence it came from.</p>"
)

_SPARQL = f"""<h2>SPARQL</h2><form action="/sparql"><label for="query">A query</label>
<textarea id="query" name="query" rows="8">{escape(_QUERY)}</textarea>
<input type="hidden" name="format" value="json"><button>Run</button></form>"""


@router.get("/")
def home(
    lookup: Nouns, q: Annotated[str | None, Query(max_length=1000, description="A question in English")] = None
) -> HTMLResponse:
    """The start page; with `q`, the question's answer on it."""
    answer = "".join(_answer(ask(lookup, q))) if q else ""
    return html_page("Claimgraph", f"{_TITLE}{_question(q or EXAMPLE)}{answer}{_LINKS}{_SPARQL}")


def _question(text: str) -> str:
    return (
        '<form action="/"><label for="q">Ask a question</label>'
        f'<input id="q" name="q" value="{escape(text)}"><button>Ask</button></form>'
    )


def _answer(answer: Answer) -> Iterator[str]:
    yield f"<section><p><b>{escape(answer.answer)}</b></p>"
    for evidence in answer.evidence:
        link = f"/articles/{escape(evidence.article)}"
        yield f'<blockquote>{escape(evidence.text)} <a class="note" href="{link}">article</a></blockquote>'
    for caveat in answer.caveats:
        yield f'<p class="note">{escape(caveat)}</p>'
    for question in answer.alternatives:
        yield f'<p class="note">{escape(question)}</p>'
    yield "</section>"
