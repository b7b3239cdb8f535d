"""What the linker knows of words, read from its table, and how it reads a text as words."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["abbreviations", "equipment_names", "generic", "plain", "words"]

_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """The text in lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in lower case and without accents."""
    return tuple(_WORD.findall(plain(text)))


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def equipment_names() -> dict[str, str]:
    """For each designation, without spaces and hyphens, the first of its row."""
    return {
        "".join(words(name)): "".join(words(row[0]))
        for row in _table()["equipment"]
        for name in row
    }


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """The words that an abbreviation stands for."""
    return {short: words(long) for short, long in _table()["short"].items()}


@cache
def generic(kind: str) -> frozenset[str]:
    """The words of a kind in the table (`names`, `places`, ...) that tell things apart from none."""
    return frozenset(_table()["generic"][kind])
