"""One writer at a time, and no change half made, on an endpoint that knows no transactions over several requests.

A writer sets a marker, looks whether it is the only one, and takes it away with the last request. Whoever finds the
marker of a writer that is gone puts things right: a change that was still being laid out is undone, one that was being
made is made again from what was laid out. Doing either twice does no harm.
"""

from __future__ import annotations

import os
import random
import socket
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from app.errors import StoreBusy
from app.model import digest
from app.store.dialect import OWN

BOOK = NamedNode(f"{OWN}store")
"""The graph with the bookkeeping, and the node that stands for the store in it."""

_GENERATION, _WRITER, _BEAT, _READY = (NamedNode(OWN + name) for name in ("generation", "writer", "beat", "ready"))
_DROPS, _REMOVES, _ADDS = (NamedNode(OWN + name) for name in ("drops", "removes", "adds"))
_MARKER = f"{OWN}pending:"
# A writer sends a beat with each request; one from another machine that misses it for so long is taken for dead.
_LEASE = 60.0
_PATIENCE = 180.0


@dataclass(frozen=True)
class Pending:
    """A change on its way: who makes it, and which graphs it drops, takes from and adds to."""

    id: str
    writer: str
    beat: int = 0
    is_ready: bool = False
    drop: tuple[NamedNode, ...] = ()
    remove: tuple[NamedNode, ...] = ()
    add: tuple[NamedNode, ...] = ()

    @property
    def node(self) -> NamedNode:
        """The marker."""
        return NamedNode(_MARKER + self.id)

    def stage(self, verb: NamedNode, graph: NamedNode) -> NamedNode:
        """Where the quads lie that are to be taken from a graph or added to it."""
        return NamedNode(f"{OWN}{self.id}:{verb.value.removeprefix(OWN)}:{digest(graph.value)}")


@dataclass(frozen=True)
class State:
    """What the bookkeeping says."""

    generation: int
    pending: tuple[Pending, ...]


def read_state(triples: Iterable[tuple[object, object, object]]) -> State:
    """The state in the triples of the bookkeeping graph."""
    told: dict[str, dict[object, list[object]]] = defaultdict(lambda: defaultdict(list))
    generation = 0
    for subject, predicate, object_ in triples:
        if predicate == _GENERATION and isinstance(object_, Literal):
            generation = max(generation, int(object_.value))
        elif isinstance(subject, NamedNode) and subject.value.startswith(_MARKER):
            told[subject.value.removeprefix(_MARKER)][predicate].append(object_)
    return State(generation, tuple(_pending(id_, said) for id_, said in sorted(told.items())))


def _pending(id_: str, said: dict[object, list[object]]) -> Pending:
    def graphs(predicate: NamedNode) -> tuple[NamedNode, ...]:
        return tuple(sorted((g for g in said[predicate] if isinstance(g, NamedNode)), key=lambda graph: graph.value))

    def texts(predicate: NamedNode) -> list[str]:
        return [term.value for term in said[predicate] if isinstance(term, Literal)]

    return Pending(
        id=id_,
        writer=next(iter(texts(_WRITER)), ""),
        beat=max(map(int, texts(_BEAT)), default=0),
        is_ready=bool(said[_READY]),
        drop=graphs(_DROPS),
        remove=graphs(_REMOVES),
        add=graphs(_ADDS),
    )


# --- what a writer sends ---------------------------------------------------------------------------------------------


def claim(pending: Pending) -> list[str]:
    """Set the marker, with all that is needed to undo or to repeat the change."""
    lists = ((_DROPS, pending.drop), (_REMOVES, pending.remove), (_ADDS, pending.add))
    said = [(_WRITER, Literal(pending.writer)), (_BEAT, Literal(pending.beat))]
    listed = [(predicate, graph) for predicate, graphs in lists for graph in graphs]
    return [_insert(*((pending.node, predicate, term) for predicate, term in (*said, *listed)))]


def beat(pending: Pending, count: int) -> list[str]:
    """Show that the writer is alive."""
    return [_delete(pending.node, _BEAT), _insert((pending.node, _BEAT, Literal(count)))]


