"""The text of a document cut into pieces, so that each piece lies in the same quotes throughout.

Quotes overlap and nest as they like; a page can mark pieces one after the other and still say of
each which quotes it belongs to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Piece", "Span", "pieces"]


@dataclass(frozen=True, slots=True)
class Span:
    """Where one quote stands: offsets in characters, the number of its claim, its anchor."""

    start: int
    end: int
    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that lies in the same quotes throughout: which begin with it, which end with it."""

    text: str
    depth: int
    begins: tuple[Span, ...] = ()
    ends: tuple[Span, ...] = ()


def pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The whole text in pieces, in order; spans that do not lie in the text are left out."""
    within = sorted(
        {span for span in spans if 0 <= span.start < span.end <= len(text)},
        key=lambda span: (span.start, span.end, span.number, span.anchor),
    )
    begins: dict[int, list[Span]] = {}
    ends: dict[int, list[Span]] = {}
    for span in within:
        begins.setdefault(span.start, []).append(span)
        ends.setdefault(span.end, []).append(span)
    cuts = sorted({0, len(text), *begins, *ends})
    found, depth = [], 0
    for left, right in pairwise(cuts):
        opened, closed = tuple(begins.get(left, ())), tuple(ends.get(right, ()))
        depth += len(opened)
        found.append(Piece(text[left:right], depth, opened, closed))
        depth -= len(closed)
    return tuple(found)
