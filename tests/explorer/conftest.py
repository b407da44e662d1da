"""A browser on a server over a graph spelt out by hand, and what every page that it opens must keep to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.explorer.browser import is_installed, launched, reader
from tests.explorer.dispute import dispute_quads
from tests.explorer.hostile import hostile_quads
from tests.query.sample_graph import IRIS, load, sample_quads

_MISSING = "no chromium on this machine (apt-get install chromium)"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the explorer went untested."""
    if not is_installed():
        terminalreporter.write_line(f"NO BROWSER: the explorer's tests were skipped: {_MISSING}", red=True, bold=True)


@pytest.fixture(scope="package")
def explorer() -> Iterator[str]:
    """The address of a server over a graph spelt out by hand, hostile names and a dispute in it. It is only read."""
    store = EmbeddedStore()
    load(store, [*sample_quads(), *hostile_quads(), *dispute_quads()])
    with running(Settings(store="memory:", base_iri=IRIS.base), store) as url:
        yield url


@pytest.fixture(scope="package")
def empty() -> Iterator[str]:
    """The address of a server that has read nothing yet."""
    with running(Settings(store="memory:"), EmbeddedStore()) as url:
        yield url


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all tests here. It must end with them: while it runs, no other test can start an event loop."""
    if not is_installed():
        pytest.skip(_MISSING)
    with launched() as browser:
        yield browser


@pytest.fixture(scope="package")
def light(browser: Browser) -> Iterator[BrowserContext]:
    """A reader by day on a wide screen."""
    with reader(browser) as context:
        yield context


class Watch:
    """Notes what a page must not do: fail, complain, or ask anything of another server."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        self.expected: list[str] = []
        page.on("console", lambda message: self._note(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda request: self._request(request.url))

    def expect(self, part: str) -> None:
        """Let pass what a test provokes."""
        self.expected.append(part)

    def _note(self, text: str) -> None:
        if not any(part in text for part in self.expected):
            self.faults.append(text)

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.faults.append(f"asked for {url}")


def watched(context: BrowserContext) -> Iterator[tuple[Page, Watch]]:
    """A page of a context; when the test is over, it must have kept to the rules."""
    page = context.new_page()
    watch = Watch(page)
    yield page, watch
    page.close()
    assert watch.faults == []


@pytest.fixture
def watch_and_page(light: BrowserContext) -> Iterator[tuple[Page, Watch]]:
    """A page by day, and its watch."""
    yield from watched(light)


@pytest.fixture
def page(watch_and_page: tuple[Page, Watch]) -> Page:
    """A page by day on a wide screen."""
    return watch_and_page[0]


@pytest.fixture
def watch(watch_and_page: tuple[Page, Watch]) -> Watch:
    """The watch over `page`."""
    return watch_and_page[1]
