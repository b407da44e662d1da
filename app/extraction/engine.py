"""What an extraction engine is, and the registry that finds one by name.

To add an engine: write a module with a class of this shape, and add its name and what makes it to `_ENGINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from app.errors import BadInput
from app.model import Document, Extraction


class Engine(Protocol):
    """Reads one article at a time. A pure function of the document: no store, no clock, no network of its own."""

    name: str
    version: str

    def extract(self, document: Document) -> Extraction:
        """The article's entities and the claims that passed the grounding gate, in the order of their evidence."""
        ...


def _spacy_engine() -> Engine:
    # Imported only when asked for: spaCy takes seconds to import, and look-ups must not wait for it.
    from app.extraction.spacy_engine import SpacyEngine

    return SpacyEngine()


_ENGINES: Mapping[str, Callable[[], Engine]] = {"rules": _spacy_engine}
DEFAULT_ENGINE = "rules"


def check_engine(name: str) -> None:
    """Load nothing, but raise `BadInput` if there is no engine of that name."""
    if name not in _ENGINES:
        raise BadInput(f"There is no extraction engine {name!r}.", hint=f"Engines: {', '.join(sorted(_ENGINES))}.")


def load_engine(name: str = DEFAULT_ENGINE) -> Engine:
    """The engine of that name; `BadInput` if there is none."""
    check_engine(name)
    return _ENGINES[name]()
