"""The registers that a project keeps beside its ledger: sources, coverage, declared policy.

`sources.toml` grades publishers, `coverage.toml` records searches, `policy.toml` holds commitments.
They are read whenever the project is worked on; the ledger keeps every grading and every search.
"""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from quietsignal.assess import Commitment, read_commitments
from quietsignal.errors import DataError, ProjectError, QuietSignalError
from quietsignal.ledger import Ledger
from quietsignal.project import Project
from quietsignal.records import (
    UNKNOWN_DATE,
    Capture,
    Claim,
    Coverage,
    Document,
    DocumentKind,
    EventType,
    Grade,
    Quote,
    Source,
    Status,
    Thoroughness,
    document_id,
    make_claim,
    parse_edtf,
)

__all__ = ["commitment_part", "policy_items", "read_policy", "sync_registers"]

EXTRACTOR = "policy/1"

_Made = TypeVar("_Made")


def sync_registers(project: Project, ledger: Ledger) -> None:
    """Bring the gradings and searches in the project's files into the ledger."""
    ledger.add_sources(_entries(project.folder / "sources.toml", "source", _source))
    ledger.add_coverage(_entries(project.folder / "coverage.toml", "coverage", _coverage))


def read_policy(project: Project) -> tuple[Commitment, ...]:
    """The commitments in the project's `policy.toml`; none when there is no such file."""
    if not project.policy.exists():
        return ()
    try:
        return read_commitments(project.policy.read_text(encoding="utf-8"))
    except (DataError, UnicodeDecodeError) as error:
        raise ProjectError(f"{project.policy}: {error}") from None


def commitment_part(commitment: Commitment, number: int) -> str:
    """The part that names the document made of a source of a commitment."""
    return f"commitment {commitment.id}, source {number}"


def policy_items(
    commitments: tuple[Commitment, ...], capture: Capture
) -> tuple[tuple[Capture, Document, tuple[Claim, ...]], ...]:
    """A document and a claim for each source of each commitment, so that it can be cited."""
    return tuple(
        _policy_item(commitment, number, capture)
        for commitment in commitments
        for number in range(len(commitment.sources))
    )


def _policy_item(
    commitment: Commitment, number: int, capture: Capture
) -> tuple[Capture, Document, tuple[Claim, ...]]:
    source = commitment.sources[number]
    part = commitment_part(commitment, number)
    document = Document(
        id=document_id(capture.sha256, part),
        capture=capture.sha256,
        part=part,
        text=commitment.text,
        title=source.title,
        publisher=source.publisher,
        address=source.url,
        kind=DocumentKind.CODED,
        published=source.date if source.date.known else commitment.adopted,
        language="en",
    )
    claim = make_claim(
        capture=capture.sha256,
        document=document.id,
        event_type=EventType.POLICY,
        roles={"actor": [commitment.actor]},
        date=commitment.in_force,
        status=Status.IN_FORCE,
        quotes=(Quote.cut(document.text, 0, len(document.text)),),
        extractor=EXTRACTOR,
        confidence=1.0,
        name=commitment.title,
        details={"commitment": commitment.id},
    )
    return capture, document, (claim,)


def _entries(path: Path, key: str, make: Callable[[Mapping[str, Any]], _Made]) -> tuple[_Made, ...]:
    if not path.exists():
        return ()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProjectError(f"{path}: not valid TOML: {error}") from None
    made = []
    for number, entry in enumerate(table.get(key, []), start=1):
        try:
            made.append(make(entry))
        except KeyError as error:
            raise ProjectError(f"{path}, {key} {number}: {error.args[0]} is missing") from None
        except (ValueError, TypeError, QuietSignalError) as error:
            raise ProjectError(f"{path}, {key} {number}: {error}") from None
    return tuple(made)


def _source(entry: Mapping[str, Any]) -> Source:
    since = parse_edtf(str(entry.get("since", "")))
    return Source(
        name=entry["name"],
        kind=entry["kind"],
        grade=Grade(entry.get("grade", "F")),
        reason=entry.get("reason", "not graded yet"),
        country=entry.get("country") or None,
        graded_on=since.start,
        aliases=tuple(entry.get("aliases", ())),
    )


def _coverage(entry: Mapping[str, Any]) -> Coverage:
    start = parse_edtf(str(entry.get("from", "")))
    end = parse_edtf(str(entry.get("to", "")))
    period = UNKNOWN_DATE
    if start.known or end.known:
        period = parse_edtf(f"{start.start or '..'}/{end.end or '..'}")
    return Coverage(
        id=entry["id"],
        what=entry["what"],
        period=period,
        languages=tuple(entry.get("languages", ())),
        thoroughness=Thoroughness(entry["thoroughness"]),
        sources=int(entry["sources"]),
        found=bool(entry["found"]),
        note=entry.get("note", ""),
    )
