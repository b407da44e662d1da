"""/assets/...: style sheets as they are written, scripts as Vite bundled them, and where to find each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import APIRouter, Response

from app.errors import NotFound
from app.model import digest
from app.resources import EXPLORER_DIR

router = APIRouter()

_BUNDLE, _STYLES = EXPLORER_DIR / "dist", EXPLORER_DIR / "styles"
_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
# A name changes with its content, so a copy never goes stale.
_CACHED = {"Cache-Control": "public, max-age=31536000, immutable"}


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    """One file: the style sheet, the icon, or a script of the bundle."""
    if name == "explorer.css":
        return Response(_style(), media_type="text/css", headers=_CACHED)
    for folder in (_STYLES, _BUNDLE):
        path = folder / name
        # Only what lies directly in the folder: a name cannot lead out of it.
        if path.parent == folder and path.suffix in _MEDIA_TYPES and path.is_file():
            return Response(path.read_bytes(), media_type=_MEDIA_TYPES[path.suffix], headers=_CACHED)
    raise NotFound(f"There is no asset {name!r}.", hint="scripts/build-explorer makes the explorer's bundle.")


def _style() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(_STYLES.glob("*.css")))


@cache
def style_address() -> str:
    """Where the style sheet lies."""
    return f"/assets/explorer.css?v={digest(_style())}"


def script_address(name: str) -> str | None:
    """Where a page's script lies; None while the bundle is not built."""
    entry = _manifest().get(f"src/{name}.ts")
    return f"/assets/{entry['file']}" if entry else None


def _manifest() -> Mapping[str, Any]:
    path = _BUNDLE / ".vite" / "manifest.json"
    if not path.is_file():
        return {}
    found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
