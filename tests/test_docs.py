"""The documents tell the truth: their examples run, and what they list is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.documents.load import suffixes
from app.documents.making import FIELDS
from tests.conftest import REPOSITORY

DOCS = REPOSITORY / "docs"


def examples(name: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_examples_for_python_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    for example in examples("python.md"):
        exec(example, known)  # noqa: S102  (our own documents)
    summary, answer, rows, claims = (known[name] for name in ("summary", "answer", "rows", "claims"))
    assert [outcome.status for outcome in summary.outcomes] == ["added"]  # type: ignore[attr-defined]
    assert answer.answer.startswith("Velt Robotics")  # type: ignore[attr-defined]
    assert "Velt Robotics bought Umbra Systems for $40 million" in capsys.readouterr().out
    assert "Velt Robotics bought" in str(known["words"])
    assert "Umbra Systems" in str(rows)
    assert "Umbra Systems" in (tmp_path / "graph.graphml").read_text(encoding="utf-8")
    assert claims[0].relation == "acquired"  # type: ignore[index]


def test_every_kind_of_source_and_field_is_documented() -> None:
    text = (DOCS / "sources.md").read_text(encoding="utf-8")
    assert [suffix for suffix in suffixes() if f"`{suffix}`" not in text] == []
    assert [field for field in FIELDS if f"`{field}`" not in text] == []
