"""The MCP server as agents meet it: the SDK's own client, over a pipe and over HTTP, on a store of samples."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp import Client, StdioServerParameters

from app.api.ask import EXAMPLE
from app.cli.mcp import PATH
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.opening import open_store

CLAIMGRAPH = [sys.executable, "-c", "from app.cli import main; main()"]
# Two outlets that do not agree.
DISPUTE = """{"publisher": "Courier", "text": "Velt Robotics bought Umbra Systems for $40 million in March 2024."}
{"publisher": "Mail", "text": "In March 2024, Velt Robotics acquired Umbra Systems for $90 million."}
"""
TOOLS = {"ask", "search", "entity", "facts", "evidence", "paths", "conflicts", "sparql"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("mcp") / "store"
    dispute = folder.with_name("dispute.jsonl")
    dispute.write_text(DISPUTE, encoding="utf-8")
    ingest = [*CLAIMGRAPH, "ingest", str(SAMPLE_ARTICLES_DIR), str(dispute), "--store", str(folder)]
    subprocess.run(ingest, check=True, capture_output=True, timeout=300)
    return str(folder)


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """The address that a command prints, for as long as the block lasts."""
    with subprocess.Popen([*CLAIMGRAPH, *arguments], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield next(word for word in server.stdout.readline().split() if word.startswith("http"))
        finally:
            server.terminate()
            assert server.wait(60) == 0


@asynccontextmanager
async def over_a_pipe(store: str) -> AsyncIterator[Client]:
    command = StdioServerParameters(
        command=CLAIMGRAPH[0], args=[*CLAIMGRAPH[1:], "mcp", "--store", store], env=dict(os.environ)
    )
    async with Client(command) as client:
        yield client


async def use(client: Client, tool: str, **arguments: object) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    structured: dict[str, Any] = result.structured_content
    return structured


def is_flagship_answer(found: dict[str, Any]) -> None:
    assert found["status"] == "answered"
    assert found["answer"].startswith("Ruben Mayer oversaw AI data operations at Meta")
    assert any("after just two months" in item["text"] for item in found["evidence"])
    assert all(item["article"] and item["end"] > item["start"] and item["status"] for item in found["evidence"])
    assert "No calendar date is stated" in found["answer"]
    assert found["not_known"]
    assert {source["id"] for source in found["sources"]} == {item["article"] for item in found["evidence"]}
    assert all(source["title"] and source["publisher"] and source["published"] for source in found["sources"])


def test_an_agent_asks_over_a_pipe(store: str) -> None:
    async def talk() -> None:
        async with over_a_pipe(store) as client:
            listed = (await client.list_tools()).tools
            assert {tool.name for tool in listed} == TOOLS
            assert all(tool.annotations and tool.annotations.read_only_hint and tool.description for tool in listed)
            is_flagship_answer(await use(client, "ask", question=EXAMPLE))
            await everything(client)

    anyio.run(talk)


def test_an_agent_asks_while_articles_are_read(store: str) -> None:
    async def talk() -> None:
        async with over_a_pipe(store) as client:
            with closing(open_store(store)):
                is_flagship_answer(await use(client, "ask", question=EXAMPLE))
            is_flagship_answer(await use(client, "ask", question=EXAMPLE))

    anyio.run(talk)


async def everything(client: Client) -> None:
    found = await use(client, "search", text="scale")
    assert (found["status"], found["entities"][0]["id"]) == ("found", "organization/scale-ai")

    mayer = await use(client, "entity", name="Ruben Mayer")
    [served] = [fact for fact in mayer["facts"] if fact["time"]["duration"] == "P2M"]
    assert served["evidence"]
    assert (served["status"], served["time"]["ended"]) == ("asserted", True)
    assert "The day on which it ended is not stated: by 2025-09-01." in served["not_known"]

    hearsay = await use(client, "facts", entity="Solvane", scope="all")
    doubtful = [fact for fact in hearsay["facts"] if fact["status"] in ("reported", "possible", "denied")]
    assert doubtful
    assert all("is not known" in " ".join(fact["not_known"]) for fact in doubtful)
    plain = await use(client, "facts", entity="Meta", relation="investedIn")
    assert [fact["status"] for fact in plain["facts"]] == ["asserted"] * len(plain["facts"])

    before = await use(client, "facts", entity="Meta", known_by="2020-01-01")
    assert (before["status"], before["facts"]) == ("nothing found", [])
    assert "no proof of the contrary" in before["not_known"][0]
    misspelt = await use(client, "facts", entity="Kestrelwroks")
    assert misspelt["not_known"] == [
        "The graph has nothing by the name 'Kestrelwroks'. Is it Kestrelworks (organization/kestrelworks)?"
    ]
    assert "nothing by the name" in (await use(client, "conflicts", entity="Zzyzx Dynamics"))["not_known"][0]
    assert "disagree" in (await use(client, "conflicts", entity="Meta"))["not_known"][0]
    assert (await use(client, "ask", question=EXAMPLE, known_by="2020-01-01"))["status"] != "answered"
    assert (await use(client, "entity", name="Ruben Mayer", known_by="2030-01-01"))["facts"] == mayer["facts"]

    shown = await use(client, "evidence", fact=doubtful[0]["id"])
    assert {source["id"] for source in shown["sources"]} == {item["article"] for item in shown["fact"]["evidence"]}
    assert all(source["title"] for source in shown["sources"])

    joined = await use(client, "paths", source="Ruben Mayer", target="Scale AI")
    assert joined["paths"][0]["through"][0] == "Ruben Mayer"
    assert all(fact["evidence"] for path in joined["paths"] for step in path["steps"] for fact in step)

    disagreements = await use(client, "conflicts")
    assert all(len(conflict["sides"]) > 1 for conflict in disagreements["conflicts"])
    assert disagreements["conflicts"]

    rows = await use(client, "sparql", query="SELECT ?name { ?c a cg:Company ; skos:prefLabel ?name } ORDER BY ?name")
    assert {"name": "Meta"} in rows["rows"]
    no = await use(client, "sparql", query="ASK { ?x cg:amount 1 }")
    assert (no["boolean"], bool(no["not_known"])) == (False, True)

    unknown = await use(client, "ask", question="Who founded Zzyzx Dynamics?")
    assert unknown["status"] == "unknown_entity"
    assert unknown["not_known"]
    assert unknown["evidence"] == []


WRONG: list[tuple[str, dict[str, object], str]] = [
    ("evidence", {"fact": "0000000000000000"}, "no fact"),
    ("evidence", {"fact": "../../health"}, "nothing at"),
    ("entity", {"name": "Nobody at All"}, "nothing by the name"),
    ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}, "only queries"),
    ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}, "service"),
    ("sparql", {"query": "SELECT"}, "query"),
    ("sparql", {"query": "DESCRIBE cg:Company"}, "select or ask"),
    ("paths", {"source": "Meta", "target": "Meta"}, "two entities"),
    ("facts", {"relation": "hasEaten"}, "haseaten"),
    ("ask", {}, "question"),
]


def test_an_error_says_what_was_wrong(store: str) -> None:
    async def talk() -> None:
        async with over_a_pipe(store) as client:
            for tool, arguments, words in WRONG:
                result = await client.call_tool(tool, arguments)
                said = str(result.content).lower()
                assert (result.is_error, words in said, "traceback" in said) == (True, True, False), said

    anyio.run(talk)


def test_an_agent_asks_over_http_and_pages_elsewhere_cannot(store: str) -> None:
    async def talk(url: str) -> None:
        async with Client(url) as client:
            is_flagship_answer(await use(client, "ask", question=EXAMPLE))

    with serving("mcp", "--http", "--port", "0", "--store", store) as url:
        assert url.endswith(PATH)
        anyio.run(talk, url)
        for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
            assert httpx.post(url, json={}, headers=headers, trust_env=False).status_code == 403


def test_while_a_server_holds_the_store_it_is_asked(store: str) -> None:
    async def talk() -> None:
        async with over_a_pipe(store) as client:
            is_flagship_answer(await use(client, "ask", question=EXAMPLE))

    with serving("serve", "--port", "0", "--store", store):
        anyio.run(talk)


def test_the_store_is_free_between_questions(store: str, tmp_path: Path) -> None:
    async def talk() -> None:
        async with over_a_pipe(store) as client:
            await use(client, "search", text="Meta")
            query = [*CLAIMGRAPH, "query", "ASK { ?s ?p ?o }", "--format", "json", "--store", store]
            done = await anyio.run_process(query)
            assert b"true" in done.stdout

    anyio.run(talk)


def test_without_a_store_it_says_so(tmp_path: Path) -> None:
    command = [*CLAIMGRAPH, "mcp", "--store", str(tmp_path / "none")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no store" in done.stderr
