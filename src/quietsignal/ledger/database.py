"""Opening the SQLite file of a ledger, and saying in one line why it cannot be opened.

The file is kept in write-ahead mode: readers never wait for the writer. `synchronous=FULL` syncs
the log at every commit, so that what was reported as saved survives both a killed process and a
power cut (NORMAL would survive only the first).
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from quietsignal import __version__
from quietsignal.errors import LockedLedger, NewerLedger, ProjectError
from quietsignal.ledger.revisions import HEAD, KNOWN, found_revision, upgrade
from quietsignal.ledger.schema import APPLICATION_ID

__all__ = ["WAIT", "build", "connect", "plain_errors", "require_head"]

WAIT = 5.0  # seconds to wait for another process to finish writing

_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    # Without it, INSERT OR REPLACE deletes the row it replaces behind the triggers' back.
    "recursive_triggers = ON",
)
_HEADER = b"SQLite format 3\x00"


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the database driver raises into errors that name the ledger in one line."""
    try:
        yield
    except DBAPIError as error:
        raise _explained(path, error.orig or error) from error
    except sqlite3.Error as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: BaseException) -> ProjectError:
    found = str(error)
    if "locked" in found or "busy" in found:
        return LockedLedger(
            f"ledger {path}: found it held by another process ({found}); "
            "expected it free: close the other program or try again"
        )
    if "readonly" in found or "query_only" in found:
        return LockedLedger(f"ledger {path}: found it read-only, expected leave to write")
    if "unable to open" in found:
        return LockedLedger(
            f"ledger {path}: found that the file cannot be opened, expected leave to read it "
            "and to write in its folder"
        )
    if "not a database" in found or "malformed" in found:
        return ProjectError(
            f"ledger {path}: found a damaged file ({found}), expected a whole ledger: "
            "restore it from a backup"
        )
    return ProjectError(f"ledger {path}: found {found}, expected a ledger that works")


def connect(path: Path, *, read_only: bool, wait: float = WAIT) -> Engine:
    """The engine on an existing ledger; nothing is opened before its first connection.

    Raises `ProjectError` where the file is missing or no SQLite database, and `LockedLedger`
    where it is to be written and may not be.
    """
    _require_database(path)
    writable = _may_write(path) and _may_write(path.parent)
    if not writable and not read_only:
        what = "file" if _may_write(path.parent) else "folder"
        raise LockedLedger(
            f"ledger {path}: found a read-only {what}, expected leave to write; "
            "open it for reading only, or change its permissions"
        )
    mode = "mode=rw" if writable else _unwritable_mode(path)
    return _engine(f"{path.absolute().as_uri()}?{mode}", query_only=read_only, wait=wait)


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids  # not so on Windows
    return os.access(path, os.W_OK, effective_ids=effective)


def _unwritable_mode(path: Path) -> str:
    """How SQLite opens a file where it can leave no log beside it.

    Without a log the file is all there is, and is read as it stands; with one, its writer is at
    work or was stopped, and the log must be read with it.
    """
    log = path.with_name(path.name + "-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def _require_database(path: Path) -> None:
    if not path.exists():
        raise ProjectError(f"ledger {path}: found nothing there, expected a ledger")
    if not path.is_file():
        raise ProjectError(f"ledger {path}: found a folder, expected the file of a ledger")
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except OSError as error:
        raise LockedLedger(
            f"ledger {path}: found that it cannot be read ({error.strerror}), expected leave to"
        ) from error
    if start != _HEADER:
        found = "another kind of file" if start else "an empty file"
        raise ProjectError(f"ledger {path}: found {found}, expected a ledger (SQLite)")


def _engine(address: str, *, query_only: bool, wait: float) -> Engine:
    def opened() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(f"PRAGMA query_only = {'ON' if query_only else 'OFF'}")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=opened,
        poolclass=QueuePool,
        json_deserializer=_read_json,
        json_serializer=_write_json,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _read_json(text: str) -> Any:
    return [] if text == "[]" else json.loads(text)  # most lists of a ledger are empty


def _write_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _begin(connection: Connection) -> None:
    # The driver is kept from opening transactions by itself: it would take the lock for writing
    # only at the first change, after what the change rests on was read.
    immediate = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def build(path: Path) -> None:
    """Make a new, empty ledger at that path, whole or not at all.

    Raises `ProjectError` where something stands there or the folder is missing, and
    `LockedLedger` where the folder may not be written.
    """
    if path.exists():
        raise ProjectError(f"ledger {path}: found a file there, expected a new path")
    if not path.parent.is_dir():
        raise ProjectError(f"ledger {path}: found no folder {path.parent}, expected one")
    if not _may_write(path.parent):
        raise LockedLedger(f"ledger {path}: found a read-only folder, expected leave to write")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with plain_errors(path):
            _fill(draft)
        _publish(draft, path)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def _fill(draft: Path) -> None:
    engine = _engine(f"{draft.absolute().as_uri()}?mode=rwc", query_only=False, wait=WAIT)
    try:
        with engine.connect() as raw:
            # Outside of any transaction, which is where SQLite lets the mode be changed.
            raw.connection.cursor().execute("PRAGMA journal_mode = WAL")
        with engine.execution_options(write=True).begin() as connection:
            upgrade(connection)
    finally:
        engine.dispose()


def _publish(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # fails, as a rename would not, where another process was first
    except FileExistsError:
        raise ProjectError(f"ledger {path}: found a file there, expected a new path") from None
    except OSError:  # a file system without hard links
        draft.replace(path)


def require_head(engine: Engine, path: Path, *, read_only: bool) -> None:
    """See that the database is a ledger of the newest form, bringing an older one up to date.

    Raises `ProjectError` for another program's database, `NewerLedger` for a ledger of a later
    version, and `LockedLedger` for an older one that is opened for reading only.
    """
    with plain_errors(path), engine.begin() as connection:
        found = _require_ledger(connection, path)
    if found == HEAD:
        return
    if read_only:
        raise LockedLedger(
            f"ledger {path}: found revision {found}, expected {HEAD}; "
            "open it once for writing, to bring it up to date"
        )
    with plain_errors(path), engine.execution_options(write=True).begin() as connection:
        upgrade(connection)


def _require_ledger(connection: Connection, path: Path) -> str:
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    revision = found_revision(connection)
    if mark != APPLICATION_ID or revision is None:
        raise ProjectError(
            f"ledger {path}: found an SQLite database of another program, expected a ledger"
        )
    if revision not in KNOWN:
        query = "SELECT value FROM meta WHERE key = 'written_with'"
        writer = connection.exec_driver_sql(query).scalar() or "a later version"
        raise NewerLedger(
            f"ledger {path}: found revision {revision} (written by Quiet Signal {writer}), "
            f"expected {HEAD} or older (this is Quiet Signal {__version__}): update the program"
        )
    return revision
