"""The engine llm through the commands: what it needs, and what it leaves when its model is dead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LEAVES, Run


@pytest.mark.parametrize(
    "command", [("ingest", LEAVES), ("extract", LEAVES), ("watch", "."), ("serve",), ("rebuild", "--reread")]
)
def test_the_engine_says_what_it_needs_before_anything_is_begun(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[object, ...]
) -> None:
    monkeypatch.setenv("CLAIMGRAPH_ENGINE", "llm")
    refused = run(*command)
    assert (refused.code, refused.out) == (2, "")
    assert "CLAIMGRAPH_LLM_URL" in refused.err
    monkeypatch.setenv("CLAIMGRAPH_LLM_URL", "localhost:11434")
    monkeypatch.setenv("CLAIMGRAPH_LLM_MODEL", "m")
    assert "no http address" in run(*command).err
    assert not Path("store").exists()


def test_what_reads_nothing_needs_no_model(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMGRAPH_ENGINE", "llm")
    assert filled("ask", "Who left Meta?").code == 0
    assert filled("rebuild").code == 0
    monkeypatch.setenv("CLAIMGRAPH_LLM_BUDGET", "plenty")
    assert "CLAIMGRAPH_LLM_BUDGET" in filled("extract", LEAVES).err


def test_a_dead_model_leaves_the_rules_result_and_a_notice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMGRAPH_LLM_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("CLAIMGRAPH_LLM_MODEL", "m")
    monkeypatch.setenv("CLAIMGRAPH_LLM_RETRIES", "0")
    rules = run("extract", LEAVES).json()
    both = run("extract", LEAVES, "--engine", "llm").json()
    assert both["claims"] == rules["claims"]
    assert both["notices"][0].startswith("The model m gave no answer: it cannot be reached")
    done = run("ingest", LEAVES, "--engine", "llm")
    assert done.code == 0
    assert "cannot be reached" in done.err
    assert run("ask", "Who left Meta?").out.startswith("Ruben Mayer")
    again = run("rebuild", "--reread", "--engine", "llm")
    assert again.code == 0
    assert again.err.splitlines()[1].startswith("reread ")
    assert "gave no answer: it cannot be reached; the rules alone read this article" in again.err
