"""What comes of one source: bytes that were received, or a file that is none of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Received", "Skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Bytes of one input, before they are archived and parsed.

    `name` is what errors call it; `address` is where it came from: the final address of a page,
    or the path of a file as the user wrote it. `headers` are those of a server, in lower case.
    """

    name: str
    address: str
    content: bytes
    media_type: str
    received_at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that is not read, with the reason; no failure."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: skipped, {self.reason}"
