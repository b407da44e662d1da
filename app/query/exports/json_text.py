"""JSON as exports write it: UTF-8, one item a line so that two exports can be compared, in the order of the graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from app.query.exports.columns import as_json


def compact(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))


def lines(items: Iterable[object]) -> str:
    """A list, one item a line."""
    return "[\n" + ",\n".join(compact(item) for item in items) + "\n]"


def plain(data: Mapping[str, object]) -> dict[str, object]:
    """Attributes as JSON has them, in order of name, without those that are not known."""
    return {name: as_json(value) for name, value in sorted(data.items()) if value is not None}
