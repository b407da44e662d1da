from __future__ import annotations

import socket

from app.cli.server import listening
from app.settings import Settings


def test_the_body_of_an_answer_does_not_wait_behind_its_headers() -> None:
    with listening(Settings(port=0)) as listener:
        with socket.create_connection(listener.getsockname()):
            accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
