"""Text for XML files: what an article can hold comes back out of a parser, or is replaced where XML cannot hold it."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# XML 1.0 has no way to write these, not even as character references.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with � for every character that XML cannot hold."""
    return _ILLEGAL.sub("�", text)


def text(value: str) -> str:
    """The content of an element. A parser would take a bare carriage return for a line feed."""
    return escape(legal(value), {"\r": "&#13;"})


def attributes(**values: str | None) -> str:
    """Attributes, each after a space; those without a value are left out.

    >>> attributes(id="a", for_="node", attr__name="<", end=None)
    ' id="a" for="node" attr.name="&lt;"'
    """
    written = (
        f" {name.rstrip('_').replace('__', '.')}={quoteattr(legal(value))}"
        for name, value in values.items()
        if value is not None
    )
    return "".join(written)
