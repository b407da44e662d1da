"""Reads a corpus on other machines: extraction is a function of one article, so a Dask cluster maps it over all.

Claims come back in any order and go into the store in batches, each a transaction of its own. A worker that is lost is
the scheduler's affair: what it was reading is read again elsewhere. An article is in the store once, however often it
was read, since ingesting what is there changes nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from app import __version__
from app.errors import BadInput, ClaimgraphError
from app.extraction.engine import Engine, load_engine
from app.extraction.llm.options import LlmOptions
from app.model import Article, Document, Extraction
from app.pipeline import IngestSummary, Outcome, extract

if TYPE_CHECKING:
    from distributed import Client, Future

CHUNK = 8
"""Articles that a worker is sent at once: some seconds of work, so that sending costs next to nothing."""
BATCH = 500
"""Articles that go into the store as one transaction."""
_AHEAD = 4
"""Chunks under way for each worker: enough to keep it busy, few enough for any memory."""
_CONNECT_SECONDS = 10

Write = Callable[[Sequence[Article], Engine], IngestSummary]
Failure = Callable[[Article, str], None]


@dataclass(frozen=True)
class Job:
    """Which engine workers read with, and which version of us they must be."""

    engine: str
    llm: LlmOptions
    version: str = __version__


class Remembered:
    """An engine that has read already: what it gives was made elsewhere."""

    def __init__(self, name: str, known: Mapping[str, Extraction]) -> None:
        """`known` are extractions by the id of their article."""
        self.name = name
        self.version = "elsewhere"
        self._known = known

    def extract(self, document: Document) -> Extraction:
        """What was made of the article."""
        return self._known[document.article.id]


def read_chunk(articles: Sequence[Article], job: Job) -> list[Extraction]:
    """What a worker does: a pure function of the articles.

    Raises:
        BadInput: the worker runs another version than whoever sends the articles.
    """
    if job.version != __version__:
        raise BadInput(
            f"The worker runs claimgraph {__version__}, and this is {job.version}.", hint="Install the same version."
        )
    engine, lock = _engine(job)
    with lock:  # a worker may have threads, and an engine has none
        return [extract(article, engine) for article in articles]


@cache
def _engine(job: Job) -> tuple[Engine, threading.Lock]:
    return load_engine(job.engine, job.llm), threading.Lock()


def ingest_on(
    address: str, articles: Iterable[Article], job: Job, write: Write, *, known: Container[str] = (), batch: int = BATCH
) -> IngestSummary:
    """Read articles on the cluster at an address, and write them in batches as they come back.

    What is `known`, by id, is not read again, so that a run which was stopped goes on where it was. An article that no
    worker can read is in the summary as `failed`, with the reason; the others are written.

    Raises:
        BadInput: the extra is not installed, or the workers run another version.
        ClaimgraphError: there is no scheduler at the address, or it has no workers.
    """
    outcomes: list[Outcome] = []
    waiting: dict[str, Extraction] = {}

    def flush() -> None:
        if waiting:
            read = [extraction.article for extraction in waiting.values()]
            outcomes.extend(write(read, Remembered(job.engine, waiting)).outcomes)
            waiting.clear()

    def failed(article: Article, reason: str) -> None:
        outcomes.append(
            Outcome(
                article=article.id,
                title=article.title,
                source=article.source,
                status="failed",
                claims=0,
                notices=(reason,),
            )
        )

    given = list(articles)
    with _connected(address) as client:
        for extraction in _read(client, (article for article in given if article.id not in known), job, failed):
            waiting[extraction.article.id] = extraction
            if len(waiting) >= batch:
                flush()
        flush()
    there = [article for article in given if article.id in known]
    if there:
        outcomes.extend(write(there, Remembered(job.engine, {})).outcomes)
    return IngestSummary(outcomes=tuple(outcomes))


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise BadInput("Dask is not installed.", hint="Install it: pip install 'claimgraph[cluster]'.") from error
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClaimgraphError(
            f"There is no Dask scheduler at {address}.", hint="Start one: dask scheduler --host 127.0.0.1"
        ) from error
    with client, client.as_current():
        if not client.scheduler_info()["workers"]:
            raise ClaimgraphError(
                f"The scheduler at {address} has no workers.", hint=f"Start some: dask worker {address}"
            )
        yield client


def _read(client: Client, articles: Iterable[Article], job: Job, failed: Failure) -> Iterator[Extraction]:
    """The extractions as they come back. Only so many chunks are under way at a time."""
    from distributed import as_completed

    once = {article.id: article for article in articles}
    rest = iter(once.values())
    under_way = as_completed()
    sent: dict[str, tuple[Article, ...]] = {}

    def send(chunk: tuple[Article, ...]) -> None:
        future = client.submit(read_chunk, chunk, job, key=f"claimgraph-{chunk[0].id}-{len(chunk)}", pure=False)
        sent[str(future.key)] = chunk
        under_way.add(future)

    def top_up() -> None:
        most = max(1, len(client.scheduler_info()["workers"])) * _AHEAD
        while len(sent) < most and (chunk := tuple(islice(rest, CHUNK))):
            send(chunk)

    top_up()
    while sent:
        future: Future[list[Extraction]] = next(under_way)
        chunk = sent.pop(str(future.key))
        error = future.exception()
        if error is None:
            yield from future.result()
        elif isinstance(error, BadInput):
            raise error
        elif len(chunk) > 1:  # one of them may be to blame; the others are not
            for article in chunk:
                send((article,))
        else:
            failed(chunk[0], f"No worker could read it: {type(error).__name__}: {error}")
        future.release()
        top_up()
