"""`quietsignal demo`: the built-in case, from its documents to its brief."""

from pathlib import Path
from typing import Annotated

import typer

from quietsignal.cli.output import failed, note, program, progress

__all__ = ["demo"]


def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Where the project and brief go.")
    ] = Path("demo"),
) -> None:
    """Build the built-in case (Serbia), write its brief as of 20 July 2025, say how to open it.

    The folder that comes out is a project like any other: add documents to it, change its
    project.toml, write other briefs. Running the demo again replaces a demo, and nothing else.

    Example:  quietsignal demo --out demo
    """
    from quietsignal.pipeline.demo import run_demo

    with progress("building the case") as advance:
        result = run_demo(out, advance=advance)
    for problem in result.problems:
        failed(problem)
    note(
        f"Serbia between the West, Russia and China: {result.documents} documents, "
        f"{result.claims} claims, {result.events} events, in {result.seconds:.1f} s."
    )
    for path in result.briefs:
        typer.echo(str(path))
    page = result.briefs[0].resolve().as_uri()
    call = program()
    note(
        f"\nOpen the brief in a browser: {page}\n\nTry next:\n"
        f"  {call} events --project {out} --actor CHN --since 2019-01-01\n"
        f"  {call} measure balance SRB --project {out}\n"
        f"  {call} measure depth SRB CHN --project {out}\n"
        f"  {call} brief SRB --partner RUS --project {out} --out {out}/briefs/russia.html\n"
        f"  {call} add YOUR-ARTICLE.txt --project {out}"
    )
    if result.problems:
        raise typer.Exit(1)
