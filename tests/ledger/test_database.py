import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ledger.evidence import item
from quietsignal.errors import LockedLedger, NewerLedger, ProjectError
from quietsignal.ledger import Ledger


def one_line(error: pytest.ExceptionInfo[ProjectError], path: Path) -> str:
    text = str(error.value)
    assert "\n" not in text
    assert str(path) in text
    assert "found" in text
    assert "expected" in text
    assert "sqlalche" not in text
    return text


@pytest.mark.parametrize("content", [b"", b"hello, this is no database at all", b"PK\x03\x04" * 99])
def test_another_file_is_no_ledger(tmp_path, content) -> None:
    """A file of another kind is refused in one line that names it."""
    path = tmp_path / "ledger.db"
    path.write_bytes(content)
    with pytest.raises(ProjectError) as error:
        Ledger.open(path)
    one_line(error, path)
    assert path.read_bytes() == content


def test_nothing_there(tmp_path) -> None:
    """A missing ledger is said to be missing, and none is made."""
    with pytest.raises(ProjectError) as error:
        Ledger.open(tmp_path / "ledger.db")
    one_line(error, tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_ledger(tmp_path) -> None:
    """A folder is refused as one."""
    with pytest.raises(ProjectError, match="found a folder"):
        Ledger.open(tmp_path)


def test_the_database_of_another_program(tmp_path) -> None:
    """Any SQLite file is not a ledger."""
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE claims (id)")
    with pytest.raises(ProjectError, match="another program") as error:
        Ledger.open(path)
    one_line(error, path)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_damaged_ledger(path, read_only) -> None:
    """A ledger with bytes overwritten is called damaged, by whichever call meets the damage."""
    with Ledger.open(path) as ledger:
        ledger.add_documents(item(f"Text {number}.") for number in range(200))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(ProjectError) as error, Ledger.open(path, read_only=read_only) as ledger:
        ledger.claims()
    one_line(error, path)


def test_a_truncated_ledger(path) -> None:
    """A ledger that was cut off is refused, not read in part."""
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(ProjectError) as error, Ledger.open(path) as ledger:
        ledger.claims()
    one_line(error, path)


def test_a_newer_ledger(path) -> None:
    """A ledger of a later version names both revisions, and stays as it is."""
    with closing(sqlite3.connect(path)) as later:
        later.execute("UPDATE alembic_version SET version_num = '0999'")
        later.execute("UPDATE meta SET value = '9.1' WHERE key = 'written_with'")
        later.commit()
    with pytest.raises(NewerLedger) as error:
        Ledger.open(path)
    text = one_line(error, path)
    assert "0999" in text
    assert "9.1" in text
    assert "0001" in text


def test_creating_over_something(path) -> None:
    """What stands there is not overwritten."""
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="expected a new path"):
        Ledger.create(path)
    assert path.read_bytes() == before


def test_creating_without_a_folder(tmp_path) -> None:
    """The folder must be there."""
    with pytest.raises(ProjectError, match="found no folder"):
        Ledger.create(tmp_path / "gone" / "ledger.db")


def test_creating_leaves_one_file(path) -> None:
    """No draft and no log is left beside a new ledger."""
    assert [found.name for found in path.parent.iterdir()] == ["ledger.db"]


def test_a_read_only_folder(unwritable) -> None:
    """It can be read, is refused for writing, and no ledger is made in it."""
    path = unwritable / "ledger.db"
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.claims() == ()
    with pytest.raises(LockedLedger, match="read-only") as error:
        Ledger.open(path)
    one_line(error, path)
    with pytest.raises(LockedLedger, match="read-only folder"):
        Ledger.create(unwritable / "other.db")


def test_a_ledger_opened_for_reading_takes_nothing(path) -> None:
    """Writing to it is refused in words."""
    first = item("One.")
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(LockedLedger) as error:
        ledger.add_document(first[0], first[1], claims=first[2])
    one_line(error, path)


HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_ledger_that_another_process_writes(path) -> None:
    """Writing waits its time and says who is in the way; reading goes on."""
    first = item("One.")
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with Ledger.open(path, wait=0.1) as ledger:
            assert ledger.claims() == ()
            with pytest.raises(LockedLedger, match="another process") as error:
                ledger.add_document(first[0], first[1], claims=first[2])
            one_line(error, path)
    finally:
        other.communicate()
    with Ledger.open(path) as ledger:
        assert ledger.add_document(first[0], first[1], claims=first[2]).new


def test_closing_leaves_one_file(path) -> None:
    """A closed ledger is one file, which may be copied as it is."""
    with Ledger.open(path) as ledger:
        ledger.add_documents([item("One.")])
    assert os.listdir(path.parent) == ["ledger.db"]  # noqa: PTH208 - names are what is compared


def test_opening_does_not_load_the_migrations(path) -> None:
    """A ledger that is up to date opens without Alembic, which is slow to import."""
    program = (
        "import sys; from quietsignal.ledger import Ledger\n"
        "Ledger.open(sys.argv[1]).close(); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
