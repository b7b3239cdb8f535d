"""Bytes to text: byte order mark, declared charset, UTF-8, a Windows code page, or refusal.

Newlines become line feeds and the byte order mark goes; the text is otherwise left as it is, so
that offsets into it stay true.
"""

import codecs
import re
from dataclasses import dataclass

from quietsignal.collect.codepages import plausible_code_page
from quietsignal.errors import UnreadableInput

__all__ = ["Decoded", "decode", "html_charset"]

_MARKS = (  # the longer marks first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What may be declared. Pages that say latin-1 or ASCII are written in windows-1252 (WHATWG).
_CHARSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    **{
        name: name
        for name in (
            *("utf-8", "koi8-r", "koi8-u", "mac-cyrillic", "cp866", "cp874"),
            *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
            *("cp1258", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6"),
            *("iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14"),
            *("iso8859-15", "iso8859-16"),
            *("gb2312", "gbk", "gb18030", "big5", "euc_jp", "shift_jis", "iso2022_jp", "euc_kr"),
        )
    },
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.01
_META = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_META_WITHIN = 4_096  # bytes of a page in which its charset is looked for
_EXPECTED = "expected text in UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the encoding it was read in, and hints on what was doubtful."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def html_charset(content: bytes) -> str | None:
    """The charset that an HTML page declares in a meta tag near its beginning."""
    match = _META.search(content[:_META_WITHIN])
    return match.group(1).decode("ascii") if match else None


def decode(content: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """The text of the bytes; `declared` is the charset that a server or a page states.

    Raises `UnreadableInput` with `name` for what is binary or written in no encoding that is read.
    """
    decoded = _by_mark(content, name) or _without_mark(content, name=name, declared=declared)
    controls = len(_CONTROL.findall(decoded.text))
    if controls > _CONTROL_SHARE * len(decoded.text):
        raise UnreadableInput(
            f"{name}: found binary data ({controls} control characters), {_EXPECTED}"
        )
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, decoded.encoding, decoded.warnings)


def _by_mark(content: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise UnreadableInput(
                    f"{name}: found the byte order mark of {encoding} before bytes that are not "
                    f"{encoding} (byte {error.start + len(mark)}), {_EXPECTED}"
                ) from None
    return None


def _without_mark(content: bytes, *, name: str, declared: str | None) -> Decoded:
    nul = content.find(b"\x00")
    if nul >= 0:
        raise UnreadableInput(f"{name}: found binary data (byte {nul} is NUL), {_EXPECTED}")
    charset = _known(declared)
    as_utf8 = _strictly(content, "utf-8")
    if as_utf8 is not None and charset != "iso2022_jp":
        # Chance makes UTF-8 of no text in another encoding, except where all of it is ASCII.
        denied = charset not in (None, "utf-8") and not content.isascii()
        hint = f"encoding: declared {declared}, read as UTF-8, which the bytes are"
        return Decoded(as_utf8, "utf-8", (hint,) if denied else ())
    if charset not in (None, "utf-8"):
        text = _strictly(content, charset)
        if text is not None:
            return Decoded(text, charset)
    return _guessed(content, name=name, declared=declared)


def _known(declared: str | None) -> str | None:
    """The codec of a declared charset, or None for one that is not read."""
    try:
        return _CHARSETS.get(codecs.lookup(declared).name) if declared else None
    except (LookupError, ValueError):
        return None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guessed(content: bytes, *, name: str, declared: str | None) -> Decoded:
    page = plausible_code_page(content)
    text = _strictly(content, page) if page else None
    if page is None or text is None:
        raise UnreadableInput(
            f"{name}: found bytes in an encoding that is not known"
            f"{f' (declared {declared})' if declared else ''}, {_EXPECTED}"
        )
    hint = f"encoding: not UTF-8, read as windows-{page[2:]} because its letters fit"
    return Decoded(text, page, (hint,))
