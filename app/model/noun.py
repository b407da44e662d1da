"""A frozen value, and the ids that are made of what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value; unknown keys are ignored so that derived fields survive a round trip through JSON."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As any model's, without what was worked out, and kept, from the fields as they were."""
        copied = super().model_copy(update=update, deep=deep)
        for name in type(self).model_computed_fields:
            copied.__dict__.pop(name, None)
        return copied


def digest(*parts: object) -> str:
    """The first 16 hex digits of SHA-256 over the parts, each closed by a separator that no text contains."""
    joined = "".join(f"{part}\x1f" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
