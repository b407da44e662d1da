"""Prints how soon the explorer's pages are there, how evenly a large graph pans, and what each page's files weigh."""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from app.api.ask import EXAMPLE
from app.graphs import entity_quads, fact_quads
from app.model import Entity
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.explorer.browser import is_installed, launched, reader
from tests.explorer.screenshots import sample_server
from tests.query.sample_graph import IRIS, fact, load

PAGES = {
    "ask": "/",
    "ask, answered": f"/?q={EXAMPLE}",
    "entity": "/explore/entities/organization/meta",
    "articles": "/explore/articles",
    "graph": "/explore/graph",
    "graph of meta": "/explore/graph?root=organization/meta&depth=2&include=all",
    "sparql": "/explore/sparql",
    "conflicts": "/explore/conflicts",
    "ingest": "/explore/ingest",
    "review": "/explore/review",
}
AROUND = 200
"""Nodes of the view that is panned, its middle among them."""

# Notes the first paint; when the table beside the drawing has its rows (it is laid out by then) and two frames have
# passed; and every task that kept the page from answering for 50 ms or more. The policy lets no waiting script in, so
# what is waited for is noted where a selector finds it.
_NOTES = """
const told = () => document.documentElement.dataset;  // the element is not yet there
window.tasks = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (each.name === "first-contentful-paint") told().painted = each.startTime;
}).observe({ type: "paint", buffered: true });
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.tasks.push(task.startTime + task.duration);
}).observe({ type: "longtask", buffered: true });
new MutationObserver((_, observer) => {
  if (!document.querySelector("#twin tbody tr")) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { told().drawn = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""
_FRAMES = """() => {
  window.frames_ = [];
  const note = (now) => { window.frames_.push(now); window.ticking = requestAnimationFrame(note); };
  window.ticking = requestAnimationFrame(note);
}"""


def _first_paint(page: Page) -> float:
    """Milliseconds from asking for the page to its first text or picture."""
    return float(page.locator("html[data-painted]").get_attribute("data-painted") or "nan")


def _interactive(page: Page) -> float | None:
    """Milliseconds until the graph is drawn and the page answers; None where nothing is drawn."""
    if not page.locator("#twin").count():
        return None
    page.wait_for_selector("html[data-drawn]", state="attached")
    page.wait_for_timeout(500)  # a task that began before this moment is told when it has ended
    found: float = page.evaluate("Math.max(Number(document.documentElement.dataset.drawn), ...window.tasks)")
    return found


def _weigh(page: Page) -> dict[str, int]:
    """Fills with the bytes after gzip of each style, script and picture that the page asks for."""
    sizes: dict[str, int] = {}

    def note(url: str, body: bytes) -> None:
        sizes[url] = len(gzip.compress(body))

    page.on(
        "requestfinished",
        lambda request: (
            note(request.url, found.body())
            if urlsplit(request.url).path.startswith("/assets/") and (found := request.response())
            else None
        ),
    )
    return sizes


def _ego() -> EmbeddedStore:
    """A company in the middle of as many as a view holds, these joined among each other, too."""
    names = [f"organization/n{number}" for number in range(AROUND)]
    facts = [
        fact(f"f{n}", "Investment", "investedIn", {"investor": names[0], "investee": names[n]})
        for n in range(1, AROUND)
    ]
    facts += [
        fact(f"g{n}", "Partnership", "partnerOf", {"partner": (names[n], names[1 + n * 7 % (AROUND - 1)])})
        for n in range(1, AROUND)
        if names[n] != names[1 + n * 7 % (AROUND - 1)]
    ]
    store = EmbeddedStore()
    entities = [Entity(id=name, name=f"Company {n}", type="Company") for n, name in enumerate(names)]
    load(
        store,
        [q for each in entities for q in entity_quads(each, IRIS)] + [q for f in facts for q in fact_quads(f, IRIS)],
    )
    return store


def _pan(page: Page) -> list[float]:
    """Milliseconds between frames while the drawing is dragged about for some two seconds."""
    box = page.locator("#canvas").bounding_box()
    assert box
    corner = (box["x"] + 8, box["y"] + 8)  # where no node lies, which would be dragged instead
    page.mouse.move(*corner)
    page.mouse.down()
    page.evaluate(_FRAMES)
    for step in range(120):
        page.mouse.move(corner[0] + step * 3, corner[1] + step % 40 * 3)
        page.wait_for_timeout(10)
    times: list[float] = page.evaluate("cancelAnimationFrame(window.ticking), window.frames_")
    page.mouse.up()
    return [after - before for before, after in pairwise(times)]


def _spread(values: Sequence[float]) -> str:
    """Median and worst of some milliseconds."""
    return f"{statistics.median(values):6.0f} ms  (at worst {max(values):.0f})"


def _pages(browser: Browser, url: str, times: int) -> Iterator[str]:
    for name, path in PAGES.items():
        paints: list[float] = []
        ready: list[float] = []
        sizes: dict[str, int] = {}
        for _ in range(times):
            with reader(browser) as context:  # a new one has nothing in its cache
                page = context.new_page()
                page.add_init_script(_NOTES)
                sizes = _weigh(page)
                page.goto(url + path, wait_until="networkidle")
                paints.append(_first_paint(page))
                drawn = _interactive(page)
                ready += [] if drawn is None else [drawn]
        drawn_in = f"  interactive {_spread(ready)}" if ready else ""
        yield f"{name:14} {sum(sizes.values()) / 1000:6.1f} kB  first paint {_spread(paints)}{drawn_in}"


def _panning(browser: Browser) -> str:
    with running(Settings(store="memory:", base_iri=IRIS.base), _ego()) as url, reader(browser) as context:
        page = context.new_page()
        page.add_init_script(_NOTES)
        page.goto(f"{url}/explore/graph?root=organization/n0")
        drawn = _interactive(page)
        said = page.locator("#graph-status").inner_text()
        frames = sorted(_pan(page))
    late = sum(frame > 50 for frame in frames)
    return (
        f"panning: {said}\n  interactive in {drawn:.0f} ms; {len(frames)} frames, "
        f"median {statistics.median(frames):.0f} ms, 95 % within {frames[int(len(frames) * 0.95)]:.0f} ms, "
        f"at worst {frames[-1]:.0f} ms, {late} above 50 ms"
    )


def main() -> int:
    """Read the arguments, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often each page is opened (5)")
    arguments = parser.parse_args()
    if not is_installed():
        print("pace: no chromium on this machine (apt-get install chromium)", file=sys.stderr)
        return 1
    with launched() as browser:
        with sample_server() as url:
            for line in _pages(browser, url, arguments.times):
                print(line, flush=True)
        print(_panning(browser))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
