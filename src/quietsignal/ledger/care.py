"""Looking after a ledger: a copy of it while it is in use, and a check that it is sound."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from quietsignal.errors import ProjectError
from quietsignal.ledger import reading
from quietsignal.ledger.database import plain_errors
from quietsignal.records import Claim, Document, DocumentId, QuoteState

__all__ = ["copy_to", "problems"]


def copy_to(engine: Engine, target: Path) -> None:
    """Write a whole copy of the ledger, as it is now, to a new file.

    Raises `ProjectError` where something stands there already, or it cannot be written.
    """
    if target.exists():
        raise ProjectError(f"backup {target}: found a file there, expected a new path")
    with plain_errors(target), closing(sqlite3.connect(target)) as copy:
        held = engine.raw_connection()
        try:
            driver = held.driver_connection
            if isinstance(driver, sqlite3.Connection):
                driver.backup(copy)
        finally:
            held.close()


def problems(connection: Connection) -> Iterator[str]:
    """What is wrong with the ledger, one line each.

    Checks the file, the links between tables, and that every verified quote is what its document
    says there.
    """
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"file: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"table {row[0]}: row {row[1]} points to nothing in {row[2]}"
    yield from _false_quotes(reading.read_claims(connection), reading.read_documents(connection))


def _false_quotes(
    claims: Iterable[Claim], documents: Mapping[DocumentId, Document]
) -> Iterator[str]:
    for claim in claims:
        document = documents.get(claim.document)
        text = document.text if document else ""
        for quote in claim.quotes:
            if quote.state is QuoteState.VERIFIED and text[quote.start : quote.end] != quote.exact:
                yield f"claim {claim.id}: the quote {quote.exact!r} is not in its document"
