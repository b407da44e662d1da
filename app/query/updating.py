"""Makes of an update that a stranger sent the one that is made, or says why it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import InvalidQuery
from app.query.sparql import as_iris
from app.query.sparql_gate import unescaped
from app.query.update_gate import check_syntax, check_update, refuse_protected, with_using, without_silent_loads


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


@dataclass(frozen=True)
class Prepared:
    """An update that may be made."""

    text: str
    is_bounded: bool
    """Whether it does no more than its own length allows."""


def prepare(request: UpdateRequest) -> Prepared:
    """Check an update, and give it the prologue and the dataset that the request says.

    Raises:
        InvalidQuery: it is not valid, or calls a host on no list.
        Forbidden: it could write to what is protected.
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
    return Prepared(prologue + text, all(operation.is_bounded for operation in operations))
