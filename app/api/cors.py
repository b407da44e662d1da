"""What pages of the origins that the settings name may send and see."""

from __future__ import annotations

from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp

from app.api.problems import problem
from app.errors import BadInput
from app.settings import Settings, variable


class Cors(CORSMiddleware):
    """The framework's own middleware, which here refuses with a problem. No cookies: there are none."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(
            app,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "HEAD", "POST", "PUT", "DELETE"),
            allow_headers=("Authorization", "If-None-Match"),
            expose_headers=("ETag", "Location", "Retry-After", "X-Request-ID"),
            allow_private_network=True,
        )

    def preflight_response(self, request_headers: Headers) -> Response:
        """What a browser is told that asks before it sends a page's request."""
        answer = super().preflight_response(request_headers)
        if answer.status_code < 400:
            return answer
        refused = bytes(answer.body).decode().removeprefix("Disallowed CORS ")
        error = BadInput(
            f"A page of {request_headers.get('origin')} may not send this request. Not allowed: {refused}.",
            hint=f"{variable('cors_origins')} names the origins whose pages may; /docs says what each path takes.",
        )
        said = problem(error)
        said.headers.update({name: value for name, value in answer.headers.items() if not name.startswith("content-")})
        return said
