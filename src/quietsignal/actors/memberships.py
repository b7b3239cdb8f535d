"""Who belonged to which organisation, and when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from quietsignal.actors.codes import ActorCode, ActorKind, within
from quietsignal.actors.registry import actor
from quietsignal.actors.tables import read_day, read_table
from quietsignal.errors import DataError

_COLUMNS = ("organisation", "member", "from", "until", "note")


@dataclass(frozen=True, slots=True)
class Membership:
    """One spell of a state in an organisation, from its first to its last day.

    A suspended member stays a member; the note tells of the suspension. Where a successor took
    over a seat, or a territory became independent, the spell begins with the state.
    """

    organisation: ActorCode
    member: ActorCode
    from_: date
    until: date | None
    note: str


@cache
def memberships() -> tuple[Membership, ...]:
    """Give every recorded spell, by organisation, member and first day."""
    return tuple(
        Membership(
            organisation=ActorCode(row["organisation"]),
            member=ActorCode(row["member"]),
            from_=date.fromisoformat(row["from"]),
            until=read_day(row["until"]),
            note=row["note"],
        )
        for row in read_table("memberships.csv", _COLUMNS)
    )


def members(organisation: str, day: date) -> frozenset[ActorCode]:
    """Give the members of an organisation on a day.

    Raises UnknownActor for an unknown code and DataError where no membership is recorded:
    unknown is not empty.
    """
    return frozenset(s.member for s in _spells(organisation) if within(day, (s.from_, s.until)))


def organisations_of(code: str, day: date) -> frozenset[ActorCode]:
    """Give the organisations, among those with recorded members, that a state is in on a day."""
    member = actor(code).code
    return frozenset(
        s.organisation
        for s in memberships()
        if s.member == member and within(day, (s.from_, s.until))
    )


def has_members(organisation: str) -> bool:
    """Say whether the members of an organisation are recorded."""
    return organisation in _by_organisation()


def _spells(organisation: str) -> tuple[Membership, ...]:
    found = actor(organisation)
    if has_members(organisation):
        return _by_organisation()[organisation]
    what = "is a state" if found.kind is ActorKind.STATE else "has no recorded members"
    recorded = ", ".join(_by_organisation())
    raise DataError(f"{organisation} ({found.name}) {what}; members are recorded for: {recorded}")


@cache
def _by_organisation() -> dict[str, tuple[Membership, ...]]:
    groups: dict[str, list[Membership]] = defaultdict(list)
    for spell in memberships():
        groups[spell.organisation].append(spell)
    return {organisation: tuple(spells) for organisation, spells in groups.items()}
