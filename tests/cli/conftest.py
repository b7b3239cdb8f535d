"""Fixtures of the command line: the program, the built-in case, an empty project."""

from pathlib import Path

import pytest

import program


@pytest.fixture(scope="session")
def quietsignal():
    """Run a command; `cwd` and `stdin` may be given."""
    return program.quietsignal


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in case, built once; tests read it and copy it before they change it."""
    folder = tmp_path_factory.mktemp("built") / "demo"
    result = program.quietsignal("demo", "--out", folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new, empty project on Kenya."""
    folder = tmp_path / "kenya"
    assert program.quietsignal("init", folder, "--focus", "Kenya").returncode == 0
    return folder
