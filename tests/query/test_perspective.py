"""What the order of several facts adds is seen by whoever asks for it, whichever way they read the graph."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

from app.cli.graph import LocalGraph
from app.query.conflicts import conflicts
from app.query.lookup import Lookup
from app.query.perspective import Perspective
from app.query.selection import Selection
from app.settings import Settings
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.query.test_conflicts import ORDER
from tests.resolution.test_linking import MOVE
from tests.test_rulings import IRIS, filled

LINKED, ASSUMED = Perspective(linked=True), Perspective(assume=True)
ENDS = "SELECT ?day { ?fact cg:endLatest ?day }"


def on_disk(folder: Path) -> EmbeddedStore:
    store = EmbeddedStore(folder)
    store.apply(Change(add=filled(*MOVE).quads()))
    return store


def test_exports_answers_and_queries_have_the_bounds_and_the_store_keeps_its_own(tmp_path: Path) -> None:
    store = on_disk(tmp_path / "store")
    before = set(store.quads())
    plain = LocalGraph(store, Settings())
    seen = plain.seen_from(LINKED)
    for graph, has_bound in ((plain, False), (seen, True)):
        for name in ("node-link", "turtle", "nquads"):
            out = io.BytesIO()
            graph.export(name, Selection(), out)
            assert bool(re.search(rb"end_?[lL]atest\b", out.getvalue())) is has_bound, name
        found = json.loads(graph.query(ENDS, "json").body)["results"]["bindings"]
        assert bool(found) is has_bound
    assert plain.ask("Who is chief executive of Orbis?", as_of=date(2025, 1, 1)).answers
    assert not seen.ask("Who is chief executive of Orbis?", as_of=date(2025, 1, 1)).answers
    assert set(store.quads()) == before


def test_a_copy_on_disk_goes_with_its_user_and_what_a_killed_one_left_goes_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = on_disk(folder)
    seen = LINKED.of(Lookup(store, IRIS))
    assert len([*folder.glob(".scratch-*")]) == 1
    del seen
    assert not [*folder.glob(".scratch-*")]
    store.close()
    (folder / ".scratch-left" / "store").mkdir(parents=True)
    EmbeddedStore(folder).close()
    assert not [*folder.glob(".scratch-*")]


def test_an_order_that_cannot_be_is_one_conflict_from_everywhere() -> None:
    lookup = Lookup(filled(*ORDER), IRIS)
    for perspective in (Perspective(), LINKED, ASSUMED, Perspective(date(2100, 1, 1), linked=True)):
        (conflict,) = conflicts(perspective.of(lookup))
        assert conflict.aspect == "order"


def test_over_http_every_route_that_takes_a_past_takes_these_too() -> None:
    with connected(Settings(store="memory:"), filled(*MOVE)) as client:
        question = {"q": "Who is chief executive of Orbis?", "as_of": "2025-01-01"}
        assert client.get("/ask", params=question).json()["answers"]
        assert not client.get("/ask", params={**question, "linked": "true"}).json()["answers"]
        posted = {"question": question["q"], "as_of": "2025-01-01", "assume": True}
        assert not client.post("/ask", json=posted).json()["answers"]
        edges = [
            len(client.get("/export/node-link", params={"as_of": "2025-01-01", **more}).json()["edges"])
            for more in ({}, {"linked": "true"})
        ]
        assert edges == [2, 1]
        (old,) = [
            fact
            for fact in client.get("/facts", params={"linked": "true"}).json()["items"]
            if fact["time"]["end"]["latest"]
        ]
        path = f"/facts/{old['id']}"
        assert client.get(path).json()["time"]["end"]["latest"] is None
        assert client.get(path, params={"linked": "true"}).json()["time"]["end"]["latest"] == "2024-05-31"
