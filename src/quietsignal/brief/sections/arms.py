"""Who supplies the arms: shares by supplier in the register, and what editions say apart."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from quietsignal.brief.dossier import ArmsRegister, Dossier
from quietsignal.brief.model import Evidence, Figure, Section, Sentence, Table
from quietsignal.brief.wording import actor_name, day_words, joined, percent, sentence_case
from quietsignal.measure import suppliers

__all__ = ["arms", "supplier_figure", "supplier_table"]

SHOWN = 6
METHOD = (
    "Shares of the trend-indicator value delivered in the window. Deals delivered partly outside "
    "it are split evenly over their years; the bounds let the window have none or all of each."
)


def supplier_table(register: ArmsRegister, window: tuple[int, int]) -> pl.DataFrame:
    """The suppliers of the focus state in the window, in that edition."""
    return suppliers(register.deliveries, window=window)


def arms(dossier: Dossier) -> Section:
    """The section on suppliers; says so when no edition was out."""
    title = "Who supplies the arms?"
    if not dossier.registers:
        text = (
            f"Unknown: no register of arms transfers out by {day_words(dossier.as_of)} is loaded."
        )
        return Section("arms", title, (Sentence(text, Evidence(coverage=dossier.coverage)),))
    register = dossier.registers[-1]
    window = register.window
    table = supplier_table(register, window)
    if table.is_empty():
        text = (
            f"The release of {day_words(register.edition)} has no delivery to "
            f"{actor_name(dossier.focus.code)} from {window[0]} to {window[1]}."
        )
        evidence = Evidence(
            figures=(supplier_figure(register, table, window=window),), coverage=dossier.coverage
        )
        return Section("arms", title, (Sentence(text, evidence),))
    sentences = (
        _leaders(dossier, register, table, window),
        *_partner(dossier, register, table, window),
        *_editions(dossier, window),
    )
    return Section("arms", title, sentences, tables=(_table(register, table, window),))


def _leaders(
    dossier: Dossier, register: ArmsRegister, table: pl.DataFrame, window: tuple[int, int]
) -> Sentence:
    top = [_share(row) for row in table.head(3).iter_rows(named=True)]
    text = (
        f"From {window[0]} to {window[1]} {actor_name(dossier.focus.code)} had its major arms from "
        f"{joined(top)}, in SIPRI's release of {day_words(register.edition)}."
    )
    return Sentence(text, Evidence(figures=(supplier_figure(register, table, window=window),)))


def _share(row: Mapping[str, Any]) -> str:
    name, share = actor_name(row["supplier"]), percent(row["share"])
    low, high = percent(row["lower"]), percent(row["upper"])
    bounds = "" if low == high == share else f", bounds {low} to {high}"
    return f"{name} ({share}{bounds})"


def _partner(
    dossier: Dossier, register: ArmsRegister, table: pl.DataFrame, window: tuple[int, int]
) -> tuple[Sentence, ...]:
    """Where the partner stands among the suppliers, when the leaders do not show it."""
    mine = table.filter(pl.col("supplier") == dossier.partner.code)
    if mine.height and mine["rank"][0] <= 3:
        return ()
    figure = supplier_figure(register, table, window=window)
    name = actor_name(dossier.partner.code)
    if mine.is_empty():
        text = f"The release has no delivery from {name} in those years."
        return (Sentence(text, Evidence(figures=(figure,), coverage=dossier.coverage)),)
    row = mine.row(0, named=True)
    text = f"{sentence_case(_share(row))} is supplier number {row['rank']} of {table.height}."
    return (Sentence(text, Evidence(figures=(figure,))),)


def _editions(dossier: Dossier, window: tuple[int, int]) -> tuple[Sentence, ...]:
    """Two editions that disagree on the first supplier of the window one year earlier."""
    earlier = (window[0] - 1, window[1] - 1)
    tables = [(register, supplier_table(register, earlier)) for register in dossier.registers]
    firsts = [(register, table) for register, table in tables if table.height]
    if len({table["supplier"][0] for _, table in firsts}) < 2:
        return ()
    parts = [
        f"the release of {day_words(register.edition)} has {actor_name(table['supplier'][0])} as "
        f"the largest supplier ({percent(table['share'][0])})"
        for register, table in firsts
    ]
    text = f"For {earlier[0]} to {earlier[1]} editions differ: {joined(parts)}."
    figures = tuple(supplier_figure(register, table, window=earlier) for register, table in firsts)
    return (Sentence(text, Evidence(figures=figures)),)


def supplier_figure(
    register: ArmsRegister, table: pl.DataFrame, *, window: tuple[int, int]
) -> Figure:
    """The working behind a sentence on suppliers, with its edition and credit."""
    rows = tuple(
        {
            "supplier": sentence_case(actor_name(row["supplier"])),
            "TIV, millions": f"{row['tiv']:.1f}",
            "share": percent(row["share"]),
            "bounds": f"{percent(row['lower'])} to {percent(row['upper'])}",
            "rank": f"{row['rank']} of {table.height}",
        }
        for row in table.iter_rows(named=True)
    )
    return Figure(
        measure=f"suppliers, {window[0]} to {window[1]}",
        text=METHOD,
        rows=rows,
        edition=f"{day_words(register.edition)}, layout {register.layout}",
        credit=register.credit,
    )


def _table(register: ArmsRegister, table: pl.DataFrame, window: tuple[int, int]) -> Table:
    figure = supplier_figure(register, table, window=window)
    rows = tuple(tuple(row.values())[:4] for row in figure.rows[:SHOWN])
    return Table(
        caption=f"Suppliers of major arms, {window[0]} to {window[1]}, release of "
        f"{day_words(register.edition)}",
        head=("Supplier", "TIV, millions", "Share", "Bounds"),
        rows=rows,
        evidence=Evidence(figures=(figure,)),
    )
