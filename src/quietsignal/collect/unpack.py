"""The body of a response, unpacked within bounds: in bytes, and in bytes for a byte received."""

import zlib
from collections.abc import Iterable

from quietsignal.errors import FetchRefused

__all__ = ["read_body"]

_RATIO_FROM = 1_000_000  # bytes; a small page of one repeated line packs well and harms nobody


def read_body(chunks: Iterable[bytes], *, coding: str, limit: int, ratio: int, name: str) -> bytes:
    """The bytes of a body in the content coding "" or "gzip", at most `limit` of them.

    httpx would unpack by itself, but a whole piece at a time and through any number of layers: a
    few kilobytes could fill the memory. Raises `FetchRefused` beyond the bounds.
    """
    unpacker = _unpacker(coding, name)
    parts: list[bytes] = []
    received = size = 0
    for chunk in chunks:
        received += len(chunk)
        for part in unpacker.feed(chunk, name):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise FetchRefused(
                    f"{name}: found more than {limit:,} bytes, expected less (setting max_bytes)"
                )
            if size > _RATIO_FROM and size > ratio * received:
                raise FetchRefused(
                    f"{name}: found {size:,} bytes unpacked from {received:,}, expected at most "
                    f"{ratio} for one (setting max_ratio)"
                )
    if not unpacker.whole:
        raise FetchRefused(f"{name}: found a gzip body that breaks off, expected a whole one")
    return b"".join(parts)


class _Plain:
    """No coding at all."""

    whole = True

    def feed(self, chunk: bytes, _name: str) -> Iterable[bytes]:
        return (chunk,)


class _Gzip:
    """gzip, possibly of several members, given in pieces of bounded size."""

    _PIECE = 1 << 20

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False

    @property
    def whole(self) -> bool:
        return self._member.eof or not self._begun

    def feed(self, chunk: bytes, name: str) -> Iterable[bytes]:
        while chunk:
            if self._member.eof:
                self._member = zlib.decompressobj(wbits=31)
            self._begun = True
            try:
                part = self._member.decompress(chunk, self._PIECE)
            except zlib.error:
                raise FetchRefused(
                    f"{name}: found a broken gzip body, expected a whole one"
                ) from None
            yield part
            chunk = self._member.unused_data if self._member.eof else self._member.unconsumed_tail


def _unpacker(coding: str, name: str) -> _Plain | _Gzip:
    if coding in ("", "identity"):
        return _Plain()
    if coding in ("gzip", "x-gzip"):
        return _Gzip()
    raise FetchRefused(f"{name}: found content coding {coding!r}, expected gzip or none")
