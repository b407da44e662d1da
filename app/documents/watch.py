"""Notices the files that come into a folder or change there, each once it has been written whole."""

from __future__ import annotations

from pathlib import Path

from app.documents.load import find_files

_State = tuple[int, int]


class Watched:
    """A folder, and which of its files have been handed out in which state."""

    def __init__(self, folder: Path) -> None:
        """Nothing is looked at yet."""
        self._folder = folder
        self._seen: dict[Path, _State] = {}
        self._done: dict[Path, _State] = {}

    def settled(self) -> list[Path]:
        """The files that are new or changed and have not been written to since the last look, sorted.

        A file is handed out once for each of its states.
        """
        now = {file: state for file in find_files([self._folder]) if (state := _state(file)) is not None}
        ready = [file for file, state in now.items() if self._seen.get(file) == state != self._done.get(file)]
        self._seen = now
        self._done = {file: state for file, state in self._done.items() if file in now}
        self._done |= {file: now[file] for file in ready}
        return sorted(ready)


def _state(file: Path) -> _State | None:
    try:
        found = file.stat()
    except OSError:  # gone since the folder was listed
        return None
    return found.st_size, found.st_mtime_ns
