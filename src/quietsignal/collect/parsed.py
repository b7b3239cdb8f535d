"""What a parser is given beside the bytes, and what it gives back; both can cross a process."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Hints", "Parsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known of bytes before they are parsed.

    `name` is what the user calls the input, for errors; `captured_on` bounds the dates that can
    be true.
    """

    name: str
    media_type: str
    captured_on: date
    address: str = ""
    charset: str | None = None
    max_text_chars: int = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The text of a document and what the document says about itself.

    `published` is an EDTF string, empty when not known; `publisher` and `address` are empty when
    the document does not name them.
    """

    text: str
    title: str
    publisher: str = ""
    author: str | None = None
    published: str = ""
    language: str = ""
    address: str = ""
    synthetic: bool = False
    warnings: tuple[str, ...] = ()
