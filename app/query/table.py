"""Query results as a plain table for terminals: aligned columns, well-known prefixes, nothing that a terminal obeys."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions
from rich.cells import cell_len

from app.store.base import QueryResult
from app.vocab import PREFIXES


def as_table(result: QueryResult) -> bytes:
    """The rows of a SELECT below their variables, or `true` or `false`.

    Escape sequences and other control characters come from articles that anyone may have written, so they are replaced.
    """
    if isinstance(result, QueryBoolean):
        return b"true\n" if result else b"false\n"
    assert isinstance(result, QuerySolutions)  # noqa: S101
    names = [variable.value for variable in result.variables]
    rows = [[_cell(row[name]) for name in names] for row in result]
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    return f"{aligned(names, rows)}({count})\n".encode()


def aligned(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows of printable cells below their names, each column as wide as its widest cell."""
    widths = [max(map(cell_len, column)) for column in zip(names, *rows, strict=True)]
    ruler = ["-" * width for width in widths]
    return "".join(_line(cells, widths) for cells in ([*names], ruler, *rows))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _cell(term: object) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return printable(_shortened(term.value))
    return printable(term.value if isinstance(term, Literal) else str(term))


def _shortened(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return f"<{iri}>"


def printable(text: str) -> str:
    """Line breaks and tabs as spaces, other control and direction characters as �."""
    spaced = " ".join(text.split())
    return "".join("�" if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in spaced)
