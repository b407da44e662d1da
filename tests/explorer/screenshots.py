"""Takes pictures of the explorer's pages from the sample articles: light, dark and narrow."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from app.api.ask import EXAMPLE
from app.documents.load import find_files, read_articles
from app.extraction.engine import load_engine
from app.pipeline import ingest
from app.resources import SAMPLE_ARTICLES_DIR
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.explorer.browser import launched, reader

_LOOKS = {"light": ("light", 1280, 900), "dark": ("dark", 1280, 900), "narrow": ("light", 360, 740)}
_PAGES = {
    "front": "/",
    "ask": f"/?q={EXAMPLE}",
    "ask-not-stated": "/?q=Who invested in Meta?",
    "ask-unknown": "/?q=Who is the chief executive of Foobar?",
    "entities": "/explore/entities",
    "entity": "/explore/entities/organization/kestrelworks",
    "entity-meta": "/explore/entities/organization/meta",
    "articles": "/explore/articles",
    "article": "",
    "graph": "/explore/graph",
    "graph-meta": "/explore/graph?root=organization/meta&depth=2&include=all",
    "path": "/explore/graph?from=Solvane&to=Brightfold",
    "sparql": "",
    "conflicts": "/explore/conflicts",
    "review": "/explore/review",
    "rulings": "/explore/rulings?about=organization/meta",
    "ingest": "/explore/ingest",
}


@contextmanager
def sample_server() -> Iterator[str]:
    """The address of a server over the sample articles, read anew."""
    store, settings = EmbeddedStore(), Settings(store="memory:")
    articles = [article for path in find_files([SAMPLE_ARTICLES_DIR]) for article in read_articles(path)]
    ingest(store, settings.iris, articles, load_engine(settings.engine))
    with running(settings, store) as url:
        yield url


def _open(page: Page, url: str, name: str) -> None:
    """Bring a page to the state that is to be seen."""
    if name == "article":
        page.goto(f"{url}/explore/articles")
        page.get_by_role("link", name="Head of AI data work").click()
        page.hover("mark")
        return
    if name == "sparql":
        page.goto(f"{url}/explore/sparql")
        page.select_option("#example", index=4)
        page.wait_for_selector("#result td")
        return
    page.goto(url + _PAGES[name])
    if "graph" in name or name == "path":
        page.wait_for_selector("#twin tbody tr")
        page.wait_for_timeout(1200)  # the drawing has no mark of its own for being done
    if name == "entity":
        page.locator("details.sources summary").first.click()


def take(url: str, folder: Path, only: str | None) -> None:
    """Every page in every look, as PNG files."""
    folder.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for look, (scheme, width, height) in _LOOKS.items():
            with reader(browser, scheme=scheme, width=width, height=height) as context:
                _take_all(context, url, folder, look, only)


def _take_all(context: BrowserContext, url: str, folder: Path, look: str, only: str | None) -> None:
    for name in _PAGES:
        if only and only not in f"{name}-{look}":
            continue
        page = context.new_page()
        _open(page, url, name)
        page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
        print(folder / f"{name}-{look}.png")
        page.close()


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--url", help="a running server, instead of one over the sample articles")
    parser.add_argument("--only", help="part of a picture's name, such as graph or entity-dark")
    arguments = parser.parse_args()
    if arguments.url:
        take(arguments.url, arguments.folder, arguments.only)
        return
    with sample_server() as url:
        take(url, arguments.folder, arguments.only)


if __name__ == "__main__":
    main()
