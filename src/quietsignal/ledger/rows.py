"""Records to rows of the tables and back, so that what comes out equals what went in."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping

from quietsignal.errors import UsageError
from quietsignal.records import (
    Capture,
    CaptureHash,
    Claim,
    ClaimId,
    Coverage,
    Document,
    DocumentId,
    DocumentKind,
    EventType,
    Grade,
    ImpreciseDate,
    Judgement,
    JudgementId,
    Pairs,
    Precision,
    Proposal,
    Quote,
    QuoteState,
    Roles,
    Source,
    Status,
    Thoroughness,
    Verdict,
)

__all__ = [
    "actor_rows",
    "capture_row",
    "claim_row",
    "coverage_row",
    "document_row",
    "instant",
    "judgement_row",
    "proposal_row",
    "quote_rows",
    "read_capture",
    "read_claim",
    "read_coverage",
    "read_document",
    "read_judgement",
    "read_proposal",
    "read_quote",
    "read_source",
    "source_row",
]

Row = dict[str, Any]
# A row as it is read: SQLAlchemy's mapping, or a plain one.
Read = Mapping[str, Any] | RowMapping


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def _read_day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def instant(moment: dt.datetime) -> str:
    """The instant as text in UTC with microseconds; raises `UsageError` where it has no zone."""
    if moment.tzinfo is None:
        raise UsageError(f"time: found {moment.isoformat()} without a zone, expected one in UTC")
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _date(prefix: str, date: ImpreciseDate) -> Row:
    return {
        f"{prefix}_start": _day(date.start),
        f"{prefix}_end": _day(date.end),
        f"{prefix}_precision": date.precision.value,
        f"{prefix}_approximate": date.approximate,
    }


def _read_date(prefix: str, row: Read) -> ImpreciseDate:
    return ImpreciseDate(
        _read_day(row[f"{prefix}_start"]),
        _read_day(row[f"{prefix}_end"]),
        Precision(row[f"{prefix}_precision"]),
        row[f"{prefix}_approximate"],
    )


def _pairs(value: Iterable[Iterable[str]]) -> Pairs:
    return tuple((key, text) for key, text in value)


def _roles(value: Iterable[tuple[str, Iterable[str]]]) -> Roles:
    return tuple((role, tuple(codes)) for role, codes in value)


def _plain(record: Any, *without: str) -> Row:
    """The fields of a record that are text or numbers, as they stand."""
    names = (field.name for field in fields(record) if field.name not in without)
    return {name: getattr(record, name) for name in names}


def capture_row(capture: Capture) -> Row:
    """The row of a capture."""
    row = _plain(capture, "captured_at", "headers")
    return row | {
        "captured_at": instant(capture.captured_at),
        "headers": dict(capture.headers),
    }


def read_capture(row: Read) -> Capture:
    """The capture of a row."""
    values = dict(row)
    values["sha256"] = CaptureHash(values["sha256"])
    values["captured_at"] = dt.datetime.fromisoformat(values["captured_at"])
    return Capture(**values)


def document_row(document: Document) -> Row:
    """The row of a document."""
    row = _plain(document, "kind", "published", "warnings")
    return (
        row
        | {"kind": document.kind.value, "warnings": list(document.warnings)}
        | _date("published", document.published)
    )


def read_document(row: Read) -> Document:
    """The document of a row; a row without the column `text` gives an empty text."""
    plain = ("title", "publisher", "address", "part", "author", "language", "synthetic", "edition")
    return Document(
        id=DocumentId(row["id"]),
        capture=CaptureHash(row["capture"]),
        text=row.get("text", ""),
        kind=DocumentKind(row["kind"]),
        published=_read_date("published", row),
        warnings=tuple(row["warnings"]),
        **{name: row[name] for name in plain},
    )


def source_row(source: Source) -> Row:
    """The row of a grading of a source."""
    row = _plain(source, "grade", "graded_on", "aliases")
    return row | {
        "grade": source.grade.value,
        "graded_on": _day(source.graded_on),
        "aliases": list(source.aliases),
    }


def read_source(row: Read) -> Source:
    """The source as one row grades it."""
    return Source(
        name=row["name"],
        kind=row["kind"],
        grade=Grade(row["grade"]),
        reason=row["reason"],
        country=row["country"],
        graded_on=_read_day(row["graded_on"]),
        aliases=tuple(row["aliases"]),
    )


def claim_row(claim: Claim) -> Row:
    """The row of a claim, without its quotes."""
    row = _plain(claim, "date", "quotes", "type", "status", "roles", "details", "stages")
    return (
        row
        | {
            "type": claim.type.value,
            "status": claim.status.value,
            "roles": [[role, list(codes)] for role, codes in claim.roles],
            "details": [list(pair) for pair in claim.details],
            "stages": [list(pair) for pair in claim.stages],
        }
        | _date("date", claim.date)
    )


def quote_rows(claim: Claim) -> list[Row]:
    """The rows of a claim's quotes, numbered in their order."""
    return [
        {
            "claim": claim.id,
            "position": position,
            "exact": quote.exact,
            "start_at": quote.start,
            "end_at": quote.end,
            "state": quote.state.value,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
        }
        for position, quote in enumerate(claim.quotes)
    ]


