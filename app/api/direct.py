"""Hands what comes in most often straight to its handler: finding a route and taking a request apart costs more.

The routes are in the application as all others are, which documents them and answers the methods that they do not take.
"""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.problems import http_problem, problem
from app.api.protocol import DirectRoute
from app.errors import ClaimgraphError


class Direct:
    """ASGI middleware that looks at the whole path of a request alone."""

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute]) -> None:
        """Of the routes, those count that take their request as it is, at one path."""
        self._app = app
        self._routes = {
            (method, route.path): route
            for route in routes
            if isinstance(route, DirectRoute) and "{" not in route.path
            for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        route = self._routes.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if route is None:
            await self._app(scope, receive, send)
            return
        scope["route"], request = route, Request(scope, receive)
        try:
            response = await route.endpoint(request)
        except ClaimgraphError as error:
            response = problem(error)
        except HTTPException as error:
            response = await http_problem(request, error)
        await response(scope, receive, send)
