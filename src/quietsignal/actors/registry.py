"""All actors by code: looking one up, and saying when it existed."""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Literal

from quietsignal.actors.codes import Actor, ActorCode, ActorKind
from quietsignal.actors.tables import Row, read_day, read_table
from quietsignal.errors import UnknownActor

_COLUMNS = (
    "code", "kind", "name", "from", "until", "iso2", "iso_numeric", "cow", "gw", "successors",
)  # fmt: skip

Scheme = Literal["cow", "gw"]


def actor(code: str) -> Actor:
    """Give the actor of exactly this code, or raise UnknownActor with the nearest ones."""
    found = _by_code().get(code)
    if found is None:
        raise unknown_actor(code)
    return found


def all_actors() -> tuple[Actor, ...]:
    """Give every actor: states first, then organisations, each by code."""
    return tuple(_by_code().values())


def exists_on(code: str, day: date) -> bool:
    """Say whether the actor of this code exists on a day."""
    return actor(code).exists_on(day)


def numbered_state(scheme: Scheme, number: int, *, day: date | None = None) -> Actor:
    """Give the state of a COW or Gleditsch-Ward number on a day, or its last holder.

    The numbers outlive states: COW 345 is Yugoslavia, then Serbia and Montenegro, then Serbia.
    A day on which no holder of the number existed raises UnknownActor.
    """
    holders = _by_number()[scheme].get(number, ())
    if day is None and holders:
        return holders[-1]
    for holder in holders:
        if day is not None and holder.exists_on(day):
            return holder
    held = ", ".join(f"{h.code} from {h.from_} until {h.until}" for h in holders)
    when = f" on {day}" if day else ""
    raise UnknownActor(f"no state has the {scheme} number {number}{when}; known: {held or 'none'}")


def unknown_actor(text: str) -> UnknownActor:
    """Build the error for a text that is no actor, naming the nearest codes and names."""
    return UnknownActor(
        f"unknown actor {text!r}: expected a code such as SRB or NATO, or an English name; "
        f"nearest: {', '.join(_nearest(text)) or 'none'}"
    )


def _nearest(text: str) -> list[str]:
    # Here, because only an error needs it, and importing must stay quick.
    from difflib import get_close_matches  # noqa: PLC0415

    shown = {label: f"{a.code} ({a.name})" for a in all_actors() for label in (a.code, a.name)}
    folded = {label.casefold(): what for label, what in shown.items()}
    close = get_close_matches(text.casefold(), folded, n=6, cutoff=0.6)
    return list(dict.fromkeys(folded[label] for label in close))[:3]


@cache
def _by_code() -> dict[str, Actor]:
    rows = list(read_table("actors.csv", _COLUMNS))
    predecessors: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for successor in row["successors"].split():
            predecessors[successor].append(row["code"])
    return {row["code"]: _from_row(row, predecessors[row["code"]]) for row in rows}


@cache
def _by_number() -> dict[Scheme, dict[int, tuple[Actor, ...]]]:
    """Index the states by number, the earliest holder first."""
    index: dict[Scheme, dict[int, tuple[Actor, ...]]] = {"cow": {}, "gw": {}}
    for state in sorted(all_actors(), key=lambda a: a.until or date.max):
        for number in state.cow:
            index["cow"][number] = (*index["cow"].get(number, ()), state)
        for number in state.gw:
            index["gw"][number] = (*index["gw"].get(number, ()), state)
    return index


def _from_row(row: Row, predecessors: list[str]) -> Actor:
    return Actor(
        code=ActorCode(row["code"]),
        kind=ActorKind(row["kind"]),
        name=row["name"],
        from_=read_day(row["from"]),
        until=read_day(row["until"]),
        iso2=row["iso2"] or None,
        iso_numeric=int(row["iso_numeric"]) if row["iso_numeric"] else None,
        cow=tuple(map(int, row["cow"].split())),
        gw=tuple(map(int, row["gw"].split())),
        successors=tuple(map(ActorCode, row["successors"].split())),
        predecessors=tuple(map(ActorCode, predecessors)),
    )
