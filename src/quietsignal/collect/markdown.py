"""Markdown to a document: its words as they are read, without its marks.

Headings become lines, links their text, images and HTML go, lists keep their marks, tables become
lines of cells, code is kept. Lines wrapped within a paragraph are joined.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quietsignal.collect.encoding import decode
from quietsignal.collect.frontmatter import split_front_matter
from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.collect.text import described

__all__ = ["Readable", "markdown_text", "parse"]

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parse(content: bytes, hints: Hints) -> Parsed:
    """The document that a Markdown file holds."""
    decoded = decode(content, name=hints.name, declared=hints.charset)
    front, body = split_front_matter(decoded.text, captured_on=hints.captured_on)
    readable = markdown_text(body)
    parsed = described(
        readable.text, hints=hints, front=front, decoded=decoded, heading=readable.heading
    )
    if not readable.left_out:
        return parsed
    hint = f"markdown: {readable.left_out} characters of HTML left out"
    return replace(parsed, warnings=(*parsed.warnings, hint))


@dataclass(frozen=True, slots=True)
class Readable:
    """The text of a Markdown source, its first heading, and the characters of HTML left out."""

    text: str
    heading: str
    left_out: int


def markdown_text(source: str) -> Readable:
    """The readable text of a Markdown source."""
    writer = _Writer()
    writer.write(_PARSER.parse(source))
    text = "\n\n".join(writer.blocks) + "\n" * bool(writer.blocks)
    return Readable(text, writer.heading, writer.left_out)


class _Writer:
    """Collects blocks of text; the items of one list and the rows of one table are one block."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.heading = ""
        self.left_out = 0
        self._lists: list[int | None] = []  # for each open list the next number, or None
        self._marker = ""
        self._cells: list[str] = []
        self._inside = ""
        self._glued = False  # whether the next line belongs to the block before it

    def write(self, tokens: Iterable[Token]) -> None:
        """Add what the tokens say."""
        for token in tokens:
            act = _ACTIONS.get(token.type)
            if act is not None:
                act(self, token)

    def text(self, token: Token) -> None:
        """The words of a heading, a paragraph, an item or a cell."""
        line = _inline(token.children or ())
        if self._inside == "cell":
            self._cells.append(line)
            return
        if self._inside == "heading" and not self.heading:
            self.heading = line
        self._add(line)

    def _add(self, text: str) -> None:
        """A block of its own, or a line of the list or table that is being written."""
        if not text.strip():
            return
        if self._lists:
            indent = "  " * (len(self._lists) - 1)
            text = indent + (self._marker or "  ") + text
            self._marker = ""
        if self._glued and self.blocks:
            self.blocks[-1] += "\n" + text
        else:
            self.blocks.append(text)
        self._glued = bool(self._lists) or self._inside == "table"

    def code(self, token: Token) -> None:
        """A block of code, as it stands."""
        self._add(token.content.rstrip("\n"))

    def html(self, token: Token) -> None:
        """A block of HTML, which is only counted."""
        if not token.content.lstrip().startswith("<!--"):
            self.left_out += len(token.content)

    def enter(self, token: Token) -> None:
        """The beginning of a heading or a cell."""
        self._inside = _INSIDE[token.type]

    def leave(self, token: Token) -> None:
        """The end of a heading or a table."""
        self._inside = ""
        if token.type == "table_close":
            self._glued = False

    def row(self, _token: Token) -> None:
        """The end of a row, with its cells."""
        self._inside = "table"
        self._add(" | ".join(self._cells))
        self._cells = []

    def list(self, token: Token) -> None:
        """The beginning of a list."""
        start = int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None
        self._glued = self._glued and bool(self._lists)
        self._lists.append(start)

    def list_end(self, _token: Token) -> None:
        """The end of a list."""
        self._lists.pop()
        self._glued = bool(self._lists)

    def item(self, _token: Token) -> None:
        """The beginning of an item."""
        number = self._lists[-1]
        self._marker = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1


_INSIDE = {"heading_open": "heading", "th_open": "cell", "td_open": "cell"}
_ACTIONS = {
    "inline": _Writer.text,
    "fence": _Writer.code,
    "code_block": _Writer.code,
    "html_block": _Writer.html,
    "heading_open": _Writer.enter,
    "heading_close": _Writer.leave,
    "th_open": _Writer.enter,
    "td_open": _Writer.enter,
    "tr_close": _Writer.row,
    "table_close": _Writer.leave,
    "bullet_list_open": _Writer.list,
    "ordered_list_open": _Writer.list,
    "bullet_list_close": _Writer.list_end,
    "ordered_list_close": _Writer.list_end,
    "list_item_open": _Writer.item,
}


def _inline(tokens: Iterable[Token]) -> str:
    """The words of a line: text, code and breaks; images, HTML and marks say nothing."""
    parts = []
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return re.sub(" {2,}", " ", "".join(parts)).strip()
