"""What is read from a ledger: each function works within the transaction that it is given.

Records come in the order of their ids, which is the same on every machine.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from quietsignal.ledger import rows, schema
from quietsignal.records import (
    Capture,
    CaptureHash,
    Claim,
    ClaimId,
    Coverage,
    Document,
    DocumentId,
    EventType,
    Judgement,
    Proposal,
    Quote,
    Source,
)

__all__ = [
    "count_rows",
    "current_version",
    "read_captures",
    "read_claims",
    "read_coverage",
    "read_documents",
    "read_gradings",
    "read_judgements",
    "read_proposals",
    "read_syndication",
    "sources_on",
]

_CHUNK = 500


def read_captures(
    connection: Connection, ids: Sequence[CaptureHash] | None = None
) -> dict[CaptureHash, Capture]:
    """The captures of those hashes, or all, by hash."""
    query = select(schema.captures).order_by(schema.captures.c.sha256)
    found = _chunks(connection, query, schema.captures.c.sha256, ids)
    return {row["sha256"]: rows.read_capture(row) for row in found}


def read_documents(
    connection: Connection, ids: Sequence[DocumentId] | None = None, *, text: bool = True
) -> dict[DocumentId, Document]:
    """The documents of those ids, or all, by id; without `text` theirs is empty."""
    columns = [column for column in schema.documents.columns if text or column.name != "text"]
    query = select(*columns).order_by(schema.documents.c.id)
    found = _chunks(connection, query, schema.documents.c.id, ids)
    return {row["id"]: rows.read_document(row) for row in found}


def read_claims(
    connection: Connection,
    *,
    ids: Sequence[ClaimId] | None = None,
    document: DocumentId | None = None,
    actors: Iterable[str] = (),
    types: Iterable[EventType] = (),
) -> list[Claim]:
    """The claims that pass all filters: with every one of the actors, of one of the types."""
    table = schema.claims
    query = select(table).order_by(table.c.id)
    if document is not None:
        query = query.where(table.c.document == document)
    if kinds := [kind.value for kind in types]:
        query = query.where(table.c.type.in_(kinds))
    for actor in actors:
        of_actor = select(schema.claim_actors.c.claim).where(schema.claim_actors.c.actor == actor)
        query = query.where(table.c.id.in_(of_actor))
    found = list(_chunks(connection, query, table.c.id, ids))
    quotes = _quotes(connection, [row["id"] for row in found])
    return [rows.read_claim(row, quotes.get(row["id"], ())) for row in found]


def _quotes(connection: Connection, ids: Sequence[str]) -> dict[str, list[Quote]]:
    table = schema.quotes
    query = select(table).order_by(table.c.claim, table.c.position)
    few = ids if len(ids) <= _CHUNK else None  # beyond that, one pass over the table is quicker
    quotes: dict[str, list[Quote]] = {}
    for row in _chunks(connection, query, table.c.claim, few):
        quotes.setdefault(row["claim"], []).append(rows.read_quote(row))
    return quotes


def _chunks(
    connection: Connection, query: Select[Any], column: Any, ids: Sequence[str] | None
) -> Iterable[Mapping[str, Any]]:
    if ids is None:
        yield from _mappings(connection, query)
        return
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _CHUNK):
        yield from _mappings(connection, query.where(column.in_(ordered[start : start + _CHUNK])))


def _mappings(connection: Connection, query: Select[Any]) -> Iterable[Mapping[str, Any]]:
    # Plain dicts: some 30 lookups a row are several times quicker than on SQLAlchemy's mappings.
    result = connection.execute(query)
    keys = tuple(result.keys())
    return (dict(zip(keys, row, strict=True)) for row in result)


def read_judgements(connection: Connection) -> list[Judgement]:
    """All judgements, in the order in which they were made."""
    table = schema.judgements
    found = _mappings(connection, select(table).order_by(table.c.made_at, table.c.id))
    return [rows.read_judgement(row) for row in found]


def read_proposals(connection: Connection, version: str | None) -> list[Proposal]:
    """The proposals of that version of the linker, or of the current one."""
    table = schema.proposals
    chosen = version or current_version(connection, table.name)
    query = select(table).where(table.c.version == chosen).order_by(table.c.left, table.c.right)
    return [rows.read_proposal(row) for row in _mappings(connection, query)]


def read_syndication(connection: Connection, version: str | None) -> dict[DocumentId, str]:
    """The group of each document, of that version or the current one."""
    table = schema.syndication
    chosen = version or current_version(connection, table.name)
    query = select(table.c.document, table.c.group).where(table.c.version == chosen)
    return {DocumentId(row[0]): row[1] for row in connection.execute(query.order_by("document"))}


def current_version(connection: Connection, table: str) -> str | None:
    """The version of the proposals or of the syndication that was written last."""
    query = select(schema.meta.c.value).where(schema.meta.c.key == f"{table}_version")
    value = connection.execute(query).scalar()
    return None if value is None else str(value)


def read_coverage(connection: Connection) -> list[Coverage]:
    """All records of searches."""
    found = _mappings(connection, select(schema.coverage).order_by(schema.coverage.c.id))
    return [rows.read_coverage(row) for row in found]


def read_gradings(connection: Connection) -> list[Source]:
    """All gradings of all sources, in the order in which they were added."""
    found = _mappings(connection, select(schema.sources).order_by(schema.sources.c.number))
    return [rows.read_source(row) for row in found]


def sources_on(gradings: Iterable[Source], day: dt.date | None) -> dict[str, Source]:
    """Each source by its name and aliases, as it was graded on that day.

    Of several gradings the one with the latest day holds, then the one added last; one without a
    day holds from the start. A source that was graded only later is not graded yet.
    """
    chosen: dict[str, Source] = {}
    for source in gradings:
        ungraded = Source(source.name, source.kind, country=source.country, aliases=source.aliases)
        held = chosen.setdefault(source.name, ungraded)
        graded_on = source.graded_on or dt.date.min
        if (day is None or graded_on <= day) and graded_on >= (held.graded_on or dt.date.min):
            chosen[source.name] = source
    named = {alias: chosen[name] for name in sorted(chosen) for alias in chosen[name].aliases}
    return named | chosen


def count_rows(connection: Connection) -> dict[str, int]:
    """How many rows each table holds, by the table's name."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in schema.metadata.sorted_tables
        if table.name != "meta"
    }
