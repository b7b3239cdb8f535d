"""What the ledger holds, computed once for each state of its file, so that pages are quick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from quietsignal.ledger import Ledger
from quietsignal.project import Project
from quietsignal.records import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Event,
    EventId,
    Grade,
    Judgement,
    Source,
    derived_id,
)
from quietsignal.web.words import folded, names, resting_on, title, type_words

__all__ = ["UNKNOWN_YEAR", "CurrentHoldings", "Entry", "Holdings"]

UNKNOWN_YEAR = "unknown"

_State = tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with what lists and searches ask of it."""

    event: Event
    title: str
    actors: frozenset[str]
    years: frozenset[str]
    flags: tuple[str, ...]
    text: str

    @classmethod
    def of(cls, event: Event, documents: Mapping[DocumentId, Document]) -> "Entry":
        """The entry of an event; its text holds all that a search looks through."""
        told_in = [documents[claim.document] for claim in event.claims]
        heading = title(event)
        quotes = (quote.exact for claim in event.claims for quote in claim.quotes)
        publishers = (document.publisher for document in told_in)
        told = (heading, event.name, event.item, event.place, names(event.actors()))
        return cls(
            event=event,
            title=heading,
            actors=frozenset(event.actors()),
            years=_years(event),
            flags=resting_on(told_in),
            text=folded(
                "\n".join(filter(None, (*told, type_words(event.type), *publishers, *quotes)))
            ),
        )


def _years(event: Event) -> frozenset[str]:
    """Each year in which the event may have happened; of an open date, the year that is known."""
    ends = [day.year for day in (event.date.start, event.date.end) if day]
    if not ends:
        return frozenset({UNKNOWN_YEAR})
    return frozenset(map(str, range(ends[0], ends[-1] + 1)))


@dataclass(frozen=True)
class Holdings:
    """The ledger at one moment; `entries` come newest first, documents come without their text."""

    entries: tuple[Entry, ...]
    claims: tuple[Claim, ...]
    documents: Mapping[DocumentId, Document]
    sources: Mapping[str, Source]
    judgements: tuple[Judgement, ...]

    @classmethod
    def read(cls, ledger: Ledger) -> "Holdings":
        """What the ledger holds now.

        Events come first: what is added while the rest is read can only be more than they need.
        """
        events, claims, judgements = ledger.events(), ledger.claims(), ledger.judgements()
        documents = ledger.documents(text=False)
        entries = (Entry.of(event, documents) for event in events)
        return cls(
            entries=tuple(sorted(entries, key=_newest_first)),
            claims=claims,
            documents=documents,
            sources=ledger.sources(),
            judgements=judgements,
        )

    @cached_property
    def by_event(self) -> Mapping[EventId, Entry]:
        """The entries by the ids of their events."""
        return {entry.event.id: entry for entry in self.entries}

    @cached_property
    def by_claim(self) -> Mapping[ClaimId, Entry]:
        """The entry of each claim's event; a claim that a person rejected has none."""
        return {claim.id: entry for entry in self.entries for claim in entry.event.claims}

    @cached_property
    def moved(self) -> Mapping[str, Entry]:
        """Where events went that others have joined: an event is named for one of its claims."""
        return {derived_id("event", claim): entry for claim, entry in self.by_claim.items()}

    @cached_property
    def by_document(self) -> Mapping[DocumentId, tuple[Claim, ...]]:
        """The claims of each document, in the order of their quotes."""
        found: dict[DocumentId, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.document, []).append(claim)
        return {key: tuple(sorted(several, key=_first_quote)) for key, several in found.items()}

    @cached_property
    def on_claims(self) -> Mapping[ClaimId, tuple[Judgement, ...]]:
        """The decisions of people on each claim alone, in the order in which they were made."""
        found: dict[ClaimId, tuple[Judgement, ...]] = {}
        for judgement in self.judgements:
            if len(judgement.claims) == 1:
                claim = judgement.claims[0]
                found[claim] = (*found.get(claim, ()), judgement)
        return found

    def grade(self, publisher: str) -> Grade:
        """The grade of a publisher; F, not known, where nobody has graded it."""
        source = self.sources.get(publisher)
        return source.grade if source else Grade.F

    def graded_because(self, publisher: str) -> str:
        """Why the publisher has its grade, without a full stop."""
        source = self.sources.get(publisher)
        return source.reason.rstrip(". ") if source else "not graded yet"


def _newest_first(entry: Entry) -> tuple[int, str]:
    day = entry.event.date.start or entry.event.date.end
    return (-day.toordinal() if day else 1, entry.event.id)


def _first_quote(claim: Claim) -> tuple[int, str]:
    return (min((quote.start for quote in claim.quotes), default=0), claim.id)


class CurrentHoldings:
    """The holdings of a project, read anew when its ledger has changed."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._path = project.folder / "ledger.db"
        self._lock = Lock()
        self._held: tuple[_State, Holdings] | None = None

    def __call__(self) -> Holdings:
        """What the ledger holds now; raises `ProjectError` where it cannot be read."""
        with self._lock:
            state = _state((self._path, self._path.with_name(f"{self._path.name}-wal")))
            if self._held is None or self._held[0] != state:
                with self._project.ledger(read_only=True) as ledger:
                    self._held = (state, Holdings.read(ledger))
            return self._held[1]


def _state(paths: Iterable[Path]) -> _State:
    """What tells one state of the files from another; an empty log is as good as none."""
    return tuple(_stamp(path) for path in paths)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_mtime_ns, found.st_size) if found.st_size else None