def staged(pending: Pending, verb: str, quads: Iterable[Quad]) -> list[Quad]:
    """The quads of a change (`remove` or `add`) where they are laid out."""
    predicate = {"remove": _REMOVES, "add": _ADDS}[verb]
    return [
        Quad(quad.subject, quad.predicate, quad.object, pending.stage(predicate, quad.graph_name))
        for quad in quads
        if isinstance(quad.graph_name, NamedNode)
    ]


def ready(pending: Pending) -> list[str]:
    """Everything is laid out: from here on the change is made again, and no longer undone."""
    return [_insert((pending.node, _READY, Literal(True)))]


def make(pending: Pending) -> list[str]:
    """Make the change from what is laid out."""
    drops = [f"DROP SILENT GRAPH {graph}" for graph in pending.drop]
    moves = [("DELETE", _REMOVES, graph) for graph in pending.remove]
    moves += [("INSERT", _ADDS, graph) for graph in pending.add]
    return drops + [
        f"{verb} {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {pending.stage(predicate, graph)} {{ ?s ?p ?o }} }}"
        for verb, predicate, graph in moves
    ]


def count(generation: int) -> list[str]:
    """Set the generation."""
    return [_delete(BOOK, _GENERATION), _insert((BOOK, _GENERATION, Literal(generation)))]


def release(pending: Pending) -> list[str]:
    """Clear up, the marker last; after its first step the change is no longer made again."""
    stages = [pending.stage(_REMOVES, graph) for graph in pending.remove]
    stages += [pending.stage(_ADDS, graph) for graph in pending.add]
    forget = [_delete(pending.node, _READY)] if stages else []
    drops = [f"DROP SILENT GRAPH {stage}" for stage in stages]
    return [*forget, *drops, f"DELETE WHERE {{ GRAPH {BOOK} {{ {pending.node} ?p ?o }} }}"]


def _insert(*triples: tuple[NamedNode, NamedNode, object]) -> str:
    body = " . ".join(f"{subject} {predicate} {object_}" for subject, predicate, object_ in triples)
    return f"INSERT DATA {{ GRAPH {BOOK} {{ {body} }} }}"


def _delete(node: NamedNode, predicate: NamedNode) -> str:
    return f"DELETE WHERE {{ GRAPH {BOOK} {{ {node} {predicate} ?o }} }}"


# --- who else writes -------------------------------------------------------------------------------------------------

_ours: set[str] = set()
_HERE = f"{socket.gethostname()}-{uuid.getnode():x}"


def new_pending(drop: Sequence[NamedNode], remove: Iterable[Quad], add: Iterable[Quad]) -> Pending:
    """The marker of a change that this process is about to make; `settled` ends its being alive."""

    def graphs(quads: Iterable[Quad]) -> tuple[NamedNode, ...]:
        return tuple(dict.fromkeys(q.graph_name for q in quads if isinstance(q.graph_name, NamedNode)))

    pending = Pending(
        uuid.uuid4().hex, f"{_HERE} {os.getpid()}", drop=tuple(drop), remove=graphs(remove), add=graphs(add)
    )
    _ours.add(pending.id)
    return pending


def settled(pending: Pending) -> None:
    """This process no longer works on the change, whether it came to an end or not."""
    _ours.discard(pending.id)


def is_gone(pending: Pending) -> bool:
    """Whether the writer is known to have ended; of one on another machine that shows with time alone."""
    where, _, pid = pending.writer.rpartition(" ")
    if where != _HERE or not pid.isdecimal():
        return False
    if int(pid) == os.getpid():
        return pending.id not in _ours
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def wait_for_others(read: Callable[[], State], recover: Callable[[Pending, int], None]) -> State:
    """Wait until nobody writes, and put right what those left behind who are gone.

    Raises:
        StoreBusy: somebody writes for too long.
    """
    since: dict[tuple[str, int], float] = {}
    give_up = time.monotonic() + _PATIENCE
    while True:
        state = read()
        now = time.monotonic()
        if not state.pending:
            return state
        for pending in state.pending:
            seen = since.setdefault((pending.id, pending.beat), now)
            if is_gone(pending) or now - seen > _LEASE:
                recover(pending, state.generation)
        if now > give_up:
            writer = state.pending[0].writer
            raise StoreBusy(f"Another process ({writer}) is writing to the store.", hint="Try again later.")
        if not all(map(is_gone, state.pending)):
            time.sleep(random.uniform(0.1, 0.4))  # noqa: S311  (two who met should not meet again)
