"""Without an extra, the commands that need it say how to install it; all others work."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import LEAVES


def without(package: str, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A command in a Python that lacks a package."""
    hidden = f"import sys; sys.modules['{package}'] = None; from app.cli import main; main()"
    command = [sys.executable, "-c", hidden, *map(str, arguments)]
    model = {"CLAIMGRAPH_LLM_URL": "http://127.0.0.1:1/v1", "CLAIMGRAPH_LLM_MODEL": "m"}
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **model}, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.parametrize(
    ("package", "extra", "arguments"),
    [
        ("openai", "llm", ("extract", LEAVES, "--engine", "llm")),
        ("mcp", "mcp", ("mcp",)),
        ("distributed", "cluster", ("ingest", LEAVES, "--on", "tcp://127.0.0.1:1")),
    ],
)
def test_a_missing_extra_is_named(package: str, extra: str, arguments: tuple[object, ...], tmp_path: Path) -> None:
    failed = without(package, tmp_path, *arguments)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert f"{shlex.quote(sys.executable)} -m pip install 'claimgraph[{extra}]'" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert without(package, tmp_path, "--version").returncode == 0
