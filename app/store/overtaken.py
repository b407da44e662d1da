"""What follows from what was read is written only while that still holds: else it is read and worked out anew."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from app.errors import StoreChanged

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
# Each time that one is overtaken another has written, so somebody always gets on; who never does gives up.
_PATIENCE = 180.0
_FEWEST = 3


def require_generation(generation: int, based_on: int | None) -> None:
    """Let no change through that follows from what may no longer hold.

    Raises:
        StoreChanged: the store is at another generation than the change is based on.
    """
    if based_on not in (None, generation):
        raise StoreChanged(
            "Another process has changed the store meanwhile; nothing was written.", hint="Try again later."
        )


def begins_again(work: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Let work that reads a store, and then writes what follows, begin again when others wrote in between.

    The work must read the generation before anything else, and give it with its change.
    """

    @wraps(work)
    def done(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        tried, give_up = 0, time.monotonic() + _PATIENCE
        while True:
            try:
                return work(*args, **kwargs)
            except StoreChanged:
                tried += 1
                if tried >= _FEWEST and time.monotonic() > give_up:
                    raise
                time.sleep(random.uniform(0, 0.2))  # noqa: S311  (two who met should not meet again)

    return done
