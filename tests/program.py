"""Runs the program for tests: inside this process for speed, or as a process of its own."""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from quietsignal.cli import run


class Result(NamedTuple):
    """What a run left: its exit code, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def quietsignal(*arguments: object, cwd: Path | None = None, stdin: str = "") -> Result:
    """Run a command as the program's own door does, in this process."""
    out, err = io.StringIO(), io.StringIO()
    source = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    argv = ["quietsignal", *map(str, arguments)]
    with (
        mock.patch.object(sys, "argv", argv),
        mock.patch.object(sys, "stdin", source),
        contextlib.chdir(cwd or Path.cwd()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run()
    return Result(code, out.getvalue(), err.getvalue())


def command(*arguments: object) -> list[str]:
    """The words that run the program as a process of its own."""
    return [sys.executable, "-m", "quietsignal", *map(str, arguments)]


def separate(
    *arguments: object, stdin: str = "", **options: object
) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own and wait for it."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, input=stdin, timeout=100,
        check=False, **options,
    )  # type: ignore[call-overload, no-any-return]  # fmt: skip
