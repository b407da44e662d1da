"""What the language-model engine is told from outside: where the model is, and how much it may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.errors import BadInput


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

    def check(self) -> None:
        """`BadInput` unless it is said where the model is, and which one. Many want no key."""
        example = "for example http://127.0.0.1:11434/v1"
        if not self.url or not self.model:
            raise BadInput(
                "The engine llm needs a model.",
                hint=f"Set CLAIMGRAPH_LLM_URL, {example}, and CLAIMGRAPH_LLM_MODEL, and a key if it wants one.",
            )
        if not self.url.startswith(("http://", "https://")):
            raise BadInput(
                f"CLAIMGRAPH_LLM_URL is {self.url!r}, which is no http address.", hint=f"Give one, {example}."
            )


DEFAULTS = LlmOptions()
