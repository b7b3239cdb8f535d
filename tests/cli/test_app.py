"""The list of commands, as DESIGN fixes their names."""

from quietsignal.cli.app import app

COMMANDS = {"demo", "init", "add", "extract", "events", "brief", "lint", "serve"}
GROUPS = {"measure": {"balance", "depth", "suppliers"}, "datasets": {"list", "load"}}


def test_the_commands_have_their_fixed_names() -> None:
    """Other tools call them by these names."""
    assert {command.name for command in app.registered_commands} == COMMANDS
    groups = {
        group.name: {command.name for command in group.typer_instance.registered_commands}
        for group in app.registered_groups
    }
    assert groups == GROUPS
