"""What one query may take, and how many may be under way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Limits:
    """The limits of a server's queries."""

    seconds: float = 10
    update_seconds: float = 60
    rows: int = 1_000_000
    answer_mb: int = 64
    memory_mb: int = 1024
    """How much memory a worker may take on top of what reading the graph takes."""
    workers: int = 0
    queue: int = 64
    """How many requests of one client may be under way."""
    copy_mb: int = 100
    """Up to what size on disk a graph is copied into each worker's memory."""
    keep_mb: int = 0
    """How much memory is for answers that are kept while the graph stays as it is."""

    @cached_property
    def worker_count(self) -> int:
        """How many workers answer at once: as many as there are cores, unless it is said."""
        return self.workers or min(max(os.cpu_count() or 2, 2), 8)
