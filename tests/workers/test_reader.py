"""Queries to a store that is a server of its own: who asks is not kept waiting, nor is the process at its end."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading

from app.store.results import ROWS
from tests.store.faults import Answer, way_to

PROGRAM = """
    import asyncio, sys
    from app.errors import QueryTimeout
    from app.query.sparql import SparqlRequest
    from app.store.access import Access
    from app.store.remote import RemoteStore
    from app.workers.limits import Limits
    from app.workers.reader import DirectReader

    async def ask():
        reader = DirectReader(RemoteStore(sys.argv[1], Access()), Limits(seconds=0.5, queue=2))
        request = SparqlRequest("ASK { ?s ?p ?o }", row_format="json")
        for _ in range(2):
            try:
                await reader.run(request, "somebody")
            except QueryTimeout:
                print("not waited for")
        await reader.close()

    asyncio.run(ask())
"""


def test_a_process_ends_although_a_query_does_not() -> None:
    ended = threading.Event()

    def never(_: int, form: dict[str, list[str]]) -> Answer:
        if "?s ?p ?o" in form["query"][0] and "ASK" in form["query"][0]:
            ended.wait()
        return 200, {"Content-Type": ROWS}, b'{"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": []}}'

    with way_to("") as way:
        way.fault = never
        try:
            command = [sys.executable, "-c", textwrap.dedent(PROGRAM), way.url]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        finally:
            ended.set()
    assert done.stdout.split("\n")[:2] == ["not waited for", "not waited for"], done.stderr
    assert done.returncode == 0
