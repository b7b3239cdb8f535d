"""Tokens: words, numbers and marks of a text with their offsets."""

import re
from typing import NamedTuple

__all__ = ["Token", "tokenize", "words_of"]

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., U.K., a.m.
    r"|\d+(?:[.,]\d+)+"  # 1,200 and 7.62
    r"|['’‘]s\b"  # the possessive is a token of its own
    r"|[^\W_]+"
    r"|[^\w\s]|_"
)


class Token(NamedTuple):
    """A piece of a text; `lower` is what patterns are compared with."""

    text: str
    lower: str
    start: int
    end: int


def tokenize(text: str, span: tuple[int, int] | None = None) -> list[Token]:
    """The tokens of a text, or of a span of it, with offsets into the whole text.

    Hyphens separate, so that "Serbia-China" and "US-led" show their names; designations such as
    CH-92A are found in the text itself (see `items`).
    """
    start, last = span or (0, len(text))
    return [
        Token(
            piece := match.group(), "'s" if piece in _POSSESSIVES else piece.lower(), *match.span()
        )
        for match in _TOKEN.finditer(text, start, last)
    ]


_POSSESSIVES = frozenset({"'s", "’s", "‘s"})


def words_of(phrase: str) -> tuple[str, ...]:
    """The lower-case tokens of a phrase, as a pattern sees them."""
    return tuple(token.lower for token in tokenize(phrase))
