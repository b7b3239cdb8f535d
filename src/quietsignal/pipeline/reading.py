"""Reads claims straight from inputs, without a project: nothing is kept."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from quietsignal.collect import (
    Inputs,
    IsolatedParser,
    Parse,
    Received,
    Skipped,
    capture_of,
    read_document,
)
from quietsignal.errors import ItemFailed
from quietsignal.extract import extract_with_notes
from quietsignal.records import Claim, Document, ImpreciseDate
from quietsignal.settings import Settings, load_settings

__all__ = ["ReadClaims", "completed", "read_claims", "reading"]


@dataclass(frozen=True, slots=True)
class ReadClaims:
    """The claims of one input, or the problem that it gave."""

    name: str
    claims: tuple[Claim, ...] = ()
    remarks: tuple[str, ...] = ()
    problem: str = ""


def read_claims(sources: Iterable[str], *, published: ImpreciseDate) -> Iterator[ReadClaims]:
    """The claims of each source, without a project; nothing is kept."""
    settings = load_settings()
    with reading(settings) as (inputs, parse):
        for outcome in inputs.receive(sources):
            if isinstance(outcome, Skipped):
                yield ReadClaims(outcome.name, remarks=(f"skipped, {outcome.reason}",))
            elif isinstance(outcome, ItemFailed):
                yield ReadClaims("", problem=str(outcome))
            else:
                yield _read(outcome, parse, published=published, settings=settings)


@contextmanager
def reading(settings: Settings) -> Iterator[tuple[Inputs, Parse]]:
    """The receiver of inputs and the parser in its own process, for the time of the block."""
    with IsolatedParser(settings) as parser:
        yield Inputs(settings=settings, fetch=_Fetching(settings)), parser.parse


class _Fetching:
    """Fetches addresses; the fetcher, which is slow to load, is made for the first of them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._fetch: Callable[[str], Received] | None = None

    def __call__(self, address: str) -> Received:
        if self._fetch is None:
            from quietsignal.collect.fetch import Fetcher  # noqa: PLC0415

            self._fetch = Fetcher(self._settings).fetch
        return self._fetch(address)


def _read(
    received: Received, parse: Parse, *, published: ImpreciseDate, settings: Settings
) -> ReadClaims:
    try:
        capture = capture_of(received)
        document = read_document(
            capture, received.content, parse=parse, settings=settings, name=received.name
        )
    except ItemFailed as error:
        return ReadClaims(received.name, problem=str(error))
    found = extract_with_notes(completed(document, published=published))
    return ReadClaims(received.name, found.claims, (*document.warnings, *found.notes))


def completed(document: Document, *, published: ImpreciseDate, publisher: str = "") -> Document:
    """The document with what the user said of it, where it does not say it itself."""
    return replace(
        document,
        published=document.published if document.published.known else published,
        publisher=document.publisher or publisher or "unknown publisher",
    )
