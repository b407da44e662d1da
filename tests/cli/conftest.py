"""Runs commands in this process, as `claimgraph` would, and says what came of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.resources import SAMPLE_ARTICLES_DIR

LEAVES = SAMPLE_ARTICLES_DIR / "03-meta-data-executive-leaves.txt"


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, log_as_before: None
) -> Run:
    """Runs a command in an empty folder, with `./store` as its store."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMGRAPH_STORE", "store")

    def run_command(*arguments: object) -> Result:
        monkeypatch.setattr("sys.argv", ["claimgraph", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return run_command


@pytest.fixture
def filled(run: Run) -> Run:
    """The same, with one article in the store."""
    assert run("ingest", LEAVES).code == 0
    return run
