"""Runs a command and turns what it raises into one line and an exit code.

Exit codes: 0 done, 1 some inputs failed (each named on standard error), 2 wrong use.
"""

import os
import sys

from quietsignal.cli.app import app
from quietsignal.cli.output import state
from quietsignal.errors import QuietSignalError, UsageError

__all__ = ["run"]

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def run() -> int:
    """Run the command line and return its exit code; the command's own exits pass through."""
    try:
        app()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE
    except BaseException as error:  # the edge of a run: a person reads one line
        if state.traceback and not isinstance(error, QuietSignalError):
            raise
        return _told(error)
    return DONE


def _told(error: BaseException) -> int:
    """Say what ended the run in one line, and give its exit code."""
    if isinstance(error, BrokenPipeError):
        # The reader of our output has gone (`| head`); closing it again must not raise either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    if isinstance(error, KeyboardInterrupt):
        return _say("stopped; what was reported as saved is saved", INTERRUPTED)
    if isinstance(error, QuietSignalError):
        return _say(str(error), WRONG_USE if isinstance(error, UsageError) else FAILED)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return _say(f"{where}{error.strerror or error}", FAILED)
    kind = type(error).__name__
    return _say(
        f"internal error ({kind}: {error}); please report it. To see where, run again as: "
        "quietsignal --traceback COMMAND",
        FAILED,
    )


def _say(text: str, code: int) -> int:
    sys.stderr.write(f"quietsignal: {text}\n")
    return code
