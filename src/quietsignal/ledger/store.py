"""The ledger: evidence goes in and is never changed, events are computed from it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from quietsignal.errors import ItemFailed, UsageError
from quietsignal.ledger import care, database, reading, writing
from quietsignal.ledger.events import THRESHOLD, compute_events
from quietsignal.ledger.known import known_on
from quietsignal.ledger.writing import Added, Item
from quietsignal.records import (
    Capture,
    CaptureHash,
    Claim,
    ClaimId,
    Coverage,
    Document,
    DocumentId,
    Event,
    EventType,
    Judgement,
    Proposal,
    Source,
)

__all__ = ["Counts", "Ledger"]

T = TypeVar("T")

BATCH = 200  # documents saved at once: each time costs a sync of the disk


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds; `sources` counts publishers, not their gradings."""

    captures: int
    documents: int
    claims: int
    quotes: int
    judgements: int
    sources: int
    proposals: int
    coverage: int


class Ledger:
    """One ledger, open; use it as a context manager, or close it.

    Every method is one transaction: readers see the ledger as it was at one moment, and what a
    method that adds has returned from is on the disk. Methods may be called from several threads.
    Whatever the database driver raises comes out as `ProjectError` or `LockedLedger`, in one line.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def create(cls, path: Path | str, *, wait: float = database.WAIT) -> Self:
        """Make a new, empty ledger and open it.

        Raises `ProjectError` where something stands at the path or its folder is missing, and
        `LockedLedger` where the folder may not be written.
        """
        database.build(Path(path))
        return cls.open(path, wait=wait)

    @classmethod
    def open(
        cls, path: Path | str, *, read_only: bool = False, wait: float = database.WAIT
    ) -> Self:
        """Open a ledger, bringing one of an earlier version up to date.

        `read_only` also opens a ledger in a folder that may not be written; `wait` is how many
        seconds to wait for another process that holds it. Raises `ProjectError` for what is no
        ledger, `NewerLedger` for one of a later version, `LockedLedger` for one that may not be
        written or stays held.
        """
        path = Path(path)
        engine = database.connect(path, read_only=read_only, wait=wait)
        try:
            database.require_head(engine, path, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine)

    def close(self) -> None:
        """Close every connection; the ledger is one file again."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database.plain_errors(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        engine = self._engine.execution_options(write=True)
        with database.plain_errors(self.path), engine.begin() as connection:
            yield connection

    # Adding

    def add_document(
        self, capture: Capture, document: Document, *, claims: Iterable[Claim] = ()
    ) -> Added:
        """Add a capture, its document and the document's claims, all or nothing.

        What is there already is left as it is, so that adding again changes nothing. Raises
        `ItemFailed` where the three do not belong together, where a verified quote is not what
        the document says there, or where the ledger holds another text of the same document.
        """
        with self._writing() as connection:
            (added,) = writing.add_items(connection, [(capture, document, tuple(claims))])
        if added.problem:
            raise ItemFailed(added.problem)
        return added

    def add_documents(
        self,
        items: Iterable[Item],
        *,
        batch: int = BATCH,
        report: Callable[[Added], None] | None = None,
    ) -> tuple[Added, ...]:
        """Add many documents, `batch` of them a transaction; what failed is told in `problem`.

        `report` is called for each document once it is on the disk. Stopped at any moment, the
        ledger holds each document with all of its claims or not at all, and all that were
        reported; adding the same again adds the rest.
        """
        added: list[Added] = []
        remaining = iter(items)
        while several := list(islice(remaining, max(1, batch))):
            with self._writing() as connection:
                done = writing.add_items(connection, several)
            for one in done:
                if report:
                    report(one)
            added.extend(done)
        return tuple(added)

    def add_sources(self, sources: Iterable[Source]) -> int:
        """Add gradings of sources to their histories; returns how many were new."""
        with self._writing() as connection:
            return writing.add_sources(connection, sources)

    def add_coverage(self, records: Iterable[Coverage]) -> int:
        """Add records of searches; returns how many were new or differ from the one held."""
        with self._writing() as connection:
            return writing.add_coverage(connection, records)

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Add judgements, all or nothing; returns how many were new.

        Raises `UsageError` for a claim that the ledger does not hold, a verdict on the wrong
        number of claims, or a correction that cannot be read.
        """
        with self._writing() as connection:
            return writing.add_judgements(connection, judgements)

    def replace_proposals(self, version: str, proposals: Iterable[Proposal]) -> int:
        """Put a linker's proposals in the place of those of its version, as the current ones."""
        with self._writing() as connection:
            return writing.replace_proposals(connection, proposals, version=version)

    def set_syndication(self, version: str, mapping: Mapping[DocumentId, str]) -> int:
        """Put the groups of copied documents in the place of those of that version."""
        with self._writing() as connection:
            return writing.set_syndication(connection, mapping, version=version)

    # Reading

    def capture(self, sha256: CaptureHash) -> Capture:
        """The capture of that hash; raises `UsageError` where there is none."""
        with self._reading() as connection:
            found = reading.read_captures(connection, [sha256])
        return self._one(found.get(sha256), "capture", sha256)

    def captures(self) -> dict[CaptureHash, Capture]:
        """All captures by hash."""
        with self._reading() as connection:
            return reading.read_captures(connection)

    def document(self, document: DocumentId) -> Document:
        """The document of that id; raises `UsageError` where there is none."""
        with self._reading() as connection:
            found = reading.read_documents(connection, [document])
        return self._one(found.get(document), "document", document)

    def documents(
        self, ids: Iterable[DocumentId] | None = None, *, text: bool = True
    ) -> dict[DocumentId, Document]:
        """The documents of those ids, or all, by id; with `text=False` their texts are empty."""
        with self._reading() as connection:
            wanted = None if ids is None else list(ids)
            return reading.read_documents(connection, wanted, text=text)

    def claim(self, claim: ClaimId) -> Claim:
        """The claim of that id; raises `UsageError` where there is none."""
        with self._reading() as connection:
            found = reading.read_claims(connection, ids=[claim])
        return self._one(found[0] if found else None, "claim", claim)

    def claims(
        self,
        *,
        known_by: dt.date | None = None,
        document: DocumentId | None = None,
        actors: Iterable[str] = (),
        types: Iterable[EventType] = (),
    ) -> tuple[Claim, ...]:
        """The claims that pass all filters, in the order of their ids.

        `actors` must all have a role in the claim; `types` are alternatives. `known_by` keeps
        the claims that could be known by that day: the day their document was published (the
        first it may be); for a coder's note on a source without a date, the end of the claim's
        date, else its start; else the day of the capture. A claim without any of them is kept
        only where `known_by` is None.
        """
        with self._reading() as connection:
            claims = reading.read_claims(connection, document=document, actors=actors, types=types)
            if known_by is None:
                return tuple(claims)
            documents = reading.read_documents(connection, text=False)
            return _known(claims, known_by, documents, reading.read_captures(connection))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in the order in which they were made."""
        with self._reading() as connection:
            return tuple(reading.read_judgements(connection))

    def proposals(self, version: str | None = None) -> tuple[Proposal, ...]:
        """The proposals of a version of the linker, or the current ones."""
        with self._reading() as connection:
            return tuple(reading.read_proposals(connection, version))

    def syndication(self, version: str | None = None) -> dict[DocumentId, str]:
        """The group of each document, equal for copies of one text, of a version or the current."""
        with self._reading() as connection:
            return reading.read_syndication(connection, version)

    def coverage(self) -> tuple[Coverage, ...]:
        """All records of searches."""
        with self._reading() as connection:
            return tuple(reading.read_coverage(connection))

    def sources(self, on: dt.date | None = None) -> dict[str, Source]:
        """Each source by its name and by its aliases, as graded on that day, or now."""
        with self._reading() as connection:
            return reading.sources_on(reading.read_gradings(connection), on)

    def gradings(self, name: str) -> tuple[Source, ...]:
        """The history of a source's gradings, in the order in which they were added."""
        with self._reading() as connection:
            return tuple(one for one in reading.read_gradings(connection) if one.name == name)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._reading() as connection:
            rows = reading.count_rows(connection)
            names = {source.name for source in reading.read_gradings(connection)}
            proposed = reading.read_proposals(connection, None)
        rows |= {"sources": len(names), "proposals": len(proposed)}
        return Counts(**{name: rows[name] for name in Counts.__dataclass_fields__})

    def events(
        self,
        *,
        known_by: dt.date | None = None,
        actors: Iterable[str] = (),
        types: Iterable[EventType] = (),
        since: dt.date | None = None,
        until: dt.date | None = None,
        threshold: float = THRESHOLD,
    ) -> tuple[Event, ...]:
        """The events that pass all filters, in the order of their ids.

        `known_by` computes them from the claims that could be known by that day, as `claims`
        tells them, with the judgements, grades and links of now. `actors` must all take part;
        `types` are alternatives; `since` and `until` keep the events that may have happened
        between the two days, which an event of unknown date may not.
        """
        with self._reading() as connection:
            found = _compute(connection, known_by, threshold)
        wanted, kinds = set(actors), set(types)
        between = since is not None or until is not None
        first, last = since or dt.date.min, until or dt.date.max
        return tuple(
            event
            for event in found
            if wanted <= set(event.actors())
            and (not kinds or event.type in kinds)
            and (not between or event.date.possibly_within(first, last))
        )

    # Care

    def backup(self, target: Path | str) -> None:
        """Write a whole copy of the ledger, as it is now, to a new file.

        Raises `ProjectError` where something stands there already, or it cannot be written.
        """
        care.copy_to(self._engine, Path(target))

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the ledger, one line each; empty where it is sound.

        Checks the file, the links between tables, and that every verified quote is what its
        document says there.
        """
        with self._reading() as connection:
            return tuple(care.problems(connection))

    def _one(self, found: T | None, what: str, name: str) -> T:
        if found is None:
            raise UsageError(f"ledger {self.path}: found no {what} {name}, expected one")
        return found


def _known(
    claims: Iterable[Claim],
    day: dt.date,
    documents: Mapping[DocumentId, Document],
    captures: Mapping[CaptureHash, Capture],
) -> tuple[Claim, ...]:
    kept = []
    for claim in claims:
        document = documents[claim.document]
        known = known_on(claim, document, capture=captures.get(document.capture))
        if known is not None and known <= day:
            kept.append(claim)
    return tuple(kept)


def _compute(
    connection: Connection, known_by: dt.date | None, threshold: float
) -> tuple[Event, ...]:
    claims: Sequence[Claim] = reading.read_claims(connection)
    documents = reading.read_documents(connection, text=False)
    if known_by is not None:
        claims = _known(claims, known_by, documents, reading.read_captures(connection))
    return compute_events(
        claims,
        judgements=reading.read_judgements(connection),
        proposals=reading.read_proposals(connection, None),
        documents=documents,
        sources=reading.sources_on(reading.read_gradings(connection), None),
        syndication=reading.read_syndication(connection, None),
        threshold=threshold,
    )
