"""Reading a folder where it lies, and beside whoever writes to it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.errors import Forbidden, StoreBusy
from app.store.base import Change
from app.store.embedded import SCRATCH, EmbeddedStore
from app.store.read_only import read_beside_writer, read_in_place

A, P, G, H = (NamedNode(f"https://example.org/{name}") for name in "apgh")
QUAD = Quad(A, P, A, G)
MANY = 300
# Each change puts all of one graph in the place of what it was, and adds as much to another: two tables for each index.
WRITING = f"""
import sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from app.store.base import Change
from app.store.embedded import EmbeddedStore
store, number = EmbeddedStore(Path(sys.argv[1])), 0
p, g, h = (NamedNode(f"https://example.org/{{name}}") for name in "pgh")
while True:
    number += 1
    nodes = [NamedNode(f"https://example.org/node/{{n}}") for n in range({MANY})]
    now = [Quad(node, p, Literal(str(number)), g) for node in nodes]
    store.apply(Change(drop=[g], add=[*now, *(Quad(node, p, Literal(str(number)), h) for node in nodes)]))
    if number % 20 == 0:
        store._open_store.optimize()
    print(number, flush=True)
"""
OPENING = (
    "import sys; from pathlib import Path; from app.store.{module} import {name}; kept = {name}(Path(sys.argv[1]))"
)


def opens(folder: Path, module: str, name: str) -> bool:
    """Whether another process can open the folder so."""
    code = OPENING.format(module=module, name=name)
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "StoreBusy" in done.stderr, done.stderr
    return done.returncode == 0


def can_write(folder: Path) -> bool:
    return opens(folder, "embedded", "EmbeddedStore")


def can_read(folder: Path) -> bool:
    return opens(folder, "read_only", "read_in_place")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one quad in it, which nobody has open."""
    with closing(EmbeddedStore(tmp_path / "store")) as store:
        store.apply(Change(add=[QUAD]))
    return tmp_path / "store"


@contextmanager
def writer(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that writes to the folder, and says how often it has; killed at the end."""
    command = [sys.executable, "-c", WRITING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def last_written(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def state(folder: Path) -> list[tuple[str, int, int]]:
    """All that a change to the folder would change."""
    stats = [(path.name, path.stat()) for path in sorted([folder, *folder.rglob("*")])]
    return [(name, found.st_size, found.st_mtime_ns) for name, found in stats]


def test_any_number_read_and_nothing_is_touched(folder: Path) -> None:
    before = state(folder)
    with closing(read_in_place(folder)) as one, closing(read_in_place(folder)) as other:
        assert one.quads() == other.quads() == [QUAD]
        assert can_read(folder)
    assert state(folder) == before


def test_nobody_writes_while_somebody_reads(folder: Path) -> None:
    with closing(read_in_place(folder)):
        read_in_place(folder).close()
        assert not can_write(folder)
        with pytest.raises(StoreBusy):
            EmbeddedStore(folder)
    assert can_write(folder)
    EmbeddedStore(folder).close()


def test_nobody_reads_in_place_while_somebody_writes(folder: Path) -> None:
    with closing(EmbeddedStore(folder)):
        assert not can_read(folder)
        with pytest.raises(StoreBusy):
            read_in_place(folder)
        assert not can_write(folder), "looking for readers must not give up the lock"
    assert can_read(folder)


def test_a_reader_writes_nothing(folder: Path) -> None:
    with closing(read_in_place(folder)) as store:
        with pytest.raises(Forbidden):
            store.apply(Change(add=[Quad(A, P, P, G)]))
        with pytest.raises(Forbidden):
            store.update("INSERT DATA { <urn:a> <urn:b> 1 }")
        copy = store.scratch()
        copy.apply(Change(add=[Quad(A, P, P, G)]))
        assert len(copy.quads()) == 2
        copy.close()
        assert store.quads() == [QUAD]


def test_what_is_read_beside_a_writer_is_one_state_and_not_older_than_what_it_has_said(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with writer(folder) as process:
        for _ in range(25):
            said = last_written(process)
            with closing(read_beside_writer(folder)) as store:
                numbers = {int(quad.object.value) for quad in store.quads(graph=G) if isinstance(quad.object, Literal)}
                assert len(numbers) == 1
                [number] = numbers
                assert number >= said
                assert len(store.quads(graph=G)) == len(store.quads(object_=Literal(str(number)), graph=G)) == MANY
                assert len(store.quads(graph=H)) == len(store.quads(predicate=P)) - MANY == MANY * number
    assert not list(folder.glob(f"{SCRATCH}*"))


def test_a_copy_beside_a_writer_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with writer(folder) as process:
        last_written(process)
        with closing(read_beside_writer(folder)) as store:
            before = store.quads()
            while last_written(process) < 45:  # tables were merged twice
                pass
            assert store.quads() == before
            process.kill()
            process.wait()
            EmbeddedStore(folder).close()
            assert store.quads() == before, "whoever opens the store clears away only what nobody reads"
            assert store.scratch().quads() == before


def test_what_a_killed_reader_has_left_is_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with closing(EmbeddedStore(folder)):
        code = OPENING.format(module="read_only", name="read_beside_writer")
        code += "; import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
        killed = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
        assert killed.returncode == -signal.SIGKILL
        assert list(folder.glob(f"{SCRATCH}*"))
    EmbeddedStore(folder).close()
    assert not list(folder.glob(f"{SCRATCH}*"))


def test_where_nothing_can_be_put_beside_the_store_the_copy_lies_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr("app.store.read_only._place_beside", lambda _: folder.parent / "elsewhere")
    (folder.parent / "elsewhere").mkdir()
    with closing(EmbeddedStore(folder)), closing(read_beside_writer(folder)) as store:
        assert store.quads() == [QUAD]
    assert not (folder.parent / "elsewhere").exists()
