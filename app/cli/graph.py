"""Where a command finds the graph: in a store that it opens itself, or behind the server that holds the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Protocol, TypeVar

from app.cli import show
from app.errors import BadInput, NotFound, StoreBusy
from app.settings import Settings
from app.store.access import is_remote
from app.store.base import Store
from app.store.opening import is_folder, open_beside_writer, open_store, open_to_read, server_of

if TYPE_CHECKING:  # each takes its time to import, and no command needs them all
    from app.api.review import PairView
    from app.client import Client
    from app.model import Answer, Article, Decision, Ruling
    from app.pipeline import IngestSummary, Progress
    from app.query.perspective import Perspective
    from app.query.selection import Selection
    from app.query.sparql import SparqlResult
    from app.query.stats import Stats

Opened = TypeVar("Opened")

# A file that every Oxigraph folder has.
_SIGN_OF_A_STORE = "CURRENT"


class Graph(Protocol):
    """What commands do with a graph, wherever it is."""

    def ingest(self, articles: Iterable[Article], *, progress: Progress | None = None) -> IngestSummary:
        """Read articles and bring the facts up to date."""
        ...

    def remove(self, article_id: str) -> None:
        """Take an article out."""
        ...

    def retract(self, article_id: str, *, reason: str | None = None, undo: bool = False) -> None:
        """Rule that an article counts no more, or take that back."""
        ...

    def reject(self, claim_ids: Sequence[str], *, reason: str | None = None, undo: bool = False) -> None:
        """Rule that an article does not say what claims have it say, or take that back."""
        ...

    def rebuild(self, *, reread: bool = False, progress: Progress | None = None) -> None:
        """Derive every fact anew, after reading every article again if asked to."""
        ...

    def backup(self, out: IO[bytes]) -> None:
        """Write everything that the store holds."""
        ...

    def restore(self, file: IO[bytes], *, replace: bool = False) -> int:
        """Fill the store from what `backup` wrote; how many quads that are."""
        ...

    def seen_from(self, perspective: Perspective) -> Graph:
        """The graph as it is seen from there, to be read."""
        ...

    def ask(self, question: str, *, as_of: date | None = None) -> Answer:
        """Answer a question."""
        ...

    def review(self, limit: int) -> list[PairView]:
        """The likeliest pairs of entities that may be one."""
        ...

    def merge(self, one: str, other: str, *, reason: str | None = None) -> Decision:
        """Rule that two entities are one."""
        ...

    def split(self, one: str, other: str | None = None, *, reason: str | None = None) -> Decision:
        """Rule that two names are two entities, or take back what holds one together."""
        ...

    def query(self, sparql: str, format_name: str) -> SparqlResult:
        """Evaluate a SPARQL query."""
        ...

    def export(self, format_name: str, selection: Selection, out: IO[bytes]) -> None:
        """Write the graph as a file's content."""
        ...

    def stats(self, selection: Selection, *, ends: tuple[str, str] | None = None, top: int = 10) -> Stats:
        """The graph in figures."""
        ...


