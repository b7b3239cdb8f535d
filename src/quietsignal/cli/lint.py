"""`quietsignal lint`: checks a brief that was written, also after hands have changed it."""

from pathlib import Path
from typing import Annotated

import typer

from quietsignal.cli.output import note

__all__ = ["lint"]


def lint(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help="An .html or .md brief.")],
) -> None:
    """Check that every sentence of a brief has a note, and every note a quote or a working.

    Example:  quietsignal lint demo/briefs/serbia-china.html
    """
    from quietsignal.brief import lint_file

    findings = lint_file(brief)
    for finding in findings:
        where = f"{finding.place}: {finding.severity} {finding.rule}: {finding.message}"
        typer.echo(f"{where}\n    {finding.sentence}" if finding.sentence else where)
    errors = sum(finding.severity == "error" for finding in findings)
    note(f"{brief}: {errors} errors, {len(findings) - errors} warnings")
    if errors:
        raise typer.Exit(1)
