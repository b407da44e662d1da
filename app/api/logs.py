"""What the server writes to its log: one line for each event, as JSON or for the eye, with the request it belongs to.

A line for a request has its method, route, status and time, never its query, headers or body: they may hold secrets.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TextIO

from app.settings import Settings

REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The request that is being answered; None outside of one."""

ROOT = logging.getLogger("claimgraph")
"""The parent of all our loggers."""

# Set on a record by `extra=`, and shown as fields of their own.
_FIELDS = "fields"

_as_json = json.JSONEncoder(ensure_ascii=False, default=str).encode


def event(logger: logging.Logger, level: int, message: str, **fields: object) -> None:
    """Log a message with fields that programs can read."""
    if logger.isEnabledFor(level):  # made by hand: `log` would first walk the stack to find the line that called it
        logger.handle(logger.makeRecord(logger.name, level, "", 0, message, (), None, extra={_FIELDS: fields}))


class JsonLines(logging.Formatter):
    """Each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with its time, level, request and fields; a traceback is one string."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := REQUEST_ID.get():
            line["request_id"] = request_id
        line |= getattr(record, _FIELDS, {})
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return _as_json(line)


class PlainLines(logging.Formatter):
    """Each record as a line that a person reads at a terminal; nothing in it can move the cursor."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level and message, then the fields as `name=value`."""
        at = time.strftime("%H:%M:%S", time.gmtime(record.created))
        fields = dict(getattr(record, _FIELDS, {}))
        if request_id := REQUEST_ID.get():
            fields["request_id"] = request_id
        parts = [at, record.levelname.lower(), record.getMessage(), *(f"{name}={fields[name]}" for name in fields)]
        line = " ".join(parts)
        if not line.isprintable():
            line = "".join(char if char.isprintable() else "�" for char in line)
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class Stderr(logging.StreamHandler[TextIO]):
    """Writes to what stderr is at the time: whoever puts another in its place may close that again."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)  # the stream's own would set the stream

    @property
    def stream(self) -> TextIO:  # type: ignore[override]  # a fixed one there
        """Where the next line goes."""
        return sys.stderr


def configure(settings: Settings) -> None:
    """Send our log, and the HTTP server's own, to stderr as the settings say."""
    # What our lines do not show need not be found out for each (see "Optimization" in Python's documentation).
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = Stderr()
    handler.setFormatter(JsonLines() if settings.log_format == "json" else PlainLines())
    for name in (ROOT.name, "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(settings.log_level.upper())
    # Its start and stop are told by the command; what it logs as an error still comes through.
    logging.getLogger("uvicorn.error").setLevel(max(logging.WARNING, logging.getLogger("uvicorn").level))
