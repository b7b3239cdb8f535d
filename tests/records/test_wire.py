import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quietsignal.records import (
    Claim,
    Conflict,
    Document,
    DocumentId,
    Event,
    EventId,
    EventType,
    FieldValue,
    Grade,
    Quote,
    Source,
    Status,
    capture_hash,
    claim_json,
    event_json,
    make_claim,
    parse_edtf,
    type_entry,
)

TEXT = "Serbian and Chinese special forces will train together in Hebei."
CAPTURE = capture_hash(TEXT.encode())
DOCUMENT = Document(
    id=DocumentId("document-1"),
    capture=CAPTURE,
    text=TEXT,
    title="Joint training",
    publisher="Agency",
    address="https://example.org/1",
    published=parse_edtf("2025-07"),
)


def claim(**changes: Any) -> Claim:
    """The claim of an exercise, with the named fields changed."""
    fields: dict[str, Any] = {
        "capture": CAPTURE,
        "document": DOCUMENT.id,
        "event_type": EventType.EXERCISE,
        "roles": {"participant": ["SRB", "CHN"], "host": ["CHN"]},
        "date": parse_edtf("2025-07-21/2025-07-31"),
        "status": Status.ANNOUNCED,
        "quotes": (Quote.cut(TEXT, 0, 31),),
        "extractor": "rules/1",
        "confidence": 0.8,
        "name": "Peace Defenders-2025",
        "place": "Hebei",
    }
    return make_claim(**{**fields, **changes})


def event(told: Claim, **changes: Any) -> Event:
    """The event that one claim tells, with the named fields changed."""
    fields: dict[str, Any] = {
        "id": EventId("event-1"),
        "type": told.type,
        "roles": told.roles,
        "date": told.date,
        "status": told.status,
        "claims": (told,),
    }
    return Event(**{**fields, **changes})


def test_claim_on_the_wire() -> None:
    """A claim has all keys of the documented form, in its order, and nothing else."""
    made = claim()

    assert json.dumps(claim_json(made)) == json.dumps(
        {
            "id": made.id,
            "document": "document-1",
            "type": "exercise",
            "roles": {"participant": ["SRB", "CHN"], "host": ["CHN"]},
            "date": {"start": "2025-07-21", "end": "2025-07-31", "precision": "range"},
            "status": "announced",
            "name": "Peace Defenders-2025",
            "item": None,
            "quantity": None,
            "place": "Hebei",
            "quotes": [
                {
                    "exact": "Serbian and Chinese special for",
                    "start": 0,
                    "end": 31,
                    "state": "verified",
                }
            ],
            "extractor": "rules/1",
            "confidence": 0.8,
        }
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"start": None, "end": None, "precision": "unknown"}),
        ("2022/..", {"start": "2022-01-01", "end": None, "precision": "open"}),
        (
            "2024~",
            {
                "start": "2024-01-01",
                "end": "2024-12-31",
                "precision": "year",
                "approximate": True,
            },
        ),
    ],
)
def test_date_on_the_wire(text: str, expected: dict[str, object]) -> None:
    """An end that is not known is null, and only an approximate date says that it is one."""
    assert claim_json(claim(date=parse_edtf(text)))["date"] == expected


@pytest.mark.parametrize(("quantity", "shown"), [(3.0, "3"), (2.5, "2.5"), (None, "null")])
def test_quantity_on_the_wire(quantity: float | None, shown: str) -> None:
    """A whole number is written without a fraction."""
    assert json.dumps(claim_json(claim(quantity=quantity))["quantity"]) == shown


def test_extra_keys_stand_beside_the_others() -> None:
    """The extra keys of a type and its stages are there when the claim has them; rates as numbers."""
    made = claim(
        event_type=EventType.TRADE_PROVISION,
        roles={"grantor": ["CHN"], "beneficiary": ["SRB"]},
        details={"rate_from": "12.5", "rate_to": "0", "years_max": "about ten"},
        stages={"signed": "2023-10-17"},
    )

    shown = claim_json(made)

    assert (shown["rate_from"], shown["rate_to"]) == (12.5, 0)
    assert shown["years_max"] == "about ten"
    assert shown["stages"] == {"signed": "2023-10-17"}


def test_event_on_the_wire() -> None:
    """An event shows its values, its conflicts by field, and its claims with their sources."""
    told = claim()
    conflict = Conflict(
        "name",
        (FieldValue("Peace Guardian-2025", (told.id,)), FieldValue("Peace Defenders-2025", ())),
    )
    made = event(told, conflicts=(conflict,), first_known=date(2025, 7, 15), independent_sources=2)
    sources = {"Agency": Source(name="Agency", kind="agency", grade=Grade.B)}

    shown = event_json(made, documents={DOCUMENT.id: DOCUMENT}, sources=sources)

    assert (shown["id"], shown["first_known"], shown["independent_sources"]) == (
        "event-1",
        "2025-07-15",
        2,
    )
    assert shown["conflicts"] == {
        "name": [
            {"value": "Peace Guardian-2025", "claims": [told.id]},
            {"value": "Peace Defenders-2025", "claims": []},
        ]
    }
    (entry,) = shown["claims"]
    assert entry.pop("source") == {
        "title": "Joint training",
        "publisher": "Agency",
        "address": "https://example.org/1",
        "published": "2025-07",
        "kind": "captured",
        "edition": None,
        "synthetic": False,
        "grade": "B",
    }
    assert entry == claim_json(told)


def test_source_without_a_grade_is_f() -> None:
    """A publisher that nobody graded has the grade that says nothing is known."""
    shown = event_json(event(claim()), documents={DOCUMENT.id: DOCUMENT}, sources={})

    assert shown["claims"][0]["source"]["grade"] == "F"
    assert shown["first_known"] is None


def test_claim_without_its_document_has_no_source() -> None:
    """A claim whose document is not at hand is shown without a source, not with an empty one."""
    assert "source" not in event_json(event(claim()), documents={}, sources={})["claims"][0]


def test_page_names_every_key(root: Path) -> None:
    """Each key of a claim and of an event is told on the page of the wire."""
    page = (root / "docs" / "reference" / "wire.md").read_text(encoding="utf-8")
    told = claim(stages={"announced": "2025-07"}, date=parse_edtf("2024~"))
    shown = event_json(event(told), documents={DOCUMENT.id: DOCUMENT}, sources={})
    (entry,) = shown["claims"]
    keys = {*shown, *entry, *entry["source"], *entry["date"], *entry["quotes"][0]}

    assert not {key for key in keys if f"`{key}`" not in page and f'"{key}"' not in page}


@pytest.mark.parametrize("event_type", EventType)
def test_page_names_every_role(root: Path, event_type: EventType) -> None:
    """The table of types on the page of the wire is that of the ontology."""
    page = (root / "docs" / "reference" / "wire.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{event_type}` |")]
    entry = type_entry(event_type)

    assert all(word in row for word in (*entry.roles, *entry.extra))
