"""An export as bytes, for whoever reads it back."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from app.query.exports import export
from app.query.lookup import Lookup
from app.query.selection import Selection


def exported(lookup: Lookup, name: str, *, include: Iterable[str] = (), **options: Any) -> bytes:
    """The file, of the whole graph or of what the options select."""
    out = io.BytesIO()
    export(lookup, name, Selection(include=frozenset(include), **options), out)
    return out.getvalue()
