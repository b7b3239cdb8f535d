"""The archive: bytes as received, each in a file named by its SHA-256.

Only bytes lie here (`captures/ab/cdef...`); address, time and headers of a capture stand in the
ledger, so that nothing in the folder depends on the machine it was made on.
"""

import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quietsignal.errors import ProjectError, UnreadableInput
from quietsignal.records import CaptureHash, capture_hash

__all__ = ["Archive"]

_HASH = re.compile(r"[0-9a-f]{64}\Z")
_UNFINISHED = ".part-"
_STALE_SECONDS = 3_600  # an unfinished file this old belongs to a process that was killed


class Archive:
    """A folder of captures; adding the same bytes again changes nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, content: bytes) -> CaptureHash:
        """Keep the bytes and give their hash; when it returns they are on the disk.

        Raises `ProjectError` when the folder cannot be written, and `UnreadableInput` when a
        file of that name holds other bytes.
        """
        sha256 = capture_hash(content)
        path = self.path(sha256)
        with self._writing(sha256):
            if path.exists():
                self.read(sha256)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                _write_whole(path, content)
        return sha256

    def read(self, sha256: CaptureHash) -> bytes:
        """The bytes of a capture, checked against their name.

        Raises `UnreadableInput` when the capture is missing or its bytes were changed.
        """
        try:
            content = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise UnreadableInput(
                f"capture {sha256[:12]}: found no file in {self.folder.name}/, expected its bytes; "
                "restore it from a backup"
            ) from None
        except OSError as error:
            raise UnreadableInput(
                f"capture {sha256[:12]}: cannot be read ({error.strerror}), expected its bytes"
            ) from None
        found = capture_hash(content)
        if found != sha256:
            raise UnreadableInput(
                f"capture {sha256[:12]}: found changed bytes (SHA-256 {found[:12]}), expected those "
                "that it is named by; restore it from a backup"
            )
        return content

    def __contains__(self, sha256: CaptureHash) -> bool:
        return self.path(sha256).exists()

    def __iter__(self) -> Iterator[CaptureHash]:
        """The hashes of all captures, sorted."""
        for path in sorted(self.folder.glob("??/*")):
            name = path.parent.name + path.name
            if _HASH.match(name):
                yield CaptureHash(name)

    def verify(self) -> Iterator[UnreadableInput]:
        """Read every capture and give the error of each that is not as it was received."""
        for sha256 in self:
            try:
                self.read(sha256)
            except UnreadableInput as error:
                yield error

    def sweep(self) -> int:
        """Remove the unfinished files of processes that were killed; gives their number."""
        removed = 0
        for path in self.folder.glob(f"??/{_UNFINISHED}*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                    path.unlink()
                    removed += 1
        return removed

    def path(self, sha256: CaptureHash) -> Path:
        """Where a capture lies; raises `UnreadableInput` for what is no hash."""
        if not _HASH.match(sha256):
            raise UnreadableInput(
                f"capture {sha256!r}: found no SHA-256, expected 64 hexadecimal digits"
            )
        return self.folder / sha256[:2] / sha256[2:]

    @contextmanager
    def _writing(self, sha256: CaptureHash) -> Iterator[None]:
        """Turn what goes wrong on the disk into one error that names folder and reason."""
        try:
            yield
        except OSError as error:
            raise ProjectError(
                f"{self.folder}: capture {sha256[:12]} cannot be written ({error.strerror}), "
                "expected a folder with write permission and free space"
            ) from None


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file that is either whole or not there, whenever the process is killed."""
    unfinished = path.with_name(_UNFINISHED + secrets.token_hex(8))
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    _sync_folder(path.parent.parent)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a loss of power, where the system can do that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
