"""The project's own files: the lock, the versions, the licence, and what no file may carry."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from quietsignal import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Folders of one machine; put together here so that this file does not carry them itself.
MACHINE_FOLDERS = tuple(f"/{name}/" for name in ("work", "root"))
BINARY = {".png", ".jpg", ".ico", ".woff2", ".pdf", ".docx", ".parquet", ".gz", ".zip", ".xlsx"}
NOT_OURS = {".git", ".venv", "demo", "build", "dist", "__pycache__"}


def _files() -> list[Path]:
    """The files that are or would be under version control; without git, all but what is made."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [p for p in ROOT.rglob("*") if not NOT_OURS & set(p.relative_to(ROOT).parts)]
    return sorted(path for path in paths if path.is_file())


def _texts() -> list[Path]:
    return [path for path in _files() if path.suffix not in BINARY]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _names(requirements: list[str]) -> set[str]:
    return {_normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in requirements}


def _locked() -> dict[str, str]:
    """The text of each entry of the lock by the name of its package."""
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    return {_normal(entry.partition("==")[0]): entry for entry in entries}


def test_lock_pins_and_hashes_everything() -> None:
    """Each package of the lock has one version and at least one SHA-256."""
    for name, entry in _locked().items():
        assert re.match(r"[\w.-]+==\S+", entry), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), name


def test_lock_names_no_address() -> None:
    """The lock installs from whatever index its user has: it names none."""
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK


def test_lock_holds_every_dependency() -> None:
    """What the project asks for is in the lock, for use, for development and for the build."""
    wanted = [
        *SETTINGS["project"]["dependencies"],
        *SETTINGS["dependency-groups"]["dev"],
        *SETTINGS["build-system"]["requires"],
    ]

    assert not _names(wanted) - set(_locked())


def test_versions_agree() -> None:
    """Package, installation, citation and changelog tell one version."""
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d\S*)\]", changelog, re.MULTILINE)

    assert metadata.version("quietsignal") == __version__
    assert re.findall(r"^version: (\S+)$", citation, re.MULTILINE) == [__version__]
    assert newest is not None
    assert newest[1] == __version__


def test_licence_is_told_once() -> None:
    """The text of the licence is there, and its name is the same everywhere."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

    assert "Apache License" in text
    assert "Version 2.0" in text
    assert SETTINGS["project"]["license"] == "Apache-2.0"
    assert "license: Apache-2.0" in citation


def test_readme_shows_the_two_commands() -> None:
    """A reader of the README finds the two commands that do all."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "make demo" in readme
    assert "make test" in readme


def test_files_are_text_in_utf8() -> None:
    """Every file that is not binary by its name is UTF-8, but data that tests other encodings."""
    strange = []
    for path in _texts():
        if "fixtures" in path.parts or "sipri" in path.parts:  # as their publishers made them
            continue
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            strange.append(path.relative_to(ROOT).as_posix())

    assert not strange


def test_no_file_names_a_folder_of_one_machine() -> None:
    """A checkout works anywhere: no file carries an absolute path of where it was made."""
    carried = [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in _texts()
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if "://" not in line and any(folder in line for folder in MACHINE_FOLDERS)
    ]

    assert not carried


# What a page loads by itself; a link that a reader may follow is something else.
_LOADS = re.compile(
    r"""<(?:script|img|iframe|audio|video|source|embed|object|image|use)\b[^>]*
        \b(?:src|srcset|data|href)\s*=\s*["']?\s*(?:https?:)?//
      | <link\b[^>]*\bhref\s*=\s*["']?\s*(?:https?:)?//
      | url\(\s*["']?\s*(?:https?:)?//
      | @import\s+["']\s*(?:https?:)?//
      | \b(?:fetch|import)\(\s*["'`]\s*(?:https?:)?//""",
    re.IGNORECASE | re.VERBOSE,
)


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ('<script src="https://cdn.example/a.js">', True),
        ('<link rel="stylesheet" href="//cdn.example/a.css">', True),
        ("<img alt='' src=http://example.org/a.png>", True),
        ("body { background: url(https://example.org/a.png) }", True),
        ('<a href="https://example.org/">the source</a>', False),
        ('<svg xmlns="http://www.w3.org/2000/svg">', False),
        ('<link rel="stylesheet" href="/static/a.css">', False),
    ],
)
def test_what_counts_as_loading(text: str, loads: bool) -> None:
    """A script, style, picture or font of another host is found; a link to a source is not."""
    assert bool(_LOADS.search(text)) is loads


