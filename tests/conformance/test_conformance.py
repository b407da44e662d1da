"""The W3C's suites over HTTP against our own server: what passes stays so, and what fails is known by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.server import service
from tests.conformance.suites import FAILURES, results


@pytest.fixture(scope="module")
def outcomes(shared_dir: Path) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    with service() as client:
        for suite, name, failure in results(shared_dir / "rdf-tests", client):
            found.setdefault(suite, {})[name] = failure
    return found


def test_exactly_the_known_tests_fail(outcomes: dict[str, dict[str, str | None]]) -> None:
    failed = {name: failure for tests in outcomes.values() for name, failure in tests.items() if failure is not None}
    assert {name: failed[name] for name in failed.keys() - FAILURES.keys()} == {}, "these have begun to fail"
    assert FAILURES.keys() - failed.keys() == set(), "these have begun to pass: take them off the list"


@pytest.mark.parametrize(
    ("suite", "least", "count"),
    [
        ("SPARQL 1.1 protocol", 34, 34),
        ("graph store protocol", 13, 13),
        ("service description", 3, 3),
        ("SPARQL 1.1 query, update, syntax, results", 486, 498),
        ("SPARQL 1.2", 264, 269),
        ("graph store protocol, older tests", 17, 18),
    ],
)
def test_every_suite_is_run_whole(
    outcomes: dict[str, dict[str, str | None]], suite: str, least: int, count: int
) -> None:
    tests = outcomes[suite]
    assert len(tests) == count
    assert sum(failure is None for failure in tests.values()) >= least
