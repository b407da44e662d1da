"""What every request leaves behind: an id, a line in the log, a place in the counters, and the safe headers."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr
from starlette.testclient import TestClient

from app.api.app import create_app
from app.api.logs import ROOT, JsonLines, PlainLines, configure, event
from app.errors import BadInput
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected, running

TOKEN = "a secret of some length"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is written to the log meanwhile, as JSON lines."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    level = ROOT.level
    ROOT.addHandler(handler)
    ROOT.setLevel(logging.DEBUG)
    yield out
    ROOT.removeHandler(handler)
    ROOT.setLevel(level)


def lines(log: io.StringIO, least: int) -> list[dict[str, Any]]:
    """The lines, once there are so many: a request is logged when its answer has been sent."""
    while log.getvalue().count("\n") < least:
        time.sleep(0.01)
    return [json.loads(line) for line in log.getvalue().splitlines()]


def samples(http: httpx.Client, **headers: str) -> dict[str, float]:
    text = http.get("/metrics", headers=headers).text
    found = (sample for family in text_string_to_metric_families(text) for sample in family.samples)
    return {f"{each.name}{sorted(each.labels.items())}": each.value for each in found}


@pytest.mark.usefixtures("log_as_before")
def test_the_log_goes_to_what_stderr_is_when_a_line_comes(capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.redirect_stderr(io.StringIO()) as gone:
        configure(Settings())
    gone.close()
    event(ROOT, logging.INFO, "still here", number=1)
    said = capsys.readouterr().err
    assert said.endswith("info still here number=1\n")
    assert said.count("\n") == 1


def test_a_request_is_logged_with_the_id_that_its_answer_carries(reading: httpx.Client, log: io.StringIO) -> None:
    answer = reading.get("/facts/none", params={"q": "not logged"})
    [line] = lines(log, 1)
    assert line["request_id"] == answer.headers["x-request-id"] == answer.json()["request_id"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "/facts/{fact_id}", answer.status_code)
    assert "not logged" not in log.getvalue()


def test_an_id_given_by_a_proxy_is_kept_unless_it_could_forge_the_log(reading: httpx.Client) -> None:
    assert reading.get("/health", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    for forged in ("a b", "x" * 65, '{"level":"error"}'):
        assert reading.get("/health", headers={"X-Request-ID": forged}).headers["x-request-id"] != forged


def test_no_secret_reaches_the_log(log: io.StringIO) -> None:
    settings = Settings(store="memory:", token=SecretStr(TOKEN))
    basic = base64.b64encode(f"me:{TOKEN}".encode()).decode()
    with connected(settings, EmbeddedStore()) as http:
        for scheme in (f"Bearer {TOKEN}", f"Basic {basic}", f"Bearer {TOKEN}x"):
            http.post("/rebuild", params={"token": TOKEN}, headers={"Authorization": scheme})
        http.post("/articles", json={"text": TOKEN})
    assert [line["status"] for line in lines(log, 4)] == [400, 400, 401, 401]
    assert TOKEN not in log.getvalue()
    assert basic not in log.getvalue()


def test_what_nobody_expected_is_a_problem_and_a_traceback_in_the_log(log: io.StringIO) -> None:
    app: FastAPI = create_app(Settings(store="memory:"), EmbeddedStore())

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("inside")

    # No real server: its own log would show the traceback of a second error, had the first one passed through.
    answer = TestClient(app, base_url="http://127.0.0.1").get("/broken")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "inside" not in answer.text
    told = [line for line in lines(log, 2) if "traceback" in line]
    assert told[0]["request_id"] == answer.json()["request_id"]
    assert "RuntimeError: inside" in str(told[0]["traceback"])


def test_a_line_for_the_eye_cannot_move_the_cursor() -> None:
    record = logging.makeLogRecord({"msg": "request", "fields": {"path": "/\x1b[2J\nforged"}})
    assert not set("\x1b\n") & set(PlainLines().format(record))


def test_requests_are_counted_by_pattern(reading: httpx.Client) -> None:
    labels = [("method", "GET"), ("route", "/entities/{entity_id:path}"), ("status", "404")]
    counted = f"claimgraph_http_requests_total{labels}"
    before = samples(reading).get(counted, 0)
    for name in ("one", "two"):
        reading.get(f"/entities/person/{name}")
    reading.get("/made-up/by-a-stranger")
    after = samples(reading)
    assert after[counted] - before == 2
    assert not [name for name in after if "stranger" in name]
    assert after["claimgraph_articles[]"] == 3


def test_counters_come_as_openmetrics_too(reading: httpx.Client) -> None:
    answer = reading.get("/metrics", headers={"Accept": "application/openmetrics-text"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.text.endswith("# EOF\n")


@pytest.mark.parametrize("path", ["/health", "/facts", "/nowhere", "/", "/docs", "/metrics", "/ontology"])
def test_every_answer_has_the_safe_headers(reading: httpx.Client, path: str) -> None:
    headers = reading.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "cache-control" in headers


def test_a_stopping_server_is_alive_and_not_ready() -> None:
    app = create_app(Settings(store="memory:"), EmbeddedStore())
    client = TestClient(app, base_url="http://127.0.0.1")
    assert client.get("/health/ready").status_code == 200
    assert client.get("/health").json()["read_only"] is False
    app.state.context.stopping.set()
    assert client.get("/health/live").status_code == 200
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["title"]) == (503, "Store busy")


def test_a_server_whose_store_is_gone_is_not_ready() -> None:
    store = EmbeddedStore()
    client = TestClient(create_app(Settings(store="memory:"), store), base_url="http://127.0.0.1")
    store.close()
    assert client.get("/health/ready").status_code == 503


def test_an_engine_that_does_not_exist_is_refused_at_the_start() -> None:
    with pytest.raises(BadInput, match="no extraction engine 'oracle'"):
        create_app(Settings(engine="oracle"), EmbeddedStore())


def test_what_does_not_end_before_the_server_is_told_so() -> None:
    store = EmbeddedStore()
    store.update(f"INSERT DATA {{ {' '.join(f'<urn:s{n}> <urn:p> {n} .' for n in range(500))} }}")
    barren = "FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j)) = '')"
    endless = f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l {barren} }}"
    settings = Settings(store="memory:", query_seconds=600, query_workers=1)
    with ThreadPoolExecutor() as pool:
        with running(settings, store, patience=1) as url:
            asked = pool.submit(httpx.get, f"{url}/sparql", params={"query": endless}, trust_env=False, timeout=600)
            while "requests_in_progress 2.0" not in httpx.get(f"{url}/metrics", trust_env=False).text:
                time.sleep(0.05)
        answer = asked.result()
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert answer.headers["retry-after"]
    assert "stopping" in answer.json()["detail"]
