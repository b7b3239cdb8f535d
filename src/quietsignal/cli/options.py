"""Options that several commands share, and how their values are read."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quietsignal.errors import ProjectError

if TYPE_CHECKING:
    from quietsignal.project import Project

__all__ = [
    "AsCsv",
    "AsJson",
    "AsOf",
    "ProjectFolder",
    "day",
    "open_project",
    "today",
]

ProjectFolder = Annotated[
    Path | None,
    typer.Option(
        "--project",
        "-p",
        metavar="DIR",
        help="The project folder. Default: this folder, or the nearest one above it that is one.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Only what was known by that day, as 2025-07-20. Default: today.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines, one object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV, safe to open in a spreadsheet.")]


def open_project(folder: Path | None) -> "Project":
    """The project that a command works on; raises `ProjectError` when there is none."""
    from quietsignal.project import Project

    if folder is not None:
        return Project.open(folder)
    here = Path.cwd()
    for candidate in (here, *here.parents):
        if (candidate / "project.toml").is_file():
            return Project.open(candidate)
    raise ProjectError(
        f"{here}: found no project here or above, expected a folder with project.toml; make one "
        "with: quietsignal init DIR, or name one with --project DIR"
    )


def today() -> date:
    """The day on this machine, which is what a person calls today."""
    return date.today()  # noqa: DTZ011


def day(text: str | None) -> date:
    """The day given, or today; raises `BadDate` for a day that does not exist."""
    from quietsignal.records import parse_day

    return today() if text is None else parse_day(text)
