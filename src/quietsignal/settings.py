"""What a user may set: limits of what is read and fetched, from the environment or a project.

A setting `max_bytes` is read from the environment as QUIETSIGNAL_MAX_BYTES, and from the table
`[settings]` of a project as `max_bytes`; the environment wins. All defaults stand in `Settings`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from quietsignal import __version__
from quietsignal.errors import UsageError

__all__ = ["PREFIX", "Setting", "Settings", "describe_settings", "load_settings"]

PREFIX = "QUIETSIGNAL_"


def _setting(
    default: Any, meaning: str, *, least: float = 0, environment_only: bool = False
) -> Any:
    """A field of `Settings` with its meaning and, for numbers, the least value allowed."""
    metadata = {"meaning": meaning, "least": least, "environment_only": environment_only}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default; `describe_settings` gives the same as a table."""

    max_bytes: int = _setting(
        20_000_000, "largest input in bytes, files and fetched pages", least=1
    )
    max_text_chars: int = _setting(5_000_000, "longest text of a document in characters", least=1)
    parse_seconds: int = _setting(20, "processor time for parsing one document", least=1)
    parse_memory_mb: int = _setting(1_024, "memory for parsing one document, in MB", least=64)
    connect_seconds: float = _setting(10.0, "time to open a connection", least=0.01)
    idle_seconds: float = _setting(15.0, "time without a byte from a server", least=0.01)
    total_seconds: float = _setting(60.0, "time for one attempt, redirects included", least=0.01)
    max_redirects: int = _setting(5, "redirects followed for one address")
    max_ratio: int = _setting(100, "bytes unpacked for a byte received", least=1)
    attempts: int = _setting(3, "attempts for an address that is overloaded or silent", least=1)
    retry_cap_seconds: float = _setting(30.0, "longest wait that a server may ask for")
    host_delay_seconds: float = _setting(1.0, "pause between two requests to one host")
    user_agent: str = _setting(
        f"QuietSignal/{__version__}", "how the program names itself to servers and robots.txt"
    )
    # A project folder comes from other people: it must not open the guard of this machine.
    allow_hosts: tuple[str, ...] = _setting(
        (), "hosts fetched although they are not on the public internet", environment_only=True
    )
    allow_ports: tuple[int, ...] = _setting(
        (), "ports fetched beside 80 and 443", least=1, environment_only=True
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as the reference shows it."""

    name: str
    variable: str
    default: object
    meaning: str
    environment_only: bool


def describe_settings() -> tuple[Setting, ...]:
    """All settings in order, with their environment variables, defaults and meanings."""
    return tuple(
        Setting(
            name=entry.name,
            variable=_variable(entry.name),
            default=entry.default,
            meaning=entry.metadata["meaning"],
            environment_only=entry.metadata["environment_only"],
        )
        for entry in fields(Settings)
    )


def load_settings(
    table: Mapping[str, Any] | None = None, *, environment: Mapping[str, str] | None = None
) -> Settings:
    """The settings of a project's table and of the environment, over the defaults.

    Raises `UsageError` for an unknown name, a value of the wrong type or below its least, and for
    a table that holds what only the environment may set.
    """
    values = _from_table(table or {})
    values.update(_from_environment(os.environ if environment is None else environment))
    return Settings(**values)


def _variable(name: str) -> str:
    return PREFIX + name.upper()


def _from_table(table: Mapping[str, Any]) -> dict[str, Any]:
    known = {setting.name: setting for setting in describe_settings()}
    values = {}
    for name, value in table.items():
        label = f"[settings] {name}"
        if name not in known:
            raise UsageError(f"{label}: no such setting, expected one of {', '.join(known)}")
        if known[name].environment_only:
            raise UsageError(
                f"{label}: found in a project, expected only in the environment as "
                f"{known[name].variable}"
            )
        values[name] = _checked(value, label=label, name=name)
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    known = {setting.variable: setting.name for setting in describe_settings()}
    values = {}
    for variable in sorted(key for key in environment if key.startswith(PREFIX)):
        if variable not in known:
            raise UsageError(f"{variable}: no such setting, expected one of {', '.join(known)}")
        name = known[variable]
        read = _read(environment[variable], label=variable, name=name)
        values[name] = _checked(read, label=variable, name=name)
    return values


def _kind(name: str) -> str:
    """The type of a setting as it is written in the class."""
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        return "numbers" if name == "allow_ports" else "words"
    return type(default).__name__


_KIND_WORDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "words": "words separated by commas",
    "numbers": "whole numbers separated by commas",
}


def _read(text: str, *, label: str, name: str) -> Any:
    """The value that the text of an environment variable stands for."""
    kind = _kind(name)
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    try:
        if kind == "numbers":
            return tuple(int(part) for part in parts)
        if kind == "words":
            return parts
        return {"int": int, "float": float, "str": str}[kind](text)
    except ValueError:
        raise UsageError(f"{label}: found {text!r}, expected {_KIND_WORDS[kind]}") from None


def _checked(value: Any, *, label: str, name: str) -> Any:
    """The value, when it has the type of the setting and is not below its least."""
    kind = _kind(name)
    if kind == "float" and type(value) is int:
        value = float(value)
    items = value if isinstance(value, tuple) else (value,)
    wanted = {"int": int, "float": float, "numbers": int}.get(kind, str)
    if not all(type(item) is wanted for item in items):
        raise UsageError(f"{label}: found {value!r}, expected {_KIND_WORDS[kind]}")
    if wanted is str:
        return _printable(label, value)
    least = next(entry.metadata["least"] for entry in fields(Settings) if entry.name == name)
    if not all(least <= item < float("inf") for item in items):
        raise UsageError(f"{label}: found {value!r}, expected {_KIND_WORDS[kind]} from {least} up")
    return value


def _printable(label: str, value: Any) -> Any:
    """The text, when it is of printable ASCII: a line break in it could forge a header."""
    items = value if isinstance(value, tuple) else (value,)
    if not all(item.strip() and item.isascii() and item.isprintable() for item in items):
        raise UsageError(f"{label}: found {value!r}, expected printable ASCII characters")
    return value
