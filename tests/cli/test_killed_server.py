"""A server that is killed in the middle of its work, again and again: it starts again by itself, with nothing lost.

The server is `claimgraph serve` in a process of its own, over a store on disk. Before each start its process is forked
from one that has read the language model, so that twenty starts do not take twenty times that.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from app.api.articles import NewArticle, as_article
from app.claims.writing import article_quads
from app.documents.load import read_articles
from app.extraction.engine import Engine, load_engine
from app.graphs import LOG
from app.pipeline import article_ids, extract
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import prov
from tests.upkeep.test_step import IRIS, derived, from_nothing

TIMES = 20
# Longer than the test may take, so that it is not the deadline that ends the workers; only Linux can do without it.
QUERY_SECONDS = 900 if sys.platform == "linux" else 5
_FORKING = """
import os, sys
from app.api.app import create_app
from app.cli import main
from app.cli import server
from app.documents.text import parse_text
from app.extraction.engine import load_engine
from app.pipeline import extract
extract(parse_text("Solvane bought Pemberly Systems for 620 million euros."), load_engine())
while sys.stdin.readline():
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.argv = ["claimgraph", "serve", "--port", "0"]
        main()
    os.waitpid(child, 0)
    print("ended", flush=True)
"""
# Three joins without a variable in common: more rows than there is time for.
ENDLESS = "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } GRAPH ?i { ?j ?k ?l } }"
ONE, OTHER, LAST = NamedNode("urn:example:one"), NamedNode("urn:example:other"), NamedNode("urn:example:last")
PARTS = 20


class Server:
    """`claimgraph serve`, which can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMGRAPH_")}
        ours = {"CLAIMGRAPH_STORE": "store", "CLAIMGRAPH_QUERY_SECONDS": str(QUERY_SECONDS)}
        self._notice = folder / "store" / "server.json"
        self._pid: int | None = None
        self._address = ""
        self._log = (folder / "log").open("w+", encoding="utf-8")
        self._forking = subprocess.Popen(
            [sys.executable, "-c", _FORKING],
            cwd=folder,
            env=kept | ours | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONWARNINGS": "error"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            encoding="utf-8",
        )

    def start(self) -> None:
        """Start it, and wait until it says where it is."""
        assert self._forking.stdin is not None
        self._forking.stdin.write("start\n")
        self._forking.stdin.flush()
        address = re.search(r"http://[\w.:]+", line := self._line())
        assert address, line + self.complaints()
        self._pid = int(json.loads(self._notice.read_text(encoding="utf-8"))["pid"])
        self._address = address[0]

    def client(self) -> httpx.Client:
        """A new client of it."""
        return httpx.Client(base_url=self._address, trust_env=False, timeout=60)

    def kill(self) -> None:
        """Kill the process, if there is one, and wait until it is gone."""
        pid, self._pid = self._pid, None
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
            while (line := self._line()).startswith("Try:"):
                continue  # said only where the store can answer something
            assert line == "ended\n"

    def workers(self) -> set[int]:
        """The processes that answer its queries."""
        table = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, encoding="ascii", check=True)
        return {int(child) for child, parent in map(str.split, table.stdout.splitlines()) if int(parent) == self._pid}

    def complaints(self) -> str:
        """What it has written to standard error."""
        self._log.flush()
        self._log.seek(0)
        return self._log.read()

    def close(self) -> None:
        """Leave no process behind."""
        self.kill()
        self._forking.communicate(timeout=60)
        self._log.close()

    def _line(self) -> str:
        assert self._forking.stdout is not None
        return self._forking.stdout.readline()


class Readings:
    """A client that adds articles and takes them out, and what it may rely on."""

    def __init__(self, engine: Engine) -> None:
        texts = [
            paragraph
            for file in sorted(SAMPLE_ARTICLES_DIR.glob("0[1-4]*.txt"))
            for article in read_articles(file)
            for paragraph in article.text.split("\n\n")
            if len(paragraph) > 100
        ]
        self.sent = [NewArticle(text=text, published="2025-09-01") for text in texts]
        found = [extract(as_article(new), engine) for new in self.sent]
        self.ids = [each.article.id for each in found]
        store = EmbeddedStore()  # which writes numbers its own way
        store.apply(Change(add=[quad for each in found for quad in article_quads(each, IRIS)]))
        self.graphs = {each: {*store.quads(graph=IRIS.article_graph(each))} for each in self.ids}
        self.there: dict[str, bool | None] = dict.fromkeys(self.ids, False)
        """Whether the store holds each; None: a change was sent, and no answer came."""
        self.acknowledged = 0
        self._next = 0

    def step(self, client: httpx.Client) -> None:
        """The next change, to its answer."""
        number, self._next = self._next % len(self.ids), self._next + 1
        article, new = self.ids[number], self.sent[number].model_dump(exclude_none=True)
        was, self.there[article] = self.there[article], None
        if was:
            assert client.delete(f"/articles/{article}").status_code == 204
        elif number % 3:
            assert client.post("/articles", json=new).status_code == 201
        else:
            job = client.post("/jobs", json={"articles": [new]}).raise_for_status().json()
            while job["state"] != "done":
                time.sleep(0.01)
                job = client.get(f"/jobs/{job['id']}").raise_for_status().json()
            assert [outcome["status"] for outcome in job["outcomes"]] == ["added"]
        self.there[article] = not was
        self.acknowledged += 1

    def check(self, store: EmbeddedStore) -> None:
        """Every article is as it was acknowledged, whole or absent, and what follows from all is what should."""
        held = article_ids(store, IRIS)
        for article, there in self.there.items():
            assert there is None or (article in held) == there, article
            self.there[article] = article in held
            graph = {*store.quads(graph=IRIS.article_graph(article))}
            assert graph == (self.graphs[article] if article in held else set()), article
            if article in held:
                assert store.quads(None, prov("used"), IRIS.article(article), IRIS.graph(LOG)), article
        assert set(held) <= set(self.ids)
        assert derived(store) == from_nothing(store)


