"""/explore/graph, /explore/sparql, /explore/ingest: the pages that are tools, whose work is done by their scripts."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.api.context import Graph, Nouns
from app.api.explorer import wording
from app.api.explorer.frame import PageRoute, page
from app.documents.load import suffixes
from app.errors import Forbidden
from app.query.network import MOST
from app.resources import GRAPH_DATA_DIR
from app.vocab import PREFIXES

router = APIRouter(prefix="/explore", route_class=PageRoute)


@router.get("/graph")
def graph_page(lookup: Nouns) -> HTMLResponse:
    """The graph around an entity, as a drawing and as a table."""
    names = [(entity.id, entity.name) for entity in lookup.entities() if entity.type not in ("Role", "Responsibility")]
    return page(
        "graph.html", here="graph", title="Graph", script="graph/main", names=names, most=MOST, legend=wording.legend()
    )


@router.get("/sparql")
def sparql_page(graph: Graph) -> HTMLResponse:
    """An editor for queries, with the sample queries and the known prefixes."""
    return page(
        "sparql.html",
        here="sparql",
        title="SPARQL",
        script="sparql/main",
        examples=_examples(),
        prefixes=PREFIXES,
        limits=graph.settings.limits,
        base=graph.iris.base,
    )


@router.get("/ingest")
def ingest_page(graph: Graph) -> HTMLResponse:
    """Files or pasted text, read one after the other."""
    settings = graph.settings
    if settings.read_only:
        raise Forbidden(
            "This server is read-only: it takes no articles in.", hint="Everything else is there to be read."
        )
    return page(
        "ingest.html",
        here="ingest",
        title="Ingest",
        deciding="ingest/main",
        needs_token=settings.token is not None,
        max_mb=settings.max_body_mb,
        kinds=",".join(suffixes()),
    )


def _examples() -> list[tuple[str, str]]:
    """The sample queries, each with the question that opens it."""
    files = sorted((GRAPH_DATA_DIR / "queries").glob("*.rq"))
    texts = (path.read_text(encoding="utf-8") for path in files)
    return [(text.partition("\n")[0].lstrip("# ").strip(), text) for text in texts]
