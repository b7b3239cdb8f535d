"""What changes a ledger: each function works within the transaction that it is given.

Nothing here overwrites evidence: a record that is there already is left as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from quietsignal.errors import ItemFailed, UsageError
from quietsignal.ledger import rows, schema
from quietsignal.ledger.decisions import check_judgement, corrected
from quietsignal.ledger.reading import read_claims, read_documents, read_gradings
from quietsignal.records import (
    Capture,
    Claim,
    ClaimId,
    Coverage,
    Document,
    DocumentId,
    Judgement,
    Proposal,
    QuoteState,
    Source,
)

__all__ = [
    "Added",
    "Item",
    "add_coverage",
    "add_items",
    "add_judgements",
    "add_sources",
    "replace_proposals",
    "set_syndication",
]

Item = tuple[Capture, Document, Sequence[Claim]]

_CHUNK = 500  # ids asked for at once; SQLite takes 32,766, older builds 999


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: whether it was new, how many of its claims were.

    `kept` names fields of the document in which the ledger holds another value, and kept it.
    `problem` says in one line why nothing was added; it is empty where all went well.
    """

    document: DocumentId
    new: bool
    claims: int
    kept: tuple[str, ...] = ()
    problem: str = ""


def add_items(connection: Connection, items: Sequence[Item]) -> list[Added]:
    """Add captures, their documents and the documents' claims, where they are not there yet.

    An item of which the three do not belong together, of which a verified quote is not what the
    document says there, or of whose document the ledger holds another text, adds nothing and
    tells its problem.
    """
    there = _There(connection, items)
    outcome = [_plan(there, item) for item in items]
    plans = [plan for plan in outcome if isinstance(plan, _Plan)]
    _insert(connection, schema.captures, [row for plan in plans for row in plan.captures])
    _insert(connection, schema.documents, [row for plan in plans for row in plan.documents])
    _add_claims(connection, [claim for plan in plans for claim in plan.claims])
    return [one.added if isinstance(one, _Plan) else one for one in outcome]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one item adds, and what is to be said of it."""

    captures: list[dict[str, Any]]
    documents: list[dict[str, Any]]
    claims: list[Claim]
    added: Added


class _There:
    """Of the records in some items, those that the ledger holds; grows as items are planned."""

    def __init__(self, connection: Connection, items: Sequence[Item]) -> None:
        captures = [capture.sha256 for capture, _, _ in items]
        documents = [document.id for _, document, _ in items]
        claims = [claim.id for _, _, several in items for claim in several]
        self.captures = _have(connection, schema.captures.c.sha256, captures)
        self.documents = read_documents(connection, documents)
        self.claims = _have(connection, schema.claims.c.id, claims)


def _plan(there: _There, item: Item) -> "_Plan | Added":
    capture, document, claims = item
    try:
        _check_item(capture, document, claims)
        kept = _kept(there.documents.get(document.id), document)
    except ItemFailed as problem:
        return Added(document.id, new=False, claims=0, problem=str(problem))
    new = {claim.id: claim for claim in claims if claim.id not in there.claims}
    added = Added(document.id, new=kept is None, claims=len(new), kept=kept or ())
    plan = _Plan(
        captures=[] if capture.sha256 in there.captures else [rows.capture_row(capture)],
        documents=[rows.document_row(document)] if kept is None else [],
        claims=list(new.values()),
        added=added,
    )
    there.captures.add(capture.sha256)
    there.documents.setdefault(document.id, document)
    there.claims.update(new)
    return plan


def _check_item(capture: Capture, document: Document, claims: Sequence[Claim]) -> None:
    if document.capture != capture.sha256:
        raise ItemFailed(
            f"document {document.id}: found the capture {document.capture}, "
            f"expected {capture.sha256}"
        )
    try:
        f"{document.title}{document.text}".encode()
    except UnicodeEncodeError as error:
        raise ItemFailed(
            f"document {document.id}: found {error.object[error.start]!r} in its text, "
            "expected characters that UTF-8 has"
        ) from None
    for claim in claims:
        if claim.document != document.id:
            raise ItemFailed(
                f"claim {claim.id}: found the document {claim.document}, expected {document.id}"
            )
        for quote in claim.quotes:
            said = document.text[quote.start : quote.end]
            if quote.state is QuoteState.VERIFIED and said != quote.exact:
                raise ItemFailed(
                    f"claim {claim.id}: found the quote {quote.exact!r} marked as verified, "
                    f"expected what the document says at {quote.start}-{quote.end}, {said!r}"
                )


def _kept(held: Document | None, document: Document) -> tuple[str, ...] | None:
    """The fields in which the document differs from the one held; None where none is held."""
    if held is None:
        return None
    if held.text != document.text:
        raise ItemFailed(
            f"document {document.id} ({document.title}): found a text of {len(document.text)} "
            f"characters, expected the {len(held.text)} that the ledger holds of the same capture"
        )
    return tuple(
        name
        for name in Document.__dataclass_fields__
        if getattr(held, name) != getattr(document, name)
    )


def _add_claims(connection: Connection, claims: Sequence[Claim]) -> None:
    _insert(connection, schema.claims, [rows.claim_row(claim) for claim in claims])
    _insert(connection, schema.quotes, [row for claim in claims for row in rows.quote_rows(claim)])
    actors = [row for claim in claims for row in rows.actor_rows(claim)]
    _insert(connection, schema.claim_actors, actors)


def _insert(connection: Connection, table: Table, several: Sequence[Mapping[str, Any]]) -> None:
    if several:
        connection.execute(insert(table), list(several))


def _have(connection: Connection, column: Column[Any], ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), _CHUNK):
        query = select(column).where(column.in_(ids[start : start + _CHUNK]))
        found.update(connection.execute(query).scalars())
    return found


def add_sources(connection: Connection, sources: Iterable[Source]) -> int:
    """Add gradings of sources and return how many were new.

    A grading that repeats the last one of that source is none.
    """
    latest = {source.name: source for source in read_gradings(connection)}
    new = []
    for source in sources:
        if latest.get(source.name) != source:
            latest[source.name] = source
            new.append(rows.source_row(source))
    _insert(connection, schema.sources, new)
    return len(new)


def add_judgements(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Add judgements and return how many were new; raises `UsageError` for one that cannot be."""
    several = list({judgement.id: judgement for judgement in judgements}.values())
    ids: list[str] = [judgement.id for judgement in several]
    there = _have(connection, schema.judgements.c.id, ids)
    new = [judgement for judgement in several if judgement.id not in there]
    for judgement in new:
        check_judgement(judgement)
    named = sorted({claim for judgement in new for claim in judgement.claims})
    _require_claims(connection, named, "judgement")
    _try_corrections(connection, new)
    _insert(connection, schema.judgements, [rows.judgement_row(judgement) for judgement in new])
    return len(new)