class Updates:
    """A client that writes to two graphs of its own in one update, and notes there which was the last."""

    def __init__(self) -> None:
        self.acknowledged = 0
        self._next = 0
        self._last = -1  # the last that was acknowledged, or seen in the store
        self._there: set[int] = set()

    def step(self, client: httpx.Client) -> None:
        """The next update, to its answer."""
        number, self._next = self._next, self._next + 1
        parts = " . ".join(f"<urn:example:{number}> <urn:example:part> {n}" for n in range(PARTS))
        update = (
            f"DELETE WHERE {{ GRAPH {ONE} {{ {LAST} ?is ?number }} }} ; "
            f"INSERT DATA {{ GRAPH {ONE} {{ {LAST} <urn:example:is> {number} . {parts} }} }} ; "
            f"INSERT DATA {{ GRAPH {OTHER} {{ {parts} }} }}"
        )
        assert client.post("/update", data={"update": update}).status_code == 204
        self._there.add(number)
        self._last = number
        self.acknowledged += 1

    def check(self, store: EmbeddedStore) -> None:
        """Every update that was acknowledged is there, at most one other, and each of them whole."""
        [last] = [
            int(quad.object.value) for quad in store.quads(LAST, None, None, ONE) if isinstance(quad.object, Literal)
        ]
        assert self._last <= last < self._next
        self._there, self._last = self._there | {last}, last
        parts = {
            Quad(NamedNode(f"urn:example:{number}"), NamedNode("urn:example:part"), Literal(n), graph)
            for number in self._there
            for n in range(PARTS)
            for graph in (ONE, OTHER)
        }
        said = {quad for graph in (ONE, OTHER) for quad in store.quads(graph=graph) if quad.subject != LAST}
        assert said == parts


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    try:
        yield server
    finally:
        server.close()


def until_killed(step: Callable[[httpx.Client], None], server: Server, killed: threading.Event) -> None:
    """Take steps until the server is no more; it may not fail before."""
    with server.client() as client:
        try:
            while True:
                step(client)
        except httpx.TransportError:
            assert killed.is_set()


def kill_at_work(server: Server, clients: Sequence[Readings | Updates], wait: float) -> set[int]:
    """Kill the server some time after each client has had an answer; gives the processes of its workers."""
    killed, before = threading.Event(), [each.acknowledged for each in clients]

    def query_without_end(client: httpx.Client) -> None:
        client.get("/sparql", params={"query": ENDLESS})

    with ThreadPoolExecutor(3) as pool:
        work = [each.step for each in clients] + [query_without_end]
        running = [pool.submit(until_killed, step, server, killed) for step in work]
        while any(each.acknowledged == was for each, was in zip(clients, before, strict=True)):
            if ended := [each for each in running if each.done()]:
                ended[0].result()
            time.sleep(0.01)
        time.sleep(wait)
        workers = server.workers()
        killed.set()
        server.kill()
        for each in running:
            each.result()
    return workers


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_server_that_is_killed_has_lost_nothing_and_left_nothing_half_done(server: Server) -> None:
    chance = random.Random(9)  # noqa: S311  (when a server is killed need not be a secret)
    readings, updates = Readings(load_engine()), Updates()
    orphans: set[int] = set()
    server.start()
    for _ in range(TIMES):
        workers = kill_at_work(server, (readings, updates), chance.uniform(0, 0.4))
        orphans |= workers
        server.start()
        with server.client() as client:
            backup = client.get("/backup").raise_for_status().content
            asked = client.get("/sparql", params={"query": f"ASK {{ GRAPH {ONE} {{ {LAST} ?is ?n }} }}"})
        assert asked.raise_for_status().json()["boolean"]
        store = EmbeddedStore()
        store.apply(Change(add=[*parse(backup, format=RdfFormat.N_QUADS)]))
        readings.check(store)
        updates.check(store)
    assert orphans
    while any(map(is_there, orphans)):  # a test that waits in vain is ended by pytest's own clock
        time.sleep(0.05)
    assert "Traceback" not in server.complaints()
