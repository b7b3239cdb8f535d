"""`quietsignal brief`: the written product."""

from pathlib import Path
from typing import Annotated

import typer

from quietsignal.cli.options import AsOf, ProjectFolder, day, open_project
from quietsignal.cli.output import note

__all__ = ["brief"]


def brief(
    state: Annotated[str, typer.Argument(metavar="STATE", help="Code or name: SRB or Serbia.")],
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Where to write: .html or .md.")
    ],
    partner: Annotated[
        str | None,
        typer.Option(metavar="STATE", help="The other side. Default: that of the latest news."),
    ] = None,
    as_of: AsOf = None,
    project: ProjectFolder = None,
) -> None:
    """Write a brief on a state and a partner, as it was known on a day.

    What happened, whether it is a first, how deep the tie is, how the balance moved, who supplies
    the arms, whether declared policy allows it, what points each way, what is not known. Every
    sentence has a note that leads to a quote; a sentence without one is not written. The page is
    one file without script or network.

    Example:  quietsignal brief SRB --partner CHN --as-of 2025-07-20 --out serbia-china.html
    """
    from quietsignal.actors import find_actor
    from quietsignal.pipeline.writing import write_brief

    path = write_brief(
        open_project(project),
        focus=find_actor(state).code,
        partner=find_actor(partner).code if partner else None,
        as_of=day(as_of),
        out=out,
    )
    typer.echo(str(path))
    note(f"Open it in a browser: {path.resolve().as_uri()}")
