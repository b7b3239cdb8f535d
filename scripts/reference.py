"""Writes docs/reference/cli.md and settings.md from the program itself; --check only compares."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from quietsignal.cli.app import app
from quietsignal.settings import describe_settings

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTE = "<!-- Written by `make reference`; change the code, not this page. -->\n"


def commands(command: Any, name: str = "quietsignal") -> Iterator[tuple[str, Any]]:
    """Every command below a Typer command, with its full name, groups before their members."""
    yield name, command
    for child_name, child in getattr(command, "commands", {}).items():
        if not child.hidden:
            yield from commands(child, f"{name} {child_name}")


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _usage(command: Any) -> Iterator[str]:
    """What must follow the name of a command: its member, arguments and required options."""
    if getattr(command, "commands", None):
        yield "COMMAND"
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            name = (parameter.metavar or parameter.name.upper()).strip("[] ")
            yield name if parameter.required else f"[{name}]"
        elif parameter.required:
            yield f"{parameter.opts[0]} {_value(parameter)}"


def _value(parameter: Any) -> str:
    return parameter.metavar or ("" if parameter.is_flag else "TEXT")


def _options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.param_type_name == "option" and not parameter.hidden:
            names = ", ".join((*parameter.opts, *parameter.secondary_opts))
            shown = _plain(f"{names} {_value(parameter)}").strip()
            yield f"| `{shown}` | {_plain(parameter.help)} |"


def _help(text: str) -> Iterator[str]:
    """The paragraphs of a command's help, its examples in one fence at the end."""
    examples = []
    for paragraph in text.strip().split("\n\n"):
        rest = re.sub(r"^\s*Examples?:", "", paragraph)
        if rest != paragraph or examples:
            examples += [line.strip() for line in rest.splitlines() if line.strip()]
        else:
            yield from (_plain(paragraph), "")
    if examples:
        yield from ("```sh", *examples, "```", "")


def _section(name: str, command: Any) -> str:
    usage = " ".join([name, *_usage(command)])
    lines = [f"## {name}", "", "```text", usage, "```", "", *_help(command.help or "")]
    options = list(_options(command))
    if options:
        lines += ["| option | meaning |", "| --- | --- |", *options, ""]
    return "\n".join(lines)


def command_page() -> str:
    """The page of all commands, in the order in which `--help` lists them."""
    sections = [
        _section(name, command)
        for name, command in commands(typer.main.get_command(app))
        if " " in name
    ]
    head = (
        f"# The command line\n\n{NOTE}\n"
        "Exit codes: 0 done, 1 some inputs failed (each is named on stderr), 2 wrong use.\n"
    )
    return "\n".join([head, *sections])


def settings_page() -> str:
    """The page of all settings, with their defaults."""
    rows = [
        f"| `{setting.name}` | `{setting.variable}` | {_shown(setting.default)} "
        f"| {_plain(setting.meaning)}{'; environment only' if setting.environment_only else ''} |"
        for setting in describe_settings()
    ]
    head = (
        f"# Settings\n\n{NOTE}\n"
        "A setting stands in the environment, or in the table `[settings]` of `project.toml`; "
        "the environment wins.\n\n"
        "| name | environment | default | meaning |\n| --- | --- | --- | --- |\n"
    )
    return head + "\n".join(rows) + "\n"


def _shown(default: object) -> str:
    text = ",".join(map(str, default)) if isinstance(default, tuple) else str(default)
    return f"`{text}`" if text else "none"


def main() -> int:
    """Write the pages, or with --check name those that are not up to date."""
    stale = []
    for path, text in (
        (REFERENCE / "cli.md", command_page()),
        (REFERENCE / "settings.md", settings_page()),
    ):
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.stdout.write(f"docs/reference: {', '.join(stale)} not up to date: make reference\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
