"""`quietsignal datasets`: public data sets and coded sheets into a project."""

from pathlib import Path
from typing import Annotated

import typer

from quietsignal.cli.options import ProjectFolder, day, open_project
from quietsignal.cli.output import failed, note, table

__all__ = ["app"]

app = typer.Typer(
    name="datasets",
    help="Load public data sets and sheets of coded events; editions stay apart.",
    no_args_is_help=True,
)


@app.command("list")
def list_(project: ProjectFolder = None) -> None:
    """Show the data sets that can be read, their terms, and which editions a project holds."""
    from quietsignal.datasets import DATASETS, card
    from quietsignal.errors import ProjectError

    try:
        lake = open_project(project).lake
    except ProjectError:
        if project is not None:
            raise
        lake = None
    rows = []
    for name in sorted(DATASETS):
        entry = card(name)
        held = ", ".join(map(str, lake.editions(name))) if lake else "no project here"
        rows.append((name, entry.title, entry.licence, held or "none"))
    table(("name", "title", "terms", "editions held"), rows)


@app.command("load")
def load(
    name: Annotated[str, typer.Argument(metavar="NAME", help="sipri or events-csv.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    edition: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The release date; needed for sipri."),
    ] = None,
    project: ProjectFolder = None,
) -> None:
    """Read files of a data set strictly into the project; a file is loaded whole or not at all.

    Examples:
      quietsignal datasets load sipri register.csv --edition 2025-03-13

      quietsignal datasets load events-csv my-events.csv
    """
    from quietsignal.errors import DataError, ItemFailed
    from quietsignal.pipeline.loading import load_dataset

    opened = open_project(project)
    problems = 0
    for path in files:
        try:
            summary = load_dataset(
                opened, path, name=name, edition=day(edition) if edition else None
            )
        except (DataError, ItemFailed) as error:
            problems += 1
            failed(f"{path}: {error}")
            continue
        for refused in summary.refused:
            problems += 1
            failed(f"{path}: {refused}")
        note(f"{path}: {summary.claims} claims, {summary.new} of them new")
    if problems:
        raise typer.Exit(1)
