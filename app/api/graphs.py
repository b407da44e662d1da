"""/graphs: the SPARQL 1.1 Graph Store Protocol. A graph is named by `?graph=`, by `?default`, or by its own address."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, Request, Response, status
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean

from app.api.context import Context, context_of
from app.api.description import RDF_TYPES
from app.api.negotiate import choose
from app.api.problems import answers
from app.api.protocol import DirectRoute, Fields, client_of, got, while_connected
from app.api.rdf_body import read_quads
from app.api.routes import unknown_parameter
from app.api.writing import refuse_product_graph, write
from app.errors import BadInput, NotFound
from app.query.rdf import sparql_term
from app.query.sparql import GRAPH_FORMATS, SparqlRequest, as_iris

router = APIRouter(tags=["sparql"], route_class=DirectRoute)

Target = NamedNode | DefaultGraph

# Of others the protocol says nothing, and a misspelt one would name another graph, or a new one.
_PARAMETERS = frozenset({"graph", "default"})

_CONTENT = {media_type: {"schema": {"type": "string"}} for media_type in RDF_TYPES}
_BODY: dict[str, Any] = {
    "required": True,
    "content": _CONTENT | {"multipart/form-data": {"schema": {"type": "object"}}},
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {} for media_type in RDF_TYPES}},
    304: {"description": "The graph is as it was when the answer with this ETag was given"},
}
_CREATED: dict[int | str, dict[str, Any]] = {201: {"description": "There is a new graph"}}
_CREATED |= answers(415, "The body is of no type that holds RDF")
_MISSING = answers(404, "There is no such graph")
_WHICH = [
    {
        "name": "graph",
        "in": "query",
        "description": "IRI of the graph",
        "schema": {"type": "string", "format": "iri", "examples": ["https://example.org/my-graph"]},
    },
    {
        "name": "default",
        "in": "query",
        "description": "The default graph; needs no value",
        "schema": {"type": "string", "examples": [""]},
    },
]
_NAMES = {media_type: each.name for each in GRAPH_FORMATS.values() for media_type in [each.media_type]}


def _both(method: str, **said: Any) -> Callable[[Any], Any]:
    """A handler for the graph store itself, which the document describes, and for graphs by their own address."""

    def register(handler: Any) -> Any:
        router.api_route("/graphs", methods=[method], response_class=Response, **said)(handler)
        router.api_route("/graphs/{path:path}", methods=[method], include_in_schema=False)(handler)
        return handler

    return register


@_both("GET", summary="A graph", responses={**_ANSWERS, **_MISSING}, openapi_extra={"parameters": _WHICH})
async def get_graph(request: Request) -> Response:
    """As it is now, in any kind of RDF."""
    context, target = context_of(request), _target(request)
    media_type = choose(request.headers.get("accept"), list(RDF_TYPES))
    if isinstance(target, NamedNode) and not await asyncio.to_thread(_exists, context, target):
        raise _missing(target)
    if target is None:
        raise BadInput("No graph is named.", hint="Give ?graph=IRI or ?default; /export/nquads has all of them.")
    tag = f'W/"{context.version}-{_NAMES[media_type]}"'
    headers = {"Vary": "Accept", "ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    asked = SparqlRequest(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        graph_format=_NAMES[media_type],
        default_graphs=(target.value,) if isinstance(target, NamedNode) else (),
    )
    result = await while_connected(request, context.reader.run(asked, client_of(request)))
    # Turtle and its kin are UTF-8 by definition; many clients look for it said.
    said = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    return Response(result.body, headers=headers | {"Content-Type": said})


@_both(
    "PUT",
    summary="Replace a graph",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=_CREATED,
    openapi_extra={"requestBody": _BODY, "parameters": _WHICH},
)
async def put_graph(request: Request) -> Response:
    """With what is sent, as one transaction."""
    target = _named(_target(request))
    quads = await read_quads(request, base=_base(request, target))
    return await _write(request, target, quads, replace=True)


@_both(
    "POST",
    summary="Add to a graph",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=_CREATED,
    openapi_extra={"requestBody": _BODY, "parameters": _WHICH},
)
async def post_graph(request: Request) -> Response:
    """As one transaction. Where no graph is named a new one is made, and `Location` says where."""
    target = _target(request)
    new = target is None
    if target is None:
        target = NamedNode(f"{request.url.replace(path='/graphs', query='', fragment='')}/{uuid4().hex}")
    quads = await read_quads(request, base=_base(request, target))
    if new and any(isinstance(quad.graph_name, NamedNode) for quad in quads):
        return await _write_all(request, quads)
    answer = await _write(request, target, quads, replace=False)
    if new and isinstance(target, NamedNode):
        answer.headers["Location"] = target.value
    return answer


@_both(
    "DELETE",
    summary="Remove a graph",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=_MISSING,
    openapi_extra={"parameters": _WHICH},
)
async def delete_graph(request: Request) -> Response:
    """The default graph is emptied."""
    context, target = context_of(request), _named(_target(request))

    def drop() -> None:
        if isinstance(target, DefaultGraph):
            context.store.update("CLEAR DEFAULT")
        elif _exists(context, target):
            context.store.update(f"DROP GRAPH {target}")
        else:
            raise _missing(target)

    _refuse(context, [target])
    await write(context, client_of(request), drop)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


# --- which graph -----------------------------------------------------------------------------------------------------


def _target(request: Request) -> Target | None:
    """The graph that a request is about; None where it names none."""
    fields = got(request)
    for name in fields.beside(_PARAMETERS):
        raise unknown_parameter("/graphs", name, sorted(_PARAMETERS))
    if "default" in fields and "graph" in fields:
        raise BadInput("A request is about one graph.", hint="Give either ?graph=IRI or ?default.")
    if "default" in fields:
        return DefaultGraph()
    if "graph" in fields:
        return _absolute(fields)
    if request.path_params.get("path"):
        return as_iris((str(request.url.replace(query="", fragment="")),))[0]
    return None


def _absolute(fields: Fields) -> NamedNode:
    try:
        return NamedNode(fields.one("graph"))
    except ValueError as error:
        raise BadInput(
            f"The graph's name is no absolute IRI: {error}.", hint="Give it in full, as http://..."
        ) from error


def _named(target: Target | None) -> Target:
    if target is None:
        raise BadInput("No graph is named.", hint="Give ?graph=IRI or ?default.")
    return target


def _base(request: Request, target: Target) -> str:
    """What relative IRIs in a body are resolved against: the graph's own name."""
    return target.value if isinstance(target, NamedNode) else str(request.url.replace(query="", fragment=""))


