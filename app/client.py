"""Talks to a running server: the commands' way to a store that a server holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import IO, Any
from urllib.parse import quote

import httpx

from app.api.problems import error_class
from app.api.review import PairView
from app.errors import BadInput, ClaimgraphError, StoreBusy
from app.model import Answer, Article, Decision, Ruling, rejection, retraction
from app.pipeline import IngestSummary, Outcome
from app.query.perspective import Perspective
from app.query.selection import Selection
from app.query.sparql import SparqlResult
from app.query.stats import Stats

# Reading an article takes seconds and the first one loads the engine; a server that is there connects at once.
_TIMEOUT = httpx.Timeout(600, connect=3)


class Client:
    """A server's graph, with the verbs that the commands need.

    Every method raises what the same work on a store of one's own would raise.
    """

    def __init__(self, url: str, *, token: str | None = None, engine: str | None = None) -> None:
        """Nothing is sent yet. Nothing will be that another engine than `engine` would read, if one is given."""
        self._engine = engine
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        # Proxies of the environment are for the network; the server is on this machine.
        self._seen_from: dict[str, str] = {}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=_TIMEOUT, trust_env=False)

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def store_mark(self) -> str:
        """The mark of the store that the server holds."""
        return str(self._send("GET", "/health").json()["store"])

    def ingest(
        self, articles: Iterable[Article], *, progress: Callable[[Outcome], None] | None = None
    ) -> IngestSummary:
        """Send articles one by one; each is read whole or not at all.

        Raises:
            BadInput: the server reads with another engine than was asked for; nothing was sent.
        """
        self._check_engine()
        outcomes = []
        for article in articles:
            body = article.model_dump(exclude={"id"}, exclude_none=True)
            outcome = Outcome.model_validate(self._send("POST", "/articles", json=body).json())
            if outcome.status == "added":  # what was passed over in its file never went to the server
                outcome = outcome.model_copy(update={"notices": (*article.notices, *outcome.notices)})
            outcomes.append(outcome)
            if progress is not None:
                progress(outcomes[-1])
        return IngestSummary(outcomes=tuple(outcomes))

    def remove(self, article_id: str) -> None:
        """Take an article out."""
        self._send("DELETE", f"/articles/{_segment(article_id)}")

    def retract(self, article_id: str, *, reason: str | None = None, undo: bool = False) -> None:
        """Rule that an article counts no more, or take that back."""
        self._rule(retraction(article_id, reason), undo=undo)

    def reject(self, claim_ids: Sequence[str], *, reason: str | None = None, undo: bool = False) -> None:
        """Rule that an article does not say what claims have it say, or take that back."""
        self._rule(rejection(claim_ids, reason), undo=undo)

    def rebuild(self, *, reread: bool = False, progress: Callable[[Outcome], None] | None = None) -> None:
        """Derive every fact anew, after reading every article again if asked to; `BadInput` as for `ingest`."""
        if reread:
            self._check_engine()
        answer = self._send("POST", "/rebuild", params={"reread": reread})
        if reread and progress is not None:
            for outcome in IngestSummary.model_validate(answer.json()).outcomes:
                progress(outcome)

    def backup(self, out: IO[bytes]) -> None:
        """Write everything that the store holds."""
        with self._answered(), self._http.stream("GET", "/backup") as response:
            if response.is_error:
                response.read()
                raise _error(response)
            for chunk in response.iter_bytes():
                out.write(chunk)

    def restore(self, file: IO[bytes], *, replace: bool = False) -> int:
        """Fill the store from what `backup` wrote; how many quads that are."""
        headers = {"Content-Type": "application/n-quads"}
        parameters = {"replace": replace}
        answer = self._send("POST", "/restore", content=file.read(), headers=headers, params=parameters)
        return int(answer.json()["quads"])

    def seen_from(self, perspective: Perspective) -> Client:
        """Look at the graph from there from now on."""
        self._seen_from = dict(perspective.parameters())
        return self

    def ask(self, question: str, *, as_of: date | None = None) -> Answer:
        """Ask a question."""
        body = {"question": question, "as_of": as_of and as_of.isoformat(), **self._seen_from}
        return Answer.model_validate(self._send("POST", "/ask", json=body).json())

    def review(self, limit: int) -> list[PairView]:
        """The likeliest pairs of entities that may be one."""
        found = self._send("GET", "/entities/review", params={"limit": limit}).json()
        return [PairView.model_validate(pair) for pair in found["items"]]

    def merge(self, one: str, other: str, *, reason: str | None = None) -> Decision:
        """Rule that two entities are one."""
        body = {"one": one, "other": other, "reason": reason}
        return Decision.model_validate(self._send("POST", "/entities/merge", json=body).json())

    def split(self, one: str, other: str | None = None, *, reason: str | None = None) -> Decision:
        """Rule that two names are two entities, or take back what holds one together."""
        body = {"one": one, "other": other, "reason": reason}
        return Decision.model_validate(self._send("POST", "/entities/split", json=body).json())

    def query(self, sparql: str, format_name: str) -> SparqlResult:
        """Evaluate a SPARQL query."""
        answer = self._send("POST", "/sparql", data={"query": sparql, "format": format_name})
        return SparqlResult(body=answer.content, media_type=answer.headers["content-type"].partition(";")[0])

    def export(self, format_name: str, selection: Selection, out: IO[bytes]) -> None:
        """The graph, or the part of it that is selected, as a file's content."""
        address = f"/export/{_segment(format_name)}"
        parameters = {**selection.parameters(), **self._seen_from}
        with self._answered(), self._http.stream("GET", address, params=parameters) as response:
            if response.is_error:
                response.read()
                raise _error(response)
            out.writelines(response.iter_bytes())

    def stats(self, selection: Selection, *, ends: tuple[str, str] | None = None, top: int = 10) -> Stats:
        """The graph in figures."""
        parameters = {**selection.parameters(), **self._seen_from, "top": top} | (
            dict(zip(("from", "to"), ends, strict=True)) if ends else {}
        )
        return Stats.model_validate(self._send("GET", "/stats", params=parameters).json())

    def _rule(self, ruling: Ruling, *, undo: bool) -> None:
        if undo:
            self._send("DELETE", f"/rulings/{ruling.id}")
        else:
            self._send("POST", "/rulings", json=ruling.model_dump(mode="json", exclude={"id"}))

    def _check_engine(self) -> None:
        """An engine is a server's own affair, with its key and its budget: no client has it read with another."""
        if self._engine is None:
            return
        used = self._send("GET", "/health").json().get("engine")
        if used != self._engine:
            raise BadInput(
                f"The server that holds the store reads with the engine {used}, not {self._engine}.",
                hint=f"Do without --engine and CLAIMGRAPH_ENGINE, or stop it, or start it with"
                f" CLAIMGRAPH_ENGINE={self._engine}.",
            )

    def _send(self, method: str, path: str, **parts: Any) -> httpx.Response:
        with self._answered():
            response = self._http.request(method, path, **parts)
        if response.is_error:
            raise _error(response)
        return response

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """Say so where the server does not answer."""
        try:
            yield
        except httpx.TransportError as error:
            raise StoreBusy(
                f"The server at {self._http.base_url} does not answer: {str(error) or type(error).__name__}.",
                hint="Stop the process that holds the store, or start the server again.",
            ) from error


def _segment(text: str) -> str:
    """Text as one segment of a path; dots alone would climb out of it."""
    return quote(text, safe="").replace(".", "%2E")


def _error(response: httpx.Response) -> ClaimgraphError:
    """The error that a problem document stands for."""
    try:
        problem = response.json()
        # What the router refuses has no type of ours: a name that cannot be part of a path, say.
        of_router = BadInput if response.is_client_error else ClaimgraphError
        kind = of_router if problem["type"] == "about:blank" else error_class(str(problem["type"]))
        return kind(str(problem["detail"]), hint=problem.get("hint"))
    except (ValueError, KeyError, TypeError):
        return ClaimgraphError(f"The server answered {response.status_code} to {response.request.url}.")
