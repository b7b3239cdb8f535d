"""Makers: whose product a type of equipment is, to tell supplier from recipient."""

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

__all__ = ["maker_of"]


@cache
def _makers() -> tuple[tuple[str, str], ...]:
    table: dict[str, list[str]] = tomllib.loads(
        files(__package__).joinpath("data/makers.toml").read_text(encoding="utf-8")
    )
    pairs = [(start, code) for code, starts in table.items() for start in starts]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def maker_of(item: str, *, among: Collection[str]) -> str | None:
    """The maker of an item, if it is one of the actors given."""
    for start, code in _makers():
        if code in among and item.startswith(start):
            return code
    return None
