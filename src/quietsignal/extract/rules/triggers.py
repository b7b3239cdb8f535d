"""Triggers: the words that may tell an event, read from `data/triggers.toml`.

A trigger has a type and a sense, `needs` (groups of words of which the sentence must hold one),
`blocks` (groups that must not stand near) and what it tells beside the type (`attrs`).
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from quietsignal.extract.rules.inflect import expand
from quietsignal.extract.rules.phrases import PhraseIndex
from quietsignal.extract.rules.tokens import Token
from quietsignal.records import EventType

__all__ = ["NAMED_EXERCISE", "Found", "Trigger", "find_triggers"]


class Trigger(NamedTuple):
    """One entry of the table."""

    type: EventType
    sense: str
    needs: tuple[str, ...]
    blocks: tuple[str, ...]
    attrs: tuple[tuple[str, str], ...]

    def attr(self, key: str) -> str | None:
        """What the trigger tells under that key."""
        return dict(self.attrs).get(key)


class Found(NamedTuple):
    """A trigger at tokens first..last (last excluded) of its sentence."""

    trigger: Trigger
    first: int
    last: int


NAMED_EXERCISE = Trigger(EventType.EXERCISE, "name", (), (), ())  # a known name stands for it


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("data/triggers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _triggers() -> PhraseIndex[Trigger | None]:
    """The phrases of the triggers, and the idioms that hide one (with None)."""
    phrases: list[tuple[str, Trigger | None]] = []
    for row in _table()["trigger"]:
        trigger = _trigger(row)
        phrases += [(phrase, trigger) for pattern in row["phrases"] for phrase in expand(pattern)]
    phrases += [(phrase, None) for pattern in _table()["idioms"] for phrase in expand(pattern)]
    return PhraseIndex(phrases)


@cache
def _groups() -> PhraseIndex[str]:
    return PhraseIndex(
        (phrase, name)
        for name, patterns in _table()["groups"].items()
        for pattern in patterns
        for phrase in expand(pattern)
    )


def _trigger(row: dict[str, Any]) -> Trigger:
    return Trigger(
        type=EventType(row["type"]),
        sense=row["sense"],
        needs=tuple(row.get("needs", ())),
        blocks=tuple(row.get("blocks", ())),
        attrs=tuple(sorted(row.get("attrs", {}).items())),
    )


def find_triggers(tokens: Sequence[Token]) -> tuple[list[Found], dict[str, list[int]]]:
    """The triggers in the tokens, and the positions of the words of each group."""
    found = [
        Found(hit.value, hit.first, hit.last)
        for hit in _triggers().find_all(tokens)
        if hit.value is not None
    ]
    groups: dict[str, list[int]] = {}
    for hit in _groups().find_all(tokens):
        groups.setdefault(hit.value, []).append(hit.first)
    return found, groups
