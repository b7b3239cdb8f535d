"""A new ledger for each test that asks for one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quietsignal.ledger import Ledger

NOBODY = 65534


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, made once and copied for each test."""
    made = tmp_path_factory.mktemp("empty") / "ledger.db"
    Ledger.create(made).close()
    return made


@pytest.fixture
def path(tmp_path: Path, empty: Path) -> Path:
    """The path of a new, empty ledger, which is closed."""
    return shutil.copy(empty, tmp_path / "ledger.db")


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A new ledger, open for writing."""
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def unwritable(path: Path) -> Iterator[Path]:
    """A folder with a ledger in it that may be read and not written, even where root tests."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(path, folder / "ledger.db")
    (folder / "ledger.db").chmod(0o444)
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        shutil.rmtree(folder)
