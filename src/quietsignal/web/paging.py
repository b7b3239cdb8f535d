"""Long lists a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from starlette.exceptions import HTTPException

__all__ = ["PAGE", "Page", "page_number", "page_of"]

T = TypeVar("T")

PAGE = 50  # how many entries a page shows


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: what it shows, its number from 1, how many pages and entries there are."""

    shown: tuple[T, ...]
    number: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        """The place in the whole list of the first entry shown, from 1."""
        return (self.number - 1) * PAGE + 1

    @property
    def last(self) -> int:
        """The place in the whole list of the last entry shown."""
        return self.first + len(self.shown) - 1


def page_of(entries: Sequence[T], number: int) -> Page[T]:
    """That page of the entries; raises a 404 where there is none."""
    pages = max(1, -(-len(entries) // PAGE))
    if not 1 <= number <= pages:
        raise HTTPException(404, f"Found page {number}, expected one from 1 to {pages}.")
    shown = tuple(entries[(number - 1) * PAGE : number * PAGE])
    return Page(shown, number, pages, len(entries))


def page_number(text: str | None) -> int:
    """The number of a page as an address gives it; raises a 400 for what is no number."""
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise HTTPException(400, f"Page: found {text!r}, expected a number.")
    return int(text)
