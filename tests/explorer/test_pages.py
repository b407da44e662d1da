"""What can be said of the pages without a browser: their policy, their assets, the bundle that may be missing."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from lxml import html

from app.api.explorer import assets
from app.resources import EXPLORER_DIR
from tests.query import sample_graph as sample

PAGES = [
    "/",
    "/explore/entities",
    f"/explore/entities/{sample.META}",
    "/explore/graph",
    "/explore/sparql",
    "/explore/conflicts",
    "/explore/review",
    "/explore/rulings",
    "/explore/ingest",
]


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(explorer: str, path: str) -> None:
    page = httpx.get(explorer + path, trust_env=False)
    policy = page.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy, "scripts fall under default-src: our own files, none inline"
    for element in html.fromstring(page.text).iter():
        assert not [name for name in element.attrib if str(name).startswith("on") or name == "style"]
        assert element.tag != "style"
        assert element.tag != "script" or element.get("src")
        links = [element.get(name, "/") for name in ("src", "href", "action")]
        assert all(link.startswith(("/", "#")) and not link.startswith("//") for link in links)


def test_every_asset_of_a_page_is_there_and_may_be_kept(explorer: str) -> None:
    page = httpx.get(f"{explorer}/explore/graph", trust_env=False).text
    found = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)
    assert len(found) >= 3
    for path in found:
        answer = httpx.get(explorer + path, trust_env=False)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("name", ["%2e%2e", "%2e%2e%2fpackage.json", "manifest.json", ".vite", "nothing.js"])
def test_nothing_but_assets_is_served(explorer: str, name: str) -> None:
    assert httpx.get(f"{explorer}/assets/{name}", trust_env=False).status_code == 404


def test_without_the_bundle_pages_say_how_to_build_it(
    explorer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_BUNDLE", tmp_path)
    page = httpx.get(f"{explorer}/explore/entities/{sample.META}", trust_env=False)
    assert page.status_code == 200
    assert "scripts/build-explorer" in page.text
    assert "Ruben Mayer" in page.text


def test_the_lock_names_no_host() -> None:
    lock = EXPLORER_DIR / "package-lock.json"
    assert '"resolved"' not in lock.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_what_only_a_script_can_serve_comes_disabled(explorer: str, path: str) -> None:
    """Sent before the script runs, a form would go to the page's own address, and what was typed be lost."""
    page = html.fromstring(httpx.get(explorer + path, trust_env=False).text)
    for button in page.iter("button"):
        served = any(form.get("action") for form in button.iterancestors("form")) and button.get("type") != "button"
        assert served or "disabled" in button.attrib or "hidden" in button.attrib, html.tostring(button)


HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
NOWHERE = ["/explore/zzz", "/explore/zzz/and/more", "/explore/articles/zzz", "/explore/entities/person/nobody-at-all"]


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_leads_nowhere_is_a_page_to_people_and_a_problem_to_programs(explorer: str, path: str) -> None:
    page = httpx.get(explorer + path, headers=HTML, trust_env=False)
    assert (page.status_code, page.headers["content-type"].partition(";")[0]) == (404, "text/html")
    assert "Find an entity by name" in page.text
    assert 'href="/explore/entities"' in page.text
    for headers in ({}, {"Accept": "application/json"}):
        problem = httpx.get(explorer + path, headers=headers, trust_env=False)
        assert (problem.status_code, problem.headers["content-type"]) == (404, "application/problem+json")
        assert problem.json()["detail"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/explore", "/"),
        ("/explore/", "/"),
        ("/explore/articles/", "/explore/articles"),
        ("/explore/x%20y/", "/explore/x%20y"),
    ],
)
def test_a_slash_at_the_end_loses_nobody(explorer: str, path: str, place: str) -> None:
    answer = httpx.get(explorer + path, headers=HTML, trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (307, place)


def test_a_name_in_an_address_stays_text(explorer: str) -> None:
    page = httpx.get(explorer + "/explore/<script>alert(1)</script>", headers=HTML, trust_env=False)
    assert (page.status_code, "<script>alert" in page.text) == (404, False)
