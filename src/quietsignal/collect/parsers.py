"""The parsers by media type: one module each, named in one list.

A new format is a module with `parse(content, hints) -> Parsed` and a row here. The modules are
named, not imported: the libraries they need are loaded in the process that parses, when it does.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.errors import UnreadableInput

__all__ = ["PARSERS", "Parser", "known_suffixes", "parse", "parser_for"]


@dataclass(frozen=True, slots=True)
class Parser:
    """One format: its media types (the first is its name), file suffixes and module."""

    label: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    module: str

    @property
    def media_type(self) -> str:
        """The media type by which captures of this format are recorded."""
        return self.media_types[0]


PARSERS = (
    Parser("text", ("text/plain",), (".txt", ".text"), "quietsignal.collect.text"),
    Parser(
        "Markdown",
        ("text/markdown", "text/x-markdown"),
        (".md", ".markdown"),
        "quietsignal.collect.markdown",
    ),
    Parser(
        "HTML",
        ("text/html", "application/xhtml+xml"),
        (".html", ".htm", ".xhtml"),
        "quietsignal.collect.html",
    ),
)


def known_suffixes() -> tuple[str, ...]:
    """The file suffixes that are read, in the order of the parsers."""
    return tuple(suffix for parser in PARSERS for suffix in parser.suffixes)


def parser_for(*, media_type: str = "", name: str = "") -> Parser | None:
    """The parser of a media type, or of a file name's suffix; None when there is none."""
    suffix = PurePath(name).suffix.lower()
    for parser in PARSERS:
        if media_type in parser.media_types or (suffix and suffix in parser.suffixes):
            return parser
    return None


def parse(content: bytes, hints: Hints) -> Parsed:
    """The document in the bytes, by the parser of `hints.media_type`, in this process.

    Raises `UnreadableInput` for a media type without parser, for bytes that the parser cannot
    read, and for a text that is empty or longer than `hints.max_text_chars`.
    """
    parser = parser_for(media_type=hints.media_type)
    if parser is None:
        labels = ", ".join(parser.label for parser in PARSERS)
        raise UnreadableInput(f"{hints.name}: found {hints.media_type}, expected {labels}")
    parsed: Parsed = import_module(parser.module).parse(content, hints)
    if not parsed.text.strip():
        raise UnreadableInput(f"{hints.name}: found no text, expected at least one sentence")
    if len(parsed.text) > hints.max_text_chars:
        raise UnreadableInput(
            f"{hints.name}: found {len(parsed.text):,} characters of text, expected at most "
            f"{hints.max_text_chars:,} (setting max_text_chars)"
        )
    return parsed
