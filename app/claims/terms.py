"""The terms that articles and claims are written in besides our own, and what a statement in them is."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from app.vocab import DCTERMS

Term = NamedNode | Literal
TITLE, PUBLISHER, URL, LANGUAGE, REPLACES = (
    NamedNode(DCTERMS + name) for name in ("title", "publisher", "source", "language", "replaces")
)
Triple = tuple[NamedNode, NamedNode, Term]
