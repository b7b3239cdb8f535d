"""What the charts of a brief draw: panels of shares, lanes of events, steps of depth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt
import vl_convert

from quietsignal.brief.svg import HATCH, finish_svg
from quietsignal.brief.wording import span
from quietsignal.records import ImpreciseDate

__all__ = [
    "PALETTE",
    "TimelineRow",
    "by_time",
    "draw",
    "lanes_picture",
    "share_panel",
    "steps_picture",
]

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
WIDTH = 620

_INK = "currentColor"
_PANEL = 96  # height of a group's panel, in pixels
_TRACK = 11  # height of one row of marks within a lane, in pixels
_NAMES = 110  # room for the names of lanes, in pixels
_DEEPEST = 5
_Layer = Any  # Altair's classes of charts have no common type that mypy follows


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An event on a timeline: its lane, its partner group (an id, or ""), its date, its name."""

    label: str
    lane: str
    group: str
    date: ImpreciseDate
    key: bool = False


def draw(picture: _Layer, *, title: str, description: str, margin: float = 0) -> str:
    """The picture as SVG text; `margin` widens the left side for names in a wider font."""
    axis = {
        "labelColor": _INK, "titleColor": _INK, "tickColor": _INK, "domainColor": _INK,
        "gridColor": _INK, "gridOpacity": 0.14, "domainOpacity": 0.5, "tickOpacity": 0.5,
        "labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal",
    }  # fmt: skip
    shown = picture.configure(
        background="transparent",
        font="sans-serif",
        padding={"left": 4 + margin, "right": 4, "top": 4, "bottom": 4},
    ).configure_axis(**axis)
    shown = shown.configure_view(stroke=None).configure_legend(
        labelColor=_INK, labelFontSize=12, orient="top", title=None, offset=6
    )
    drawn = vl_convert.vegalite_to_svg(shown.to_dict())
    return finish_svg(drawn, title=title, description=description)


