"""A shelf of small records from which the tests of the brief compose what they need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from quietsignal.brief.cite import cite
from quietsignal.brief.model import Brief, Evidence, Figure, Section, Sentence
from quietsignal.records import (
    Claim,
    Coverage,
    Document,
    DocumentId,
    DocumentKind,
    Event,
    EventId,
    EventType,
    Grade,
    Quote,
    QuoteState,
    Source,
    Status,
    Thoroughness,
    capture_hash,
    document_id,
    make_claim,
    parse_edtf,
)

AS_OF = date(2025, 7, 20)


@dataclass
class Shelf:
    """Documents and sources with short ways to make claims, events and briefs from them."""

    documents: dict[DocumentId, Document] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def document(self, text: str, *, publisher: str = "Xinhua", **fields: Any) -> Document:
        """A document of that text, put on the shelf."""
        title = fields.pop("title", f"On {text[:20]}")
        published = parse_edtf(fields.pop("published", "2025-07-15"))
        capture = capture_hash(f"{publisher}|{title}|{text}".encode())
        made = Document(
            id=document_id(capture),
            capture=capture,
            text=text,
            title=title,
            publisher=publisher,
            address=fields.pop("address", "https://news.example/one"),
            published=published,
            language=fields.pop("language", "en"),
            kind=DocumentKind(fields.pop("kind", "captured")),
            **fields,
        )
        self.documents[made.id] = made
        return made

    def source(self, name: str, grade: str, **fields: Any) -> Source:
        """A graded publisher, put in the register."""
        made = Source(name=name, kind="press", grade=Grade(grade), **fields)
        self.sources[name] = made
        return made

    def claim(self, document: Document, *quotes: str, **fields: Any) -> Claim:
        """A claim on an exercise of Serbia and China, with quotes found in the document."""
        found = tuple(
            Quote.cut(document.text, (at := document.text.index(words)), at + len(words))
            for words in quotes or (document.text,)
        )
        return make_claim(
            capture=document.capture,
            document=document.id,
            event_type=EventType(fields.pop("type", "exercise")),
            roles=fields.pop("roles", {"participant": ("SRB", "CHN")}),
            date=parse_edtf(fields.pop("date", "2025-07")),
            status=Status(fields.pop("status", "announced")),
            quotes=fields.pop("made_quotes", found),
            extractor="test/1",
            confidence=0.9,
            **fields,
        )

    def event(self, *claims: Claim, **fields: Any) -> Event:
        """The event that these claims tell; the first one's values are shown."""
        shown = claims[0]
        return Event(
            id=EventId(f"event-{shown.id}"),
            type=shown.type,
            roles=shown.roles,
            date=fields.pop("date", shown.date),
            status=shown.status,
            claims=claims,
            name=shown.name,
            item=shown.item,
            quantity=shown.quantity,
            place=shown.place,
            details=shown.details,
            stages=shown.stages,
            independent_sources=len({claim.document for claim in claims}),
            **fields,
        )

    def told(self, text: str, **fields: Any) -> Event:
        """An event told by one document whose whole text is the quote."""
        return self.event(self.claim(self.document(text), **fields))

    def unverified(self, document: Document, words: str) -> Claim:
        """A claim whose only quote was not found in its document."""
        quote = Quote(words, 0, len(words), QuoteState.UNVERIFIED)
        return self.claim(document, made_quotes=(quote,))

    def cited(self, *sections: Section, **fields: Any) -> Brief:
        """The cited brief of these sections."""
        settings = {
            "title": "Serbia and China",
            "subtitle": "A test",
            "as_of": AS_OF,
            "marking": "TLP:CLEAR",
            "version": "0.1.0",
            "credits": (),
            "documents": self.documents,
            "sources": self.sources,
        }
        return cite(sections=sections, **{**settings, **fields})

    def brief_of(self, *sentences: tuple[str, Evidence]) -> Brief:
        """A cited brief of one section that holds these sentences."""
        made = tuple(Sentence(text, evidence) for text, evidence in sentences)
        return self.cited(Section("one", "What happened?", made))


@pytest.fixture
def shelf() -> Shelf:
    """An empty shelf."""
    return Shelf()


def searched(**fields: Any) -> Coverage:
    """A coverage record of a good search that found nothing."""
    settings: dict[str, Any] = {
        "id": "coverage-1",
        "what": "joint exercises of Serbia and China",
        "period": parse_edtf("2009/2025-07"),
        "languages": ("en", "sr"),
        "thoroughness": Thoroughness.GOOD,
        "sources": 14,
        "found": False,
    }
    return Coverage(**{**settings, **fields})


def computed(text: str = "57 %", *rows: Mapping[str, str], **fields: Any) -> Figure:
    """A figure on shares of arms imports."""
    return Figure("share of arms imports", text, rows, **fields)


@pytest.fixture
def coverage() -> Coverage:
    """A coverage record of a good search that found nothing."""
    return searched()


@pytest.fixture
def figure() -> Figure:
    """A computed share with its working, edition and credit."""
    rows: Iterable[Mapping[str, str]] = (
        {"supplier": "China", "TIV": "287", "share": "0.57"},
        {"supplier": "Russia", "TIV": "100", "share": "0.198"},
    )
    return computed("57 %", *rows, edition="2025-03-13", credit="SIPRI Arms Transfers Database")
