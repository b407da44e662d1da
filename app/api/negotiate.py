"""Chooses what to answer with from an Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import UnknownFormat


@dataclass(frozen=True)
class _Range:
    """One media range of an Accept header, such as `text/*;q=0.5`."""

    main: str
    sub: str
    quality: float

    def precision(self, media_type: str) -> int:
        """How exactly it names the type: 2 exactly, 1 by its main type, 0 as anything, -1 not at all."""
        main, _, sub = media_type.partition("/")
        if self.main == "*":
            return 0
        if self.main != main:
            return -1
        return {"*": 1, sub: 2}.get(self.sub, -1)


def _ranges(accept: str) -> list[_Range]:
    found = []
    for part in accept.split(","):
        media_range, *parameters = (piece.strip() for piece in part.split(";"))
        main, slash, sub = media_range.lower().partition("/")
        if slash:
            found.append(_Range(main, sub, _quality(parameters)))
    return found


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def ranked(accept: str | None, offered: Sequence[str]) -> list[str]:
    """The offered media types that a client accepts, best first; among equals the order offered decides.

    >>> ranked("text/csv;q=0.5, application/json", ["application/json", "text/csv", "text/turtle"])
    ['application/json', 'text/csv']
    """
    ranges = _ranges(accept) if accept else [_Range("*", "*", 1.0)]

    def quality(media_type: str) -> float:
        best = max(ranges, key=lambda media_range: media_range.precision(media_type), default=None)
        return best.quality if best and best.precision(media_type) >= 0 else 0.0

    acceptable = [media_type for media_type in offered if quality(media_type) > 0]
    return sorted(acceptable, key=lambda media_type: -quality(media_type))


def choose(accept: str | None, offered: Sequence[str]) -> str:
    """The best of the offered media types for a client.

    Raises:
        UnknownFormat: it accepts none of them.
    """
    acceptable = ranked(accept, offered)
    if not acceptable:
        raise UnknownFormat(f"There is no answer as {accept}.", hint=f"Accept one of {', '.join(offered)}.")
    return acceptable[0]
