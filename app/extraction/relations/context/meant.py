"""Which firm is meant where a sentence leaves it unsaid: the likeliest of those named, unless none is likely enough.

`scripts/train firms` fits the model to the labels of the news articles that may be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from app.extraction.mentions.logit import Logit
from app.extraction.relations.context.queries import DESCRIBED, Options, Place, Query
from app.extraction.relations.context.spoken_firms import lay_out

WEIGHTS = Path(__file__).with_name("firms.npz")
SURE = 0.65
"""Below this chance no firm is taken to be meant: of those from .5 to .65 more than four in ten are another.

Measured in `scripts/training/README.md`.
"""
SURE_OF_ONE = 0.5
"""The same where there is but one firm that can be meant, which the model can take for no other."""

Judge = Callable[[Options], str | None]
"""Says which firm is meant, by its options."""


def meant(query: Query) -> tuple[str, Place] | None:
    """The firm that is meant, and where it was last told of."""
    options = lay_out(query)
    firm = _judge.get()(options) if options.firms else None
    return (firm, options.places[options.firms.index(firm)]) if firm is not None else None


@contextmanager
def judged_by(judge: Judge) -> Iterator[None]:
    """Has another than the product's own model say which firm is meant: for training."""
    token = _judge.set(judge)
    try:
        yield
    finally:
        _judge.reset(token)


def enough(options: Options) -> float:
    """How likely a firm must be."""
    alone = len(options.firms) == 1 and (options.query.slot != "company" or options.query.manner == DESCRIBED)
    return max(SURE_OF_ONE if alone else SURE, options.query.sure)


def choice(model: Logit, options: Options) -> str | None:
    """The likeliest firm, if it is likely enough."""
    chances = model.chances(options.rows)[:-1]
    best = max(range(len(chances)), key=chances.__getitem__)
    return options.firms[best] if chances[best] >= enough(options) else None


def _by_model(options: Options) -> str | None:
    return choice(_shipped(), options)


@cache
def _shipped() -> Logit:
    return Logit.read(WEIGHTS)


_judge: ContextVar[Judge] = ContextVar("judge", default=_by_model)
