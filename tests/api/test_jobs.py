"""Jobs: articles sent together, read one after the other, watched, and stopped."""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import httpx
import pytest

from app.api.articles import NewArticle
from app.api.job_queue import MOST_KEPT, MOST_WAITING, JobQueue, JobState
from app.api.parcels import Parcel
from app.errors import StoreBusy, UnreadableDocument
from app.pipeline import Outcome
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.query.sample_graph import sample_article

ARTICLE = sample_article("03")
FRONT = f"---\ntitle: {ARTICLE.title}\npublished: {ARTICLE.published}\n---\n{ARTICLE.text}"


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    """A client of a server of its own, empty and to be written to."""
    with connected(Settings(store="memory:"), EmbeddedStore()) as client:
        yield client


def watched(http: httpx.Client, job_id: str) -> list[tuple[str, dict[str, Any]]]:
    """Every event of a job, until it is over."""
    with http.stream("GET", f"/jobs/{job_id}/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        text = "".join(answer.iter_text())
    events = (dict(line.split(": ", 1) for line in each.splitlines() if ": " in line) for each in text.split("\n\n"))
    return [(each["event"], json.loads(each["data"])) for each in events if "event" in each]


def files(**contents: str) -> list[tuple[str, tuple[str, bytes, str]]]:
    return [("files", (name, text.encode(), "text/plain")) for name, text in contents.items()]


def test_files_become_articles_one_after_the_other_and_one_that_fails_stops_none(http: httpx.Client) -> None:
    sent = files(**{"one.txt": FRONT, "empty.txt": " ", "again.txt": FRONT, "picture.png": "x"})
    answer = http.post("/jobs", files=[*sent, ("files", ("two.jsonl", b'{"text": "Umbra bought Velt."}\n' * 2, ""))])
    assert answer.status_code == 202
    job = answer.json()
    assert (job["state"], job["total"], answer.headers["location"]) == ("queued", 5, f"/jobs/{job['id']}")
    events = watched(http, job["id"])
    assert [name for name, _ in events][-1] == "over"
    assert [name for name, _ in events].count("over") == 1
    done = [told["done"] for _, told in events]
    assert done == sorted(done)
    over = events[-1][1]
    assert (over["state"], over["done"]) == ("done", 5)
    assert [(each["name"], each["status"]) for each in over["outcomes"]] == [
        ("one.txt", "added"),
        ("empty.txt", "failed"),
        ("again.txt", "unchanged"),
        ("picture.png", "failed"),
        ("two.jsonl", "added"),
        ("two.jsonl", "unchanged"),
    ]
    assert over["outcomes"][1]["problem"].startswith("empty.txt holds no text")
    assert tempfile.gettempdir() not in json.dumps(over)
    article = http.get(f"/articles/{over['outcomes'][0]['article']}").json()["article"]
    assert (article["title"], article["source"], article["text"]) == (ARTICLE.title, "one.txt", ARTICLE.text)
    assert http.get(f"/jobs/{job['id']}").json() == over
    assert [each["id"] for each in http.get("/jobs", params={"state": "done"}).json()["items"]] == [job["id"]]
    counted = http.get("/metrics").text
    assert 'claimgraph_articles_sent_total{outcome="failed"} 2.0' in counted


def test_articles_may_be_sent_as_json(http: httpx.Client) -> None:
    text = "---\nUmbra bought Velt."
    body = {
        "articles": [{"text": text, "title": "A deal", "published": "2025-09-01"}, {"text": "x", "published": "no"}]
    }
    job = http.post("/jobs", json=body).json()
    good, bad = watched(http, job["id"])[-1][1]["outcomes"]
    assert (good["name"], good["status"], good["title"]) == ("A deal", "added", "A deal")
    assert http.get(f"/articles/{good['article']}").json()["article"]["text"] == text
    assert (bad["name"], bad["status"]) == ("article 2", "failed")


def test_a_job_that_is_stopped_keeps_what_it_has_read(http: httpx.Client) -> None:
    body = {"articles": [{"text": f"Umbra {number} bought Velt {number}."} for number in range(200)]}
    job = http.post("/jobs", json=body).json()
    assert http.delete(f"/jobs/{job['id']}").status_code == 200
    over = watched(http, job["id"])[-1][1]
    assert over["state"] == "cancelled"
    assert len(over["outcomes"]) == over["done"] < 200
    assert len(http.get("/articles", params={"limit": 500}).json()["items"]) == over["done"]
    assert http.delete(f"/jobs/{job['id']}").json() == over


@pytest.mark.parametrize(
    "request_",
    [
        {"json": {"articles": []}},
        {"json": {"articles": [{"title": "no text"}]}},
        {"content": b"{", "headers": {"Content-Type": "application/json"}},
        {"content": b"text", "headers": {"Content-Type": "text/plain"}},
        {"data": {"files": "a form without files"}},
        {"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}},
        {"content": b"--x\r\nbroken", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
    ],
)
def test_what_holds_no_articles_is_refused_at_once(http: httpx.Client, request_: dict[str, Any]) -> None:
    answer = http.post("/jobs", **request_)
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert http.get("/jobs").json()["items"] == []


@pytest.mark.parametrize(("method", "path"), [("GET", "/jobs/7"), ("GET", "/jobs/7/events"), ("DELETE", "/jobs/7")])
def test_a_job_that_nobody_knows_is_not_found(http: httpx.Client, method: str, path: str) -> None:
    answer = http.request(method, path)
    assert answer.status_code == 404
    assert "/jobs" in answer.json()["hint"]


# --- the queue alone -------------------------------------------------------------------------------------------------


class Gate:
    """Reads nothing: lets one parcel through each time that it is told to."""

    def __init__(self) -> None:
        self.begun, self.open = threading.Semaphore(0), threading.Semaphore(0)

    def __call__(self, parcel: Parcel) -> Sequence[Outcome]:
        self.begun.release()
        self.open.acquire()
        if parcel.name == "unreadable":
            raise UnreadableDocument("It is no article.", hint="Send another.")
        if parcel.name == "bug":
            raise RuntimeError("inside")
        return [Outcome(article=parcel.name, title=None, source=None, status="added", claims=1)]


def parcels(*names: str) -> list[Parcel]:
    return [Parcel(name, NewArticle(text="x")) for name in names]


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def queue(gate: Gate) -> Iterator[JobQueue]:
    queue = JobQueue(gate)
    yield queue
    gate.open.release(1000)
    queue.close()


def settled(queue: JobQueue, job_id: str) -> JobState:
    while not queue.job(job_id).is_over:
        threading.Event().wait(0.01)
    return queue.job(job_id).state


def test_a_job_that_waits_is_stopped_at_once_and_one_that_runs_after_its_article(queue: JobQueue, gate: Gate) -> None:
    running, waiting = queue.submit(parcels("a", "b")), queue.submit(parcels("c"))
    gate.begun.acquire()
    assert queue.cancel(waiting.id).state is JobState.CANCELLED
    told = queue.cancel(running.id)
    assert (told.state, told.cancelling) == (JobState.RUNNING, True)
    gate.open.release()
    assert settled(queue, running.id) is JobState.CANCELLED
    assert [outcome.name for outcome in queue.job(running.id).outcomes] == ["a"]


def test_neither_an_error_nor_a_bug_ends_a_job(queue: JobQueue, gate: Gate) -> None:
    job = queue.submit(parcels("unreadable", "bug", "fine"))
    gate.open.release(3)
    assert settled(queue, job.id) is JobState.DONE
    problems = [outcome.problem for outcome in queue.job(job.id).outcomes]
    assert problems == ["It is no article. Send another.", "The server failed. Its log says why.", None]


def test_too_many_jobs_are_refused(queue: JobQueue, gate: Gate) -> None:
    for _ in range(MOST_WAITING):
        queue.submit(parcels("a"))
    with pytest.raises(StoreBusy, match="waiting already"):
        queue.submit(parcels("a"))


def test_old_jobs_are_forgotten(queue: JobQueue, gate: Gate) -> None:
    first = queue.submit(parcels("a"))
    gate.open.release(MOST_KEPT + 1)
    assert settled(queue, first.id) is JobState.DONE
    for _ in range(MOST_KEPT):
        settled(queue, queue.submit(parcels("a")).id)
    assert len(queue.jobs()) == MOST_KEPT
    assert first.id not in {job.id for job in queue.jobs()}


def test_a_queue_that_is_closed_ends_after_the_article_in_hand(
    queue: JobQueue, gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    job = queue.submit(parcels("a", "b", "c"))
    gate.begun.acquire()
    closing = threading.Thread(target=queue.close)
    closing.start()
    while not caplog.records and closing.is_alive() and queue.job(job.id).done == 0:
        gate.open.release()
        threading.Event().wait(0.01)
    closing.join()
    assert queue.job(job.id).done < 3
    assert "stopped before everything was read" in caplog.text
    with pytest.raises(StoreBusy, match="stopping"):
        queue.submit(parcels("d"))
