"""`claimgraph serve` as a process of its own: what it logs, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.store.embedded import EmbeddedStore
from tests.conftest import REPOSITORY

TOKEN = "a secret of some length"


class Server:
    """A server over a store in a folder."""

    def __init__(self, folder: Path, **environment: str) -> None:
        code = "from app.cli import main; main()"
        settings = {"CLAIMGRAPH_STORE": "store", "CLAIMGRAPH_TOKEN": TOKEN, "CLAIMGRAPH_LOG_FORMAT": "json"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "serve", "--port", "0"],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | settings | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        url = self.process.stdout.readline().removeprefix("Claimgraph is at ").strip()
        headers = {"Authorization": f"Bearer {TOKEN}"}
        self.http = httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=60)

    def stop(self) -> tuple[int, list[dict[str, object]]]:
        """Tell it to stop; its exit code, and what it logged as JSON."""
        self.process.send_signal(signal.SIGTERM)
        _, err = self.process.communicate(timeout=120)
        return self.process.returncode, [json.loads(line) for line in err.splitlines() if line.startswith("{")]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server over an empty store, stopped at the end whatever happens."""
    server = Server(tmp_path, CLAIMGRAPH_TOKN="misspelt")
    yield server
    server.http.close()
    if server.process.poll() is None:
        server.process.kill()
        server.process.communicate()


def test_it_stops_between_two_articles_and_ends_its_streams(server: Server, tmp_path: Path) -> None:
    body = {"articles": [{"text": f"Umbra {number} bought Velt {number}."} for number in range(500)]}
    job = server.http.post("/jobs", json=body).json()
    told: list[str] = []

    def watch() -> None:
        with server.http.stream("GET", f"/jobs/{job['id']}/events") as answer:
            told.extend(answer.iter_lines())

    watcher = threading.Thread(target=watch)
    watcher.start()
    while server.http.get(f"/jobs/{job['id']}").json()["done"] == 0:
        pass
    code, log = server.stop()
    watcher.join()  # the stream has ended, and not in the middle of an event
    assert told[-1] == ""
    assert code == 0
    [lost] = [line["not_read"] for line in log if "not_read" in line]
    assert isinstance(lost, int)
    store = EmbeddedStore(tmp_path / "store")
    articles = [graph for graph in store.graphs() if "/graph/article/" in graph.value]
    store.close()
    assert len(articles) == 500 - lost


def test_a_variable_that_is_no_setting_is_named_in_the_log_and_its_value_is_not(server: Server) -> None:
    assert server.http.get("/health").status_code == 200
    code, log = server.stop()
    assert code == 0
    [warning] = [line["message"] for line in log if line["level"] == "warning"]
    assert warning == "CLAIMGRAPH_TOKN is no setting; CLAIMGRAPH_TOKEN is"
    assert TOKEN not in json.dumps(log)
    assert "misspelt" not in json.dumps(log)
