"""/metrics: what the server does and holds, counted for Prometheus."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request, Response
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from app import __version__
from app.api.routes import StrictRoute
from app.store.base import Store
from app.vocab import Iris

router = APIRouter(tags=["server"], route_class=StrictRoute)

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The counters of one server. Routes are counted by their pattern, so that no reader can make up new series."""

    def __init__(self, store: Store, iris: Iris) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "claimgraph_http_requests",
            "Requests that were answered",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "claimgraph_http_request_seconds",
            "Time from a request to the end of its answer",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.in_progress = Gauge(
            "claimgraph_http_requests_in_progress", "Requests that are being answered", registry=self.registry
        )
        self.articles_sent = Counter(
            "claimgraph_articles_sent",
            "Articles that jobs were sent, by what became of each",
            ("outcome",),
            registry=self.registry,
        )
        Gauge("claimgraph_build", "The version that is running", ("version",), registry=self.registry).labels(
            __version__
        ).set(1)
        ProcessCollector(registry=self.registry)
        self.registry.register(_GraphCollector(store, iris))
        self._counted: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Take a request down; its counters are looked up once, which takes longer than to count."""
        counted = self._counted.get((method, route, status))
        if counted is None:
            counted = self.requests.labels(method, route, str(status)), self.seconds.labels(route)
            self._counted[method, route, status] = counted
        counted[0].inc()
        counted[1].observe(seconds)


class _GraphCollector(Collector):
    """What the graph holds, looked up when it is asked for."""

    def __init__(self, store: Store, iris: Iris) -> None:
        self._store = store
        self._iris = iris

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """The families without their values: registering must not read the store."""
        yield GaugeMetricFamily("claimgraph_articles", "Articles in the graph")
        yield GaugeMetricFamily("claimgraph_store_generation", "Changes to the store since the server started")

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Articles, and how often the store has changed."""
        articles, generation = self.describe()
        prefix = self._iris.article_graph("").value
        articles.add_metric([], sum(graph.value.startswith(prefix) for graph in self._store.graphs()))
        generation.add_metric([], self._store.generation)
        yield articles
        yield generation


@router.get(
    "/metrics",
    summary="Counters for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}, "application/openmetrics-text": {}}}},
)
def metrics(request: Request) -> Response:
    """In the text format of Prometheus, or OpenMetrics if that is what the client accepts."""
    registry = request.app.state.metrics.registry
    encode, media_type = choose_encoder(request.headers.get("accept", ""))
    return Response(encode(registry), headers={"Content-Type": media_type, "Vary": "Accept"})
