"""Headers that every answer carries unless it has its own: nothing is run, framed, sniffed, or kept by strangers."""

from __future__ import annotations

from collections.abc import Iterable

_Header = tuple[bytes, bytes]
_DEFAULTS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "sandbox",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Kept by the client alone, and asked about before it is used again: the graph may have changed.
    "Cache-Control": "private, no-cache",
}


_RAW = [(name.lower().encode(), value.encode()) for name, value in _DEFAULTS.items()]


def secured(headers: Iterable[_Header]) -> list[_Header]:
    """The headers of an answer with those that it lacks; names are in lower case, as ASGI has them."""
    own = [*headers]
    present = {name for name, _ in own}
    return own + [header for header in _RAW if header[0] not in present]
