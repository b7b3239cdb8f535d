"""`quietsignal extract`: claims from documents, without a project."""

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from quietsignal.cli.options import AsJson
from quietsignal.cli.output import failed, note, write_json

if TYPE_CHECKING:
    from quietsignal.pipeline.reading import ReadClaims

__all__ = ["extract"]


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, web addresses, or - for stdin."),
    ],
    as_json: AsJson = False,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="When they were published, for sources that do not say it."
        ),
    ] = None,
) -> None:
    """Find the events that documents tell, and show them; nothing is kept, no project is needed.

    With --json each claim is one line: type, roles, date, status, names, and the quotes with
    their places in the text. The form is described in docs/reference/wire.md.

    Example:  quietsignal extract article.txt --json --published 2025-07-18
    """
    from quietsignal.pipeline.reading import read_claims
    from quietsignal.records import claim_json, parse_edtf

    problems = 0
    for result in read_claims(sources, published=parse_edtf(published or "")):
        if result.problem:
            problems += 1
            failed(result.problem)
            continue
        for remark in result.remarks:
            note(f"{result.name}: {remark}")
        if as_json:
            write_json(claim_json(claim) for claim in result.claims)
        else:
            _show(result)
    if problems:
        raise typer.Exit(1)


def _show(result: "ReadClaims") -> None:
    """Two lines a claim: what it says, and the words that say it."""
    typer.echo(f"{result.name}: {len(result.claims)} claims")
    for claim in result.claims:
        told = (
            claim.type.value,
            claim.status.value,
            str(claim.date),
            "; ".join(f"{role} {' '.join(codes)}" for role, codes in claim.roles),
            claim.name or claim.item or "",
        )
        typer.echo("  " + "  ".join(part for part in told if part))
        for quote in claim.quotes[:1]:
            typer.echo("    " + textwrap.shorten(quote.exact, 160, placeholder=" ..."))
