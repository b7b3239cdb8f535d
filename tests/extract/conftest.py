from collections.abc import Callable

import pytest

from quietsignal.extract import extract
from quietsignal.records import UNKNOWN_DATE, Claim, Document, capture_hash, document_id, parse_edtf


def _document(text: str, *, published: str = "2025-07-18", language: str = "en") -> Document:
    capture = capture_hash(text.encode("utf-8", "surrogatepass"))
    return Document(
        id=document_id(capture),
        capture=capture,
        text=text,
        title=text[:40],
        publisher="Example Times",
        address="",
        published=parse_edtf(published) if published else UNKNOWN_DATE,
        language=language,
    )


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """A document of a text."""
    return _document


@pytest.fixture(scope="session")
def claims() -> Callable[..., tuple[Claim, ...]]:
    """The claims in a text; a line on armed forces is added so that short texts are read."""

    def find(text: str, *, published: str = "2025-07-18") -> tuple[Claim, ...]:
        padded = f"{text}\n\nThe army, the navy and the air force keep soldiers and weapons ready."
        return extract(_document(padded, published=published))

    return find
