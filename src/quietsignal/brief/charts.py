"""Charts of a brief as SVG: the balance by year, the events of a tie in time, its depth.

Colours are Okabe and Ito's (Color Universal Design, 2008), which colour-blind readers tell apart.
All other ink is `currentColor`, so that a chart reads on light and dark pages and in print.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import altair as alt

from quietsignal.brief.model import Chart, Evidence
from quietsignal.brief.plots import (
    PALETTE,
    TimelineRow,
    by_time,
    draw,
    lanes_picture,
    share_panel,
    steps_picture,
)
from quietsignal.brief.wording import span
from quietsignal.errors import DataError
from quietsignal.records import ImpreciseDate

__all__ = ["PALETTE", "TimelineRow", "balance_chart", "depth_chart", "timeline_chart"]

OTHER = "#7F7F7F"  # events with partners of no group


def balance_chart(
    rows: Iterable[Mapping[str, Any]],
    *,
    title: str,
    names: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    caption: str = "",
    evidence: Evidence | None = None,
) -> Chart:
    """Shares of partner groups by year, a panel a group, with 90 % intervals and event counts.

    Each row has year, group, events, share (0 to 1, or None), lower, upper and reason (why the
    share is None), and without `names` also group_name; `DataError` is raised where there is no
    row. A year that is not known is hatched, never drawn at zero. `colours` gives a group its
    colour; without it groups take those of `PALETTE` in the order of `names`.
    """
    data = _some(rows, title)
    groups = dict(names or {row["group"]: row["group_name"] for row in data})
    fixed = _colours(groups, colours)
    years = sorted({int(row["year"]) for row in data})
    panels = [
        share_panel(
            [row for row in data if row["group"] == group],
            name,
            colour=fixed[group],
            years=years,
            last=group == list(groups)[-1],
        )
        for group, name in groups.items()
    ]
    description = _balance_words(data, groups)
    reading = "Dot: share of the year’s weighted events; bar: 90 % interval; number: events counted"
    return Chart(
        title=title,
        svg=draw(alt.vconcat(*panels, spacing=10), title=title, description=description),
        description=description,
        caption=caption or f"{reading}; hatched: not known.",
        head=("Year", "Group", "Share", "90 % interval", "Events"),
        rows=tuple(_balance_row(row, groups) for row in data),
        evidence=evidence or Evidence(),
    )


def timeline_chart(
    rows: Iterable[TimelineRow],
    *,
    title: str,
    as_of: date,
    names: Mapping[str, str],
    colours: Mapping[str, str] | None = None,
    caption: str = "",
    evidence: Evidence | None = None,
) -> Chart:
    """Events in time, a lane below another, coloured by group; imprecise dates are bars.

    Lanes stand in the order in which they first occur. The day of the brief is a rule, and key
    events are named. Events without any date are counted in the caption, not drawn.
    """
    listed = list(rows)
    dated = [row for row in listed if row.date.known]
    labels = {**names, "": "others"}
    fixed = {**_colours(names, colours), "": OTHER}
    description = _timeline_words(dated, labels, as_of)
    picture = lanes_picture(dated, as_of, labels=labels, colours=fixed)
    longest = max((len(row.lane) for row in dated), default=0)
    undated = len(listed) - len(dated)
    missing = f" {undated} without a date not shown." if undated else ""
    arrow = "; arrow: no end is known" if any(row.date.end is None for row in dated) else ""
    reading = f"Dot: a day; bar: the days between which it lies{arrow}."
    return Chart(
        title=title,
        svg=draw(picture, title=title, description=description, margin=1.3 * longest),
        description=description,
        caption=(caption or reading) + missing,
        head=("Date", "Kind", "Partner", "Event"),
        rows=tuple((span(r.date), r.lane, labels[r.group], r.label) for r in by_time(listed)),
        evidence=evidence or Evidence(),
    )


def depth_chart(
    rows: Iterable[Mapping[str, Any]],
    *,
    title: str,
    caption: str = "",
    evidence: Evidence | None = None,
) -> Chart:
    """The depth of a tie's two rails by year, as steps; a year that is not known breaks the line.

    Each row has year, paper and practice (0 to 5, or None).
    """
    data = _some(rows, title)
    steps = [
        {"year": row["year"], "rail": rail, "depth": row[rail]}
        for row in data
        for rail in ("paper", "practice")
    ]
    years = sorted({int(row["year"]) for row in data})
    parts = "; ".join(f"{rail}: {_depth_words(data, rail)}" for rail in ("paper", "practice"))
    description = f"Depth by year. {parts}."
    return Chart(
        title=title,
        svg=draw(steps_picture(steps, years), title=title, description=description),
        description=description,
        caption=caption or "Depth on a scale from 1 (contact) to 5; gaps: not known.",
        head=("Year", "Paper", "Practice"),
        rows=tuple((str(r["year"]), _depth(r["paper"]), _depth(r["practice"])) for r in data),
        evidence=evidence or Evidence(),
    )


def _some(rows: Iterable[Mapping[str, Any]], title: str) -> list[dict[str, Any]]:
    data = [dict(row) for row in rows]
    if not data:
        raise DataError(f"chart {title!r}: found no rows, expected one a year at least")
    return data


def _colours(groups: Iterable[str], given: Mapping[str, str] | None) -> dict[str, str]:
    own = {group: PALETTE[at % len(PALETTE)] for at, group in enumerate(groups)}
    return {**own, **(given or {})}


def _percent(share: float | None) -> str:
    return "unknown" if share is None else f"{share * 100:.0f} %"


def _balance_row(row: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, ...]:
    known = row["share"] is not None
    interval = f"{_percent(row['lower'])} to {_percent(row['upper'])}" if known else row["reason"]
    share = _percent(row["share"])
    return (str(row["year"]), names[row["group"]], share, interval or "", str(row["events"]))


def _balance_words(rows: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> str:
    parts = []
    for group, name in names.items():
        own = [row for row in rows if row["group"] == group]
        known = [row for row in own if row["share"] is not None]
        latest = f"; {_latest(known[-1])}" if known else ""
        parts.append(f"{name}: known in {len(known)} of {len(own)} years{latest}")
    return f"Shares by year and partner group. {'. '.join(parts)}."


def _latest(row: Mapping[str, Any]) -> str:
    interval = f"{_percent(row['lower'])} to {_percent(row['upper'])}"
    return f"{row['year']}: {_percent(row['share'])} (90 % interval {interval})"


def _timeline_words(rows: Sequence[TimelineRow], labels: Mapping[str, str], as_of: date) -> str:
    counts = {name: sum(row.group == group for row in rows) for group, name in labels.items()}
    parts = ", ".join(f"{number} with {name}" for name, number in counts.items() if number)
    keys = "; ".join(f"{row.label} ({span(row.date)})" for row in rows if row.key)
    marked = f" Marked: {keys}." if keys else ""
    day = span(ImpreciseDate.day(as_of))
    return f"Events in time, seen on {day}: {parts or 'no dated event'}.{marked}"


def _depth(value: object) -> str:
    return "unknown" if value is None else str(value)


def _depth_words(rows: Sequence[Mapping[str, Any]], rail: str) -> str:
    changes = []
    for at, row in enumerate(rows):
        if at == 0 or rows[at - 1][rail] != row[rail]:
            changes.append(f"{_depth(row[rail])} from {row['year']}")
    return ", ".join(changes)
