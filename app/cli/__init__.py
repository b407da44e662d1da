"""The command line: `claimgraph`. Results go to stdout, messages to stderr.

The exit code is 0 when done, 1 when the work failed, 2 for bad usage, and 130 when stopped by Ctrl-C.
"""

from __future__ import annotations

import os
import sys

_STOPPED = 130  # what a shell makes of Ctrl-C


def main() -> None:
    """Run the command that the arguments name."""
    try:
        _run()
    except KeyboardInterrupt:  # while the program was loaded
        _say_stopped()
        sys.exit(_STOPPED)
    except SystemExit as end:
        if end.code == _STOPPED:
            _say_stopped()
        raise


def _say_stopped() -> None:
    sys.stderr.write("Stopped. Nothing is left half written.\n")


def _run() -> None:
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
