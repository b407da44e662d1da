"""Headers that every answer carries unless it has its own: nothing is run, framed, sniffed, or kept by strangers."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message

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


def secure(message: Message) -> None:
    """Add the headers to the start of an answer."""
    headers = MutableHeaders(scope=message)
    for name, value in _DEFAULTS.items():
        headers.setdefault(name, value)
