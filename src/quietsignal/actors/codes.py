"""What an actor is: a state or an organisation, with its codes and its dates of existence."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

ActorCode = NewType("ActorCode", str)
"""An ISO 3166-1 alpha-3 code (XKX for Kosovo) or the abbreviation of an organisation.

Made by `actor()` and `find_actor()`, which check it; RVN (South Vietnam), YAR (North Yemen) and
ZAN (Zanzibar) follow the Correlates of War, because ISO never had a code for them.
"""


class ActorKind(Enum):
    """Whether an actor is a state or an organisation of states."""

    STATE = "state"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Actor:
    """One state or organisation.

    `from_` and `until` are the first and the last day of its existence; None is "before the
    records begin (1816)" and "still there". `cow` and `gw` are the codes of the Correlates of War
    and of Gleditsch and Ward, the one in use today first. `successors` are the states among which
    an ended state was divided; a secession from a state that lives on is not listed.
    """

    code: ActorCode
    kind: ActorKind
    name: str
    from_: date | None
    until: date | None
    iso2: str | None
    iso_numeric: int | None
    cow: tuple[int, ...]
    gw: tuple[int, ...]
    successors: tuple[ActorCode, ...]
    predecessors: tuple[ActorCode, ...]

    def exists_on(self, day: date) -> bool:
        """Say whether the actor exists on a day, its first and last day included."""
        return within(day, (self.from_, self.until))


def within(day: date, span: tuple[date | None, date | None]) -> bool:
    """Say whether a day lies in a span, its first and last day included; None is an open end."""
    first, last = span
    return (first is None or first <= day) and (last is None or day <= last)
