"""Writes what a project can say: the brief, and charts of measures."""

import os
from datetime import date
from pathlib import Path

import polars as pl

from quietsignal import __version__
from quietsignal.brief import FORMATS, Dossier, balance_chart, compose, render
from quietsignal.errors import UsageError
from quietsignal.measure import suppliers
from quietsignal.pipeline.answering import dossier, registers
from quietsignal.pipeline.registers import sync_registers
from quietsignal.project import Project

__all__ = ["draw_balance", "suppliers_of", "write_brief", "write_file"]


def write_brief(
    project: Project, *, focus: str, partner: str | None, as_of: date, out: Path
) -> Path:
    """Write a brief in the format of the file's suffix; the file appears whole or not at all.

    Raises `UsageError` for another suffix or a state without events, `BriefError` when the brief
    fails its lint.
    """
    check_format(out)
    with project.ledger(read_only=not project.writable) as ledger:
        if project.writable:
            sync_registers(project, ledger)
        known = dossier(project, ledger, focus=focus, partner=partner, as_of=as_of)
    return render_to(known, out, marking=project.config.marking)


def render_to(known: Dossier, out: Path, *, marking: str) -> Path:
    """Compose the brief on a dossier and write it."""
    brief = compose(known, marking=marking, version=__version__)
    return write_file(out, render(brief, out.suffix))


def check_format(out: Path) -> None:
    """Refuse a suffix that cannot be written, before any work is done."""
    if out.suffix not in FORMATS:
        expected = " or ".join(FORMATS)
        raise UsageError(f"{out}: found the suffix {out.suffix or 'none'!r}, expected {expected}")


def write_file(out: Path, text: str) -> Path:
    """Write a text so that the file is whole or was not touched."""
    if not out.parent.is_dir():
        raise UsageError(f"{out}: found no folder {out.parent}, expected one to write into")
    partial = out.with_name(f".{out.name}.partial")
    with partial.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(out)
    return out


def draw_balance(project: Project, frame: pl.DataFrame, *, focus: str, out: Path) -> Path:
    """Draw the balance of a state as SVG."""
    if out.suffix != ".svg":
        raise UsageError(f"{out}: found the suffix {out.suffix or 'none'!r}, expected .svg")
    names = {group.id: group.name for group in project.config.groups}
    chart = balance_chart(
        frame.iter_rows(named=True), title=f"Partner groups of {focus}", names=names
    )
    return write_file(out, chart.svg)


def suppliers_of(
    project: Project,
    *,
    recipient: str,
    years: tuple[int, int] | None,
    edition: date | None,
) -> pl.DataFrame:
    """Suppliers of a state in a window, in one edition (see `measure.suppliers`).

    Without an edition it is the newest held, without years the five before the edition's.
    """
    held = registers(project, recipient=recipient, as_of=edition or date.max)
    chosen = [one for one in held if edition is None or one.edition == edition]
    if not chosen:
        names = ", ".join(str(one.edition) for one in held) or "none"
        raise UsageError(
            f"suppliers: found no edition {edition or ''} with deliveries to {recipient}, "
            f"expected one of: {names}; load one with: quietsignal datasets load sipri FILE"
        )
    register = chosen[-1]
    window = years or register.window
    frame = suppliers(register.deliveries, window=window)
    return frame.with_columns(
        pl.lit(register.edition).alias("edition"),
        pl.lit(f"{window[0]}-{window[1]}").alias("years"),
    )
