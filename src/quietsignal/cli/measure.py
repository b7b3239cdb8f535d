"""`quietsignal measure`: numbers from the ledger and the lake, with intervals and editions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quietsignal.cli.options import AsCsv, AsJson, AsOf, ProjectFolder, day, open_project
from quietsignal.cli.output import note, table, write_csv, write_json

if TYPE_CHECKING:
    import polars as pl

__all__ = ["app"]

app = typer.Typer(
    name="measure",
    help="Measure a state's ties; each number has an interval, or says why it has none.",
    no_args_is_help=True,
)

State = Annotated[str, typer.Argument(metavar="STATE", help="Code or name: SRB or Serbia.")]


@app.command("balance")
def balance(
    state: State,
    project: ProjectFolder = None,
    years: Annotated[
        str | None, typer.Option(metavar="FROM-TO", help="As 2015-2025. Default: all.")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Also draw it, as SVG.")
    ] = None,
) -> None:
    """How the portfolio of a state is shared between the project's partner groups, by year.

    Weighted counts of events; shares with 90 % intervals; a year without a counted event, or
    outside coverage, is unknown and says why. The method: docs/methods/balance.md.

    Example:  quietsignal measure balance SRB --years 2015-2025 --chart balance.svg
    """
    from quietsignal.actors import find_actor
    from quietsignal.pipeline.answering import balance_of
    from quietsignal.pipeline.writing import draw_balance

    focus = find_actor(state).code
    limit = day(as_of)
    opened = open_project(project)
    chosen = _years(years) if years else range(opened.config.first_year, limit.year + 1)
    with opened.ledger(read_only=True) as ledger:
        frame = balance_of(opened, ledger, focus=focus, years=chosen, as_of=limit)
    if chart is not None:
        draw_balance(opened, frame, focus=focus, out=chart)
        note(f"{chart}: drawn")
    _show(frame, as_json=as_json, as_csv=as_csv)


@app.command("depth")
def depth(
    state: State,
    partner: Annotated[str, typer.Argument(metavar="PARTNER", help="Code or name.")],
    project: ProjectFolder = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """How deep a tie is on paper and in practice, and which events hold which rung.

    Rungs run from 1 (statements, visits) to 6 (mutual defence, fighting together). The method:
    docs/methods/depth.md.

    Example:  quietsignal measure depth SRB CHN --as-of 2025-07-20
    """
    from quietsignal.actors import find_actor
    from quietsignal.measure import depth_on
    from quietsignal.pipeline.answering import depth_of
    from quietsignal.records import DEEPEST, rung_words

    pair = (find_actor(state).code, find_actor(partner).code)
    limit = day(as_of)
    opened = open_project(project)
    with opened.ledger(read_only=True) as ledger:
        frame = depth_of(opened, ledger, pair=pair, as_of=limit)
    for standing in depth_on(frame, limit):
        if standing.depth is None:
            note(f"{standing.rail}: unknown on {limit} ({standing.reason})")
        else:
            words = rung_words(standing.rail, standing.depth)
            note(f"{standing.rail}: rung {standing.depth} of {DEEPEST} on {limit} ({words})")
    _show(frame, as_json=as_json, as_csv=as_csv)


@app.command("suppliers")
def suppliers(
    state: State,
    project: ProjectFolder = None,
    years: Annotated[
        str | None,
        typer.Option(metavar="FROM-TO", help="As 2020-2024. Default: five years to the release."),
    ] = None,
    edition: Annotated[
        str | None, typer.Option(metavar="DATE", help="The release. Default: the newest loaded.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who supplies a state's major arms, by share of SIPRI's trend-indicator value.

    Numbers of one release never mix with those of another. The method: docs/methods/suppliers.md.

    Example:  quietsignal measure suppliers SRB --years 2019-2023 --edition 2025-03-13
    """
    from quietsignal.actors import find_actor
    from quietsignal.pipeline.writing import suppliers_of

    chosen = _years(years) if years else None
    frame = suppliers_of(
        open_project(project),
        recipient=find_actor(state).code,
        years=(chosen[0], chosen[-1]) if chosen else None,
        edition=day(edition) if edition else None,
    )
    _show(frame, as_json=as_json, as_csv=as_csv)


def _years(text: str) -> range:
    from quietsignal.errors import UsageError

    first, _, last = text.partition("-")
    if not (first.isdigit() and (last or first).isdigit() and len(first) == 4):
        raise UsageError(f"--years: found {text!r}, expected years as 2019-2023 or one as 2023")
    years = range(int(first), int(last or first) + 1)
    if not years:
        raise UsageError(f"--years: found {text!r}, expected the earlier year first")
    return years


def _show(frame: "pl.DataFrame", *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        write_json(
            {
                key: value if isinstance(value, int | float | str | None) else str(value)
                for key, value in row.items()
            }
            for row in frame.iter_rows(named=True)
        )
    elif as_csv:
        write_csv(frame.columns, frame.iter_rows())
    else:
        frame = frame.drop("event", strict=False)  # ids are for other tools
        table(frame.columns, (tuple(map(_cell, row)) for row in frame.iter_rows()))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)
