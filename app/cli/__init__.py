"""The command line: `claimgraph`. Results go to stdout, messages to stderr; 0 is done, 1 failed, 2 bad usage."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command that the arguments name."""
    from app.cli.commands import app
    from app.cli.show import complain
    from app.errors import ClaimgraphError

    try:
        app(prog_name="claimgraph")
    except ClaimgraphError as error:
        complain(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read our output has read enough (`| head`). Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
