import subprocess
import sys

import pytest

from quietsignal import __version__


def test_the_version_is_told(quietsignal) -> None:
    """By itself and among other options it is the same line."""
    assert quietsignal("--version").stdout == f"quietsignal {__version__}\n"
    assert quietsignal("--quiet", "--version").stdout == f"quietsignal {__version__}\n"


@pytest.mark.parametrize(
    "command",
    ["", "demo", "init", "add", "extract", "events", "measure", "measure balance",
     "measure depth", "measure suppliers", "datasets", "datasets load", "brief", "lint", "serve"],
)  # fmt: skip
def test_every_command_teaches(quietsignal, command) -> None:
    """Each help text says what the command does; leaves show an example."""
    result = quietsignal(*command.split(), "--help")
    assert result.returncode == 0
    assert "Usage:" in result.stdout
    if command and command not in ("measure", "datasets"):
        assert "Example" in result.stdout


def test_wrong_use_is_exit_code_two(quietsignal) -> None:
    """An unknown command or option is told, without a traceback."""
    for arguments in (("fly",), ("demo", "--speed", "9"), ("brief",)):
        result = quietsignal(*arguments)
        assert result.returncode == 2
        assert "Traceback" not in result.stderr


def test_a_reader_that_goes_away_is_no_error(demo) -> None:
    """`quietsignal events --json | head -1` ends quietly."""
    script = f"{sys.executable} -m quietsignal events --project {demo} --json | head -1"
    result = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert len(result.stdout.splitlines()) == 1


def test_completion_is_offered(quietsignal) -> None:
    """The shell's completion script can be shown."""
    result = subprocess.run(
        [sys.executable, "-m", "quietsignal", "--show-completion", "bash"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "COMPLETE" in result.stdout + result.stderr
