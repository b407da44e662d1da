"""What the language-model engine is told from outside: where the model is, and how much it may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class LlmOptions:
    """Where the model is, and how much it may cost. Prices are in US dollars for a million tokens."""

    url: str | None = None
    model: str | None = None
    key: str | None = field(default=None, repr=False)
    cache: Path | None = None
    timeout: float = 60.0
    """Seconds that one answer may take."""
    retries: int = 2
    budget: int = 2_000_000
    """Tokens, in and out, that one process may use."""
    price_in: float | None = None
    price_out: float | None = None


DEFAULTS = LlmOptions()
