"""Whatever else is asked for below /explore: the front page for /explore itself; of the rest, that it is not there."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from app.api.explorer.frame import PageRoute
from app.errors import NotFound

router = APIRouter(prefix="/explore", route_class=PageRoute)


@router.get("")
@router.get("/{rest:path}")
def nowhere(rest: str = "") -> Response:
    """A page is not lost by a slash behind its address."""
    if not rest.strip("/"):
        return RedirectResponse("/")
    if rest.endswith("/"):
        return RedirectResponse(f"/explore/{quote(rest.rstrip('/'))}")
    raise NotFound(
        f"There is no page at /explore/{rest}.", hint="Look for a name above, or begin with one of the pages."
    )
