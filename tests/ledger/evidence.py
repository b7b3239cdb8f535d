"""Small evidence for the tests of the ledger: documents on an exercise, and what people say of it."""

import datetime as dt
from typing import Any

from factories import claim, document
from quietsignal.records import (
    Capture,
    Claim,
    Document,
    Judgement,
    JudgementId,
    Proposal,
    Verdict,
    derived_id,
)

ROLES = {"participant": ["SRB", "CHN"]}
CAPTURED_AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
MADE_AT = dt.datetime(2026, 4, 1, 9, tzinfo=dt.UTC)


def capture_of(source: Document) -> Capture:
    """The capture that the document was read from."""
    size = len(source.text.encode())
    headers = {"etag": "ä"}
    return Capture(
        source.capture, source.address, CAPTURED_AT, "text/html", size, "test/1", headers
    )


def tell(text: str, **fields: Any) -> tuple[Document, Claim]:
    """A document and its claim on an exercise; `source` holds fields of the document."""
    source = document(text, **fields.pop("source", {}))
    known = {"name": "Peace Guardian-2025", "when": "2025-07-19/2025-07-28", **fields}
    return source, claim(source, known.pop("kind", "exercise"), known.pop("roles", ROLES), **known)


def item(text: str, **fields: Any) -> tuple[Capture, Document, tuple[Claim, ...]]:
    """A document of one claim with its capture, as the ledger takes it."""
    source, told = tell(text, **fields)
    return capture_of(source), source, (told,)


def judge(verdict: str, *claims: Claim, minute: int = 0, **fields: Any) -> Judgement:
    """A judgement made that many minutes after the first."""
    ids = tuple(told.id for told in claims)
    return Judgement(
        id=JudgementId(derived_id("judgement", verdict, str(minute), *ids)),
        verdict=Verdict(verdict),
        claims=ids,
        author="analyst",
        made_at=MADE_AT + dt.timedelta(minutes=minute),
        **fields,
    )


def propose(left: Claim, right: Claim, score: float = 0.9) -> Proposal:
    """A proposal that two claims tell one event."""
    return Proposal(left.id, right.id, score, ("the same name",))
