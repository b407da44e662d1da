"""Runs the conformance suites and prints how many tests pass: `scripts/conformance [--failures]`."""

from __future__ import annotations

import sys
from collections import Counter

from tests.conformance.server import service
from tests.conformance.suites import results
from tests.conftest import SHARED


def main() -> int:
    """Print the figures, and with `--failures` how each test failed."""
    root = SHARED / "rdf-tests"
    if not root.is_dir():
        print(f"conformance: there are no suites at {root}; set CLAIMGRAPH_SHARED", file=sys.stderr)
        return 1
    run, passed = Counter[str](), Counter[str]()
    with service() as client:
        for suite, name, failure in results(root, client):
            run[suite] += 1
            passed[suite] += failure is None
            if failure is not None and "--failures" in sys.argv[1:]:
                print(f"{name}: {failure}")
    for suite, count in run.items():
        print(f"{suite:45} {passed[suite]:4} of {count:4}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
