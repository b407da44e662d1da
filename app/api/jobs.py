"""/jobs: reading many articles, with progress as a stream or on asking, and a way to stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response, status
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app.api.context import Context, Graph
from app.api.job_queue import Job, JobQueue, JobState
from app.api.metrics import Metrics
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Order, Page, page
from app.api.parcels import Parcel, parcels_of
from app.api.problems import answers
from app.api.routes import StrictRoute
from app.pipeline import Outcome, ingest

router = APIRouter(prefix="/jobs", tags=["jobs"], route_class=StrictRoute)

# How often a stream looks whether there is news, in seconds: an article takes longer than that.
_PULSE = 0.1


def job_queue(context: Context, metrics: Metrics) -> JobQueue:
    """The queue whose jobs write to a graph."""

    def read(parcel: Parcel) -> Sequence[Outcome]:
        try:
            articles = parcel.articles()
            with context.writing:
                outcomes = ingest(context.store, context.iris, articles, context.engine).outcomes
        except BaseException:
            metrics.articles_sent.labels("failed").inc()
            raise
        for outcome in outcomes:
            metrics.articles_sent.labels(outcome.status).inc()
        return outcomes

    return JobQueue(read)


async def _queue(request: Request) -> JobQueue:
    queue = request.app.state.jobs
    assert isinstance(queue, JobQueue)  # noqa: S101  (create_app put it there)
    return queue


Queue = Annotated[JobQueue, Depends(_queue)]
JobId = Annotated[str, Path(description="Id of a job", examples=["8d0c1b1f9f2e4c0f"])]


async def _known(job_id: JobId, queue: Queue) -> str:
    """The id of a job that exists: a stream could not say that it does not once it has begun."""
    return queue.job(job_id).id


_BY_AGE: Order[Job] = Order(id_of=lambda job: job.id, usual=lambda job: job.created.isoformat())
_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {
                    "files": {
                        "type": "array",
                        "items": {"type": "string", "format": "binary"},
                        "description": "Text, Markdown, HTML, PDF, feeds, JSON; the field's name does not matter",
                    }
                },
                "required": ["files"],
            }
        },
        "application/json": {"schema": {"$ref": "#/components/schemas/NewArticles"}},
    },
}


@router.get("", summary="List jobs")
def list_jobs(
    queue: Queue,
    state: Annotated[JobState | None, Query(description="How far they have come", examples=["running"])] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Job]:
    """The oldest first. Those that were over long ago are forgotten, and all of them when the server stops."""
    found = [job for job in queue.jobs() if state in (None, job.state)]
    return page(found, _BY_AGE, lambda job: job, limit=limit, cursor=cursor)


@router.post(
    "",
    summary="Read articles",
    status_code=status.HTTP_202_ACCEPTED,
    responses=answers(503, "Too many jobs are waiting"),
    openapi_extra={"requestBody": _BODY},
)
def add_job(parcels: Annotated[list[Parcel], Depends(parcels_of)], queue: Queue, response: Response) -> Job:
    """The answer comes at once; `/jobs/{job_id}` and its `events` say how it goes on. One that fails stops no other."""
    job = queue.submit(parcels)
    response.headers["Location"] = f"/jobs/{job.id}"
    return job


@router.get("/{job_id}", summary="A job")
def get_job(job_id: JobId, queue: Queue) -> Job:
    """How far it has come, and what became of each article so far."""
    return queue.job(job_id)


@router.get("/{job_id}/events", summary="A job's progress as it happens", response_class=EventSourceResponse)
async def job_events(
    job_id: Annotated[str, Depends(_known)], queue: Queue, graph: Graph
) -> AsyncIterator[ServerSentEvent]:
    """Server-sent events: the job, each time that something about it has changed; the last one is called `over`."""
    told: Job | None = None
    while not graph.stopping.is_set():
        job = queue.job(job_id)
        if job is not told:
            yield ServerSentEvent(event="over" if job.is_over else "progress", id=str(job.done), data=job)
        if job.is_over:
            return
        told = job
        await asyncio.sleep(_PULSE)


@router.delete("/{job_id}", summary="Stop a job")
def cancel_job(job_id: JobId, queue: Queue) -> Job:
    """It ends after the article that is being read; what has been read stays. One that is over is left as it is."""
    return queue.cancel(job_id)
