"""Takes the bytes of an answer as they are written, and no more of them than are allowed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from app.errors import ResultTooLarge

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


class Sink(io.BytesIO):
    """A file that keeps what is written to it, up to a limit in bytes."""

    def __init__(self, limit: int | None = None) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Buffer) -> int:
        """Keep the bytes.

        Raises:
            ResultTooLarge: there are too many.
        """
        written = super().write(data)
        if self._limit is not None and self.tell() > self._limit:
            raise ResultTooLarge(
                f"The answer is larger than {self._limit / 1_000_000:g} MB.", hint="Ask for less, with LIMIT for one."
            )
        return written

    def body(self) -> bytes:
        """All that was written."""
        return self.getvalue()
