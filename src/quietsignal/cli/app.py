"""The command line as a whole: every command in one list, and the options before them."""

from typing import Annotated

import typer

from quietsignal import __version__
from quietsignal.cli import (
    add,
    brief,
    datasets,
    demo,
    events,
    extract,
    init,
    lint,
    measure,
    serve,
)
from quietsignal.cli.output import state

__all__ = ["app"]

app = typer.Typer(
    name="quietsignal",
    help=(
        "From articles and public data to a cited brief on states' defence ties.\n\n"
        "Start with [bold]quietsignal demo[/bold]: it builds the case of Serbia between the West, "
        "Russia and China and writes a brief in which every sentence leads back to a quote.\n\n"
        "Your own case: [bold]init[/bold] a project, [bold]add[/bold] documents, look at the "
        "[bold]events[/bold], [bold]measure[/bold] the balance, write the [bold]brief[/bold]."
    ),
    epilog="Exit codes: 0 done, 1 some inputs failed (each named on stderr), 2 wrong use.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("demo")(demo.demo)
app.command("init")(init.init)
app.command("add")(add.add)
app.command("extract")(extract.extract)
app.command("events")(events.events)
app.add_typer(measure.app, name="measure")
app.add_typer(datasets.app, name="datasets")
app.command("brief")(brief.brief)
app.command("lint")(lint.lint)
app.command("serve")(serve.serve)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"quietsignal {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[  # noqa: ARG001 - its callback has answered before
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="The version, and exit."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no notes; failures still show.")
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show where an internal error came from.")
    ] = False,
) -> None:
    """Take the options that stand before the command."""
    state.quiet = quiet
    state.traceback = traceback
