"""Debian's chromium under playwright: where it lies, and how it is started so that it asks nothing of the network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000
"""Milliseconds that anything may take on a busy machine."""


def is_installed() -> bool:
    """Whether there is a browser to test with."""
    return Path(CHROMIUM).exists()


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless browser with a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def reader(
    browser: Browser, *, scheme: str = "light", width: int = 1280, height: int = 900, scripts: bool = True
) -> Iterator[BrowserContext]:
    """Somebody who reads: by day or by night, on a wide or a narrow screen, with or without JavaScript."""
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()
