"""Sources that a user names, one after another, to bytes: files, folders, addresses, `-`.

A source that fails is given as its error, so that the rest of the batch goes on.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from quietsignal.collect.encoding import decode, html_charset
from quietsignal.collect.files import read_file, too_large, walk
from quietsignal.collect.invisible import shown
from quietsignal.collect.media import media_type
from quietsignal.collect.received import Received, Skipped
from quietsignal.errors import FetchRefused, ItemFailed, UnreadableInput
from quietsignal.settings import Settings

__all__ = ["Inputs", "Outcome"]

Outcome = Received | Skipped | ItemFailed

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_STDIN = "standard input"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Receives sources; `fetch` gets the addresses (`Fetcher.fetch`), without it none is fetched.

    `stdin` and `clock` stand in for the program's own in tests.
    """

    settings: Settings = field(default_factory=Settings)
    fetch: Callable[[str], Received] | None = None
    stdin: BinaryIO | None = None
    clock: Callable[[], datetime] = _now

    def receive(self, sources: Iterable[str]) -> Iterator[Outcome]:
        """The outcomes of the sources in order, one at a time: nothing is read ahead."""
        for source in sources:
            try:
                yield from self._source(source)
            except ItemFailed as error:
                yield error

    def _source(self, source: str) -> Iterator[Outcome]:
        if source == "-":
            yield self._standard_input()
        elif _ADDRESS.match(source):
            yield self._address(source)
        elif _is_folder(source):
            yield from self._folder(Path(source))
        else:
            yield self._file(Path(source))

    def _address(self, source: str) -> Received:
        if self.fetch is None:
            raise FetchRefused(
                f"{shown(source)}: found an address, expected files: nothing is fetched"
            )
        return self.fetch(source)

    def _folder(self, folder: Path) -> Iterator[Outcome]:
        for item in walk(folder):
            if not isinstance(item, Path):
                yield item
                continue
            try:
                yield self._file(item)
            except UnreadableInput as error:
                yield error

    def _file(self, path: Path) -> Received:
        name = shown(path)
        content = read_file(path, name=name, limit=self.settings.max_bytes)
        return self._received(content, name=name, file_name=path.name)

    def _standard_input(self) -> Received:
        stream = self.stdin or sys.stdin.buffer
        limit = self.settings.max_bytes
        content = stream.read(limit + 1)
        if len(content) > limit:
            raise too_large(_STDIN, f"more than {limit:,}", limit=limit)
        if not content:
            raise UnreadableInput(f"{_STDIN}: found nothing, expected text")
        return self._received(content, name=_STDIN)

    def _received(self, content: bytes, *, name: str, file_name: str = "") -> Received:
        """The bytes with their media type, when they can be text at all."""
        kind = media_type(content, name=name, file_name=file_name)
        if kind.startswith("text/"):  # so that no binary data goes into the archive
            declared = html_charset(content) if kind == "text/html" else None
            decode(content, name=name, declared=declared)
        return Received(
            name=name,
            address=name.replace("\\", "/") if file_name else name,
            content=content,
            media_type=kind,
            received_at=self.clock(),
        )


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False