def actor_rows(claim: Claim) -> list[Row]:
    """The rows that let a claim be found by its actors."""
    return [
        {"claim": claim.id, "role": role, "actor": actor}
        for role, codes in claim.roles
        for actor in dict.fromkeys(codes)
    ]


def read_quote(row: Read) -> Quote:
    """The quote of a row."""
    return Quote(
        exact=row["exact"],
        start=row["start_at"],
        end=row["end_at"],
        state=QuoteState(row["state"]),
        prefix=row["prefix"],
        suffix=row["suffix"],
    )


def read_claim(row: Read, quotes: Iterable[Quote]) -> Claim:
    """The claim of a row and its quotes."""
    return Claim(
        id=ClaimId(row["id"]),
        document=DocumentId(row["document"]),
        type=EventType(row["type"]),
        roles=_roles(row["roles"]),
        date=_read_date("date", row),
        status=Status(row["status"]),
        quotes=tuple(quotes),
        extractor=row["extractor"],
        confidence=row["confidence"],
        name=row["name"],
        item=row["item"],
        quantity=row["quantity"],
        place=row["place"],
        details=_pairs(row["details"]),
        stages=_pairs(row["stages"]),
    )


def judgement_row(judgement: Judgement) -> Row:
    """The row of a judgement."""
    claim, other = (*judgement.claims, None)[:2]
    correction = judgement.correction
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "claim": claim,
        "other": other,
        "author": judgement.author,
        "made_at": instant(judgement.made_at),
        "reason": judgement.reason,
        "correction": None if correction is None else dict(correction),
    }


def read_judgement(row: Read) -> Judgement:
    """The judgement of a row."""
    claims = (row["claim"], row["other"])
    return Judgement(
        id=JudgementId(row["id"]),
        verdict=Verdict(row["verdict"]),
        claims=tuple(ClaimId(claim) for claim in claims if claim is not None),
        author=row["author"],
        made_at=dt.datetime.fromisoformat(row["made_at"]),
        reason=row["reason"],
        correction=row["correction"],
    )


def proposal_row(proposal: Proposal, version: str) -> Row:
    """The row of a proposal of that version of the linker."""
    row = _plain(proposal, "reasons")
    return row | {"reasons": list(proposal.reasons), "version": version}


def read_proposal(row: Read) -> Proposal:
    """The proposal of a row."""
    return Proposal(
        ClaimId(row["left"]), ClaimId(row["right"]), row["score"], tuple(row["reasons"])
    )


def coverage_row(coverage: Coverage) -> Row:
    """The row of a record of coverage."""
    row = _plain(coverage, "period", "languages", "thoroughness")
    return (
        row
        | {"thoroughness": coverage.thoroughness.value, "languages": list(coverage.languages)}
        | _date("period", coverage.period)
    )


def read_coverage(row: Read) -> Coverage:
    """The record of coverage of a row."""
    return Coverage(
        id=row["id"],
        what=row["what"],
        period=_read_date("period", row),
        languages=tuple(row["languages"]),
        thoroughness=Thoroughness(row["thoroughness"]),
        sources=row["sources"],
        found=row["found"],
        note=row["note"],
    )
