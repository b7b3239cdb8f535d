"""How deep the tie is: where each rail stands, and when each rung was reached."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from quietsignal.brief.dossier import Dossier
from quietsignal.brief.model import Evidence, Figure, Section, Sentence, Table
from quietsignal.brief.phrases import short
from quietsignal.brief.wording import sentence_case
from quietsignal.measure import HALF_LIFE_YEARS, Standing, depth_on, rungs
from quietsignal.records import DEEPEST, Event, rung_words

__all__ = ["depth_section"]

_PLACE = {"paper": "On paper", "practice": "In practice"}


def depth_section(dossier: Dossier) -> Section:
    """The section on the two rails of the tie."""
    table = rungs(dossier.tie(), pair=dossier.pair)
    paper, practice = depth_on(table, dossier.as_of)
    rails = (paper, practice)
    sentences = [
        *(_stands(dossier, rail) for rail in rails),
        *_apart(dossier, paper, practice),
        *(told for rail in rails for told in _planned(dossier, rail)),
    ]
    tables = (_reached(dossier, table),) if table.height else ()
    return Section("depth", "How deep is the tie?", tuple(sentences), tables=tables)


def _stands(dossier: Dossier, standing: Standing) -> Sentence:
    where = _PLACE[standing.rail]
    if standing.depth is None or standing.event is None:
        text = f"{where} the depth is unknown: {standing.reason}."
        return Sentence(text, Evidence(coverage=dossier.coverage))
    event = dossier.event(standing.event)
    words = rung_words(standing.rail, standing.depth)
    text = (
        f"{where} the tie stands on rung {standing.depth} of {DEEPEST} ({words}), "
        f"held by {short(event, focus=dossier.focus.code)}."
    )
    return Sentence(text, _evidence(standing, event))


def _planned(dossier: Dossier, standing: Standing) -> list[Sentence]:
    if standing.planned is None or standing.planned_event is None:
        return []
    event = dossier.event(standing.planned_event)
    text = (
        f"{sentence_case(short(event, focus=dossier.focus.code))} is announced and would stand "
        f"on rung {standing.planned} of {standing.rail}."
    )
    return [Sentence(text, _evidence(standing, event))]


def _evidence(standing: Standing, event: Event) -> Evidence:
    text = (
        f"Depth of the {standing.rail} rail on a scale from 1 to {DEEPEST}: the deepest rung held "
        f"by an event in force or within its half-life of {HALF_LIFE_YEARS} years."
    )
    row = {
        "rail": standing.rail,
        "rung": str(standing.depth or "unknown"),
        "rung announced": str(standing.planned or "none"),
    }
    return Evidence(events=(event,), figures=(Figure("depth", text, (row,)),))


def _apart(dossier: Dossier, paper: Standing, practice: Standing) -> list[Sentence]:
    if paper.depth is not None and practice.depth is None:
        text = "Signed, but no activity is seen within the half-life."
    elif practice.depth is not None and paper.depth is None:
        text = "Practised, but nothing signed is seen."
    elif paper.depth is not None and practice.depth is not None and practice.depth > paper.depth:
        text = f"Practice runs ahead of paper by {practice.depth - paper.depth} on that scale."
    elif paper.depth is not None and practice.depth is not None and paper.depth > practice.depth:
        text = f"Paper runs ahead of practice by {paper.depth - practice.depth} on that scale."
    else:
        return []
    held = [s for s in (paper, practice) if s.event is not None]
    events = tuple(dossier.event(s.event) for s in held if s.event is not None)
    row = {"paper": str(paper.depth or "unknown"), "practice": str(practice.depth or "unknown")}
    figure = Figure("depth", text, (row,))
    evidence = Evidence(events=events, figures=(figure,), coverage=dossier.coverage)
    return [Sentence(text, evidence)]


def _reached(dossier: Dossier, table: pl.DataFrame) -> Table:
    """The first event on each rung of each rail that was reached by the day of the brief."""
    begun = table.filter(pl.col("holds_from") <= dossier.as_of)
    firsts = begun.sort("rail", "depth", "latest", "earliest", "event").unique(
        ["rail", "depth"], keep="first", maintain_order=True
    )
    rows = list(firsts.iter_rows(named=True))
    events = tuple(dossier.event(row["event"]) for row in rows)
    cells = tuple(_cells(dossier, row, event) for row, event in zip(rows, events, strict=True))
    return Table(
        caption="When each rung was first reached, as far as the ledger tells",
        head=("Rail", "Rung", "What stands there", "First reached by"),
        rows=cells,
        evidence=Evidence(events=events, coverage=dossier.coverage),
    )


def _cells(dossier: Dossier, row: Mapping[str, Any], event: Event) -> tuple[str, ...]:
    words = rung_words(row["rail"], row["depth"])
    reached = short(event, focus=dossier.focus.code)
    return (row["rail"], str(row["depth"]), words, sentence_case(reached))
