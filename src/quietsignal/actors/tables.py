"""Reading the tables that ship with the package."""

import csv
from collections.abc import Iterator
from datetime import date

from quietsignal.errors import DataError

Row = dict[str, str]


def read_table(name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of `data/<name>`; its header must be exactly `columns`."""
    # Here, because it brings tempfile, shutil and zipfile along, and importing must stay quick.
    from importlib.resources import files  # noqa: PLC0415

    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines(), strict=True)
    found = tuple(reader.fieldnames or ())
    if found != columns:
        raise DataError(f"{name}: found the columns {found}, expected {columns}")
    for row in reader:
        if None in row or None in row.values():
            raise DataError(f"{name}, line {reader.line_num}: expected {len(columns)} values")
        yield row


def read_day(text: str) -> date | None:
    """Read an ISO day; empty text is an open end."""
    return date.fromisoformat(text) if text else None
