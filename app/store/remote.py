"""A store behind any SPARQL 1.1 endpoint: every graph is named, and a change is whole although requests can fail.

The default graph of the product is a named graph there (`DEFAULT_GRAPH`), since each server understands another one
by the default graph of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from app.errors import ClaimgraphError, InvalidQuery, StoreBusy, StoreChanged, StoreError
from app.store import pending as writing
from app.store.access import Access
from app.store.base import Change, Dataset, Pattern, QueryResult
from app.store.dialect import DEFAULT_GRAPH, OWN, Dialect, dialect_of
from app.store.endpoint import Endpoint
from app.store.notation import encoded_size, form_of, graphs_asked_for, operations, portions, select_matching
from app.store.overtaken import require_generation
from app.store.pending import BOOK, Pending, State
from app.store.results import ROWS, TRIPLES, read_rows, read_triples, read_truth
from app.store.rewriting import with_named_default

# Jetty, and with it some releases of Fuseki, takes no longer form than 200,000 bytes unless told otherwise.
_MOST_BYTES = 180_000
# A dataset cannot be sent empty, so one that is has a graph in it that nothing is ever written to.
_NOTHING = NamedNode(f"{OWN}nothing")


class RemoteStore:
    """A SPARQL endpoint. Several processes may use it; one at a time writes, and the others wait."""

    def __init__(
        self, url: str, access: Access, *, dialect: Dialect | None = None, most_bytes: int = _MOST_BYTES
    ) -> None:
        """Reach the endpoint, and put right what a writer left behind that did not come to its end.

        Raises:
            BadInput: the address is none.
            StoreBusy: the endpoint does not answer.
            StoreError: it does not let us in, or is no SPARQL endpoint.
        """
        self.url = url
        self._endpoint: Endpoint | None = Endpoint(url, access)
        self._most_bytes = most_bytes
        self._write_lock = threading.Lock()
        self._is_unsettled = False
        self._named: tuple[int, list[NamedNode]] | None = None
        self._dialect = dialect or Dialect()
        try:
            answer = self._open_endpoint.query({"query": "ASK { }"}, ROWS)
            self._dialect = dialect or dialect_of(answer.headers.get("server", ""))
            self._put_right()
        except ClaimgraphError:
            self.close()
            raise

    # --- reading -----------------------------------------------------------------------------------------------------

    @property
    def generation(self) -> int:
        """See `Store.generation`. Kept by the endpoint, since other processes may write as well."""
        return self._state().generation

    def query(
        self, sparql: str, *, default_graphs: Sequence[NamedNode] | None = None, dataset: Dataset | None = None
    ) -> QueryResult:
        """See `Store.query`."""
        form = form_of(sparql)
        fields: dict[str, str | list[str]] = {"query": sparql}
        if dataset is None and default_graphs is not None:
            asked_for = graphs_asked_for(sparql)
            listed = self._named_graphs() if asked_for is None else asked_for
            dataset = Dataset(default=[DEFAULT_GRAPH, *default_graphs], named=listed)
        if dataset is not None:
            named = dataset.named or ((_NOTHING,) if self._dialect.reads_unnamed else ())
            fields["default-graph-uri"] = [graph.value for graph in dataset.default or (_NOTHING,)]
            fields["named-graph-uri"] = [graph.value for graph in named]
        self._settle()
        if form in ("CONSTRUCT", "DESCRIBE"):
            return read_triples(self._open_endpoint.query(fields, TRIPLES), self._dialect)
        response = self._open_endpoint.query(fields, ROWS)
        return read_truth(response) if form == "ASK" else read_rows(response, self._dialect)

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> list[Quad]:
        """See `Store.quads`."""
        return self.matching([Pattern(subject, predicate, object_, graph)])

    def matching(self, patterns: Iterable[Pattern]) -> list[Quad]:
        """See `Store.matching`."""
        self._settle()
        found: dict[Quad, None] = {}
        held = (pattern._replace(object=self._dialect.looked_for(pattern.object)) for pattern in patterns)
        for selection in select_matching(held):
            rows = read_rows(self._open_endpoint.query({"query": selection.query}, ROWS), self._dialect)
            places = "n" in {variable.value for variable in rows.variables}
            for row in rows:
                if not self._dialect.is_foreign(row["g"]):
                    place = row["n"] if places else None
                    object_ = row["o"] if place is None else selection.literals[int(place.value)]
                    found[Quad(row["s"], row["p"], self._dialect.read(object_), self._graph(row["g"]))] = None
        return list(found)

    def graphs(self) -> list[NamedNode]:
        """See `Store.graphs`."""
        self._settle()
        # DISTINCT says the same, and takes Virtuoso a thousand times longer.
        query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        rows = read_rows(self._open_endpoint.query({"query": query}, ROWS), self._dialect)
        named = (row["g"] for row in rows if isinstance(row["g"], NamedNode))
        kept = (graph for graph in named if graph != DEFAULT_GRAPH and not self._dialect.is_foreign(graph))
        return sorted(kept, key=lambda graph: graph.value)

    def _named_graphs(self) -> list[NamedNode]:
        """All graphs that a query may name, listed again only when the store has changed."""
        generation = self.generation
        if self._named is None or self._named[0] != generation:
            self._named = generation, self.graphs()
        return self._named[1]

    @staticmethod
    def _graph(graph: NamedNode) -> NamedNode | DefaultGraph:
        return DefaultGraph() if graph == DEFAULT_GRAPH else graph

    # --- writing -----------------------------------------------------------------------------------------------------

    def apply(self, change: Change) -> None:
        """See `Store.apply`. One request if it is small and the server knows transactions; else laid out first."""
        remove, add = list(change.remove), list(change.add)
        if any(isinstance(term, BlankNode) for quad in remove for term in (quad.subject, quad.object)):
            raise StoreError("The store was left as it was: no blank node can be removed by its name.")
        if not (change.drop or remove or add):
            return
        mark = writing.new_pending((), (), ())
        written = Change(
            drop=change.drop,
            remove=[self._dialect.written(quad, mark.id) for quad in remove],
            add=[self._dialect.written(quad, mark.id) for quad in add],
            based_on=change.based_on,
        )
        direct = list(operations(written))
        if self._dialect.is_atomic and encoded_size(";\n".join(direct)) <= self._most_bytes:
            self._write(mark, lambda: direct, based_on=change.based_on)
        else:
            writing.settled(mark)
            self._write_laid_out(written)

    def update(self, sparql: str) -> None:
        """See `Store.update`. On a server without transactions, whole only if it is a single operation."""
        rewritten = with_named_default(sparql, DEFAULT_GRAPH, self.graphs)
        try:
            self._write(writing.new_pending((), (), ()), lambda: rewritten, repeatable=False)
        except StoreBusy:
            raise
        except StoreError as error:
            raise InvalidQuery(error.message, hint=error.hint) from error

    def _write_laid_out(self, change: Change) -> None:
        mark = writing.new_pending(change.drop, change.remove, change.add)

        def lay_out() -> list[str]:
            for verb, quads in (("remove", change.remove), ("add", change.add)):
                for number, portion in enumerate(
                    portions("INSERT DATA", writing.staged(mark, verb, quads), self._most_bytes), start=1
                ):
                    self._send([portion, *writing.beat(mark, number)])
            # A beat sets the marker anew, but not by whom it is.
            if not any(pending.id == mark.id and pending.writer for pending in self._state().pending):
                raise StoreChanged("Another process took this one for dead; nothing was written.", hint="Try again.")
            if not self._dialect.is_atomic:
                self._send(writing.ready(mark))
            return writing.make(mark)

        self._write(mark, lay_out, based_on=change.based_on)

    def _write(
        self,
        mark: Pending,
        prepare: Callable[[], list[str]],
        *,
        repeatable: bool = True,
        based_on: int | None = None,
    ) -> None:
        """Claim the right to write, prepare, and send what is to be done with the end of the claim."""
        with self._write_lock:
            made = False
            try:
                generation = self._claim(mark, based_on)
                todo = prepare()
                made = not self._dialect.is_atomic
                last = [*todo, *writing.count(generation + 1), *writing.release(mark)]
                self._send(last, repeatable=repeatable)
            except StoreBusy:
                self._is_unsettled = True  # nobody knows how far it came; the next to use the store finds out
                raise
            except (InvalidQuery, StoreError) as error:
                self._is_unsettled = True
                if not made:
                    self._withdraw(mark)
                if isinstance(error, StoreChanged) or (isinstance(error, InvalidQuery) and not repeatable):
                    raise
                state = "may be changed in part" if made else "could not be changed, and was left as it was"
                raise StoreError(f"The store {state}: {error.message}", hint=error.hint) from error
            finally:
                writing.settled(mark)

    def _claim(self, mark: Pending, based_on: int | None) -> int:
        """Become the only writer; the generation that the store is at, which is to be the one given."""
        while True:
            state = self._wait_for_others()
            self._send(writing.claim(mark))
            state = self._state()
            if not any(other.id != mark.id for other in state.pending):
                require_generation(state.generation, based_on)
                return state.generation
            self._send(writing.release(mark))

    def _withdraw(self, mark: Pending) -> None:
        try:
            self._send(writing.release(mark))
            self._is_unsettled = False
        except StoreError:
            pass  # whoever uses the store next takes it away

    def _settle(self) -> None:
        """After a failure, find out how far the change came, and finish or undo it."""
        if self._is_unsettled:
            with self._write_lock:
                self._put_right()
                self._is_unsettled = False

    def _put_right(self) -> None:
        state = self._state()
        for left in filter(writing.is_gone, state.pending):
            self._recover(left, state.generation)

    def _wait_for_others(self) -> State:
        return writing.wait_for_others(self._state, self._recover)

    def _recover(self, left: Pending, generation: int) -> None:
        again = [*writing.make(left), *writing.count(generation + 1)] if left.is_ready else []
        self._send([*again, *writing.release(left)])

    def _state(self) -> State:
        query = f"SELECT ?s ?p ?o WHERE {{ GRAPH {BOOK} {{ ?s ?p ?o }} }}"
        rows = read_rows(self._open_endpoint.query({"query": query}, ROWS), self._dialect)
        return writing.read_state((row["s"], row["p"], row["o"]) for row in rows)

    def _send(self, operations: Iterable[str], *, repeatable: bool = True) -> None:
        self._open_endpoint.update(";\n".join(operations), repeatable=repeatable)

    def close(self) -> None:
        """See `Store.close`."""
        if self._endpoint is not None:
            self._endpoint.close()
        self._endpoint = None

    @property
    def _open_endpoint(self) -> Endpoint:
        if self._endpoint is None:
            raise StoreError("The store has been closed.")
        return self._endpoint
