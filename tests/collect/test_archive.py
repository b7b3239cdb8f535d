import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quietsignal.collect import Archive
from quietsignal.errors import ProjectError, UnreadableInput
from quietsignal.records import CaptureHash


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "captures")


def files(archive):
    return sorted(path for path in archive.folder.rglob("*") if path.is_file())


def test_bytes_come_back_as_they_were_added(archive):
    """What is added is read again under its hash, in a file named by it."""
    sha256 = archive.add(b"\x00bytes\r\n")
    assert archive.read(sha256) == b"\x00bytes\r\n"
    assert archive.path(sha256) == archive.folder / sha256[:2] / sha256[2:]
    assert sha256 in archive
    assert list(archive) == [sha256]


def test_adding_again_changes_nothing(archive):
    """The same bytes have one file, which is not written a second time."""
    sha256 = archive.add(b"same")
    before = archive.path(sha256).stat().st_mtime_ns
    assert archive.add(b"same") == sha256
    assert archive.path(sha256).stat().st_mtime_ns == before
    assert len(files(archive)) == 1


def test_changed_bytes_are_found(archive):
    """A capture whose bytes were changed is not given out, but named."""
    sha256 = archive.add(b"honest")
    archive.path(sha256).write_bytes(b"forged")
    with pytest.raises(UnreadableInput, match=rf"capture {sha256[:12]}: found changed bytes"):
        archive.read(sha256)
    with pytest.raises(UnreadableInput, match="changed bytes"):
        archive.add(b"honest")


def test_verify_names_every_bad_capture_and_goes_on(archive):
    """Verifying reads all captures and gives one error for each that is not as received."""
    hashes = [archive.add(bytes([number])) for number in range(5)]
    for sha256 in hashes[1:3]:
        archive.path(sha256).write_bytes(b"forged")
    assert len(list(archive.verify())) == 2


def test_a_missing_capture_is_named(archive):
    """Reading what is not there says so in one line."""
    with pytest.raises(UnreadableInput, match="found no file in captures/"):
        archive.read(CaptureHash("0" * 64))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", "A" * 64, "0" * 63 + "\n", "0" * 64 + "\n"]
)
def test_only_hashes_name_captures(archive, name):
    """No path can be smuggled in where a hash belongs."""
    with pytest.raises(UnreadableInput, match="found no SHA-256"):
        archive.read(CaptureHash(name))


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path):
    """A file where the folder should be stops the run with the folder's name."""
    (tmp_path / "captures").write_text("in the way", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"captures: capture \w{12} cannot be written"):
        Archive(tmp_path / "captures").add(b"bytes")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_or_read_only_disk_leaves_nothing_behind(archive, monkeypatch, number):
    """When the disk refuses, the error names the reason and no half file remains."""

    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("quietsignal.collect.archive.os.fsync", refuse)
    with pytest.raises(ProjectError, match=os.strerror(number)):
        archive.add(b"bytes")
    assert files(archive) == []


KILLED = """
import os, sys
from pathlib import Path
from quietsignal.collect.archive import Archive
Path.replace = lambda self, target: os._exit(9)
Archive(Path(sys.argv[1])).add(b"half")
"""


def test_a_kill_before_the_rename_leaves_no_capture(archive):
    """A process that dies between writing and renaming leaves no capture, and no obstacle."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(archive.folder)], check=False)
    assert done.returncode == 9
    assert list(archive) == []
    assert len(files(archive)) == 1
    sha256 = archive.add(b"half")
    assert archive.read(sha256) == b"half"


def test_leftovers_of_killed_processes_are_swept_when_old(archive):
    """An unfinished file is removed once it is too old to be in use."""
    archive.add(b"kept")
    folder = next(archive.folder.iterdir())
    for name in (".part-old", ".part-new"):
        (folder / name).write_bytes(b"half")
    os.utime(folder / ".part-old", (0, 0))
    assert archive.sweep() == 1
    assert [path.name for path in folder.glob(".part-*")] == [".part-new"]


def test_a_copied_archive_opens_elsewhere(archive, tmp_path):
    """Nothing in the folder depends on where it lies."""
    sha256 = archive.add(b"bytes")
    moved = Path(archive.folder).rename(tmp_path / "elsewhere")
    assert Archive(moved).read(sha256) == b"bytes"