def _years_axis(years: Sequence[int], *, labels: bool = True, padding: int = 4) -> alt.X:
    first, last = years[0], years[-1]
    step = max(1, -(-len(years) // 12))
    axis = alt.Axis(
        values=[year for year in range(first, last + 1) if year % step == 0],
        format="d",
        grid=False,
        labels=labels,
        labelPadding=padding,
        title=None,
        ticks=False,
    )
    return alt.X("year:Q", axis=axis, scale=alt.Scale(domain=[first - 0.6, last + 0.6], nice=False))


def share_panel(
    rows: Sequence[Mapping[str, Any]],
    name: str,
    *,
    colour: str,
    years: Sequence[int],
    last: bool,
) -> _Layer:
    """One group's shares: unknown years hatched, intervals, dots, and event counts below."""
    known = [_row_of(row, "year", "events", "share", "lower", "upper") for row in rows]
    known = [row for row in known if row["share"] is not None]
    unknown = [int(row["year"]) for row in rows if row["share"] is None]
    x = _years_axis(years, labels=last, padding=20)
    axis = alt.Axis(values=[0, 0.5, 1], format="%", title=None, ticks=False, domain=False)
    scale = alt.Scale(domain=[0, 1])
    shown = alt.Chart(alt.InlineData(known)).encode(x=x)
    bar = shown.mark_rule(strokeWidth=3, color=colour, opacity=0.5)
    count = shown.mark_text(fontSize=10, color=_INK, opacity=0.8, baseline="top")
    layers = [
        _hatching(unknown, x),
        bar.encode(y=alt.Y("lower:Q", axis=axis, scale=scale), y2="upper:Q"),
        shown.mark_circle(size=44, color=colour, opacity=1).encode(y=alt.Y("share:Q", scale=scale)),
        count.encode(y=alt.value(_PANEL + 4), text="events:Q"),
    ]
    heading = alt.TitleParams(
        _capital(name), anchor="start", frame="group", fontSize=12.5, color=colour
    )
    return alt.layer(*layers).properties(width=WIDTH, height=_PANEL, title=heading)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _row_of(row: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: row[key] for key in keys}


def _hatching(years: Iterable[int], x: alt.X) -> _Layer:
    spans = [{"year": year - 0.5, "until": year + 0.5} for year in years]
    hatched = alt.Chart(alt.InlineData(spans)).mark_rect(fill=HATCH, opacity=1)
    return hatched.encode(x=x, x2="until:Q", y=alt.value(0), y2=alt.value(_PANEL))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A row of a timeline as it is drawn: from where to where, on which track."""

    row: TimelineRow
    start: float
    end: float
    track: int
    open: bool = False


def lanes_picture(
    rows: Sequence[TimelineRow],
    as_of: date,
    *,
    labels: Mapping[str, str],
    colours: Mapping[str, str],
) -> _Layer:
    """The marks of all lanes over the years, the day of the brief, and the key events' names."""
    marks, lanes = _pack(rows, as_of)
    height = sum(lanes.values()) * _TRACK + _TRACK
    data = [_mark_row(mark, labels) for mark in marks]
    first = int(min((mark.start for mark in marks), default=as_of.year))
    last = max([_fraction(as_of), *(mark.end for mark in marks)])
    years = range(first, int(last) + 2)
    ticks = [year for year in years if (year - first) % max(1, -(-len(years) // 10)) == 0]
    axis = alt.Axis(values=ticks, format="d", title=None, grid=True)
    x = alt.X("start:Q", axis=axis, scale=alt.Scale(domain=[first, last + 0.4], nice=False))
    y = alt.Y("track:Q", axis=None, scale=alt.Scale(domain=[0, height / _TRACK], reverse=True))
    shown = [group for group in labels if any(row.group == group for row in rows)]
    legend = alt.Color(
        "group:N",
        scale=alt.Scale(
            domain=[labels[group] for group in shown], range=[colours[group] for group in shown]
        ),
        legend=None
        if all(labels[row.group] == row.lane for row in rows)
        else alt.Legend(symbolType="circle", symbolOpacity=1, orient="top", title=None),
    )
    base = alt.Chart(alt.InlineData(data)).encode(x=x, y=y, color=legend)
    layers = [*_lane_names(lanes, y), *_event_marks(base), *_as_of_rule(as_of, x)]
    return alt.layer(*layers).properties(width=WIDTH - _NAMES, height=height)


def _pack(rows: Sequence[TimelineRow], as_of: date) -> tuple[list[_Mark], dict[str, int]]:
    """The rows in the order of time on tracks where they do not cover each other."""
    begin = min((_extent(row.date, as_of)[0] for row in rows), default=as_of.year)
    room = (as_of.year + 1 - begin) / 60  # years that a letter of a key event's name takes
    gap = 18 * room / 8.5  # years between marks of one track, so that dots stay apart
    lanes = list(dict.fromkeys(row.lane for row in rows))
    marks: list[_Mark] = []
    heights: dict[str, int] = {}
    for lane in lanes:
        free: list[float] = []
        top = sum(heights.values())
        for row in by_time(row for row in rows if row.lane == lane):
            start, end = _extent(row.date, as_of)
            left = start - (room * len(row.label) if row.key else 0)
            track = next((at for at, until in enumerate(free) if until <= left), len(free))
            free[track : track + 1] = [end + gap]
            marks.append(_Mark(row, start, end, top + track, open=row.date.end is None))
        heights[lane] = len(free) + 1
    return marks, heights


def _extent(when: ImpreciseDate, as_of: date) -> tuple[float, float]:
    """The years, as fractions, between which a date lies; an open end is drawn to the day."""
    start = when.start or when.end or as_of
    end = when.end or max(as_of, start)
    return _fraction(start), _fraction(end)


def _fraction(day: date) -> float:
    length = date(day.year, 12, 31).timetuple().tm_yday
    return round(day.year + (day.timetuple().tm_yday - 1) / length, 4)


def _mark_row(mark: _Mark, labels: Mapping[str, str]) -> dict[str, Any]:
    form = "dot" if mark.end - mark.start < 0.05 else "bar"
    return {
        "start": mark.start,
        "end": mark.end,
        "middle": (mark.start + mark.end) / 2,
        "track": mark.track + 1,
        "group": labels[mark.row.group],
        "label": mark.row.label,
        "form": "key" if mark.row.key else form,
        "open": mark.open,
    }


def _lane_names(lanes: Mapping[str, int], y: alt.Y) -> list[_Layer]:
    tops = [sum(list(lanes.values())[:at]) for at in range(len(lanes))]
    names = [{"lane": lane, "track": top + 1} for lane, top in zip(lanes, tops, strict=True)]
    base = alt.Chart(alt.InlineData(names)).encode(y=y)
    text = base.mark_text(align="right", dx=-10, fontSize=11.5, color=_INK)
    line = alt.Chart(alt.InlineData([{"track": top + 0.1} for top in tops[1:]]))
    return [
        text.encode(x=alt.value(0), text="lane:N"),
        line.mark_rule(color=_INK, opacity=0.18).encode(y=y),
    ]


def _event_marks(base: _Layer) -> list[_Layer]:
    bar = base.mark_rule(strokeWidth=5, opacity=0.6, strokeCap="round")
    dot = base.mark_circle(size=42, opacity=0.95)
    arrow = base.mark_point(shape="triangle-right", size=110, filled=True, opacity=1)
    key = base.mark_point(shape="diamond", size=150, filled=True, opacity=1, stroke=_INK)
    name = base.mark_text(align="right", dx=-11, fontSize=12, fontWeight="bold")
    is_key = "datum.form == 'key'"
    return [
        bar.encode(x2="end:Q").transform_filter("datum.form == 'bar'"),
        arrow.encode(x="end:Q").transform_filter("datum.open"),
        dot.encode(x="middle:Q").transform_filter("datum.form == 'dot'"),
        key.encode(x="middle:Q").transform_filter(is_key),
        name.encode(x="middle:Q", text="label:N", color=alt.value(_INK)).transform_filter(is_key),
    ]


def _as_of_rule(as_of: date, x: alt.X) -> list[_Layer]:
    words = span(ImpreciseDate.day(as_of))
    day = alt.Chart(alt.InlineData([{"start": _fraction(as_of), "text": words}]))
    text = day.mark_text(align="right", dx=-4, dy=-2, baseline="bottom", fontSize=11, color=_INK)
    return [
        day.mark_rule(strokeDash=[4, 3], color=_INK, opacity=0.8).encode(x=x),
        text.encode(x=x, y=alt.value(0), text="text:N"),
    ]


def steps_picture(steps: Sequence[Mapping[str, Any]], years: Sequence[int]) -> _Layer:
    """Steps of a rail's depth over the years; a depth that is None breaks the line."""
    axis = alt.Axis(values=list(range(_DEEPEST + 1)), format="d", title=None, domain=False)
    base = alt.Chart(alt.InlineData([dict(step) for step in steps]))
    scale = alt.Scale(domain=["paper", "practice"], range=[PALETTE[4], PALETTE[0]])
    return (
        base.mark_line(interpolate="step-after", strokeWidth=2.5)
        .encode(
            x=_years_axis(years),
            y=alt.Y("depth:Q", axis=axis, scale=alt.Scale(domain=[0, _DEEPEST])),
            color=alt.Color("rail:N", scale=scale),
            strokeDash=alt.StrokeDash("rail:N", legend=None),
        )
        .properties(width=WIDTH, height=150)
    )


def by_time(rows: Iterable[TimelineRow]) -> list[TimelineRow]:
    """The rows by their first day; what has no date stands last."""
    return sorted(
        rows, key=lambda row: (row.date.start or row.date.end or date.max, row.lane, row.label)
    )
