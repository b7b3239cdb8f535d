"""Documents into a project: receive, archive, read, extract, keep, link."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from quietsignal.collect import Parse, Received, Skipped, collect
from quietsignal.errors import ItemFailed
from quietsignal.extract import extract_with_notes
from quietsignal.ledger import Ledger
from quietsignal.pipeline.linking import relink
from quietsignal.pipeline.reading import completed, reading
from quietsignal.pipeline.registers import sync_registers
from quietsignal.project import Project
from quietsignal.records import Document, ImpreciseDate

__all__ = ["AddSummary", "add_documents"]

Advance = Callable[[str], None]
Complete = Callable[[Document], Document]

UNDATED = (
    "no date of publication found, so that relative dates stay unknown; give it with --published"
)


@dataclass(slots=True)
class AddSummary:
    """What came of an `add`: how many documents were new or known, and what failed by name."""

    new: int = 0
    known: int = 0
    claims: int = 0
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def add_documents(
    project: Project,
    sources: Iterable[str],
    *,
    published: ImpreciseDate,
    publisher: str = "",
    advance: Advance,
) -> AddSummary:
    """Take the sources into the project; what fails is named in the summary, the rest goes on.

    A document is kept with all of its claims or not at all, and `advance` says that it is saved
    once it is on the disk. `published` and `publisher` serve for documents that do not say it.
    """

    def complete(document: Document) -> Document:
        return completed(document, published=published, publisher=publisher)

    summary = AddSummary()
    with project.ledger() as ledger, reading(project.config.settings) as (inputs, parse):
        sync_registers(project, ledger)
        keep = _Keeper(project, ledger, parse, complete, summary)
        for outcome in inputs.receive(sources):
            if isinstance(outcome, Skipped):
                summary.warnings.append(str(outcome))
            elif isinstance(outcome, ItemFailed):
                summary.problems.append(str(outcome))
            else:
                keep(outcome, advance)
        if summary.new:
            relink(ledger)
    return summary


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Takes one received input to the disk; its failure is noted and stays its own."""

    project: Project
    ledger: Ledger
    parse: Parse
    complete: Complete
    summary: AddSummary

    def __call__(self, received: Received, advance: Advance) -> None:
        try:
            claims = self._keep(received)
        except ItemFailed as error:
            self.summary.problems.append(str(error))
            return
        if claims is None:
            self.summary.known += 1
            advance(f"known {received.name}")
        else:
            self.summary.new += 1
            self.summary.claims += claims
            advance(f"saved {received.name} ({claims} claims)")

    def _keep(self, received: Received) -> int | None:
        """How many claims came with a new document; None for one that is known."""
        settings = self.project.config.settings
        capture, read = collect(
            received, archive=self.project.archive, parse=self.parse, settings=settings
        )
        if self.ledger.documents([read.id], text=False):
            return None
        document = self.complete(read)
        found = extract_with_notes(document)
        remarks = [*document.warnings, *found.notes]
        if not document.published.known:
            remarks.append(UNDATED)
        self.summary.warnings += [f"{received.name}: {remark}" for remark in remarks]
        return self.ledger.add_document(capture, document, claims=found.claims).claims
