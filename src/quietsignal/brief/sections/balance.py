"""The balance between partner groups: shares by year, their movement, and the chart."""

from collections.abc import Iterable

import polars as pl

from quietsignal.brief.charts import balance_chart
from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Chart, Evidence, Figure, Section, Sentence
from quietsignal.brief.phrases import short
from quietsignal.brief.wording import (
    actor_name,
    count,
    joined,
    percent,
    quantity_words,
    sentence_case,
)
from quietsignal.measure import Shift, balance, group_rows, shift, unplaced

__all__ = ["balance_section", "balance_table"]

PERIOD = 5
QUESTION = "How is the balance, and how did it move?"
METHOD = (
    "Weighted counts of events by year and partner group; posterior mean and central 90 % interval "
    "of a Dirichlet law with Jeffreys' prior."
)


def balance_table(dossier: Dossier) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that are counted, and the shares by year and group."""
    rows = group_rows(
        dossier.events, focus=dossier.focus.code, groups=dossier.groups, weights=dossier.weights
    ).filter(pl.col("year").is_between(dossier.first_year, dossier.as_of.year))
    years = range(dossier.first_year, dossier.as_of.year + 1)
    return rows, balance(rows, groups=[group.id for group in dossier.groups], years=years)


def balance_section(dossier: Dossier) -> Section:
    """The section on the balance between the project's partner groups."""
    rows, table = balance_table(dossier)
    if rows.is_empty():
        text = f"The balance of {actor_name(dossier.focus.code)} is unknown: no counted event."
        unknown = (Sentence(text, Evidence(coverage=dossier.coverage)),)
        return Section("balance", QUESTION, unknown)
    shifts = _shifts(dossier, rows)
    moved = _moved(dossier, rows, shifts)
    sentences = (_counted(dossier, rows), *moved, *_left_out(dossier), *_published(dossier))
    return Section(
        "balance",
        QUESTION,
        sentences,
        charts=(_chart(dossier, rows, table, title=_finding(dossier, shifts), moved=moved),),
    )


def _names(dossier: Dossier) -> dict[str, str]:
    return {group.id: group.name for group in dossier.groups}


def _counted(dossier: Dossier, rows: pl.DataFrame) -> Sentence:
    names = _names(dossier)
    counts = {name: rows.filter(pl.col("group") == name)["event"].n_unique() for name in names}
    parts = [f"{count(counts[key], 'event')} with {name}" for key, name in names.items()]
    years = sorted(rows["year"].unique().to_list())
    text = (
        f"Between {years[0]} and {years[-1]} the ledger counts {joined(parts)} for "
        f"{actor_name(dossier.focus.code)}."
    )
    span = {"years": f"{years[0]} to {years[-1]}"}
    figure = Figure("balance", METHOD, tuple({**span, **row} for row in _count_rows(rows, names)))
    return Sentence(text, Evidence(figures=(figure,), coverage=dossier.coverage))


def _count_rows(rows: pl.DataFrame, names: dict[str, str]) -> Iterable[dict[str, str]]:
    for key, name in names.items():
        chosen = rows.filter(pl.col("group") == key)
        types = chosen.group_by("type").agg(pl.col("event").n_unique().alias("n")).sort("type")
        listed = ", ".join(f"{row['type']} {row['n']}" for row in types.iter_rows(named=True))
        yield {"group": name, "events": str(chosen["event"].n_unique()), "by type": listed}


def _shifts(dossier: Dossier, rows: pl.DataFrame) -> tuple[Shift, ...] | str:
    """How each group's share changed from one period to the next, or why that is unknown."""
    first, second = _periods(dossier)
    groups = [group.id for group in dossier.groups]
    return shift(rows, groups=groups, first=first, second=second, seed=dossier.seed)


def _is_clear(item: Shift) -> bool:
    """Whether the interval of a change leaves its direction in no doubt."""
    return item.lower * item.upper > 0


def _moved(dossier: Dossier, rows: pl.DataFrame, shifts: tuple[Shift, ...] | str) -> list[Sentence]:
    """A sentence a group on its share in the last five full years beside the five before."""
    if isinstance(shifts, str):
        text = f"How the balance moved is unknown: {shifts}."
        return [Sentence(text, Evidence(coverage=dossier.coverage))]
    periods = _periods(dossier)
    spans = _period_shares(rows, [group.id for group in dossier.groups], periods)
    ordered = sorted(shifts, key=lambda item: -abs(item.difference))
    return [_move(dossier, item, spans, periods) for item in ordered]


