"""Makes of an update that a stranger sent the one that is made, or says why it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import BadInput, InvalidQuery, UpdateFailed
from app.query.intake import fetch
from app.query.sparql import as_iris
from app.query.sparql_gate import unescaped
from app.query.update_gate import (
    Operation,
    check_syntax,
    check_update,
    refuse_protected,
    with_using,
    without_silent_loads,
)


@dataclass(frozen=True)
class UpdateRequest:
    """An update, and all that reading it needs. Nothing of a store is needed."""

    update: str
    base: str
    """What relative IRIs are resolved against."""
    prefixes: Mapping[str, str]
    """Those that need not be declared."""
    hosts: tuple[str, ...] = ()
    """The hosts that SERVICE and LOAD may call."""
    protected: str | None = None
    """What the IRIs of graphs begin with that it may not write to."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    """The dataset of its patterns, as the protocol names it."""
    max_bytes: int = 64_000_000
    """How much LOAD may bring, as N-Triples."""


@dataclass(frozen=True)
class Prepared:
    """An update that may be made."""

    text: str
    is_bounded: bool
    """Whether it does no more than its own length allows."""


def prepare(request: UpdateRequest) -> Prepared:
    """Check an update, give it the prologue and the dataset that the request says, and fetch what it loads.

    Raises:
        InvalidQuery: it is not valid, or calls a host on no list.
        Forbidden: it could write to what is protected.
        UpdateFailed: what it loads is not there.
    """
    text, hosts, prefixes = request.update, request.hosts, request.prefixes
    # On one line, so that places in the update are those that its author sees.
    known = [f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items()]
    prologue = " ".join([f"BASE <{request.base}>", *known]) + "\n"
    check_syntax(prologue, text)  # before it is asked what an update would do, it has to be one
    text = without_silent_loads(text, check_update(text, hosts, prefixes), hosts)
    operations = check_update(text, hosts, prefixes)
    for reading in {text, unescaped(text)}:  # a store may decode escapes before it reads anything
        read = operations if reading == text else check_update(reading, hosts, prefixes)
        if without_silent_loads(reading, read, hosts) != reading:
            raise InvalidQuery(
                "With its \\u escapes read, the update loads from elsewhere.", hint="Write characters plainly."
            )
        if request.protected is not None:
            refuse_protected(reading, read, request.protected)
    default, named = as_iris(request.default_graphs), as_iris(request.named_graphs)
    if default or named:
        text = with_using(text, operations, default, named)
        operations = check_update(text, hosts, prefixes)
    is_bounded = all(operation.is_bounded or operation.is_load for operation in operations)
    return Prepared(prologue + _with_loaded(text, operations, request.max_bytes), is_bounded)


def _with_loaded(text: str, operations: Sequence[Operation], most_bytes: int) -> str:
    """The update with what each LOAD brings in its place, fetched here, once, where it can be ended."""
    for operation in reversed(operations):
        if operation.is_load:
            first, last = operation.tokens[0], operation.tokens[-1]
            triples = _fetched(operation, most_bytes)
            if operation.targets:
                triples = f"GRAPH {operation.targets[0].text} {{\n{triples}}}"
            text = f"{text[: first.start]}INSERT DATA {{\n{triples}}}{text[last.start + len(last.text) :]}"
    return text


def _fetched(operation: Operation, most_bytes: int) -> str:
    source = next(token.text for token in operation.tokens if token.kind == "iri")
    try:
        return fetch(source[1:-1], most_bytes).decode()
    except BadInput as error:
        if operation.is_silent:
            return ""
        raise UpdateFailed(f"{source} cannot be loaded, and nothing was changed: {error.message}") from error
