"""Keeps what a model answered, by everything that the answer depends on, so that reading again needs no call."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.extraction.llm.answers import Reply
from app.model import digest


class Cache:
    """A folder of replies; without a folder it remembers nothing."""

    def __init__(self, folder: Path | None) -> None:
        """The folder is made when the first reply is kept."""
        self._folder = folder

    def find(self, *asked: str) -> Reply | None:
        """The reply to what was asked; None if there is none that can be read."""
        try:
            return Reply.model_validate_json(self._file(asked).read_bytes()) if self._folder else None
        except (OSError, ValueError):  # absent, or written by another version
            return None

    def keep(self, reply: Reply, *asked: str) -> None:
        """Keep a reply, whole or not at all. A folder that cannot be written to keeps nothing."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as draft:
                draft.write(reply.model_dump_json().encode())
            Path(draft.name).replace(self._file(asked))
        except OSError:
            return

    def _file(self, asked: tuple[str, ...]) -> Path:
        return (self._folder or Path()) / f"{digest(*asked)}.json"