def test_pages_load_nothing_from_elsewhere() -> None:
    """No template, style or script of the program asks another host for anything."""
    kinds = {".html", ".jinja", ".j2", ".css", ".js", ".svg", ".xml"}
    loading = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src").rglob("*")
        if path.suffix in kinds
        and "cases" not in path.parts  # documents that are read, not pages that are shown
        and _LOADS.search(path.read_text(encoding="utf-8"))
    ]

    assert not loading


@pytest.mark.parametrize("path", [".ci/run", "scripts/setup", "scripts/browser", "scripts/check"])
def test_scripts_can_be_run(path: str) -> None:
    """What the targets and CI call is executable and stops at the first error."""
    script = ROOT / path

    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")


SKIPPING = '''
import pytest

def test_that_runs():
    """Runs."""

@pytest.mark.skip(reason="no browser")
def test_that_does_not():
    """Does not run."""

@pytest.mark.xfail(reason="known", strict=True)
def test_that_is_known_to_fail():
    """Fails as expected."""
    raise ValueError
'''


@pytest.fixture
def small_suite(tmp_path: Path) -> Path:
    """A suite of three tests under the conftest of this one: one runs, one skips, one fails."""
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_small.py").write_text(SKIPPING)
    return tmp_path


def _run(suite: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"],
        cwd=suite,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_skip_is_allowed_on_a_desk(small_suite: Path) -> None:
    """Without the variable a skip is a skip."""
    result = _run(small_suite)

    assert result.returncode == 0, result.stdout
    assert "1 passed, 1 skipped, 1 xfailed" in result.stdout


def test_skip_fails_where_everything_is_required(small_suite: Path) -> None:
    """With the variable, as in CI, a skip fails and shows its reason; a known failure does not."""
    result = _run(small_suite, QUIETSIGNAL_REQUIRE_ALL="1")

    assert result.returncode == 1, result.stdout
    assert "1 passed, 1 xfailed, 1 error" in result.stdout
    assert "skipped, but QUIETSIGNAL_REQUIRE_ALL is set: no browser" in result.stdout


def test_skipped_module_fails_where_everything_is_required(small_suite: Path) -> None:
    """A module that is skipped as a whole fails, too."""
    (small_suite / "test_whole.py").write_text(
        'import pytest\npytest.importorskip("no_such_module", reason="not installed")\n'
    )

    result = _run(small_suite, QUIETSIGNAL_REQUIRE_ALL="1")

    assert result.returncode == 2, result.stdout
    assert "not installed" in result.stdout


def test_tests_reach_this_machine_only(small_suite: Path) -> None:
    """A test that connects to another machine, or asks for its address, fails."""
    (small_suite / "test_small.py").write_text(
        "import socket\n"
        "def test_connect():\n"
        "    with socket.socket() as s:\n"
        "        s.connect(('192.0.2.1', 80))\n"
        "def test_look_up():\n"
        "    socket.getaddrinfo('example.org', 80)\n"
        "def test_here():\n"
        "    with socket.create_server(('127.0.0.1', 0)) as server:\n"
        "        socket.create_connection(server.getsockname()).close()\n"
    )

    result = _run(small_suite)

    assert "2 failed, 1 passed" in result.stdout
    assert "tests reach this machine only" in result.stdout
