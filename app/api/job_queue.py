"""Work that takes long: one job after the other, each article whole or not at all, its progress there to be seen."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from uuid import uuid4

from pydantic import BaseModel, Field

from app.api.logs import event
from app.api.parcels import Parcel
from app.errors import ClaimgraphError, NotFound, StoreBusy
from app.pipeline import Outcome

_LOG = logging.getLogger("claimgraph.jobs")
MOST_WAITING, MOST_KEPT = 20, 200

Ingest = Callable[[Parcel], Sequence[Outcome]]
"""Reads what is in a parcel and brings the facts up to date."""


class JobState(StrEnum):
    """How far a job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class ItemOutcome(BaseModel):
    """What became of one article, or of one file that held none."""

    name: str = Field(description="As its sender calls it", examples=["report.txt"])
    status: str = Field(description="`added`, `unchanged` because the graph had it, or `failed`", examples=["added"])
    article: str | None = Field(None, description="Id of the article", examples=["54a941c39d03b47e"])
    title: str | None = Field(None, description="Its title", examples=["Solvane agrees to buy Pemberly Systems"])
    claims: int = Field(0, description="Claims in it", examples=[9])
    dropped: int = Field(0, description="Candidates that the grounding gate refused", examples=[2])
    notices: tuple[str, ...] = Field((), description="What its reader ought to know")
    problem: str | None = Field(None, description="Why it failed, and how to mend it")


class Job(BaseModel):
    """Articles that are read one after the other; what has been read stays, whatever becomes of the rest."""

    id: str = Field(examples=["8d0c1b1f9f2e4c0f"], description="Id of the job")
    state: JobState = Field(description="How far it has come")
    total: int = Field(description="Files or articles that were sent", examples=[3])
    done: int = Field(description="How many of them have been read, or have failed", examples=[1])
    cancelling: bool = Field(description="Whether it ends after the one that is being read")
    outcomes: tuple[ItemOutcome, ...] = Field(description="In the order sent; one for each article")
    created: datetime = Field(description="When it was sent, UTC")
    started: datetime | None = Field(None, description="When the first was read, UTC")
    finished: datetime | None = Field(None, description="When it ended, UTC")

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.state in (JobState.DONE, JobState.CANCELLED)


class JobQueue:
    """One thread that works the jobs off. They live as long as the process: what was not read has to be sent again."""

    def __init__(self, ingest: Ingest) -> None:
        """Nothing runs before the first job."""
        self._ingest = ingest
        self._jobs: dict[str, Job] = {}
        self._parcels: dict[str, deque[Parcel]] = {}
        self._changed = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None

    def submit(self, parcels: Sequence[Parcel]) -> Job:
        """Put a job at the end of the queue.

        Raises:
            StoreBusy: too many wait already, or the server is stopping.
        """
        with self._changed:
            if self._closing or len(self._parcels) >= MOST_WAITING:
                why = "The server is stopping." if self._closing else f"{MOST_WAITING} jobs are waiting already."
                raise StoreBusy(why, hint="Send it again later.")
            job = Job(
                id=uuid4().hex[:16],
                state=JobState.QUEUED,
                total=len(parcels),
                done=0,
                cancelling=False,
                outcomes=(),
                created=_now(),
            )
            self._jobs[job.id] = job
            self._parcels[job.id] = deque(parcels)
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return job

    def jobs(self) -> list[Job]:
        """All that are known, the newest last."""
        with self._changed:
            return list(self._jobs.values())

    def job(self, job_id: str) -> Job:
        """One job as it is now.

        Raises:
            NotFound: there is none of that id, or no longer.
        """
        with self._changed:
            if job_id not in self._jobs:
                raise NotFound(
                    f"There is no job {job_id!r}.", hint="`/jobs` lists them; they are forgotten when the server stops."
                )
            return self._jobs[job_id]

    def cancel(self, job_id: str) -> Job:
        """End a job after the article that is being read; one that is over stays as it is. `NotFound` if unknown."""
        job = self.job(job_id)
        with self._changed:
            job = self._jobs[job_id]
            if job.state is JobState.QUEUED:
                del self._parcels[job_id]
                return self._set(job, state=JobState.CANCELLED, cancelling=True, finished=_now())
            return job if job.is_over else self._set(job, cancelling=True)

    def close(self) -> None:
        """End after the article that is being read. What still waits is lost, and said in the log."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        if lost := sum(len(parcels) for parcels in self._parcels.values()):
            event(_LOG, logging.WARNING, "stopped before everything was read", not_read=lost)

    def _work(self) -> None:
        while (job_id := self._next()) is not None:
            while (parcel := self._take(job_id)) is not None:
                outcomes = self._outcomes(parcel)
                with self._changed:
                    job = self._jobs[job_id]
                    self._set(job, done=job.done + 1, outcomes=(*job.outcomes, *outcomes))

    def _next(self) -> str | None:
        """The job to work on, once there is one; None when it is time to stop."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._parcels)
            return None if self._closing else next(iter(self._parcels))

    def _take(self, job_id: str) -> Parcel | None:
        """The next parcel of a job; None when the job is over, or the server stops."""
        with self._changed:
            if self._closing or job_id not in self._parcels:
                return None
            job, waiting = self._jobs[job_id], self._parcels[job_id]
            if waiting and not job.cancelling:
                if job.started is None:
                    self._set(job, state=JobState.RUNNING, started=_now())
                return waiting.popleft()
            del self._parcels[job_id]
            self._set(job, state=JobState.CANCELLED if job.cancelling else JobState.DONE, finished=_now())
            return None

    def _outcomes(self, parcel: Parcel) -> list[ItemOutcome]:
        try:
            found = self._ingest(parcel)
        except ClaimgraphError as error:
            return [ItemOutcome(name=parcel.name, status="failed", problem=str(error))]
        except Exception:  # noqa: BLE001  (the thread's edge: a bug of ours must not end it, nor the rest of the job)
            _LOG.exception("an article could not be read")
            return [ItemOutcome(name=parcel.name, status="failed", problem="The server failed. Its log says why.")]
        return [ItemOutcome(name=parcel.name, **outcome.model_dump(exclude={"source"})) for outcome in found]

    def _set(self, job: Job, **changes: object) -> Job:
        self._jobs[job.id] = job.model_copy(update=changes)
        return self._jobs[job.id]

    def _forget(self) -> None:
        """Drop the oldest of those that are over, once there are many."""
        over = [job.id for job in self._jobs.values() if job.is_over]
        for job_id in over[: max(0, len(self._jobs) - MOST_KEPT)]:
            del self._jobs[job_id]


def _now() -> datetime:
    return datetime.now(UTC)
