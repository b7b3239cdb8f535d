"""A project: one folder with its settings, ledger, captures, lake and briefs.

The folder is the project. Copy it, zip it, put it under version control: it opens elsewhere as it
was.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quietsignal.actors import ActorKind, PartnerGroup, actor, find_actor, partner_groups
from quietsignal.collect import Archive
from quietsignal.datasets import Lake
from quietsignal.errors import ProjectError, QuietSignalError
from quietsignal.ledger import Ledger
from quietsignal.records import EventType
from quietsignal.settings import Settings, load_settings

__all__ = ["MARKINGS", "Project", "ProjectConfig", "default_config"]

CONFIG = "project.toml"
DEFAULT_FIRST_YEAR = 2000
DEFAULT_MIN_CONFIDENCE = 0.6  # see docs/methods/extraction.md for how often such claims are right
MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")  # TLP 2.0
_KEYS = {"name", "focus", "first_year", "marking", "language", "seed", "min_confidence"}
_TABLES = {"project", "groups", "weights", "settings"}


@dataclass(frozen=True, slots=True)
class ProjectConfig:
    """What `project.toml` says: focus states, partner groups, weights, marking, seed."""

    name: str
    focus: tuple[str, ...]
    first_year: int
    marking: str
    language: str
    seed: int
    min_confidence: float
    groups: tuple[PartnerGroup, ...]
    weights: Mapping[str, float]
    settings: Settings

    @classmethod
    def read(cls, path: Path) -> "ProjectConfig":
        """The settings in a `project.toml`.

        Raises `ProjectError` naming the file, the key, what was found and what was expected.
        """
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            return cls._from_table(table)
        except FileNotFoundError:
            raise ProjectError(
                f"{path.parent}: found no {CONFIG}, expected a project folder; "
                "make one with: quietsignal init DIR"
            ) from None
        except OSError as error:
            raise ProjectError(f"{path}: cannot be read: {error.strerror}") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ProjectError(f"{path}: not valid TOML: {error}") from None
        except QuietSignalError as error:
            raise ProjectError(f"{path}: {error}") from None

    @classmethod
    def _from_table(cls, table: Mapping[str, Any]) -> "ProjectConfig":
        _known("table", set(table), _TABLES)
        project = table.get("project", {})
        _known("project", set(project), _KEYS)
        groups = tuple(
            PartnerGroup.from_mapping(key, entry) for key, entry in table.get("groups", {}).items()
        )
        return cls(
            name=_text(project, "name", "Unnamed project"),
            focus=tuple(actor(code).code for code in project.get("focus", [])),
            first_year=_whole(project, "first_year", DEFAULT_FIRST_YEAR),
            marking=_choice(project, "marking", MARKINGS),
            language=_choice(project, "language", ("en",)),
            seed=_whole(project, "seed", 1),
            min_confidence=_share(project, "min_confidence", DEFAULT_MIN_CONFIDENCE),
            groups=groups or partner_groups(),
            weights=_weights(table.get("weights", {})),
            settings=load_settings(table.get("settings", {})),
        )


@dataclass(frozen=True, slots=True)
class Project:
    """An existing project folder."""

    folder: Path
    config: ProjectConfig

    @classmethod
    def open(cls, folder: Path) -> "Project":
        """The project in that folder; raises `ProjectError` when it is none."""
        if not folder.is_dir():
            found = "a file" if folder.exists() else "nothing"
            raise ProjectError(f"{folder}: found {found}, expected a project folder")
        config = ProjectConfig.read(folder / CONFIG)
        if not (folder / "ledger.db").exists():
            raise ProjectError(f"{folder}: found no ledger.db, expected the project's ledger")
        return cls(folder, config)

    @classmethod
    def create(cls, folder: Path, config: str) -> "Project":
        """A new project with that text as its settings.

        Raises `ProjectError` when the folder holds something already or cannot be written.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ProjectError(f"{folder}: found something there, expected a new or empty folder")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in ("captures", "lake", "briefs"):
                (folder / name).mkdir()
            Ledger.create(folder / "ledger.db").close()
            # The settings come last: without them the folder is no project, so that a run which
            # was stopped half-way is seen as such.
            (folder / CONFIG).write_text(config, encoding="utf-8")
        except OSError as error:
            raise ProjectError(f"{folder}: cannot be written: {error.strerror}") from None
        return cls.open(folder)

    @contextmanager
    def ledger(self, *, read_only: bool = False) -> Iterator[Ledger]:
        """The project's ledger, open for the time of the block."""
        with Ledger.open(self.folder / "ledger.db", read_only=read_only) as ledger:
            yield ledger

    @property
    def writable(self) -> bool:
        """Whether this user may change the project; what may only be read can still be shown."""
        return os.access(self.folder, os.W_OK) and os.access(self.folder / "ledger.db", os.W_OK)

    @property
    def archive(self) -> Archive:
        """The project's captures."""
        return Archive(self.folder / "captures")

    @property
    def lake(self) -> Lake:
        """The project's editions of data sets."""
        return Lake(self.folder / "lake")

    @property
    def policy(self) -> Path:
        """Where the declared policy of the project stands, if it has one."""
        return self.folder / "policy.toml"


