"""/id/...: the IRIs of the graph, dereferenced: RDF for programs, pages for people, JSON for the rest."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response, status
from fastapi.responses import RedirectResponse
from pyoxigraph import NamedNode

from app.api.context import Graph
from app.api.negotiate import choose
from app.api.representations import RDF_FORMATS, rdf_answer
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.errors import NotFound
from app.query.nodes import description
from app.vocab import IS_REPLACED_BY, Iris

NodeName = Annotated[str, Path(description="What follows the base in an IRI", examples=["organization/meta"])]

router = APIRouter(tags=["graph"], route_class=VersionedRoute, responses=NOT_MODIFIED)

_PAGE, _JSON = "text/html", "application/json"
_RESOURCES = {"article": "articles", "claim": "claims", "fact": "facts"}


@router.get(
    "/id/{name:path}",
    summary="A node of the graph by its IRI",
    response_class=Response,
    responses={
        200: {"content": {media_type: {} for media_type in RDF_FORMATS}},
        301: {"description": "The entity was merged into another"},
        303: {"description": "The same thing as a page or as JSON"},
    },
)
def dereference(name: NodeName, request: Request, graph: Graph) -> Response:
    """RDF by default; a browser is led to the page that shows it, whoever asks for JSON to the resource."""
    node = _node(graph.iris, name)
    replaced = graph.store.quads(node, IS_REPLACED_BY)
    if replaced and isinstance(replaced[0].object, NamedNode):
        return RedirectResponse(f"/id/{graph.iris.local_name(replaced[0].object)}", status.HTTP_301_MOVED_PERMANENTLY)
    triples = list(description(graph.store, node, graph.iris))
    if not triples:
        raise NotFound(f"The graph says nothing of {node.value}.", hint="/search finds entities by name.")
    chosen = choose(request.headers.get("accept"), [*RDF_FORMATS, _PAGE, _JSON])
    if chosen in (_PAGE, _JSON):
        address = _address(name, as_page=chosen == _PAGE)
        return RedirectResponse(address, status.HTTP_303_SEE_OTHER, headers={"Vary": "Accept"})
    return rdf_answer(node, triples, chosen)


def _node(iris: Iris, name: str) -> NamedNode:
    try:
        return NamedNode(iris.base + name)
    except ValueError as error:
        raise NotFound(f"{name!r} cannot be part of an IRI.", hint="/search finds entities by name.") from error


def _address(name: str, *, as_page: bool) -> str:
    """Where a thing is shown; claims and facts have no page of their own."""
    kind, _, rest = name.partition("/")
    found = f"/{_RESOURCES[kind]}/{rest}" if kind in _RESOURCES else f"/entities/{name}"
    return f"/explore{found}" if as_page and kind not in ("claim", "fact") else found
