"""The card of a data set: who publishes it, under which terms, and how to cite it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quietsignal.errors import DataError, UsageError

__all__ = ["DATASETS", "Card", "card"]

# One folder a data set; a new one is added here and nowhere else.
DATASETS = {"sipri": "sipri", "events-csv": "events_csv"}

_FIELDS = ("name", "title", "publisher", "licence", "citation", "address", "unit", "coverage")


@dataclass(frozen=True, slots=True)
class Card:
    """What a user has to know of a data set before showing its numbers."""

    name: str
    title: str
    publisher: str
    licence: str
    citation: str
    address: str
    unit: str
    coverage: str


@cache
def card(name: str) -> Card:
    """The card of the data set; raises `UsageError` for a name that is not in `DATASETS`."""
    if name not in DATASETS:
        raise UsageError(f"data set: found {name!r}, expected one of {', '.join(sorted(DATASETS))}")
    folder = files(__package__).joinpath(DATASETS[name], "card.toml")
    table = tomllib.loads(folder.read_text(encoding="utf-8"))
    missing = [field for field in _FIELDS if not table.get(field)]
    if missing:
        raise DataError(f"card of {name}: {', '.join(missing)} missing")
    return Card(**{field: str(table[field]) for field in _FIELDS})
