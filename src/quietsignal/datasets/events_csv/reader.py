"""Reads a sheet of hand-coded events, strictly: one row is what one source says of one event.

Columns: event (rows with one key tell one event, in the coder's judgement), type, roles
(`participant=SRB;CHN host=CHN`), date (EDTF), stages (`ordered=2019;delivered=2020-07`), status,
name, item, quantity, place, details (`relation=partner`), text (the coder's own words), the source
(title, publisher, address, date, language) and a note on what is weak.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from quietsignal.actors import actor
from quietsignal.errors import DataError, QuietSignalError
from quietsignal.records import (
    CaptureHash,
    Claim,
    Document,
    DocumentKind,
    EventType,
    Quote,
    Status,
    document_id,
    make_claim,
    parse_edtf,
)

__all__ = ["CodedEvent", "read_events"]

EXTRACTOR = "coded/1"

_Kind = TypeVar("_Kind", EventType, Status)

COLUMNS = (
    "event,type,roles,date,stages,status,name,item,quantity,place,details,text,"
    "source_title,publisher,url,source_date,language,note"
).split(",")
_REQUIRED = ("event", "type", "roles", "status", "text", "source_title", "publisher", "url")


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """A row: the key of its event, and the document and claim made of it."""

    key: str
    document: Document
    claim: Claim


def read_events(text: str, capture: CaptureHash) -> tuple[tuple[CodedEvent, ...], tuple[str, ...]]:
    """The rows of a sheet, and one line for each row that is refused.

    Raises `DataError` when the columns are not those of a sheet of events.
    """
    reader = csv.DictReader(io.StringIO(text))
    found = list(reader.fieldnames or ())
    if found != COLUMNS:
        odd = [name for name in COLUMNS if name not in found] or [
            name for name in found if name not in COLUMNS
        ]
        raise DataError(
            f"events: found columns {', '.join(found) or 'none'}, expected {', '.join(COLUMNS)}; "
            f"look at {', '.join(odd[:3]) or 'their order'}"
        )
    rows, refused = [], []
    for number, row in enumerate(reader, start=2):
        try:
            rows.append(_coded_event(row, number, capture))
        except (QuietSignalError, ValueError) as error:
            refused.append(f"row {number} ({row.get('event') or 'no key'}): {error}")
    return tuple(rows), tuple(refused)


def _coded_event(row: Mapping[str, str | None], number: int, capture: CaptureHash) -> CodedEvent:
    if None in row or None in row.values():
        raise DataError(f"found another number of cells, expected {len(COLUMNS)}")
    cells = {key: (value or "").strip() for key, value in row.items()}
    for column in _REQUIRED:
        if not cells[column]:
            raise DataError(f"{column} is empty")
    document = _document(cells, number, capture)
    claim = make_claim(
        capture=capture,
        document=document.id,
        event_type=_member(EventType, cells["type"], "type"),
        roles=_roles(cells["roles"]),
        date=parse_edtf(cells["date"]),
        status=_member(Status, cells["status"], "status"),
        quotes=(Quote.cut(document.text, 0, len(document.text)),),
        extractor=EXTRACTOR,
        confidence=1.0,
        name=cells["name"] or None,
        item=cells["item"] or None,
        quantity=float(cells["quantity"]) if cells["quantity"] else None,
        place=cells["place"] or None,
        details=_pairs(cells["details"], "details"),
        stages=_stages(cells["stages"]),
    )
    return CodedEvent(key=cells["event"], document=document, claim=claim)


def _document(cells: Mapping[str, str], number: int, capture: CaptureHash) -> Document:
    warnings = (cells["note"],) if cells["note"] else ()
    return Document(
        id=document_id(capture, f"row {number}"),
        capture=capture,
        part=f"row {number}",
        text=cells["text"],
        title=cells["source_title"],
        publisher=cells["publisher"],
        address=cells["url"],
        kind=DocumentKind.CODED,
        published=parse_edtf(cells["source_date"]),
        language=cells["language"] or "und",
        warnings=warnings,
    )


def _roles(text: str) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for part in text.split():
        role, equals, codes = part.partition("=")
        if not equals or not codes:
            raise DataError(f"roles: found {part!r}, expected role=CODE;CODE")
        roles[role] = [str(actor(code).code) for code in codes.split(";")]
    return roles


def _pairs(text: str, column: str) -> dict[str, str]:
    pairs = {}
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        key, equals, value = part.partition("=")
        if not equals:
            raise DataError(f"{column}: found {part!r}, expected key=value")
        pairs[key.strip()] = value.strip()
    return pairs


def _stages(text: str) -> dict[str, str]:
    stages = _pairs(text, "stages")
    for value in stages.values():
        parse_edtf(value)
    return stages


def _member(kind: type[_Kind], text: str, column: str) -> _Kind:
    try:
        return kind(text)
    except ValueError:
        names = ", ".join(kind)
        raise DataError(f"{column}: found {text!r}, expected one of {names}") from None
