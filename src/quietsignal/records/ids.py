"""Identifiers: hashes of bytes, names derived from content (UUIDv5), and new ones in time order."""

import hashlib
import os
import time
import uuid
from typing import NewType

__all__ = [
    "NAMESPACE",
    "CaptureHash",
    "ClaimId",
    "DocumentId",
    "EventId",
    "JudgementId",
    "capture_hash",
    "derived_id",
    "new_id",
]

CaptureHash = NewType("CaptureHash", str)
DocumentId = NewType("DocumentId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)
JudgementId = NewType("JudgementId", str)

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:quietsignal:1")


def capture_hash(content: bytes) -> CaptureHash:
    """The SHA-256 of the bytes, in lower-case hexadecimal."""
    return CaptureHash(hashlib.sha256(content).hexdigest())


def derived_id(*parts: str) -> str:
    """The UUIDv5 of the parts; equal parts give the equal id on every machine.

    Parts are joined by the unit separator, which no field of a record may hold, so that
    ("ab", "c") and ("a", "bc") differ.
    """
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(parts)))


def new_id() -> str:
    """A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))