def default_config(name: str, focus: str | None) -> str:
    """The text of a `project.toml`, with the built-in partner groups spelled out.

    Raises `ProjectError` when the focus is an organisation, `UnknownActor` when it is nobody.
    """
    focused = ""
    if focus is not None:
        state = find_actor(focus)
        if state.kind is not ActorKind.STATE:
            raise ProjectError(f"focus: found {state.name}, an organisation; expected a state")
        focused = _quoted(state.code)
    lines = [
        "# What this project follows; quietsignal reads it at every start.",
        "[project]",
        f"name = {_quoted(name)}",
        f"focus = [{focused}]  # states that the project follows, as ISO 3166-1 alpha-3",
        f"first_year = {DEFAULT_FIRST_YEAR}  # where measures by year begin",
        f'marking = "{MARKINGS[0]}"  # one of {", ".join(MARKINGS)}',
        "seed = 1  # makes simulated intervals repeatable",
        f"min_confidence = {DEFAULT_MIN_CONFIDENCE}  # what was read by machine counts from here up",
        "",
        "# Whom the balance is measured against. `expand` names organisations whose members on",
        "# the day belong to the group.",
    ]
    for group in partner_groups():
        lines += [
            f"[groups.{group.id}]",
            f"name = {_quoted(group.name)}",
            f"actors = [{', '.join(map(_quoted, group.actors))}]",
            f"expand = [{', '.join(map(_quoted, group.expand))}]",
            "",
        ]
    lines += [
        "# Weights of event types in the balance; those not named keep their default.",
        "[weights]",
        "# exercise = 3.0",
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _known(where: str, found: set[str], expected: set[str]) -> None:
    strange = sorted(found - expected)
    if strange:
        names = ", ".join(sorted(expected))
        raise ProjectError(f"{where}: found {strange[0]!r}, expected one of {names}")


def _text(table: Mapping[str, Any], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise ProjectError(f"{key}: found {value!r}, expected text")
    return value


def _whole(table: Mapping[str, Any], key: str, default: int) -> int:
    value = table.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ProjectError(f"{key}: found {value!r}, expected a whole number")
    return value


def _share(table: Mapping[str, Any], key: str, default: float) -> float:
    value = table.get(key, default)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ProjectError(f"{key}: found {value!r}, expected a number from 0 to 1")
    return float(value)


def _choice(table: Mapping[str, Any], key: str, choices: tuple[str, ...]) -> str:
    value = table.get(key, choices[0])
    if value not in choices:
        raise ProjectError(f"{key}: found {value!r}, expected one of {', '.join(choices)}")
    return str(value)


def _weights(table: Mapping[str, Any]) -> dict[str, float]:
    _known("weights", set(table), {kind.value for kind in EventType})
    for key, value in table.items():
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 1e6:
            raise ProjectError(f"weights, {key}: found {value!r}, expected a number from 0 up")
    return {key: float(value) for key, value in table.items()}
