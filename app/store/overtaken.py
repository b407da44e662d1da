"""What follows from what was read is written only while that still holds: else it is read and worked out anew."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from app.errors import ClaimgraphError, StoreChanged
from app.store.base import Store

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
# Each time that one is overtaken another has written, so somebody always gets on; who never does gives up.
_PATIENCE = 180.0
_FEWEST = 3
# Writers come minutes or milliseconds apart; a read of many steps meets one, hardly ever three in a row.
_READINGS = 4


def require_generation(generation: int, based_on: int | None) -> None:
    """Let no change through that follows from what may no longer hold.

    Raises:
        StoreChanged: the store is at another generation than the change is based on.
    """
    if based_on not in (None, generation):
        raise StoreChanged(
            "Another process has changed the store meanwhile; nothing was written.", hint="Try again later."
        )


def begins_again(
    work: Callable[Concatenate[Store, _Given], _Made],
) -> Callable[Concatenate[Store, _Given], _Made]:
    """Let work that reads a store, and then writes what follows, begin again when others wrote in between.

    The work must read the generation before anything else, and give it with its change. It may read half of what was
    and half of what is, which need not fit together: what it stumbles over then is no error of its own.
    """

    @wraps(work)
    def done(store: Store, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        tried, give_up = 0, time.monotonic() + _PATIENCE
        while True:
            generation = store.generation
            try:
                return work(store, *args, **kwargs)
            except Exception as error:
                if not (isinstance(error, StoreChanged) or _is_torn(error, store, generation)):
                    raise
                tried += 1
                if tried >= _FEWEST and time.monotonic() > give_up:
                    raise
                time.sleep(random.uniform(0, 0.2))  # noqa: S311  (two who met should not meet again)

    return done


def _is_torn(error: Exception, store: Store, generation: int) -> bool:
    return not isinstance(error, ClaimgraphError) and store.generation != generation


def reads_again(read: Callable[Concatenate[Store, _Given], _Made]) -> Callable[Concatenate[Store, _Given], _Made]:
    """Let a read of several steps begin again when its parts do not fit together, as when others wrote in between.

    It does not ask for the generation, which would be one more round trip for each read: a graph that is broken for
    good is as broken the next time.
    """

    @wraps(read)
    def done(store: Store, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        for _ in range(_READINGS - 1):
            try:
                return read(store, *args, **kwargs)
            except (ValueError, LookupError):
                time.sleep(random.uniform(0, 0.05))  # noqa: S311  (so as not to meet the same writer again)
        return read(store, *args, **kwargs)

    return done
