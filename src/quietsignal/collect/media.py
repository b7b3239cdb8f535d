"""What bytes are, judged by how they begin, by their name and by what a server says of them."""

import re

from quietsignal.collect.parsers import PARSERS, parser_for
from quietsignal.errors import UnreadableInput

__all__ = ["media_type"]

# Formats that are recognised in order to say what was found.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or video)"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"<?xml", "XML"),
)
_HTML = re.compile(
    # atomic groups and possessive counts: a page of nothing but comments is not tried in all ways
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:(?><!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|h1|p)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_GENERAL = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")
_PRINTABLE_START = 2  # bytes of a signature that could also begin a text


def media_type(content: bytes, *, name: str, file_name: str = "", declared: str = "") -> str:
    """The media type of the bytes, one that a parser reads.

    Markup at the start makes a page of any text. Otherwise a file's suffix decides, then what a
    server declares. Raises `UnreadableInput` with `name` for other formats.
    """
    if _HTML.match(content[:4_096]):
        return "text/html"
    found = _signature(content)
    by_name = parser_for(name=file_name)
    # Servers call every text text/plain: the suffix says more.
    parser = by_name if declared == "text/plain" and by_name else parser_for(media_type=declared)
    parser = parser or by_name
    if found is None and parser is not None:
        return parser.media_type
    if found is None and (declared in _GENERAL or declared.startswith("text/")):
        return "text/plain"
    labels = ", ".join(parser.label for parser in PARSERS)
    raise UnreadableInput(f"{name}: found {found or declared}, expected {labels}")


def _signature(content: bytes) -> str | None:
    """What the first bytes say the format is; two letters alone say it only before binary data."""
    for start, label in _SIGNATURES:
        if content.startswith(start):
            text_like = len(start) <= _PRINTABLE_START and start.isalpha()
            if not text_like or b"\x00" in content[:512]:
                return label
    return None