@dataclass(frozen=True)
class LocalGraph:
    """The graph in a store that this process has open."""

    store: Store
    settings: Settings

    def ingest(self, articles: Iterable[Article], *, progress: Progress | None = None) -> IngestSummary:
        """See `Graph.ingest`."""
        from app.extraction.engine import load_engine
        from app.pipeline import ingest_many

        engine = load_engine(self.settings.engine, self.settings.llm)
        return ingest_many(self.store, self.settings.iris, articles, engine, progress=progress)

    def remove(self, article_id: str) -> None:
        """See `Graph.remove`."""
        from app.pipeline import remove

        remove(self.store, self.settings.iris, article_id)

    def retract(self, article_id: str, *, reason: str | None = None, undo: bool = False) -> None:
        """See `Graph.retract`."""
        from app.model import retraction

        self._rule(retraction(article_id, reason), undo=undo)

    def reject(self, claim_ids: Sequence[str], *, reason: str | None = None, undo: bool = False) -> None:
        """See `Graph.reject`."""
        from app.model import rejection

        self._rule(rejection(claim_ids, reason), undo=undo)

    def _rule(self, ruling: Ruling, *, undo: bool) -> None:
        from app.pipeline import decide, withdraw

        if undo:
            withdraw(self.store, self.settings.iris, ruling.id)
        else:
            decide(self.store, self.settings.iris, ruling)

    def rebuild(self, *, reread: bool = False, progress: Progress | None = None) -> None:
        """See `Graph.rebuild`."""
        from app.extraction.engine import load_engine
        from app.pipeline import rebuild

        reader = load_engine(self.settings.engine, self.settings.llm) if reread else None
        rebuild(self.store, self.settings.iris, reader=reader, progress=progress)

    def backup(self, out: IO[bytes]) -> None:
        """See `Graph.backup`."""
        from app.store.backup import dump

        dump(self.store, out)

    def restore(self, file: IO[bytes], *, replace: bool = False) -> int:
        """See `Graph.restore`."""
        from app.store.backup import fill

        return fill(self.store, file, replace=replace)

    def seen_from(self, perspective: Perspective) -> LocalGraph:
        """See `Graph.seen_from`."""
        from app.query.lookup import Lookup

        return replace(self, store=perspective.of(Lookup(self.store, self.settings.iris)).store)

    def ask(self, question: str, *, as_of: date | None = None) -> Answer:
        """See `Graph.ask`."""
        from app.query.ask import ask
        from app.query.lookup import Lookup

        return ask(Lookup(self.store, self.settings.iris), question, as_of=as_of)

    def review(self, limit: int) -> list[PairView]:
        """See `Graph.review`."""
        from app.api.review import show_pairs
        from app.query.lookup import Lookup
        from app.query.review import review

        lookup = Lookup(self.store, self.settings.iris)
        return show_pairs(review(lookup)[:limit], lookup)

    def merge(self, one: str, other: str, *, reason: str | None = None) -> Decision:
        """See `Graph.merge`."""
        from app.pipeline import merge

        return merge(self.store, self.settings.iris, self._meant(one), self._meant(other), reason=reason)

    def split(self, one: str, other: str | None = None, *, reason: str | None = None) -> Decision:
        """See `Graph.split`."""
        from app.pipeline import split

        apart = None if other is None else self._meant(other)
        return split(self.store, self.settings.iris, self._meant(one), apart, reason=reason)

    def _meant(self, text: str) -> str:
        """The id of the entity that is given by its id or its name."""
        from app.api.matching import entity_named
        from app.query.lookup import Lookup

        return entity_named(Lookup(self.store, self.settings.iris), text)

    def query(self, sparql: str, format_name: str) -> SparqlResult:
        """See `Graph.query`."""
        from app.query.sparql import run

        return run(self.store, self.settings.iris, sparql, format_name)

    def export(self, format_name: str, selection: Selection, out: IO[bytes]) -> None:
        """See `Graph.export`."""
        from app.api.matching import root_of
        from app.query.exports import export
        from app.query.lookup import Lookup

        lookup = Lookup(self.store, self.settings.iris)
        export(lookup, format_name, replace(selection, root=root_of(lookup, selection.root)), out)

    def stats(self, selection: Selection, *, ends: tuple[str, str] | None = None, top: int = 10) -> Stats:
        """See `Graph.stats`."""
        from app.api.matching import root_of
        from app.query.lookup import Lookup
        from app.query.stats import stats

        lookup = Lookup(self.store, self.settings.iris)
        first, last = (root_of(lookup, end) for end in ends or (None, None))
        chosen = replace(selection, root=root_of(lookup, selection.root))
        return stats(lookup, chosen, ends=(first, last) if first and last else None, top=top)


@contextmanager
def open_graph(settings: Settings, *, create: bool = False, any_version: bool = False) -> Iterator[Graph]:
    """The graph at the settings' store, directly or through the server that holds it.

    Raises:
        NotFound: there is no store there, and it is not to be made.
        BadInput: the folder holds something else.
        StoreBusy: another process holds the store and does not answer.
        StoreOutdated: the store is of another version, unless that is nothing to the caller.
    """
    from app.upkeep.record import require_current

    try:
        store = open_existing(settings, create=create)
    except StoreBusy as busy:
        with _server(settings, busy) as client:
            yield client
        return
    try:
        if not any_version:
            require_current(store, settings.iris)
        yield LocalGraph(store, settings)
    finally:
        store.close()


