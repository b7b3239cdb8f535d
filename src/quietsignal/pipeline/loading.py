"""Data sets and coded sheets into a project: read strictly, keep the edition, make claims."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

from quietsignal.datasets import (
    DATASETS,
    CodedEvent,
    deal_records,
    deliveries_frame,
    read_events,
    read_register,
)
from quietsignal.errors import DataError, UnreadableInput, UsageError
from quietsignal.ledger import Ledger
from quietsignal.pipeline.linking import relink
from quietsignal.pipeline.registers import policy_items, read_policy
from quietsignal.project import Project
from quietsignal.records import (
    Capture,
    Claim,
    Document,
    Judgement,
    JudgementId,
    Verdict,
    derived_id,
)

__all__ = ["LoadSummary", "load_dataset", "load_policy", "load_without_links"]

TOOL = "datasets/1"

Item = tuple[Capture, Document, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """How many claims a file gave, how many of its documents were new, which rows were refused."""

    claims: int
    new: int
    refused: tuple[str, ...] = ()


def load_dataset(
    project: Project, path: Path, *, name: str, edition: date | None = None
) -> LoadSummary:
    """Load one file of a data set and link its claims with what the ledger holds.

    Raises `UsageError` for an unknown data set or a missing edition, `UnreadableInput` for a file
    that cannot be read, and `DataError` for one that breaks the contract of its data set.
    """
    with project.ledger() as ledger:
        summary = load_without_links(project, ledger, name=name, path=path, edition=edition)
        if summary.new:
            relink(ledger)
    return summary


def load_without_links(
    project: Project, ledger: Ledger, *, name: str, path: Path, edition: date | None = None
) -> LoadSummary:
    """As `load_dataset`, leaving the links to the caller, who loads several files."""
    if name not in LOADERS:
        raise UsageError(f"data set: found {name!r}, expected one of {', '.join(DATASETS)}")
    content = _content(path, project.config.settings.max_bytes)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"not UTF-8 text: {error.reason} at byte {error.start}") from None
    capture = Capture(
        sha256=project.archive.add(content),
        address=path.name,
        captured_at=datetime.now(UTC),
        media_type="text/csv",
        size=len(content),
        tool=TOOL,
    )
    return LOADERS[name](project, ledger, text, capture, edition)


def load_policy(project: Project, ledger: Ledger) -> int:
    """Bring the sources of the project's declared policy in as claims; how many there are."""
    commitments = read_policy(project)
    if not commitments:
        return 0
    content = project.policy.read_bytes()
    capture = Capture(
        sha256=project.archive.add(content),
        address=project.policy.name,
        captured_at=datetime.now(UTC),
        media_type="application/toml",
        size=len(content),
        tool=TOOL,
    )
    return len(ledger.add_documents(policy_items(commitments, capture)))


def _load_sipri(
    project: Project, ledger: Ledger, text: str, capture: Capture, edition: date | None
) -> LoadSummary:
    if edition is None:
        raise UsageError("sipri: no edition given, expected the release date: --edition 2025-03-13")
    deals = read_register(text, edition)
    project.lake.write("sipri", deliveries_frame(deals), edition=edition)
    records = (deal_records(deal, capture.sha256) for deal in deals)
    return _keep(ledger, [(capture, document, (claim,)) for document, claim in records])


def _load_events(
    project: Project,  # noqa: ARG001 - loaders share one shape
    ledger: Ledger,
    text: str,
    capture: Capture,
    edition: date | None,
) -> LoadSummary:
    if edition is not None:
        raise UsageError("events-csv: found an edition, expected none: a sheet has no releases")
    rows, refused = read_events(text, capture.sha256)
    summary = _keep(ledger, [(capture, row.document, (row.claim,)) for row in rows])
    ledger.add_judgements(_coder_judgements(rows, capture))
    return LoadSummary(summary.claims, summary.new, refused)


def _keep(ledger: Ledger, items: Iterable[Item]) -> LoadSummary:
    added = ledger.add_documents(items)
    problems = [one.problem for one in added if one.problem]
    if problems:
        raise DataError(problems[0])
    return LoadSummary(sum(one.claims for one in added), sum(one.new for one in added))


def _coder_judgements(rows: tuple[CodedEvent, ...], capture: Capture) -> list[Judgement]:
    """What the coder decided by giving keys: rows of one key are one event, others are not.

    Rows of different keys are told apart only where they could be confused: same type and actors.
    """
    judgements = []
    for left, right in combinations(rows, 2):
        if left.key == right.key:
            judgements.append(_judgement(left, right, Verdict.SAME, capture))
        elif left.claim.type == right.claim.type and set(left.claim.actors()) == set(
            right.claim.actors()
        ):
            judgements.append(_judgement(left, right, Verdict.DIFFERENT, capture))
    return judgements


def _judgement(
    left: CodedEvent, right: CodedEvent, verdict: Verdict, capture: Capture
) -> Judgement:
    pair = (left.claim.id, right.claim.id)
    return Judgement(
        id=JudgementId(derived_id("judgement", verdict, *pair)),
        verdict=verdict,
        claims=pair,
        author=f"coder of {capture.address}",
        made_at=capture.captured_at,
        reason=f"keys {left.key} and {right.key}",
    )


def _content(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise UnreadableInput(f"found {size:,} bytes, expected at most {limit:,}")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"cannot be read: {error.strerror}") from None


LOADERS: dict[str, Callable[[Project, Ledger, str, Capture, date | None], LoadSummary]] = {
    "sipri": _load_sipri,
    "events-csv": _load_events,
}
