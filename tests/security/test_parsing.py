"""Parsing must be harmless: no network, no program, no file, no secret of the environment."""

import datetime as dt
import subprocess
import sys

import pytest

from quietsignal.collect import Hints, IsolatedParser

PROBE = """
import sys, tempfile
from quietsignal.collect import worker
tempfile.gettempdir()
sys.addaudithook(worker._refuse)
try:
    {attempt}
except PermissionError as error:
    print("refused:", error)
else:
    print("done")
"""


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "open('written.txt', 'w')",
        "import pathlib; pathlib.Path('written.txt').write_bytes(b'')",
    ],
)
def test_a_parser_cannot_reach_out(tmp_path, attempt):
    """Network, programs and writing are refused in the process that parses."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(attempt=attempt)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.stdout.startswith("refused:") or "PermissionError" in done.stdout + done.stderr
    assert "done" not in done.stdout
    assert list(tmp_path.iterdir()) == []


HINTS = Hints(name="x", media_type="text/html", captured_on=dt.date(2026, 1, 1))
PAGE = b"<p>One sentence stands here.</p>"


def test_the_child_does_not_get_the_environment(monkeypatch):
    """Keys and proxies of the user stay with the user."""
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    started = []

    def start(command, **options):
        started.append(options["env"])
        return popen(command, **options)

    popen = subprocess.Popen
    monkeypatch.setattr("quietsignal.collect.isolation.subprocess.Popen", start)
    with IsolatedParser() as parser:
        parser.parse(PAGE, HINTS)
    names = set(started[0])
    assert "SECRET_TOKEN" not in names
    assert not any("proxy" in name.lower() for name in names)


def test_a_file_of_the_users_folder_is_not_imported(tmp_path, monkeypatch):
    """A file named like a library beside the documents is not run by the child."""
    (tmp_path / "lxml.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with IsolatedParser() as parser:
        assert parser.parse(PAGE, HINTS).text
