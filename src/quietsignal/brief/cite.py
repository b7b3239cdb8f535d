"""Citing: every sentence gets its note, every note its quotes, every quote its source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from quietsignal.brief.labels import (
    claim_flags,
    document_flags,
    edtf_words,
    event_words,
    language_names,
)
from quietsignal.brief.model import (
    Brief,
    Entry,
    EntryKind,
    Evidence,
    Figure,
    Note,
    Piece,
    Place,
    Section,
    SourceLine,
)
from quietsignal.brief.wording import span
from quietsignal.errors import BriefError
from quietsignal.records import (
    Claim,
    ClaimId,
    Coverage,
    Document,
    DocumentId,
    Event,
    Quote,
    QuoteState,
    Source,
)

__all__ = ["MOST_QUOTES", "cite"]

MOST_QUOTES = 6  # quotes shown in one note; what is left out is counted and listed


def cite(
    *,
    title: str,
    as_of: date,
    marking: str,
    version: str,
    sections: Iterable[Section],
    documents: Mapping[DocumentId, Document],
    sources: Mapping[str, Source],
    subtitle: str = "",
    credits: Iterable[str] = (),  # noqa: A002 - the word of the product, and keyword-only
) -> Brief:
    """The brief with its notes and sources numbered in the order in which they are read.

    Equal evidence shares one note. `sources` is keyed by the publisher's name or an alias; a
    publisher that is not in it has grade F. A sentence without evidence gets no note: the lint
    reports it. Raises `BriefError` for a quote that is not citable, a claim whose document is
    not in `documents`, and two sections with one id.
    """
    chosen = tuple(sections)
    _refuse_repeated_ids(chosen)
    numbering = _Numbering(_Sources(documents, sources))
    for section in chosen:
        for piece in section.pieces():
            numbering.add(piece)
    return Brief(
        title=title,
        subtitle=subtitle,
        as_of=as_of,
        marking=marking,
        version=version,
        sections=chosen,
        notes=tuple(numbering.notes),
        sources=numbering.sources.lines(),
        marks=dict(numbering.marks),
        credits=tuple(dict.fromkeys((*credits, *_figure_credits(chosen)))),
    )


def _refuse_repeated_ids(sections: tuple[Section, ...]) -> None:
    seen: set[str] = set()
    for section in sections:
        if section.id in seen:
            raise BriefError(f"section id {section.id!r} occurs twice, expected each once")
        seen.add(section.id)


def _figure_credits(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        for piece in section.pieces():
            yield from (figure.credit for figure in piece.evidence.figures if figure.credit)


class _Sources:
    """The documents cited so far; what repeats publisher, title and address is one source."""

    def __init__(
        self, documents: Mapping[DocumentId, Document], register: Mapping[str, Source]
    ) -> None:
        self._documents = documents
        self._register = {
            name.casefold(): source
            for key, source in register.items()
            for name in (*source.aliases, source.name, key)
        }
        self._cited: dict[tuple[str, str, str], dict[DocumentId, Document]] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._notes: dict[int, set[int]] = {}

    def document(self, claim: Claim) -> Document:
        """The document of a claim; raises `BriefError` when it was not given."""
        found = self._documents.get(claim.document)
        if found is None:
            raise BriefError(
                f"claim {claim.id} cites document {claim.document}, "
                "expected one of the documents given"
            )
        return found

    def grade(self, publisher: str) -> Source:
        """The register's entry of a publisher; F for one that is not in it."""
        unknown = Source(name=publisher, kind="unknown", reason="not in the source register")
        return self._register.get(publisher.casefold(), unknown)

    def cite(self, document: Document, note: int) -> int:
        """The number of the document's line in the list of sources."""
        key = (document.publisher, document.title, document.address)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._cited.setdefault(key, {})[document.id] = document
        self._notes.setdefault(number, set()).add(note)
        return number

    def lines(self) -> tuple[SourceLine, ...]:
        """The list of sources, in the order in which they were first cited."""
        return tuple(self._line(key, number) for key, number in self._numbers.items())

    def _line(self, key: tuple[str, str, str], number: int) -> SourceLine:
        publisher, title, address = key
        cited = self._cited[key].values()
        return SourceLine(
            number=number,
            title=title,
            publisher=publisher,
            grade=self.grade(publisher),
            published="; ".join(dict.fromkeys(span(each.published) for each in cited)),
            address=address,
            flags=tuple(dict.fromkeys(flag for each in cited for flag in document_flags(each))),
            notes=tuple(sorted(self._notes[number])),
        )


