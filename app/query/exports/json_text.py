"""JSON as exports write it: UTF-8, one item a line so that two exports can be compared, in the order of the graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Protocol

from app.query.exports.columns import as_json


def compact(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))


class Sink(Protocol):
    """Whatever takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take some."""
        ...

    def writelines(self, lines: Iterable[bytes], /) -> object:
        """Take one after the other."""
        ...


def write_list(out: Sink, items: Iterable[object]) -> None:
    """Write a list, one item a line, as the items come."""
    out.write(b"[")
    out.writelines(f"{',' if index else ''}\n{compact(item)}".encode() for index, item in enumerate(items))
    out.write(b"\n]")


def plain(data: Mapping[str, object]) -> dict[str, object]:
    """Attributes as JSON has them, in order of name, without those that are not known."""
    return {name: as_json(value) for name, value in sorted(data.items()) if value is not None}
