"""Opening a store by its location, and finding the server that holds it."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from app.errors import BadInput, StoreBusy, StoreError
from app.store.base import Change
from app.store.opening import open_store, server_of, serving
from tests.store.endpoints import Running

NODE = NamedNode("https://example.org/a")
QUAD = Quad(NODE, NODE, NODE, NODE)


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    location = str(tmp_path / "store")
    store = open_store(location)
    store.apply(Change(add=[QUAD]))
    store.close()
    assert open_store(location).quads() == [QUAD]


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    with pytest.raises(StoreBusy, match="Another process holds"):
        open_store(str(tmp_path / "store"))
    store.close()
    open_store(str(tmp_path / "store")).close()


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / "file"))


def test_a_location_of_no_known_kind_is_refused_with_what_to_give_instead() -> None:
    with pytest.raises(BadInput, match="Give a folder"):
        open_store("ftp://127.0.0.1:1/sparql")


def test_what_was_written_to_an_endpoint_is_there_after_opening_again(oxigraph_server: Running) -> None:
    store = open_store(oxigraph_server.url)
    store.apply(Change(add=[QUAD]))
    store.close()
    again = open_store(oxigraph_server.url)
    assert QUAD in again.quads()
    again.close()


def test_a_server_is_known_while_it_serves(tmp_path: Path) -> None:
    location = str(tmp_path)
    assert server_of(location) is None
    with serving(location, "http://127.0.0.1:8000"):
        assert server_of(location) == "http://127.0.0.1:8000"
    assert server_of(location) is None


@pytest.mark.parametrize("notice", ["", "[]", "{}", '{"url": 1}'])
def test_a_broken_notice_is_none(tmp_path: Path, notice: str) -> None:
    (tmp_path / "server.json").write_text(notice)
    assert server_of(str(tmp_path)) is None
