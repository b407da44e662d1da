"""Reads a corpus on other machines: extraction is a function of one article, so a Dask cluster maps it over all.

Names and facts can be worked out there too, in parts that cannot matter to each other (`app/resolution/parts.py`).

Claims come back in any order and go into the store in batches, each a transaction of its own, while the workers read
the next. A worker that is lost is the scheduler's affair: what it was reading is read again elsewhere. An article is in
the store once, however often it was read, since ingesting what is there changes nothing.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from app import __version__
from app.errors import BadInput, ClaimgraphError, not_installed
from app.extraction.engine import Engine, load_engine
from app.extraction.llm.options import LlmOptions
from app.model import Article, Document, Extraction
from app.pipeline import BATCH, IngestSummary, Outcome, extract
from app.resolution.parts import Spread

if TYPE_CHECKING:
    from distributed import Client, Future

CHUNK = 8
"""Articles that a worker is sent at once: some seconds of work, so that sending costs next to nothing."""
_AHEAD = 4
"""Chunks under way for each worker: enough to keep it busy, few enough for any memory."""
_CONNECT_SECONDS = 10
_ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?(?:[^\s/:\[\]]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")
"""What Dask can reach. Given anything else, its client fails half-made, and complains again when the program ends."""

Write = Callable[[Sequence[Article], Engine], IngestSummary]
Found = Extraction | Article | Outcome
"""What became of an article: read now, known before, or not readable."""


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
    _check_version(job.version)
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

    The articles are taken one by one as workers have time for them, in another thread than the caller's; `write` is
    called in the caller's. What is `known`, by id, is not read again, so that a run which was stopped goes on where it
    was. An article that no worker can read is in the summary as `failed`, with the reason; the others are written.

    Raises:
        BadInput: the extra is not installed, or the workers run another version.
        ClaimgraphError: there is no scheduler at the address, or it has no workers.
    """
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(1, "cluster") as elsewhere, _connected(address) as client:
        found = _read(client, articles, job, known)
        coming = elsewhere.submit(_take, found, batch)
        while taken := coming.result():
            coming = elsewhere.submit(_take, found, batch)
            outcomes += _written(taken, job, write)
    return IngestSummary(outcomes=tuple(outcomes))


def _take(found: Iterator[Found], batch: int) -> list[Found]:
    return list(islice(found, batch))


def _written(taken: Sequence[Found], job: Job, write: Write) -> list[Outcome]:
    """Put what was read into the store, and say what became of each article."""
    read = {item.article.id: item for item in taken if isinstance(item, Extraction)}
    there = [item for item in taken if isinstance(item, Article)]
    failed = [item for item in taken if isinstance(item, Outcome)]
    articles = [*(extraction.article for extraction in read.values()), *there]
    return [*(write(articles, Remembered(job.engine, read)).outcomes if articles else ()), *failed]


_PARTS = 8
"""Parts for each worker that resolution is cut into: enough to go on with when one is lost."""


@contextmanager
def spread_on(address: str) -> Iterator[Spread]:
    """The cluster at an address as a place where parts of resolution are worked out.

    Raises:
        BadInput: the extra is not installed, or the workers run another version.
        ClaimgraphError: there is no scheduler at the address, it has no workers, or they were lost again and again.
    """
    with _connected(address) as client:
        from distributed import KilledWorker  # it is installed: we are connected

        def over(work: Callable[[Any], Any], parts: Sequence[Any]) -> Iterator[Any]:
            futures = [client.submit(work_part, work, part, __version__, pure=False) for part in parts]
            try:
                while futures:
                    yield futures.pop(0).result()
            except KilledWorker as error:
                raise ClaimgraphError(
                    "The cluster lost a part of the work again and again.", hint="See the logs of its workers."
                ) from error

        yield Spread(max(2, _PARTS * len(client.nthreads())), over)


def work_part(work: Callable[[Any], Any], part: object, version: str) -> Any:
    """What a worker does with one part of resolution; `BadInput` if it runs another version than the sender."""
    _check_version(version)
    return work(part)


def _check_version(version: str) -> None:
    if version != __version__:
        raise BadInput(
            f"The worker runs claimgraph {__version__}, and this is {version}.", hint="Install the same version."
        )


def check_cluster(address: str) -> None:
    """Raise what `ingest_on` would raise for want of a scheduler or workers, before anything is made."""
    with _connected(address):
        pass


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise not_installed("Dask", "cluster") from error
    if not _ADDRESS.fullmatch(address):
        raise BadInput(f"{address!r} is no address of a Dask scheduler.", hint="Give one such as tcp://host:8786.")
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClaimgraphError(
            f"There is no Dask scheduler at {address}.", hint="Start one: dask scheduler --host 127.0.0.1"
        ) from error
    with client:
        if not client.nthreads():
            raise ClaimgraphError(
                f"The scheduler at {address} has no workers.", hint=f"Start some: dask worker {address}"
            )
        yield client


def _read(client: Client, articles: Iterable[Article], job: Job, known: Container[str]) -> Iterator[Found]:
    """What becomes of each article, as it comes back. Only so many chunks are under way at a time."""
    under_way = _UnderWay(client, job)
    seen: set[str] = set()
    chunk: list[Article] = []
    for article in articles:
        if article.id in seen:
            continue
        seen.add(article.id)
        if article.id in known:
            yield article
            continue
        chunk.append(article)
        if len(chunk) == CHUNK:
            under_way.send(chunk)
            chunk = []
            while under_way.is_enough():
                yield from under_way.receive()
    if chunk:
        under_way.send(chunk)
    while under_way.chunks:
        yield from under_way.receive()


class _UnderWay:
    """What has been sent to the workers and has not come back."""

    def __init__(self, client: Client, job: Job) -> None:
        from distributed import as_completed

        self.chunks: dict[str, tuple[Article, ...]] = {}
        self._client = client
        self._job = job
        self._futures = as_completed(loop=client.loop)

    def send(self, chunk: Sequence[Article]) -> None:
        """Let some worker read these."""
        key = f"claimgraph-{chunk[0].id}-{len(chunk)}"
        future = self._client.submit(read_chunk, tuple(chunk), self._job, key=key, pure=False)
        self.chunks[key] = tuple(chunk)
        self._futures.add(future)

    def is_enough(self) -> bool:
        """Whether every worker has enough to do for now."""
        return len(self.chunks) >= _AHEAD * max(1, len(self._client.nthreads()))

    def receive(self) -> Iterator[Found]:
        """What became of the next chunk that comes back."""
        future: Future[list[Extraction]] = next(self._futures)
        chunk = self.chunks.pop(str(future.key))
        error = future.exception()
        if error is None:
            yield from future.result()
        elif isinstance(error, BadInput):
            raise error
        elif len(chunk) > 1:  # one of them may be to blame; the others are not
            for article in chunk:
                self.send([article])
        else:
            yield _failed(chunk[0], f"No worker could read it: {type(error).__name__}: {error}")
        future.release()


def _failed(article: Article, reason: str) -> Outcome:
    return Outcome(
        article=article.id, title=article.title, source=article.source, status="failed", claims=0, notices=(reason,)
    )
