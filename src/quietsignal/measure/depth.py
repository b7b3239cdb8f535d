"""The depth of a tie on its two rails, and when each rung was reached.

Rails and rungs are those of the ontology (version 1). On a day a rail stands on the deepest rung
held by an event that is in force, or that lies within its half-life (five years by default).
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import polars as pl

from quietsignal.records import Event, Rail, Rung, Status, type_entry

__all__ = ["DEPTH_SCHEMA", "HALF_LIFE_YEARS", "Standing", "depth_on", "event_depth", "rungs"]

HALF_LIFE_YEARS = 5
OBSERVERS = 2  # the rung of "observers at exercises"

DEPTH_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "rail": pl.String,
    "depth": pl.Int32,
    "event": pl.String,
    "label": pl.String,
    "earliest": pl.Date,
    "latest": pl.Date,
    "holds_from": pl.Date,
    "holds_until": pl.Date,
    "status": pl.String,
}


class Standing(NamedTuple):
    """Where a rail stands on a day: its depth with the event that holds it, or why it is unknown.

    `planned` is the deepest rung that is announced but has not happened by that day.
    """

    rail: str
    depth: int | None
    event: str | None
    planned: int | None
    planned_event: str | None
    reason: str | None


def event_depth(event: Event) -> int:
    """The rung of an event: that of the first rule of its type that fits, else the type's own."""
    entry = type_entry(event.type)
    return next((rung.depth for rung in entry.rungs if _fits(rung, event)), entry.depth)


def rungs(
    events: Iterable[Event], *, pair: tuple[str, str], half_life: int = HALF_LIFE_YEARS
) -> pl.DataFrame:
    """The rungs that events of a tie hold: one row an event, by rail, depth and date.

    `earliest` and `latest` bound the day on which the rung was reached; `holds_until` is null for
    what is in force without a known end. Events that did not happen have no `holds_from`.
    """
    rows = []
    for event in events:
        depth = _depth_between(event, pair)
        if event.rail is Rail.NONE or depth < 1 or not set(pair) <= set(event.actors()):
            continue
        begin, end = _holds(event, half_life)
        reached = (event.date.start, event.date.end or event.date.start)
        tie = (event.rail.value, depth, event.id, event.label)
        rows.append((*tie, *reached, begin, end, event.status.value))
    frame = pl.DataFrame(rows, schema=DEPTH_SCHEMA, orient="row")
    return frame.sort("rail", "depth", "earliest", "event", nulls_last=True)


def depth_on(table: pl.DataFrame, day: date) -> tuple[Standing, Standing]:
    """Where paper and practice stand on a day, from the rows of `rungs`.

    A rail without any event has an unknown depth, not depth zero: only coverage can tell an
    absence. A rail whose events have all lapsed says so.
    """
    return (_standing(table, Rail.PAPER.value, day), _standing(table, Rail.PRACTICE.value, day))


def _depth_between(event: Event, pair: tuple[str, str]) -> int:
    """The rung of an event for a pair: for one who only looks on it is that of observers."""
    depth = event_depth(event)
    looks_on = set(pair) & set(event.actors("observer")) - set(event.actors("participant"))
    return min(depth, OBSERVERS) if looks_on else depth


def _standing(table: pl.DataFrame, rail: str, day: date) -> Standing:
    of_rail = table.filter(pl.col("rail") == rail)
    begun = of_rail.filter(pl.col("holds_from") <= day)
    held = begun.filter(pl.col("holds_until").is_null() | (pl.col("holds_until") >= day))
    planned = of_rail.filter(
        (pl.col("status") == Status.ANNOUNCED.value)
        & (pl.col("latest").is_null() | (pl.col("latest") >= day))
    )
    planned_depth, planned_event = _deepest(planned)
    depth, event = _deepest(held)
    if depth is None:
        reason = "all that the ledger holds has lapsed" if begun.height else "nothing in the ledger"
        return Standing(rail, None, None, planned_depth, planned_event, reason)
    return Standing(rail, depth, event, planned_depth, planned_event, None)


def _deepest(rows: pl.DataFrame) -> tuple[int | None, str | None]:
    """The deepest rung and, of the events that hold it, the one reached last."""
    if rows.is_empty():
        return None, None
    best = rows.sort("depth", "latest", "event", nulls_last=False).row(-1, named=True)
    return best["depth"], best["event"]


def _holds(event: Event, half_life: int) -> tuple[date | None, date | None]:
    if not event.status.happened:
        return None, None
    begin = event.date.start or event.date.end
    if event.status is Status.IN_FORCE or (event.status is Status.ONGOING and not event.date.end):
        return begin, None
    last = event.date.end or event.date.start
    return begin, _years_later(last, half_life) if last else None


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def _fits(rung: Rung, event: Event) -> bool:
    text = " ".join(filter(None, (event.name, event.item, event.place))).lower()
    return (
        (not rung.words or any(word in text for word in rung.words))
        and all(event.detail(key) == value for key, value in rung.details)
        and (rung.role is None or bool(event.actors(rung.role)))
        and (not rung.actors or bool(set(rung.actors) & set(event.actors())))
    )
