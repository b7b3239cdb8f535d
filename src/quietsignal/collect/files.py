"""Files and folders of the user: what is there, and its bytes, without hanging or wandering off."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from quietsignal.collect.invisible import shown
from quietsignal.collect.parsers import known_suffixes
from quietsignal.collect.received import Skipped
from quietsignal.errors import UnreadableInput

__all__ = ["read_file", "too_large", "walk"]

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_file(path: Path, *, name: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    Raises `UnreadableInput` for what is missing, empty, too large, no regular file (a named pipe
    would hang) or may not be read.
    """
    try:
        _require_regular(path.stat().st_mode, name)
        # Not blocking: between the look and the opening the file may have become a pipe.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as file:
            _require_regular(os.fstat(file.fileno()).st_mode, name)
            size = os.fstat(file.fileno()).st_size
            if size > limit:
                raise too_large(name, f"{size:,}", limit=limit)
            content = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(error, path=path, name=name) from None
    except ValueError:  # a NUL character in the name
        raise UnreadableInput(f"{name}: found no such file, expected a path") from None
    if len(content) > limit:
        raise too_large(name, f"more than {limit:,}", limit=limit)
    if not content:
        raise UnreadableInput(f"{name}: found an empty file, expected text")
    return content


def too_large(name: str, size: str, *, limit: int) -> UnreadableInput:
    """The error for an input above the limit."""
    return UnreadableInput(
        f"{name}: found {size} bytes, expected at most {limit:,} (setting max_bytes)"
    )


def walk(folder: Path) -> Iterator[Path | Skipped | UnreadableInput]:
    """The files below a folder in sorted order that have a known suffix; others are named.

    Links out of the folder and hidden files are skipped. A folder without any file that is read
    gives an `UnreadableInput`.
    """
    root = folder.resolve()
    found = False
    waiting: list[Path] = [folder]
    while waiting:
        path = waiting.pop()
        if not path.is_symlink() and path.is_dir():
            entries = _entries(path)
            if isinstance(entries, UnreadableInput):
                yield entries
            else:
                waiting.extend(reversed(entries))
            continue
        item = _judged(path, root)
        found = found or not isinstance(item, Skipped)
        yield item
    if not found:
        raise UnreadableInput(
            f"{shown(folder)}: found a folder without a file that is read, expected one with "
            f"{', '.join(known_suffixes())}"
        )


def _entries(folder: Path) -> list[Path] | UnreadableInput:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        return UnreadableInput(
            f"{shown(folder)}: found a folder that cannot be listed ({error.strerror}), expected "
            "read permission"
        )


def _judged(path: Path, root: Path) -> Path | Skipped | UnreadableInput:
    """What to do with one file of a folder."""
    name = shown(path)
    if path.name.startswith("."):
        return Skipped(name, "a hidden file")
    if path.suffix.lower() not in known_suffixes():
        return Skipped(
            name, f"suffix {shown(path.suffix)!r} is not read" if path.suffix else "no suffix"
        )
    if not path.is_symlink():
        return path
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return UnreadableInput(f"{name}: found a link to nothing, expected a file")
    if not target.is_relative_to(root):
        return Skipped(name, "a link out of the folder")
    return Skipped(name, "a link to a folder") if target.is_dir() else path


def _require_regular(mode: int, name: str) -> None:
    if stat.S_ISREG(mode):
        return
    kind = next((label for test, label in _KINDS if test(mode)), "a special file")
    raise UnreadableInput(f"{name}: found {kind}, expected a regular file")


def _unreadable(error: OSError, *, path: Path, name: str) -> UnreadableInput:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return UnreadableInput(f"{name}: found a link to nothing, expected a file")
        return UnreadableInput(
            f"{name}: found no such file, expected a file, a folder, an address (https://...) or -"
        )
    if isinstance(error, PermissionError):
        return UnreadableInput(
            f"{name}: found a file without read permission, expected one that may be read"
        )
    return UnreadableInput(f"{name}: cannot be read ({error.strerror}), expected a regular file")
