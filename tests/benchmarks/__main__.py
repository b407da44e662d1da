"""`python -m tests.benchmarks NAME ...`: runs the benchmark of that name. `scripts/benchmark` is the way in."""

import sys

from tests.benchmarks import agreement, endurance, extraction
from tests.benchmarks.ask import benchmark as ask
from tests.benchmarks.audit import sheets as audit
from tests.benchmarks.cluster import benchmark as cluster
from tests.benchmarks.facts import benchmark as facts
from tests.benchmarks.names import benchmark as names
from tests.benchmarks.serve import benchmark as serve
from tests.benchmarks.status import benchmark as status

# To add a benchmark: a module with a `main(arguments)`, and its name here.
BENCHMARKS = {
    "agreement": agreement.main,
    "ask": ask.main,
    "audit": audit.main,
    "cluster": cluster.main,
    "endurance": endurance.main,
    "extraction": extraction.main,
    "facts": facts.main,
    "names": names.main,
    "serve": serve.main,
    "status": status.main,
}


def main() -> int:
    """Hand the rest of the command line to the benchmark named first."""
    name, *rest = sys.argv[1:] or [""]
    if name not in BENCHMARKS:
        print(f"usage: scripts/benchmark {{{','.join(BENCHMARKS)}}} [--help]", file=sys.stderr)
        return 2
    return BENCHMARKS[name](rest)


if __name__ == "__main__":
    sys.exit(main())