def _periods(dossier: Dossier) -> tuple[tuple[int, int], tuple[int, int]]:
    """The last five full years, and the five before them, earlier first."""
    last = dossier.as_of.year - 1
    return (last - 2 * PERIOD + 1, last - PERIOD), (last - PERIOD + 1, last)


def _period_shares(
    rows: pl.DataFrame, groups: list[str], periods: tuple[tuple[int, int], tuple[int, int]]
) -> pl.DataFrame:
    """The balance of each period taken as one year, named by the period's first year."""
    recoded = pl.concat(
        rows.filter(pl.col("year").is_between(*period)).with_columns(
            pl.lit(period[0], pl.Int32).alias("year")
        )
        for period in periods
    )
    return balance(recoded, groups=groups, years=[period[0] for period in periods])


def _move(
    dossier: Dossier,
    item: Shift,
    spans: pl.DataFrame,
    periods: tuple[tuple[int, int], tuple[int, int]],
) -> Sentence:
    name = _names(dossier)[item.group]
    parts, rows = [], []
    for start, end in periods:
        row = spans.filter((pl.col("year") == start) & (pl.col("group") == item.group)).row(
            0, named=True
        )
        interval = f"{percent(row['lower'])} to {percent(row['upper'])}"
        parts.append(f"{percent(row['share'])} in {start} to {end} (90 % interval {interval})")
        rows.append(
            {
                "period": f"{start} to {end}",
                "events": str(row["events"]),
                "share": percent(row["share"]),
                "90 % interval": interval,
            }
        )
    change = (
        f"{item.difference * 100:+.0f} points, {item.lower * 100:+.0f} to {item.upper * 100:+.0f}"
    )
    verdict = "moved" if _is_clear(item) else "did not move beyond the interval"
    text = (
        f"The share of {name} {verdict}: {parts[0]}, {parts[1]}; the change is {change} "
        f"(90 % interval)."
    )
    rows.append(
        {
            "period": "change, in points",
            "share": f"{item.difference * 100:+.0f}",
            "90 % interval": f"{item.lower * 100:+.0f} to {item.upper * 100:+.0f}",
        }
    )
    figure = Figure("balance", METHOD, tuple(rows))
    return Sentence(text, Evidence(figures=(figure,)))


def _left_out(dossier: Dossier) -> tuple[Sentence, ...]:
    left = unplaced(dossier.events, focus=dossier.focus.code, weights=dossier.weights)
    if not left:
        return ()
    events = count(len(left), "event is", plural="events are")
    text = f"{sentence_case(events)} left out, since the sources leave the year open."
    figure = Figure("balance", METHOD, ({"events left out": str(len(left))},))
    return (Sentence(text, Evidence(events=left, figures=(figure,))),)


def _published(dossier: Dossier) -> tuple[Sentence, ...]:
    """Counts that sources give for many events at once, each with its definition, never averaged."""
    sentences = []
    for event in dossier.events:
        counts = [(claim.quantity, claim.detail("definition")) for claim in event.claims]
        told = sorted(
            {(number, words or "no definition given") for number, words in counts if number}
        )
        if event.detail("summary") == "yes" and len(told) > 1:
            parts = [f"{quantity_words(number)} ({words})" for number, words in told]
            text = (
                f"For {short(event, focus=dossier.focus.code)} the counts differ: {joined(parts)}."
            )
            sentences.append(Sentence(text, Evidence(events=(event,), claims=event.claims)))
    return tuple(sentences)


def _chart(
    dossier: Dossier,
    rows: pl.DataFrame,
    table: pl.DataFrame,
    *,
    title: str,
    moved: list[Sentence],
) -> Chart:
    names = _names(dossier)
    counted = Figure("balance", METHOD, tuple(_count_rows(rows, names)))
    behind = [figure for sentence in moved for figure in sentence.evidence.figures]
    evidence = Evidence(figures=(counted, *behind), coverage=dossier.coverage)
    return balance_chart(table.iter_rows(named=True), title=title, names=names, evidence=evidence)


def _finding(dossier: Dossier, shifts: tuple[Shift, ...] | str) -> str:
    """The title of the chart: what moved, in a few words."""
    first, second = _periods(dossier)
    focus = sentence_case(actor_name(dossier.focus.code))
    if isinstance(shifts, str):
        return f"{focus}: the balance between its partner groups by year"
    moved = [
        f"{_names(dossier)[item.group]} {item.difference * 100:+.0f}"
        for item in shifts
        if _is_clear(item)
    ]
    spans = f"{first[0]} to {first[1]} against {second[0]} to {second[1]}"
    if not moved:
        return f"{focus}: no share moved beyond its interval, {spans}"
    return f"{focus}, {spans}, in points of share: {joined(moved)}"