@contextmanager
def read_graph(settings: Settings, *, any_version: bool = False) -> Iterator[Graph]:
    """The same graph for a command that changes nothing: any number may read at once, also beside whoever writes.

    Raises:
        NotFound: there is no store there.
        BadInput: the folder holds something else.
        StoreBusy: a store behind a network does not answer.
        StoreOutdated: the store is of another version, unless that is nothing to the caller.
    """
    from app.upkeep.record import read_versions, require_current

    def local(store: Store) -> Graph:
        if not any_version:
            require_current(store, settings.iris)
        if read_versions(store, settings.iris) is None:
            show.message(f"No article has been read into {settings.store} yet: `claimgraph ingest PATH` does.")
        return LocalGraph(store, settings)

    with ExitStack() as held:
        yield _opened_to_read(settings, held, local, lambda client: client)


@contextmanager
def read_store(settings: Settings) -> Iterator[Store]:
    """The store itself, whatever its version, or a copy of what a server holds: to be read, closed at the end.

    Raises:
        NotFound: there is no store there.
        StoreBusy: a store behind a network does not answer.
    """
    with ExitStack() as held:
        yield _opened_to_read(settings, held, lambda store: store, lambda client: _copy(client, held))


def _opened_to_read(
    settings: Settings, held: ExitStack, local: Callable[[Store], Opened], served: Callable[[Client], Opened]
) -> Opened:
    """What is made of the store, of the server that holds it, or of a copy if some other process writes to it."""
    try:
        store = open_existing(settings, to_read=True)
    except StoreBusy as busy:
        try:
            return served(held.enter_context(_server(settings, busy)))
        except StoreBusy:
            store = open_or_copy_to_read(settings)
    held.callback(store.close)
    return local(store)


def open_or_copy_to_read(settings: Settings) -> Store:
    """The store to be read alone, where it lies, or, if another process writes to it, as a copy: that one is said.

    Raises:
        NotFound: there is no store there.
        StoreBusy: a store behind a network does not answer.
    """
    try:
        return open_existing(settings, to_read=True)
    except StoreBusy:
        if is_remote(settings.store):
            raise
    store = open_beside_writer(settings.store)
    now = datetime.now().astimezone()
    show.message(f"Another process writes to {settings.store}: this is how it was at {now:%H:%M:%S %Z}.")
    return store


def _copy(client: Client, held: ExitStack) -> Store:
    from app.store.backup import fill

    store = open_store("memory:")
    held.callback(store.close)
    with TemporaryFile() as file:
        client.backup(file)
        file.seek(0)
        fill(store, file)
    return store


def has_store(settings: Settings) -> bool:
    """Whether there is something where the store lies, so that none would be made."""
    folder = Path(settings.store)
    return not is_folder(settings.store) or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir())))


def open_existing(settings: Settings, *, create: bool = False, to_read: bool = False) -> Store:
    """The store itself. A folder with other things in it is left alone."""
    folder = Path(settings.store)
    if is_folder(settings.store):
        entries = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
        if entries and _SIGN_OF_A_STORE not in entries:
            raise BadInput(f"{folder} is a folder of other things, not a store.", hint="Give another one with --store.")
        if folder.exists() and not folder.is_dir():
            raise BadInput(f"{folder} is a file, not a store.", hint="Give a folder with --store.")
        if not entries and not create:
            raise NotFound(
                f"There is no store at {folder}.",
                hint="`claimgraph ingest PATH` makes one; one that lies elsewhere is given with --store.",
            )
    return (open_to_read if to_read else open_store)(settings.store, settings.store_access)


@contextmanager
def _server(settings: Settings, busy: StoreBusy) -> Iterator[Client]:
    from app.client import Client

    url = server_of(settings.store)
    if url is None:
        raise busy
    token = settings.token.get_secret_value() if settings.token else None
    with Client(url, token=token, engine=settings.engine_asked_for) as client:
        # A server that was killed leaves its address behind, and another may have taken its port since.
        if client.store_mark() != settings.store_mark:
            raise busy
        yield client
