"""Files as answers: written whole before the first byte is sent, so that half a file is never an answer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from typing import IO

from fastapi.responses import StreamingResponse

# Up to this many bytes a file stays in memory; a larger one waits on disk until it is sent.
_IN_MEMORY, _CHUNK = 4 * 1024 * 1024, 64 * 1024


def sent_whole(write: Callable[[IO[bytes]], None], *, media_type: str, disposition: str) -> StreamingResponse:
    """What `write` writes; `disposition` is the header that says whether to keep or show it, and under what name."""
    file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  (whoever sends it closes it)
    try:
        write(file)
        size = file.tell()
    except BaseException:
        file.close()
        raise
    headers = {"Content-Disposition": disposition, "Content-Length": str(size)}
    return StreamingResponse(_chunks(file), media_type=media_type, headers=headers)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk
