"""Places events in years and partner groups: the rows that a balance counts.

An event counts in the year of its date. A date over several years is spread evenly over them; one
with an open end counts in the year of its start; one that cannot be placed is returned apart, so
that nothing is dropped in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import polars as pl

from quietsignal.actors import PartnerGroup
from quietsignal.records import Event, Precision, type_entry

__all__ = ["group_rows", "placed_years", "unplaced"]

_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "event": pl.String,
    "type": pl.String,
    "year": pl.Int32,
    "group": pl.String,
    "part": pl.Float64,
    "weight": pl.Float64,
}


def placed_years(event: Event) -> tuple[int, ...]:
    """The years over which an event is counted; empty when its date does not tell."""
    start, end = event.date.start, event.date.end
    if event.date.precision is Precision.OPEN:
        return (start.year,) if start else ()
    if start is None or end is None:
        return ()
    return tuple(range(start.year, end.year + 1))


def group_rows(
    events: Iterable[Event],
    *,
    focus: str,
    groups: Sequence[PartnerGroup],
    weights: Mapping[str, float] | None = None,
) -> pl.DataFrame:
    """One row an event, year and group: event, type, year, group, part, weight.

    Counted are events of the focus state that happened and whose type has a weight above zero,
    without those that only sum up others (detail `summary=yes`: "they held five exercises").
    `part` is the share of the event that falls in the year (1 unless its date spans years);
    `weight` is the weight of the type, by default the ontology's. An event with partners in two
    groups counts once in each.
    """
    rows: list[tuple[str, str, int, str, float, float]] = []
    for event in events:
        weight = _weight(event, weights or {})
        if not _counts(event, focus, weight):
            continue
        years = placed_years(event)
        rows.extend(
            (event.id, event.type, year, group.id, 1 / len(years), weight)
            for year in years
            for group in groups
            if _takes_part(event, focus, group, _day_in(event, year))
        )
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def unplaced(
    events: Iterable[Event], *, focus: str, weights: Mapping[str, float] | None = None
) -> tuple[Event, ...]:
    """The events that would count but whose date tells no year."""
    return tuple(
        event
        for event in events
        if _counts(event, focus, _weight(event, weights or {})) and not placed_years(event)
    )


def _counts(event: Event, focus: str, weight: float) -> bool:
    """Whether an event is counted at all; one that sums up others would count them again."""
    is_summary = event.detail("summary") == "yes"
    return event.status.happened and weight > 0 and focus in event.actors() and not is_summary


def _weight(event: Event, weights: Mapping[str, float]) -> float:
    return weights.get(event.type, type_entry(event.type).weight)


def _takes_part(event: Event, focus: str, group: PartnerGroup, day: date) -> bool:
    return any(code != focus and group.contains(code, day) for code in event.actors())


def _day_in(event: Event, year: int) -> date:
    """A day of the event in that year, on which the membership of groups is looked up."""
    start = event.date.start
    return start if start and start.year == year else date(year, 1, 1)
