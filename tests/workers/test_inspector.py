"""What is tried before it is written: it ends when it takes too much, and what comes after it is tried as before."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pyoxigraph import RdfFormat, parse

from app.errors import BadInput, InvalidQuery, QueryTimeout, QueryTooCostly, UpdateFailed
from app.query.updating import UpdateRequest
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.workers.inspector import Inspector
from app.workers.limits import Limits
from tests.workers.test_pool import ENDLESS, is_gone, quads, until

Result = TypeVar("Result")
LIMITS = Limits(seconds=10, update_seconds=10, memory_mb=256, answer_mb=8)
ENDLESS_UPDATE = "INSERT { <urn:a> <urn:p> ?n } WHERE { " + ENDLESS + " }"


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path / "store" if request.param == "disk" else None)
    store.apply(Change(add=quads(500)))
    return store


def inspected(store: EmbeddedStore, work: Callable[[Inspector], Awaitable[Result]], limits: Limits = LIMITS) -> Result:
    """What some work comes to; afterwards no process is left, and no copy."""

    async def run() -> Result:
        inspector = Inspector(store, limits)
        try:
            return await work(inspector)
        finally:
            pids = inspector.pids
            await inspector.close()
            await until(lambda: all(map(is_gone, pids)))
            assert store.folder is None or not (store.folder / ".trials").exists()

    return asyncio.run(run())


def sent(update: str) -> UpdateRequest:
    return UpdateRequest(update, base="http://x/", prefixes={})


def test_an_update_is_made_on_a_copy_and_the_store_is_left_as_it_is(store: EmbeddedStore) -> None:
    before = set(store.quads())
    update = "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"

    async def twice(inspector: Inspector) -> None:
        await inspector.rehearse(update)
        await inspector.rehearse(update)

    inspected(store, twice)
    assert set(store.quads()) == before
    store.update(update)
    assert store.quads() == []


def test_an_update_without_end_is_ended_and_the_next_is_tried(store: EmbeddedStore) -> None:
    async def work(inspector: Inspector) -> None:
        with pytest.raises(QueryTimeout, match=r"Nothing was written.*CLAIMGRAPH_UPDATE_SECONDS"):
            await inspector.rehearse(ENDLESS_UPDATE)
        await inspector.rehearse("CLEAR ALL")

    inspected(store, work, Limits(update_seconds=3))


def test_an_update_that_fails_says_why(store: EmbeddedStore) -> None:
    async def work(inspector: Inspector) -> None:
        with pytest.raises(UpdateFailed):
            await inspector.rehearse("CLEAR ALL; CREATE GRAPH <urn:x>; CREATE GRAPH <urn:x>")
        with pytest.raises(InvalidQuery):
            await inspector.prepare(sent("INSERT DATA { <a> <b> }"), "a")
        assert (await inspector.prepare(sent("INSERT DATA { <a> <b> <c> }"), "a")).is_bounded
        assert not (await inspector.prepare(sent("DELETE WHERE { ?a ?b ?c }"), "a")).is_bounded

    inspected(store, work)


DEEP = 60_000


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> " + "[ <urn:b> " * DEEP + "1" + "]" * DEEP + " }",
        "INSERT DATA { <urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * DEEP + "1" + ")>>" * DEEP + " }",
        "DELETE {} WHERE " + "{" * DEEP + "}" * DEEP,
        "DELETE {} WHERE { FILTER(" + "(" * DEEP + "1" + ")" * DEEP + ") }",
        "DELETE {} WHERE { FILTER(" + "+".join(["1"] * 10 * DEEP) + ") }",
    ],
    ids=["nodes", "triples", "groups", "brackets", "sum"],
)
def test_what_is_nested_too_deeply_ends_the_process_that_reads_it_alone(text: str) -> None:
    async def work(inspector: Inspector) -> None:
        with pytest.raises(QueryTooCostly, match="nested too deeply"):
            await inspector.prepare(sent(text), "a")
        await inspector.prepare(sent("CLEAR ALL"), "a")

    inspected(EmbeddedStore(), work)


_RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
_ENTITIES = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
LAUGHS = (
    f'<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "lolololol">{_ENTITIES}]>{_RDF}'
    '<rdf:Description rdf:about="urn:x"><e:p>&i;</e:p></rdf:Description></rdf:RDF>'
)
SYSTEM = LAUGHS.replace('"lolololol"', 'SYSTEM "file:///etc/hostname"')
CHAIN = ", ".join(f'"t{n}": "t{n + 1}:x"' for n in range(DEEP))
BOMBS = {
    "entities that multiply": (RdfFormat.RDF_XML, LAUGHS),
    "an entity from a file": (RdfFormat.RDF_XML, SYSTEM),
    "elements": (
        RdfFormat.RDF_XML,
        _RDF + "<rdf:Description><e:p>" * DEEP + "</e:p></rdf:Description>" * DEEP + "</rdf:RDF>",
    ),
    "objects": (RdfFormat.JSON_LD, '{"urn:p":' * DEEP + "1" + "}" * DEEP),
    "a list": (RdfFormat.JSON_LD, '{"urn:p":' + '{"@list":[' * DEEP + "]}" * DEEP + "}"),
    "terms that lead to terms": (RdfFormat.JSON_LD, f'{{"@context": {{{CHAIN}, "t{DEEP}": "urn:x:"}}, "t0": 1}}'),
    "triples in triples": (
        RdfFormat.N_TRIPLES,
        "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * DEEP + "<urn:c>" + ")>>" * DEEP + " .",
    ),
    "a few triples in triples": (
        RdfFormat.TURTLE,
        "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * 60 + "1" + ")>>" * 60 + " .",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_body_that_would_end_its_reader_is_refused_and_the_next_is_read(name: str) -> None:
    format_, text = BOMBS[name]

    async def work(inspector: Inspector) -> bytes:
        with pytest.raises((BadInput, QueryTooCostly, QueryTimeout)) as refused:
            await inspector.read(text.encode(), format_, "http://x/", "a")
        assert "Nothing was written" in str(refused.value)
        return await inspector.read(b"<urn:s> <urn:p> <o> .", RdfFormat.TURTLE, "http://x/", "a")

    limits = Limits(seconds=2, memory_mb=256, answer_mb=8)
    assert inspected(EmbeddedStore(), work, limits) == b"<urn:s> <urn:p> <http://x/o> .\n"


@pytest.mark.parametrize(
    "key", ['"@context": "http://127.0.0.1:9/c"', '"@context": {"@import": "http://127.0.0.1:9/c"}']
)
def test_a_context_elsewhere_is_never_fetched(key: str) -> None:
    async def work(inspector: Inspector) -> None:
        with pytest.raises(BadInput, match="LoadDocumentCallback"):
            await inspector.read(f'{{{key}, "name": "x"}}'.encode(), RdfFormat.JSON_LD, "http://x/", "a")

    inspected(EmbeddedStore(), work)


def test_blank_nodes_of_two_documents_stay_apart() -> None:
    async def work(inspector: Inspector) -> list[bytes]:
        return [await inspector.read(b"_:a <urn:p> _:a .", RdfFormat.TURTLE, "http://x/", "a") for _ in range(2)]

    one, other = (next(iter(parse(text, format=RdfFormat.N_QUADS))) for text in inspected(EmbeddedStore(), work))
    assert one.subject == one.object != other.subject
