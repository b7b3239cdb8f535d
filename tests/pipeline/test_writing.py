from datetime import date
from pathlib import Path

import pytest

from quietsignal.errors import UsageError
from quietsignal.pipeline.writing import check_format, suppliers_of, write_file


def test_a_file_appears_whole_or_not_at_all(tmp_path, monkeypatch) -> None:
    """When writing fails half-way the old file is as it was."""
    out = tmp_path / "brief.html"
    write_file(out, "old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_file(out, "new")
    assert out.read_text() == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path) -> None:
    """The error says which folder was expected."""
    with pytest.raises(UsageError, match="found no folder"):
        write_file(tmp_path / "nowhere" / "x.md", "x")


def test_a_suffix_that_cannot_be_written_is_refused() -> None:
    """Only the formats of this version are taken."""
    check_format(Path("x.html"))
    with pytest.raises(UsageError, match=r"'.odt', expected .html or .md"):
        check_format(Path("x.odt"))


def test_suppliers_without_an_edition_say_what_to_load(project) -> None:
    """A project without the register tells how to load it."""
    with pytest.raises(UsageError, match="quietsignal datasets load sipri"):
        suppliers_of(project, recipient="SRB", years=None, edition=date(2025, 3, 13))
