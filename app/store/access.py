"""Tells a remote store by its address, and says what it needs besides."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Access:
    """What an endpoint needs besides its address: where updates go, if elsewhere, and who asks."""

    update_url: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)


def is_remote(location: str) -> bool:
    """Whether a location is the address of an endpoint."""
    return location.startswith(("http://", "https://"))
