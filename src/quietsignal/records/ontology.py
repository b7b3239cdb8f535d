"""The ontology of events: types, roles, statuses, rails and depth, read from one table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from quietsignal.errors import DataError

__all__ = [
    "DEEPEST",
    "EventType",
    "Rail",
    "Rung",
    "Status",
    "TypeEntry",
    "ontology_version",
    "rung_words",
    "type_entry",
]

DEEPEST = 6  # the deepest rung of either rail


class EventType(StrEnum):
    """What kind of real-world thing an event is."""

    EXERCISE = "exercise"
    TRANSFER = "transfer"
    AID = "aid"
    COPRODUCTION = "coproduction"
    FACILITY = "facility"
    AGREEMENT = "agreement"
    TRADE_PROVISION = "trade_provision"
    VISIT = "visit"
    DEPLOYMENT = "deployment"
    TRAINING = "training"
    SANCTION = "sanction"
    MEMBERSHIP = "membership"
    POLICY = "policy"
    STATEMENT = "statement"
    ECONOMIC_DEAL = "economic_deal"
    SUSPENSION = "suspension"


class Status(StrEnum):
    """How far an event has come, as a document says it."""

    ANNOUNCED = "announced"
    ONGOING = "ongoing"
    DONE = "done"
    IN_FORCE = "in_force"
    OFFERED = "offered"
    CANCELLED = "cancelled"
    DENIED = "denied"
    REPORTED = "reported"
    HYPOTHETICAL = "hypothetical"

    @property
    def happened(self) -> bool:
        """Whether the event is said to have taken place, to run, or to hold."""
        return self in (Status.DONE, Status.ONGOING, Status.IN_FORCE, Status.REPORTED)


class Rail(StrEnum):
    """The side of a tie on which an event counts."""

    PAPER = "paper"
    PRACTICE = "practice"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rung:
    """A depth that holds instead of the type's own where all of its conditions do."""

    depth: int
    words: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    role: str | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One row of the ontology: all that the program knows of an event type."""

    type: EventType
    label: str
    rail: Rail
    roles: tuple[str, ...]
    required: tuple[str, ...]
    extra: tuple[str, ...]
    weight: float
    depth: int
    rungs: tuple[Rung, ...]
    cameo: tuple[str, ...]
    plover: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("ontology.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _entries() -> dict[EventType, TypeEntry]:
    entries = {}
    for row in _table()["type"]:
        entry = _entry(row)
        entries[entry.type] = entry
    missing = set(EventType) - set(entries)
    if missing:
        raise DataError(f"ontology: no row for {', '.join(sorted(missing))}")
    return entries


def _entry(row: Mapping[str, Any]) -> TypeEntry:
    return TypeEntry(
        type=EventType(row["name"]),
        label=row["label"],
        rail=Rail(row["rail"]),
        roles=tuple(row["roles"]),
        required=tuple(row.get("required", ())),
        extra=tuple(row.get("extra", ())),
        weight=float(row["weight"]),
        depth=int(row.get("depth", 0)),
        rungs=tuple(_rung(rung) for rung in row.get("rung", ())),
        cameo=tuple(row["cameo"]),
        plover=tuple(row["plover"]),
    )


def _rung(row: Mapping[str, Any]) -> Rung:
    return Rung(
        depth=int(row["depth"]),
        words=tuple(row.get("words", ())),
        details=tuple(sorted(row.get("details", {}).items())),
        role=row.get("role"),
        actors=tuple(row.get("actors", ())),
    )


def type_entry(event_type: EventType) -> TypeEntry:
    """The row of the ontology for that type."""
    return _entries()[event_type]


def ontology_version() -> str:
    """The version of the ontology, which is part of a claim's id."""
    return str(_table()["version"])


def rung_words(rail: Rail | str, depth: int) -> str:
    """What stands on that rung of a rail, in words; `depth` runs from 1 to `DEEPEST`."""
    return str(_table()["depth"][str(rail)][depth - 1])
