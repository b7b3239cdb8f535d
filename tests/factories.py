"""Small real records for tests: documents, claims and events built the way the program does."""

from dataclasses import replace
from datetime import date
from typing import Any

from quietsignal.actors import actor, partner_groups
from quietsignal.brief import Dossier
from quietsignal.records import (
    CaptureHash,
    Claim,
    Coverage,
    Document,
    DocumentKind,
    Event,
    EventId,
    EventType,
    Quote,
    Status,
    Thoroughness,
    capture_hash,
    document_id,
    make_claim,
    parse_edtf,
)


def document(text: str, **fields: Any) -> Document:
    """A captured document with that text; `published` is an EDTF string."""
    capture = capture_hash(text.encode())
    known: dict[str, Any] = {
        "title": "A test document",
        "publisher": "Test publisher",
        "address": "https://example.org/a",
        "language": "en",
        "kind": DocumentKind.CAPTURED,
        **fields,
    }
    known["published"] = parse_edtf(known.get("published", "2025-07-15"))
    return Document(id=document_id(capture), capture=capture, text=text, **known)


def claim(source: Document, kind: str, roles: dict[str, list[str]], **fields: Any) -> Claim:
    """A claim that quotes its whole document; `when` is an EDTF string."""
    when = parse_edtf(fields.pop("when", "2025-07-15"))
    status = Status(fields.pop("status", "done"))
    return make_claim(
        capture=CaptureHash(source.capture),
        document=source.id,
        event_type=EventType(kind),
        roles=roles,
        date=when,
        status=status,
        quotes=(Quote.cut(source.text, 0, len(source.text)),),
        extractor="test/1",
        confidence=1.0,
        **fields,
    )


def event(kind: str, roles: dict[str, list[str]], when: str, **fields: Any) -> Event:
    """An event told by one claim of one document, known on the day of its start or as given."""
    known = fields.pop("known", None)
    text = f"{kind} {sorted(roles.items())} {when} {sorted(fields.items())}"
    told = claim(document(text), kind, roles, when=when, **fields)
    return Event(
        id=EventId(told.id),
        type=told.type,
        roles=told.roles,
        date=told.date,
        status=told.status,
        claims=(told,),
        name=told.name,
        item=told.item,
        quantity=told.quantity,
        place=told.place,
        details=told.details,
        stages=told.stages,
        first_known=date.fromisoformat(known) if known else told.date.start,
    )


def exercise(partner: str, when: str, **fields: Any) -> Event:
    """A joint exercise of Serbia and a partner."""
    return event("exercise", {"participant": ["SRB", partner]}, when, **fields)


def transfer(supplier: str, when: str, **fields: Any) -> Event:
    """An arms transfer to Serbia."""
    return event("transfer", {"supplier": [supplier], "recipient": ["SRB"]}, when, **fields)


def dossier(*events: Event, lead: Event | None = None, **fields: Any) -> Dossier:
    """A dossier on Serbia and China as of 20 July 2025 that holds those events."""
    told = [claim for one in events for claim in one.claims]
    known: dict[str, Any] = {
        "focus": actor("SRB"),
        "partner": actor("CHN"),
        "as_of": date(2025, 7, 20),
        "groups": partner_groups(),
        "weights": {},
        "documents": {claim.document: _document_of(claim) for claim in told},
        "sources": {},
        "coverage": (COVERAGE,),
        "commitments": (),
        "commitment_claims": {},
        "registers": (),
        "first_year": 2006,
        "seed": 1,
        "left_out": (),
        **fields,
    }
    return Dossier(events=events, lead=lead, **known)


def _document_of(told: Claim) -> Document:
    (quote,) = told.quotes
    return replace(document(quote.exact), id=told.document)


COVERAGE = Coverage(
    id="pages",
    what="public pages in English",
    period=parse_edtf("2014-01-01/2025-07-31"),
    languages=("en",),
    thoroughness=Thoroughness.PARTIAL,
    sources=14,
    found=True,
)
