"""From received bytes to a capture and its document: archive first, parse after."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from quietsignal import __version__
from quietsignal.collect.archive import Archive
from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.collect.received import Received
from quietsignal.records import (
    Capture,
    CaptureHash,
    Document,
    capture_hash,
    document_id,
    parse_edtf,
)
from quietsignal.settings import Settings

__all__ = ["Parse", "capture_of", "collect", "read_document"]

Parse = Callable[[bytes, Hints], Parsed]

TOOL = f"quietsignal/{__version__}"


def collect(
    received: Received, *, archive: Archive, parse: Parse, settings: Settings | None = None
) -> tuple[Capture, Document]:
    """Keep the bytes, then read them; `parse` is `IsolatedParser.parse` for foreign files.

    Raises `UnreadableInput` when the bytes hold no document (they are kept all the same), and
    `ProjectError` when the archive cannot be written.
    """
    sha256 = archive.add(received.content)
    capture = capture_of(received, sha256=sha256)
    document = read_document(
        capture, archive.read(sha256), parse=parse, settings=settings, name=received.name
    )
    return capture, document


def capture_of(received: Received, *, sha256: CaptureHash | None = None) -> Capture:
    """The record of received bytes."""
    return Capture(
        sha256=sha256 or capture_hash(received.content),
        address=received.address,
        captured_at=received.received_at,
        media_type=received.media_type,
        size=len(received.content),
        tool=TOOL,
        headers=dict(received.headers),
    )


def read_document(
    capture: Capture,
    content: bytes,
    *,
    parse: Parse,
    settings: Settings | None = None,
    name: str = "",
) -> Document:
    """The document in the bytes of a capture; the same capture gives the same document."""
    fetched = capture.address.startswith(("http://", "https://"))
    hints = Hints(
        name=name or capture.address,
        media_type=capture.media_type,
        captured_on=capture.captured_at.date(),
        address=capture.address if fetched else "",
        charset=_charset(capture.headers.get("content-type", "")),
        max_text_chars=(settings or Settings()).max_text_chars,
    )
    parsed = parse(content, hints)
    return Document(
        id=document_id(capture.sha256),
        capture=capture.sha256,
        text=parsed.text,
        title=parsed.title,
        publisher=parsed.publisher,
        # a file's folders are the user's own affair and do not belong in a citation
        address=parsed.address or hints.address or PurePosixPath(capture.address).name,
        author=parsed.author,
        published=parse_edtf(parsed.published),
        language=parsed.language or "und",
        synthetic=parsed.synthetic,
        warnings=parsed.warnings,
    )


def _charset(content_type: str) -> str | None:
    """The charset that a Content-Type header states."""
    match = re.search(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    return match.group(1) if match else None
