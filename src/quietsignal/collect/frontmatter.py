"""The optional block at the top of a text or Markdown file that says what the document is.

    ---
    title: Serbia and China to hold joint exercise
    publisher: Example Times
    published: 2025-07-14
    ---

It is no part of the document's text. Keys: title, publisher, author, published (EDTF or a plain
day), language, address, synthetic (yes or no).
"""

import re
from dataclasses import dataclass, field
from datetime import date

from quietsignal.collect.datelines import full_date
from quietsignal.errors import BadDate
from quietsignal.records import parse_edtf

__all__ = ["KEYS", "FrontMatter", "split_front_matter"]

KEYS = ("title", "publisher", "author", "published", "language", "address", "synthetic")

_BLOCK = re.compile(r"\s*---[ \t]*\n(?P<lines>(?:[^\n]*\n){0,60}?)---[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40})\s*:(?:\s+(?P<value>.*))?\Z")
_CONTINUED = re.compile(r"[ \t-]|#|\Z")  # a nested value, a comment or an empty line
_WORDS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of the block by key, and hints on what in it was not understood."""

    values: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def get(self, key: str) -> str:
        """The value of a key, empty when the block does not give it."""
        return self.values.get(key, "")

    @property
    def synthetic(self) -> bool:
        """Whether the document says that it was made up for testing."""
        return _WORDS.get(self.get("synthetic").lower(), False)


def split_front_matter(text: str, *, captured_on: date) -> tuple[FrontMatter, str]:
    """The block at the top of a text and the text after it, without empty lines at its start.

    A text that begins with --- but names none of the keys there is given back whole.
    """
    match = _BLOCK.match(text)
    lines = match.group("lines").splitlines() if match else []
    if match is None or not lines or not all(_LINE.match(x) or _CONTINUED.match(x) for x in lines):
        return FrontMatter(), text
    values, unknown = _pairs(lines)
    if not values:
        return FrontMatter(), text
    warnings = [
        f"front matter: key {key!r} is not used, known are {', '.join(KEYS)}" for key in unknown
    ]
    warnings += _unusable(values, captured_on)
    return FrontMatter(values, tuple(warnings)), text[match.end() :].lstrip("\n")


def _pairs(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The values of the known keys, and the names of the others."""
    values: dict[str, str] = {}
    unknown = []
    for match in filter(None, map(_LINE.match, lines)):
        key = match.group("key").strip().lower()
        if key in KEYS:
            values[key] = _unquoted((match.group("value") or "").strip())
        else:
            unknown.append(key)
    return values, unknown


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _unusable(values: dict[str, str], captured_on: date) -> list[str]:
    """Check the values that have a form; one that is wrong is dropped with a hint."""
    warnings = []
    if values.get("published"):
        values["published"], hint = _published(values["published"], captured_on)
        warnings += hint
    if values.get("synthetic") and values["synthetic"].lower() not in _WORDS:
        found = values.pop("synthetic")
        warnings.append(f"front matter: synthetic: found {found!r}, expected yes or no")
    return warnings


def _published(value: str, captured_on: date) -> tuple[str, list[str]]:
    """The date in EDTF, empty with a hint when it cannot be read or does not exist."""
    try:
        parsed = parse_edtf(value)
    except BadDate as error:
        day = full_date(value)
        if day is None:
            return "", [
                f"front matter: published: {str(error).removeprefix('date: ')}; left unknown"
            ]
        return day.isoformat(), []
    if parsed.start and parsed.start > captured_on:
        return value, [f"front matter: published {value} lies after the capture on {captured_on}"]
    return value, []
