import sqlite3
from contextlib import closing

import pytest

from ledger.evidence import item
from quietsignal.errors import LockedLedger, ProjectError
from quietsignal.ledger import Ledger


def test_a_backup_is_a_whole_ledger(ledger, tmp_path) -> None:
    """A copy made while the ledger is open opens elsewhere and holds the same."""
    ledger.add_documents([item("One."), item("Two.")])
    ledger.backup(tmp_path / "copy.db")
    with Ledger.open(tmp_path / "copy.db") as copy:
        assert copy.claims() == ledger.claims()
        assert copy.verify() == ()


def test_a_backup_overwrites_nothing(ledger, tmp_path) -> None:
    """An existing file, or a folder that is not there, is refused."""
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(ProjectError, match="expected a new path"):
        ledger.backup(tmp_path / "copy.db")
    with pytest.raises(LockedLedger, match="cannot be opened"):
        ledger.backup(tmp_path / "gone" / "copy.db")


def test_a_sound_ledger_has_no_problems(ledger) -> None:
    """Nothing is said of a ledger that is as it should be."""
    ledger.add_documents([item("One.")])
    assert ledger.verify() == ()


def test_tampering_is_found(path) -> None:
    """A text changed behind the ledger's back no longer bears its quotes, and that is told."""
    with Ledger.open(path) as ledger:
        ledger.add_documents([item("One text.")])
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER documents_no_update")
        other.execute("UPDATE documents SET text = 'Forged.'")
        other.execute("DELETE FROM claim_actors WHERE 0")
        other.commit()
    with Ledger.open(path, read_only=True) as ledger:
        (problem,) = ledger.verify()
    assert "'One text.' is not in its document" in problem


def test_a_missing_document_is_found(path) -> None:
    """A claim whose document is gone is told, not stumbled over."""
    with Ledger.open(path) as ledger:
        ledger.add_documents([item("One text.")])
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER documents_no_delete")
        other.execute("DELETE FROM documents")
        other.commit()
    with Ledger.open(path, read_only=True) as ledger:
        assert any("points to nothing in documents" in problem for problem in ledger.verify())