@dataclass(slots=True)
class _Numbering:
    """The notes so far, and which sentence has which."""

    sources: _Sources
    notes: list[Note] = field(default_factory=list)
    marks: dict[Place, int] = field(default_factory=dict)
    numbers: dict[object, int] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        if not piece.evidence:
            return
        key = _evidence_key(piece.evidence)
        if key not in self.numbers:
            self.numbers[key] = len(self.notes) + 1
            try:
                self.notes.append(_note(self.numbers[key], piece.evidence, sources=self.sources))
            except BriefError as error:
                raise BriefError(f"{error}; sentence: {piece.text}") from error
        self.marks[piece.place] = self.numbers[key]


def _evidence_key(evidence: Evidence) -> object:
    figures = sorted(repr((f.measure, f.text, f.edition, _row_pairs(f))) for f in evidence.figures)
    return (
        tuple(sorted(event.id for event in evidence.events)),
        tuple(sorted(claim.id for claim in evidence.claims)),
        tuple(sorted(coverage.id for coverage in evidence.coverage)),
        tuple(figures),
        tuple(sorted(document.id for document in evidence.documents)),
    )


def _row_pairs(figure: Figure) -> list[list[tuple[str, str]]]:
    return [list(row.items()) for row in figure.rows]


def _note(number: int, evidence: Evidence, *, sources: _Sources) -> Note:
    """The note of that number for the evidence; its documents are cited in `sources`.

    Raises `BriefError` for a quote that is not citable or no longer stands in its document.
    """
    quotes = list(_quotes(evidence))
    places = sorted(range(len(quotes)), key=lambda at: (quotes[at].rank, at))[:MOST_QUOTES]
    shown = [quotes[at] for at in sorted(places)]
    shown_claims = {cited.claim.id for cited in shown}
    rest = {c.claim.id: c for c in quotes if c.claim.id not in shown_claims}
    entries = [
        *(_figure_entry(figure) for figure in evidence.figures),
        *(_quote_entry(cited, number, sources=sources) for cited in shown),
    ]
    rest_rows = tuple(_rest_row(cited, number, sources=sources) for cited in rest.values())
    entries += [_coverage_entry(coverage) for coverage in evidence.coverage]
    cited_documents = {cited.claim.document for cited in quotes}
    entries += [
        _source_entry(document, number, sources=sources)
        for document in evidence.documents
        if document.id not in cited_documents
    ]
    return Note(number, tuple(entries), more=_more(rest_rows), rest=rest_rows)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A quote of a claim that a note may show; the lowest rank is shown first."""

    rank: int
    claim: Claim
    quote: Quote
    event: Event | None = None
    disagrees: tuple[str, ...] = ()


_SHOWN, _CONFLICTING, _SECOND_QUOTE, _INDEPENDENT, _REPEATING = range(5)


def _quotes(evidence: Evidence) -> Iterator[_Cited]:
    """The quotes of the evidence: an event's in the order of its claims, then loose claims'."""
    chosen = {claim.id for claim in evidence.claims}
    told: set[ClaimId] = set()
    for event in evidence.events:
        picked = [claim for claim in event.claims if claim.id in chosen]
        claims = picked or list(event.claims)
        told.update(claim.id for claim in claims)
        yield from _event_quotes(event, claims)
    for claim in evidence.claims:
        if claim.id not in told:
            yield from _claim_quotes(claim, event=None, rank=_SHOWN, disagrees=())


def _event_quotes(event: Event, claims: list[Claim]) -> Iterator[_Cited]:
    disagreements = _disagreements(event)
    documents: set[DocumentId] = set()
    for index, claim in enumerate(claims):
        disagrees = disagreements.get(claim.id, ())
        if index == 0:
            rank = _SHOWN
        elif disagrees:
            rank = _CONFLICTING
        else:
            rank = _REPEATING if claim.document in documents else _INDEPENDENT
        documents.add(claim.document)
        yield from _claim_quotes(claim, event=event, rank=rank, disagrees=disagrees)


def _claim_quotes(
    claim: Claim, *, event: Event | None, rank: int, disagrees: tuple[str, ...]
) -> Iterator[_Cited]:
    for index, quote in enumerate(claim.quotes):
        if not quote.citable:
            raise BriefError(
                f"claim {claim.id}: found the unverified quote {quote.exact!r}, "
                "expected one that stands in its document"
            )
        later = _SECOND_QUOTE if rank == _SHOWN else _REPEATING
        yield _Cited(later if index else rank, claim, quote, event, disagrees)


def _disagreements(event: Event) -> dict[str, tuple[str, ...]]:
    """For each claim that says otherwise than what is shown, the fields in words."""
    found: dict[str, tuple[str, ...]] = {}
    for conflict in event.conflicts:
        for value in conflict.values[1:]:
            words = f"says otherwise: {conflict.field} {edtf_words(value.value)}"
            for claim in value.claims:
                found[claim] = (*found.get(claim, ()), words)
    return found


def _quote_entry(cited: _Cited, note: int, *, sources: _Sources) -> Entry:
    document = sources.document(cited.claim)
    _refuse_moved_quote(cited.quote, document)
    entry = _source_entry(document, note, sources=sources)
    flags = [*entry.flags, *claim_flags(cited.claim, document), *cited.disagrees]
    if cited.quote.state is QuoteState.REPAIRED:
        flags.append("quote repaired: found in the document with small differences")
    return replace(
        entry,
        kind=EntryKind.QUOTE,
        quote=cited.quote.exact,
        flags=tuple(flags),
        about=event_words(cited.event or cited.claim),
    )


def _refuse_moved_quote(quote: Quote, document: Document) -> None:
    found = document.text[quote.start : quote.end]
    if quote.state is QuoteState.VERIFIED and found != quote.exact:
        raise BriefError(
            f"document {document.title!r}: found {found!r} at {quote.start}-{quote.end}, "
            f"expected the quote {quote.exact!r}"
        )


def _source_entry(document: Document, note: int, *, sources: _Sources) -> Entry:
    grade = sources.grade(document.publisher).grade
    published = span(document.published)
    return Entry(
        kind=EntryKind.DOCUMENT,
        lead=f"{document.publisher}, “{document.title}”, {published}; "
        f"grade {grade.value} ({grade.meaning})",
        address=document.address,
        flags=document_flags(document),
        source_number=sources.cite(document, note),
        publisher=document.publisher,
        title=document.title,
        published=published,
        grade=grade,
        language=document.language,
    )


def _rest_row(cited: _Cited, note: int, *, sources: _Sources) -> Mapping[str, str]:
    document = sources.document(cited.claim)
    _refuse_moved_quote(cited.quote, document)
    return {
        "Event": event_words(cited.event or cited.claim),
        "Publisher": document.publisher,
        "Published": span(document.published),
        "Quote": cited.quote.exact,
        "Source": str(sources.cite(document, note)),
    }


def _more(rest: tuple[Mapping[str, str], ...]) -> str:
    if not rest:
        return ""
    publishers = sorted({row["Publisher"] for row in rest})
    noun = "claim" if len(rest) == 1 else "claims"
    return f"and {len(rest)} more {noun} in the ledger, by {', '.join(publishers)}"


def _figure_entry(figure: Figure) -> Entry:
    edition = (f"edition of {edtf_words(figure.edition)}",) if figure.edition else ()
    credit = (f"credit: {figure.credit}",) if figure.credit else ()
    return Entry(
        kind=EntryKind.FIGURE,
        lead=figure.measure,
        text=figure.text,
        rows=figure.rows,
        flags=(*edition, *credit),
    )


def _coverage_entry(coverage: Coverage) -> Entry:
    languages = language_names(coverage.languages)
    noun = "source" if coverage.sources == 1 else "sources"
    parts = [
        f"period: {span(coverage.period)}",
        f"languages: {languages or 'not recorded'}",
        f"search: {coverage.thoroughness.value}",
        f"{coverage.sources} {noun}",
        "result: found" if coverage.found else "result: nothing found",
    ]
    text = "; ".join(parts) + (f". {coverage.note}" if coverage.note else "")
    return Entry(kind=EntryKind.COVERAGE, lead=coverage.what, text=text)
