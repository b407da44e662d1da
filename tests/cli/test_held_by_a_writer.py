"""Commands on a store that another command writes to: those that read have it as it is, and say so."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from app.store.opening import open_store
from tests.cli.conftest import LEAVES, Run

NOTICE = "Another process writes to store: this is how it was at "


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "Who left Meta?"),
        ("query", "SELECT ?name WHERE { ?person a cg:Person ; skos:prefLabel ?name }"),
        ("export", "turtle"),
        ("stats",),
        ("entities", "review"),
    ],
    ids=lambda command: command[0],
)
def test_what_reads_goes_on(filled: Run, command: tuple[str, ...]) -> None:
    alone = filled(*command)
    assert (alone.code, NOTICE in alone.err) == (0, False)
    with closing(open_store("store")):
        beside = filled(*command)
    assert (beside.code, beside.out) == (0, alone.out)
    assert beside.err.startswith(NOTICE)


def test_it_can_be_checked_and_backed_up(filled: Run, tmp_path: Path) -> None:
    with closing(open_store("store")):
        checked = filled("check")
        assert (checked.code, NOTICE in checked.err, "keeps to every shape" in checked.err) == (0, True, True)
        assert filled("backup", "graph.nq").code == 0
    assert filled("restore", "graph.nq", "--store", "other").code == 0
    assert filled("ask", "Who left Meta?", "--store", "other").out.startswith("Ruben Mayer")


def test_what_writes_says_what_to_do(filled: Run) -> None:
    with closing(open_store("store")):
        refused = filled("ingest", LEAVES)
    assert (refused.code, refused.out) == (1, "")
    assert "Another process holds the store store." in refused.err
    assert "claimgraph serve" in refused.err


def test_a_copy_is_seen_from_elsewhere_too(filled: Run) -> None:
    with closing(open_store("store")):
        seen = filled("ask", "Who left Meta?", "--known-by", "2020-01-01", "--linked")
    assert seen.code == 0
    assert "Ruben Mayer" not in seen.out
