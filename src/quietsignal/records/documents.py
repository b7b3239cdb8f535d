"""Captures, documents and sources: what was received, what it says, and who published it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from quietsignal.records.dates import UNKNOWN_DATE, ImpreciseDate
from quietsignal.records.ids import CaptureHash, DocumentId, derived_id

__all__ = ["Capture", "Document", "DocumentKind", "Grade", "Source", "document_id"]


class Grade(StrEnum):
    """Reliability of a source after the Admiralty system (NATO AJP-2.1); F is not known."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def meaning(self) -> str:
        """The grade in words."""
        return _GRADE_WORDS[self.value]


_GRADE_WORDS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


class DocumentKind(StrEnum):
    """Where the text of a document comes from."""

    CAPTURED = "captured"  # the text as it was published
    CODED = "coded"  # a coder's own words on a source that is named but was not captured
    DATASET = "dataset"  # a row of an edition of a data set, put into words


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as received: their hash, where and when they came from, and by what."""

    sha256: CaptureHash
    address: str
    captured_at: datetime
    media_type: str
    size: int
    tool: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a capture with what is known about its publication.

    `published` keeps the precision that the source gives; `address` is the publisher's where it
    is known. `part` tells documents of one capture apart (a row of a coded sheet).
    """

    id: DocumentId
    capture: CaptureHash
    text: str
    title: str
    publisher: str
    address: str
    kind: DocumentKind = DocumentKind.CAPTURED
    part: str = ""
    author: str | None = None
    published: ImpreciseDate = UNKNOWN_DATE
    language: str = "und"
    synthetic: bool = False
    edition: str | None = None
    warnings: tuple[str, ...] = ()

    def known_on(self) -> date | None:
        """The first day on which a reader could know the document; None when not known."""
        return self.published.start


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher, graded for reliability with the reason and the day of the grading."""

    name: str
    kind: str
    grade: Grade = Grade.F
    reason: str = "not graded yet"
    country: str | None = None
    graded_on: date | None = None
    aliases: tuple[str, ...] = ()


def document_id(capture: CaptureHash, part: str = "") -> DocumentId:
    """The id of the document read from that capture; reading again gives the same id."""
    return DocumentId(derived_id("document", capture, part))
