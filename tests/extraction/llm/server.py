"""A model's server on loopback that speaks the real protocol, as well or as badly as a test asks."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]
Answer = tuple[int, str]
"""An HTTP status, and the body that goes with it."""


class Model:
    """What the server was asked, and how it answers: one behaviour a call, the last one for all that follow."""

    def __init__(self, *behaviours: Callable[[Request], Answer]) -> None:
        self.requests: list[Request] = []
        self.headers: list[dict[str, str]] = []
        self._behaviours = list(behaviours)

    def answer(self, request: Request) -> Answer:
        self.requests.append(request)
        behave = self._behaviours.pop(0) if len(self._behaviours) > 1 else self._behaviours[0]
        return behave(request)


def saying(text: str, *, finish: str = "stop") -> Callable[[Request], Answer]:
    """A completion with this text."""
    return lambda request: (200, completion(request, text, finish))


def completion(request: Request, text: str, finish: str = "stop") -> str:
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_700_000_000,
            "model": request["model"],
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": text, "refusal": None},
                    "logprobs": None,
                    "finish_reason": finish,
                }
            ],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
        }
    )


def failing(status: int, words: str = "no") -> Callable[[Request], Answer]:
    return lambda request: (status, json.dumps({"error": {"message": words, "type": "error", "code": None}}))


def raw(body: str) -> Callable[[Request], Answer]:
    return lambda request: (200, body)


def slow(seconds: float, then: Callable[[Request], Answer]) -> Callable[[Request], Answer]:
    def behave(request: Request) -> Answer:
        time.sleep(seconds)
        return then(request)

    return behave


def only_plain(then: Callable[[Request], Answer], *refused: str) -> Callable[[Request], Answer]:
    """A server that does not know some parameters, and says so with 400 as such servers do."""

    def behave(request: Request) -> Answer:
        form = request.get("response_format", {}).get("type")
        if form in refused or any(name in request for name in refused):
            return failing(400, "unknown parameter")(request)
        return then(request)

    return behave


@contextmanager
def serving(model: Model) -> Iterator[str]:
    """The base URL of the model's server."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            model.headers.append({name.lower(): value for name, value in self.headers.items()})
            if self.path != "/v1/chat/completions":
                status, answer = 404, "{}"
            else:
                status, answer = model.answer(json.loads(body))
            data = answer.encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                if status == 429:
                    self.send_header("Retry-After", "0")
                self.end_headers()
                self.wfile.write(data)
            except (BrokenPipeError, ConnectionResetError):  # whoever asked has given up
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
