"""Fixtures for all tests, and the policy they follow.

- **Real text.** Extraction, resolution and questions are tested on articles that people wrote, or on sentences kept
  because a real article went wrong there. A rule tuned on sentences made up at home proves nothing.
- **Real parts.** No mocks of our own store, engines or API: a test uses the embedded store in ``tmp_path`` and real
  servers on loopback. A fake stands only for what is outside this project, and speaks its protocol over a real socket.
- **No network.** Connections off loopback fail (``--allow-hosts`` in pyproject.toml), so no test needs one by accident.
- **Warnings are errors.** An exception to that names one message of one library and says why (``filterwarnings``).
- **One fixture, one meaning.** A fixture used by one file lives in that file; here are only those that many share.
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CLAIMGRAPH_SHARED") or REPOSITORY.parent / "shared")


def pytest_report_header() -> str | None:
    """Say so at the top of the run when a whole class of tests is about to be skipped."""
    return None if SHARED.is_dir() else f"NO SHARED FOLDER at {SHARED}: acceptance tests and benchmarks are skipped"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of third-party articles, gold claims and conformance suites, too large or not ours to ship."""
    if not SHARED.is_dir():
        pytest.skip(f"no shared folder at {SHARED}; set CLAIMGRAPH_SHARED to its path")
    return SHARED


@pytest.fixture
def log_as_before() -> Iterator[None]:
    """Undo what a server that ran in this process has set up of the log: else servers of later tests write to it."""
    loggers = [logging.getLogger(name) for name in ("claimgraph", "uvicorn", "uvicorn.error")]
    before = [(each.handlers, each.propagate, each.level) for each in loggers]
    wanted = logging.logThreads, logging.logProcesses, logging.logMultiprocessing
    yield
    logging.logThreads, logging.logProcesses, logging.logMultiprocessing = wanted
    for logger, (handlers, propagate, level) in zip(loggers, before, strict=True):
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)
