from __future__ import annotations

import shlex
import socket

import pytest

from app.cli.server import _announce, listening
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.resolution.making import Report
from tests.test_rulings import filled


def test_the_body_of_an_answer_does_not_wait_behind_its_headers() -> None:
    with listening(Settings(port=0)) as listener:
        with socket.create_connection(listener.getsockname()):
            accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_what_is_to_be_tried_fits_the_store(capfd: pytest.CaptureFixture[str]) -> None:
    _announce("http://x", Settings(), filled(Report("a").says("Umbra", "acquired", "Velt's $(id)")), plain=False)
    tried = shlex.split(capfd.readouterr().out.partition("Try:")[2])
    assert tried == ["curl", "--get", "http://x/ask", "--data-urlencode", "q=Who acquired Velt's $(id)?"]


def test_nothing_is_to_be_tried_of_an_empty_store(capfd: pytest.CaptureFixture[str]) -> None:
    _announce("http://x", Settings(), EmbeddedStore(), plain=False)
    assert capfd.readouterr().out == "Claimgraph is at http://x\n"
