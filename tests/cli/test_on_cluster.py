"""`claimgraph ingest --on`, against a real scheduler and worker."""

from pathlib import Path

import pytest

from tests.cli.conftest import LEAVES, Run
from tests.store.endpoints import oxigraph
from tests.test_cluster import cluster

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


def test_a_cluster_reads_what_the_command_is_given(run: Run, tmp_path: Path) -> None:
    with cluster(workers=1) as (address, _):
        done = run("ingest", LEAVES, "--on", address)
        assert (done.code, done.out.split(" with ")[0]) == (0, "1 added"), done.err
        assert run("ingest", LEAVES, "--on", address).out.endswith("1 unchanged.\n")
        before = run("export", "nquads").out
        done = run("rebuild", "--on", address)
        assert (done.code, done.err) == (0, "Rebuilt.\n")
        assert run("export", "nquads").out == before
        with oxigraph(tmp_path / "oxigraph" / "data") as server:
            there = ("--store", server.url)
            assert run("ingest", LEAVES, "--on", address, *there).out.startswith("1 added")
            assert run("rebuild", "--on", address, *there).code == 0
            assert run("export", "nquads", *there).out == before
        assert "or --reread" in run("rebuild", "--on", address, "--reread").err
    nowhere = run("ingest", LEAVES, "--on", "http://127.0.0.1:8786", "--store", "new")
    assert (nowhere.code, "such as tcp://host:8786" in nowhere.err) == (2, True)
    gone = run("ingest", LEAVES, "--on", address, "--store", "new")
    assert (gone.code, "no Dask scheduler" in gone.err) == (1, True)
    assert not Path("new").exists()
    assert run("ask", "Who left Meta?").out.startswith("Ruben Mayer")
