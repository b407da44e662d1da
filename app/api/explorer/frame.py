"""What all pages share: templates that escape whatever they are given, a strict content policy, errors as pages."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app import __version__
from app.api.context import context_of
from app.api.explorer import wording
from app.api.explorer.assets import script_address, style_address
from app.api.negotiate import ranked
from app.api.problems import MEDIA_TYPE as PROBLEM
from app.api.problems import problem
from app.errors import BadInput, ClaimgraphError
from app.resources import EXPLORER_DIR

_PAGE = "text/html"
_MENU = (
    ("ask", "Ask", "/"),
    ("entities", "Entities", "/explore/entities"),
    ("articles", "Articles", "/explore/articles"),
    ("graph", "Graph", "/explore/graph"),
    ("sparql", "SPARQL", "/explore/sparql"),
    ("conflicts", "Conflicts", "/explore/conflicts"),
    ("review", "Review", "/explore/review"),
    ("rulings", "Rulings", "/explore/rulings"),
    ("ingest", "Ingest", "/explore/ingest"),
)
_WRITING = frozenset({"ingest"})  # the pages that a read-only server does not have
_read_only: ContextVar[bool] = ContextVar("read_only")
"""Whether the server that makes the page takes nothing in: then pages show nothing that would write."""


def page(
    template: str, *, here: str, title: str, script: str | None = None, deciding: str | None = None, **values: Any
) -> HTMLResponse:
    """A page from its template; `script` is what it has beyond the script of every page, `deciding` one that writes."""
    nonce, read_only = secrets.token_urlsafe(16), _read_only.get()
    scripts = [script_address(name) for name in ("page", script, None if read_only else deciding) if name]
    menu = [entry for entry in _MENU if not read_only or entry[0] not in _WRITING]
    body = (
        _environment()
        .get_template(template)
        .render(here=here, title=title, nonce=nonce, scripts=[address for address in scripts if address],
                is_built=all(scripts), style=style_address(), menu=menu, version=__version__,
                read_only=read_only, **values)
    )  # fmt: skip
    return HTMLResponse(body, headers={"Content-Security-Policy": _policy(nonce), "Referrer-Policy": "no-referrer"})


def _policy(nonce: str) -> str:
    """Everything from here and nothing inline; the nonce lets the query editor make its own style sheet."""
    return (
        f"default-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def day_of(text: str | None) -> date | None:
    """The day that a form's field gives; an empty or unfinished one gives none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def entity_address(entity_id: str) -> str:
    """The page of an entity."""
    return f"/explore/entities/{quote(entity_id)}"


def article_address(article_id: str, anchor: str = "") -> str:
    """The page of an article, or a place on it."""
    return f"/explore/articles/{quote(article_id)}" + (f"#{anchor}" if anchor else "")


def with_query(path: str, **values: str | None) -> str:
    """An address with those of the values that are given."""
    given = {name: value for name, value in values.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(EXPLORER_DIR / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "entity_address": entity_address,
        "article_address": article_address,
        "with_query": with_query,
        "status_mark": wording.status_mark,
        "status_word": wording.status_word,
        "speakers": wording.speakers,
        "type_word": wording.type_word,
        "plural": wording.plural,
    }
    environment.filters |= {"day": wording.day}
    return environment


class PageRoute(APIRoute):
    """A route whose errors are pages too, to those who take pages: programs get a problem, as from anywhere else."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's hook around a handler."""
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            _read_only.set(context_of(request).settings.read_only)
            try:
                return await answer(request)
            except ClaimgraphError as error:
                return _refusal(request, error)
            except RequestValidationError as error:
                said = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
                return _refusal(request, BadInput(f"This address asks for what cannot be: {said}."))

        return handle


def _refusal(request: Request, error: ClaimgraphError) -> Response:
    if ranked(request.headers.get("accept"), (PROBLEM, _PAGE))[:1] != [_PAGE]:
        return problem(error)
    response = page("problem.html", here="", title=error.http_status.phrase, message=error.message, hint=error.hint)
    response.status_code = error.http_status
    response.headers["Vary"] = "Accept"
    return response
