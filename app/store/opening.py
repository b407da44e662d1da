"""Opens a store by its location, and lets a server say that it holds one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import BadInput
from app.store.access import Access, is_remote
from app.store.base import Store
from app.store.embedded import EmbeddedStore
from app.store.read_only import read_beside_writer, read_in_place

_NOTICE = "server.json"


def open_store(location: str, access: Access | None = None) -> Store:
    """The store at a location: a folder, `memory:` for one that ends with the process, or a SPARQL endpoint's address.

    Raises:
        StoreBusy: another process holds it, or it cannot be reached.
        BadInput: no backend serves the location.
    """
    if location == "memory:":
        return EmbeddedStore()
    if is_remote(location):
        from app.store.remote import RemoteStore  # only here is a client for HTTP needed

        return RemoteStore(location, access or Access())
    if "://" in location:
        raise BadInput(f"No kind of store is at {location}.", hint="Give a folder, or an http or https address.")
    return EmbeddedStore(Path(location))


def open_to_read(location: str, access: Access | None = None) -> Store:
    """The same to be read alone. In a folder nothing is touched; any number may read it, and meanwhile nobody write.

    Raises:
        StoreBusy: a process writes to it, or it cannot be reached.
        StoreError: it cannot be used.
        BadInput: no backend serves the location.
    """
    if is_folder(location):
        return read_in_place(Path(location))
    return open_store(location, access)


def open_beside_writer(location: str) -> Store:
    """What a folder holds at this moment, as a copy to be read alone, whoever writes to it. Raises `StoreError`."""
    return read_beside_writer(Path(location))


def is_folder(location: str) -> bool:
    """Whether a store at the location is a folder on this machine's disks."""
    return location != "memory:" and "://" not in location


@contextmanager
def serving(location: str, url: str) -> Iterator[None]:
    """While in it, the store's folder says at which address a server holds it, so that commands can go through it."""
    folder = Path(location)
    if not folder.is_dir():  # in memory: no other process could ask for it
        yield
        return
    notice = folder / _NOTICE
    notice.write_text(json.dumps({"url": url, "pid": os.getpid()}), encoding="utf-8")
    try:
        yield
    finally:
        notice.unlink(missing_ok=True)


def server_of(location: str) -> str | None:
    """The address of the server that says it holds the store, or None. A killed server leaves a stale one."""
    try:
        notice = json.loads((Path(location) / _NOTICE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    url = notice.get("url") if isinstance(notice, dict) else None
    return url if isinstance(url, str) else None
