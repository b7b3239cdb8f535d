"""`quietsignal init`: a new project."""

from pathlib import Path
from typing import Annotated

import typer

from quietsignal.cli.output import note

__all__ = ["init"]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="STATE", help="The state to follow: SRB or Serbia."),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="The project's name.")] = None,
) -> None:
    """Make a new project: one folder with settings, ledger, captures, lake and briefs.

    The settings stand in DIR/project.toml: partner groups, weights, first year, marking. Change
    them with a text editor. The folder is the whole project; copy it and it opens elsewhere.

    Example:  quietsignal init kenya --focus Kenya
    """
    from quietsignal.actors import find_actor
    from quietsignal.project import Project, default_config

    state = find_actor(focus) if focus else None
    title = name or (state.name if state else folder.resolve().name)
    project = Project.create(folder, default_config(title, state.code if state else None))
    note(
        f"{project.folder}: a project, {title}.\n"
        f"Add documents:  quietsignal add ARTICLE.txt FOLDER https://... --project {folder}"
    )
