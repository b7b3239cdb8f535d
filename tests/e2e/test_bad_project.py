"""Projects that cannot be used: one clear line each, the right exit code, no traceback."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from program import command, quietsignal


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project with one document."""
    folder = tmp_path_factory.mktemp("made") / "kenya"
    assert quietsignal("init", folder, "--focus", "KEN").returncode == 0
    text = "Drill\n\nSynthetic. Kenya and Uganda held the joint exercise Umoja on 3 March 2025.\n"
    assert quietsignal("add", "-", "--project", folder, stdin=text).returncode == 0
    return folder


@pytest.fixture
def project(made, tmp_path) -> Path:
    """A copy of it that a test may break."""
    copy = tmp_path / "kenya"
    shutil.copytree(made, copy)
    return copy


def refused(result, words: str) -> None:
    """One line on standard error with those words, and exit code 2."""
    assert "Traceback" not in result.stderr
    assert words in result.stderr
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)


def test_a_ledger_of_a_later_version(project) -> None:
    """The line names the revision found and says that the program is older."""
    with closing(sqlite3.connect(project / "ledger.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_from_the_future'")
    refused(quietsignal("events", "--project", project), "9999_from_the_future")


def test_a_ledger_that_is_something_else(project) -> None:
    """A file that is no database is named, and left as it is."""
    ledger = project / "ledger.db"
    ledger.write_bytes(b"these are not the rows you are looking for" * 100)
    before = ledger.read_bytes()
    refused(quietsignal("events", "--project", project), "ledger.db")
    assert ledger.read_bytes() == before


def test_a_ledger_that_another_process_holds(project) -> None:
    """After a wait the line says that it is locked; nothing is half written."""
    with closing(sqlite3.connect(project / "ledger.db", isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        result = quietsignal("add", "-", "--project", project, stdin="Drill\n\nMore text.\n")
        holder.execute("ROLLBACK")
    assert "Traceback" not in result.stderr
    assert "lock" in result.stderr or "held" in result.stderr
    assert result.returncode == 2


def test_a_folder_that_may_not_be_written(project) -> None:
    """One line that names the folder; what may be read is still shown."""
    for path in [project, *project.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    # Root may write anyway, unless that right is taken from it.
    bound = ["setpriv", "--bounding-set=-dac_override", "--"] if os.geteuid() == 0 else []

    def run(*arguments: object, stdin: str = ""):
        return subprocess.run(
            [*bound, *command(*arguments)], capture_output=True, text=True, input=stdin, check=False
        )

    refused(run("add", "-", "--project", project, stdin="Drill\n\nMore text.\n"), str(project))
    shown = run("events", "--project", project, "--json")
    assert shown.returncode == 0, shown.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[project\n", "not valid TOML"),
        ('[project]\ncolour = "red"\n', "project: found 'colour', expected one of"),
        ('[project]\nfocus = ["XYZ"]\n', "XYZ"),
        ('[project]\nmarking = "SECRET"\n', "marking: found 'SECRET', expected one of TLP:CLEAR"),
        ("[weights]\ndrill = 2\n", "weights: found 'drill'"),
        ("[weights]\nexercise = -1\n", "expected a number from 0 up"),
        ('[groups.west]\nname = "W"\nactors = ["ZZZ"]\n', "ZZZ"),
        ('[settings]\nmax_bytes = "many"\n', "max_bytes"),
        ("[project]\nseed = 1.5\n", "seed: found 1.5, expected a whole number"),
    ],
)
def test_settings_that_cannot_be_used(project, text, words) -> None:
    """The line names the file, the key, what was found and what was expected."""
    (project / "project.toml").write_text(text, encoding="utf-8")
    result = quietsignal("events", "--project", project)
    refused(result, words)
    assert "project.toml" in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("sources.toml", '[[source]]\nname = "A"\nkind = "wire"\ngrade = "Z"\n', "'Z'"),
        ("coverage.toml", '[[coverage]]\nid = "a"\n', "coverage 1: what is missing"),
        ("policy.toml", "[[commitment]]\n", "is missing"),
    ],
)
def test_registers_that_cannot_be_read(project, tmp_path, name, text, words) -> None:
    """A broken register names its file, entry and field, and no brief is written from it."""
    (project / name).write_text(text, encoding="utf-8")
    out = tmp_path / "x.html"
    result = quietsignal("brief", "KEN", "--project", project, "--out", out)
    refused(result, words)
    assert name in result.stderr
    assert not out.exists()