def _try_corrections(connection: Connection, judgements: Iterable[Judgement]) -> None:
    corrections = {one.claims[0]: one.correction for one in judgements if one.correction}
    for claim in read_claims(connection, ids=list(corrections)):
        corrected(claim, corrections[claim.id] or {})


def _require_claims(connection: Connection, ids: Sequence[ClaimId], what: str) -> None:
    missing = sorted(set(ids) - _have(connection, schema.claims.c.id, ids))
    if missing:
        raise UsageError(f"{what}: found the claim {missing[0]}, expected one of the ledger")


def replace_proposals(
    connection: Connection, proposals: Iterable[Proposal], *, version: str
) -> int:
    """Put the proposals of a version in the place of its earlier ones; returns how many."""
    new = {(one.left, one.right): rows.proposal_row(one, version) for one in proposals}
    _require_claims(connection, sorted({claim for pair in new for claim in pair}), "proposal")
    _replace(connection, schema.proposals, version, [new[pair] for pair in sorted(new)])
    return len(new)


def set_syndication(
    connection: Connection, mapping: Mapping[DocumentId, str], *, version: str
) -> int:
    """Put the groups of copies of a version in the place of its earlier ones; returns how many."""
    missing = sorted(set(mapping) - _have(connection, schema.documents.c.id, sorted(mapping)))
    if missing:
        raise UsageError(f"syndication: found document {missing[0]}, expected one of the ledger")
    new = [
        {"version": version, "document": document, "group": mapping[document]}
        for document in sorted(mapping)
    ]
    _replace(connection, schema.syndication, version, new)
    return len(new)


def _replace(
    connection: Connection, table: Table, version: str, new: Sequence[Mapping[str, Any]]
) -> None:
    """Rewrite the rows of a version, unless they are the same, and make it the current one."""
    query = select(table).where(table.c.version == version)
    held = sorted(map(repr, (dict(row) for row in connection.execute(query).mappings())))
    fresh = sorted(repr({column.name: row[column.name] for column in table.columns}) for row in new)
    if held != fresh:
        connection.execute(delete(table).where(table.c.version == version))
        _insert(connection, table, new)
    key = f"{table.name}_version"
    current = select(schema.meta.c.value).where(schema.meta.c.key == key)
    if connection.execute(current).scalar() != version:
        connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
        connection.execute(insert(schema.meta), {"key": key, "value": version})


def add_coverage(connection: Connection, records: Iterable[Coverage]) -> int:
    """Add records of searches and return how many are new or differ from the one of their id.

    A record that differs takes the place of the one held: coverage is what a project says of its
    own searching, not evidence.
    """
    query = select(schema.coverage)
    held = {row["id"]: rows.read_coverage(row) for row in connection.execute(query).mappings()}
    new = {one.id: one for one in records if held.get(one.id) != one}
    for there in sorted(set(new) & set(held)):
        connection.execute(delete(schema.coverage).where(schema.coverage.c.id == there))
    _insert(connection, schema.coverage, [rows.coverage_row(one) for one in new.values()])
    return len(new)
