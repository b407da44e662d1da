"""What an extraction engine is, and the registry that finds one by name.

To add an engine: write a module with a class of this shape, and add its name, what makes it, and its version below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Protocol

from app.errors import BadInput, not_installed
from app.extraction.llm.options import DEFAULTS, LlmOptions
from app.model import Document, Extraction


class Engine(Protocol):
    """Reads one article at a time. A pure function of the document: no store, no clock, no network of its own."""

    name: str
    version: str

    def extract(self, document: Document) -> Extraction:
        """The article's entities and the claims that passed the grounding gate, in the order of their evidence."""
        ...


def _spacy_engine(_: LlmOptions) -> Engine:
    # Imported only when asked for: spaCy takes seconds to import, and look-ups must not wait for it.
    from app.extraction.spacy_engine import SpacyEngine

    return SpacyEngine()


def _llm_engine(options: LlmOptions) -> Engine:
    from app.extraction.llm.llm_engine import LlmEngine

    return LlmEngine(options, beside=_spacy_engine(options))


def _check_llm(options: LlmOptions) -> None:
    if find_spec("openai") is None:
        raise not_installed("The engine llm", "llm")
    options.check()


def _learned_engine(_: LlmOptions) -> Engine:
    from app.extraction.learned.engine import LearnedEngine

    return LearnedEngine()


_ENGINES: Mapping[str, Callable[[LlmOptions], Engine]] = {
    "rules": _spacy_engine,
    "learned": _learned_engine,
    "llm": _llm_engine,
}
DEFAULT_ENGINE = "rules"

VERSIONS: Mapping[str, str] = {"rules": "2", "learned": "2", "llm": "2"}
"""By engine the version that it is of; here, so that it can be asked for without loading any."""


_CHECKS: Mapping[str, Callable[[LlmOptions], None]] = {"llm": _check_llm}
"""What an engine needs besides being there."""


def check_engine(name: str, llm: LlmOptions = DEFAULTS) -> None:
    """Load nothing, but raise `BadInput` if there is no engine of that name, or if it lacks what it needs."""
    if name not in _ENGINES:
        raise BadInput(f"There is no extraction engine {name!r}.", hint=f"Engines: {', '.join(sorted(_ENGINES))}.")
    if name in _CHECKS:
        _CHECKS[name](llm)


def load_engine(name: str = DEFAULT_ENGINE, llm: LlmOptions = DEFAULTS) -> Engine:
    """The engine of that name; `BadInput` if there is none, or if it lacks what it needs. `llm` is for that engine."""
    check_engine(name, llm)
    return _ENGINES[name](llm)
