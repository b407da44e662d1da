"""The engine llm through the commands: what it needs, and what it leaves when its model is dead."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LEAVES, Run


def test_the_engine_says_what_it_needs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run("ingest", LEAVES, "--engine", "llm")
    assert (refused.code, refused.out) == (2, "")
    assert "CLAIMGRAPH_LLM_URL" in refused.err
    monkeypatch.setenv("CLAIMGRAPH_LLM_BUDGET", "plenty")
    assert "CLAIMGRAPH_LLM_BUDGET" in run("extract", LEAVES).err


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
