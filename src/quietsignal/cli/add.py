"""`quietsignal add`: documents into a project."""

from typing import Annotated

import typer

from quietsignal.cli.options import ProjectFolder, open_project
from quietsignal.cli.output import failed, note, progress

__all__ = ["add"]


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files (text, Markdown, HTML), folders of them, web addresses, or - for stdin.",
        ),
    ],
    project: ProjectFolder = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="When they were published, for sources that do not say it."
        ),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Who published them, for sources that do not say it.")
    ] = None,
) -> None:
    """Add documents: keep their bytes, read their text, find the events, link what is the same.

    Adding the same again changes nothing. What fails is named on standard error, the rest goes
    on. Relative dates ("last month") are read from the day of publication: give --published when
    a text does not carry it.

    Examples:
      quietsignal add article.html interviews/ --project kenya

      quietsignal add https://example.org/news.html

      cat note.txt | quietsignal add - --published 2025-07-18 --publisher "Own notes"
    """
    from quietsignal.pipeline.adding import add_documents
    from quietsignal.records import parse_edtf

    opened = open_project(project)
    date = parse_edtf(published or "")
    with progress("reading") as advance:
        summary = add_documents(
            opened, sources, published=date, publisher=publisher or "", advance=advance
        )
    for problem in summary.problems:
        failed(problem)
    for warning in summary.warnings:
        note(f"note: {warning}")
    note(
        f"{summary.new} new, {summary.known} known before, {len(summary.problems)} failed; "
        f"{summary.claims} claims found"
    )
    if summary.problems:
        raise typer.Exit(1)