def _missing(graph: NamedNode) -> NotFound:
    return NotFound(
        f"There is no graph {graph}.", hint="SELECT DISTINCT ?g { GRAPH ?g {} } lists those that there are."
    )


def _exists(context: Context, graph: Target) -> bool:
    """Whether there is a named graph, empty or not; whether there is anything in the default one."""
    found = context.store.query(f"ASK {{ GRAPH {graph} {{}} }}" if isinstance(graph, NamedNode) else "ASK { ?s ?p ?o }")
    return isinstance(found, QueryBoolean) and bool(found)


# --- writing ---------------------------------------------------------------------------------------------------------


def _refuse(context: Context, graphs: Iterable[object]) -> None:
    for graph in graphs:
        if isinstance(graph, NamedNode):
            refuse_product_graph(context, graph.value)


async def _write(request: Request, target: Target, quads: Sequence[Quad], *, replace: bool) -> Response:
    """Put quads into one graph. 201 where it is a new one."""
    context = context_of(request)
    _refuse(context, [target])
    if any(isinstance(quad.graph_name, NamedNode) for quad in quads):
        raise BadInput("The body names graphs of its own.", hint="Send triples, or POST the quads to /graphs itself.")

    def put() -> bool:
        is_new = not _exists(context, target)
        context.store.update(_update(target, quads, replace=replace))
        return is_new

    created = await write(context, client_of(request), put)
    return Response(
        status_code=status.HTTP_201_CREATED if created else status.HTTP_204_NO_CONTENT,
        headers={"ETag": f'W/"{context.version}"'},
    )


async def _write_all(request: Request, quads: Sequence[Quad]) -> Response:
    """Add quads to the graphs that they name."""
    context = context_of(request)
    _refuse(context, {quad.graph_name for quad in quads})

    def add() -> None:
        context.store.update("INSERT DATA {\n" + "\n".join(map(_line, quads)) + "\n}")

    await write(context, client_of(request), add)
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers={"ETag": f'W/"{context.version}"'})


def _update(target: Target, quads: Sequence[Quad], *, replace: bool) -> str:
    """The update that puts quads into a graph. Blank nodes in it are new ones; an empty graph is a graph."""
    triples = "\n".join(map(_statement, quads))
    if isinstance(target, DefaultGraph):
        return ("CLEAR DEFAULT;\n" if replace else "") + f"INSERT DATA {{\n{triples}\n}}"
    begin = f"DROP SILENT GRAPH {target};\n" if replace else ""
    return f"{begin}CREATE SILENT GRAPH {target};\nINSERT DATA {{ GRAPH {target} {{\n{triples}\n}} }}"


def _statement(quad: Quad) -> str:
    return " ".join(map(sparql_term, (quad.subject, quad.predicate, quad.object))) + " ."


def _line(quad: Quad) -> str:
    in_default = isinstance(quad.graph_name, DefaultGraph)
    return _statement(quad) if in_default else f"GRAPH {quad.graph_name} {{ {_statement(quad)} }}"
