"""Puts the application together: context, guard, error table, resources."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from app import __version__
from app.api import (
    articles,
    ask,
    backup,
    changes,
    claims,
    collections,
    conflicts,
    docs,
    entities,
    export,
    facts,
    graphs,
    health,
    ids,
    jobs,
    metrics,
    network,
    observe,
    ontology,
    problems,
    reconcile,
    review,
    rulings,
    search,
    sparql,
    stats,
    update,
)
from app.api.context import Context
from app.api.cors import Cors
from app.api.direct import Direct
from app.api.documented import UNDECLARED, document
from app.api.explorer import router as explorer
from app.api.guard import Guard
from app.errors import BadInput
from app.extraction.engine import check_engine
from app.query.name_index import FreshNames
from app.query.review import FreshReview
from app.settings import Settings
from app.store.base import Store
from app.workers.inspector import Inspector
from app.workers.reader import reader_of

_RESOURCES = (
    ask,
    sparql,
    update,
    graphs,
    search,
    reconcile,
    collections,
    facts,
    conflicts,
    changes,
    rulings,
    claims,
    articles,
    jobs,
    review,  # before entities, whose ids are paths
    entities,
    network,
    stats,
    export,
    ontology,
    ids,
    health,
    metrics,
    backup,
    docs,
    explorer,
)

# What serves any dataset.
_PLAIN_RESOURCES = (sparql, update, graphs, health, metrics, docs)


def create_app(settings: Settings, store: Store, *, plain: bool = False) -> FastAPI:
    """The application that serves a store; the store is closed when it shuts down.

    Plainly, it is any SPARQL dataset, with nothing of the product.

    Raises:
        BadInput: it would be reachable from other machines and has no token, or the engine lacks what it needs.
    """
    if not plain and not settings.read_only:
        check_engine(settings.engine, settings.llm)
    if not settings.is_loopback and settings.token is None:
        raise BadInput(
            f"Serving on {settings.host} would let other machines in, and no token is set.",
            hint="Set CLAIMGRAPH_TOKEN, or serve on 127.0.0.1.",
        )

    resources = _PLAIN_RESOURCES if plain else _RESOURCES
    limits = settings.limits
    context = Context(settings, store, reader_of(store, limits), Inspector(store, limits), plain=plain)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        context.stopping.set()
        await run_in_threadpool(app.state.jobs.close)
        await context.reader.close()
        await context.inspector.close()
        store.close()

    app = FastAPI(
        title="Claimgraph",
        version=__version__,
        description="News articles as a knowledge graph in which every fact shows the sentence it came from.",
        docs_url=None,  # both of FastAPI's own pages load their scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
        responses=UNDECLARED,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # /metrics and the log are what there is
    )
    app.state.context = context
    app.state.metrics = metrics.Metrics(store, settings.iris)
    app.state.names = FreshNames()
    app.state.review = FreshReview()
    app.state.jobs = jobs.job_queue(context, app.state.metrics)
    routes = [route for each in resources for route in each.router.routes]
    app.add_middleware(Direct, routes=routes)
    app.add_middleware(Guard, settings=settings)
    if settings.cors_origins:
        app.add_middleware(Cors, settings=settings)
    app.add_middleware(observe.Observed, metrics=app.state.metrics)  # the last one added is the outermost
    problems.install(app, [*app.routes, *routes])
    for resource in resources:
        app.include_router(resource.router)
    app.openapi = lambda: document(app)  # type: ignore[method-assign]  # FastAPI's own way to extend the document
    return app
