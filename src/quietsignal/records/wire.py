"""Claims and events as JSON: the stable form in which other tools read them.

The keys are documented in docs/reference/wire.md. Extra keys of a type (action, relation, stance,
what, rates and years) stand beside the fixed ones and are left out where they do not apply.
"""

from collections.abc import Mapping
from typing import Any

from quietsignal.records.claims import Claim, Pairs, Quote
from quietsignal.records.dates import ImpreciseDate
from quietsignal.records.documents import Document, Source
from quietsignal.records.events import Event
from quietsignal.records.ids import DocumentId

__all__ = ["claim_json", "event_json"]

_NUMBERS = {"rate_from", "rate_to", "years_min", "years_max", "value", "tiv"}


def claim_json(claim: Claim) -> dict[str, Any]:
    """A claim as a JSON object, keys in a fixed order."""
    return {
        "id": claim.id,
        "document": claim.document,
        **_told(claim),
        "quotes": [_quote(quote) for quote in claim.quotes],
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def event_json(
    event: Event, *, documents: Mapping[DocumentId, Document], sources: Mapping[str, Source]
) -> dict[str, Any]:
    """An event as a JSON object, with its conflicts, and its claims with their sources."""
    return {
        "id": event.id,
        **_told(event),
        "first_known": event.first_known.isoformat() if event.first_known else None,
        "independent_sources": event.independent_sources,
        "conflicts": {
            conflict.field: [
                {"value": value.value, "claims": list(value.claims)} for value in conflict.values
            ]
            for conflict in event.conflicts
        },
        "claims": [_sourced(claim, documents, sources) for claim in event.claims],
    }


def _told(told: Claim | Event) -> dict[str, Any]:
    """What a claim and an event have in common."""
    return {
        "type": told.type.value,
        "roles": {role: list(codes) for role, codes in told.roles},
        "date": _date(told.date),
        "status": told.status.value,
        "name": told.name,
        "item": told.item,
        "quantity": _number(told.quantity),
        "place": told.place,
        **_extra(told.details),
        **({"stages": dict(told.stages)} if told.stages else {}),
    }


def _date(value: ImpreciseDate) -> dict[str, Any]:
    return {
        "start": value.start.isoformat() if value.start else None,
        "end": value.end.isoformat() if value.end else None,
        "precision": value.precision.value,
        **({"approximate": True} if value.approximate else {}),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "exact": quote.exact,
        "start": quote.start,
        "end": quote.end,
        "state": quote.state.value,
    }


def _sourced(
    claim: Claim, documents: Mapping[DocumentId, Document], sources: Mapping[str, Source]
) -> dict[str, Any]:
    entry = claim_json(claim)
    document = documents.get(claim.document)
    if document is not None:
        source = sources.get(document.publisher)
        entry["source"] = {
            "title": document.title,
            "publisher": document.publisher,
            "address": document.address,
            "published": document.published.to_edtf() or None,
            "kind": document.kind.value,
            "edition": document.edition,
            "synthetic": document.synthetic,
            "grade": source.grade.value if source else "F",
        }
    return entry


def _extra(details: Pairs) -> dict[str, Any]:
    return {key: _parsed(key, value) for key, value in details}


def _parsed(key: str, value: str) -> str | float | int | None:
    if key not in _NUMBERS:
        return value
    try:
        return _number(float(value))
    except ValueError:
        return value


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
