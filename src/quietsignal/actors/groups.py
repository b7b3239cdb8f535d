"""Partner groups: the named sets of actors that a state's balance is measured against."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quietsignal.actors.codes import ActorCode
from quietsignal.actors.memberships import has_members, members
from quietsignal.actors.registry import actor
from quietsignal.errors import DataError

_ID = re.compile(r"[a-z][a-z0-9_-]*")
_KEYS = ("name", "actors", "expand", "except")


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """A set of actors over time.

    `actors` always belong; the organisations in `expand` belong themselves, and so does whoever
    is their member on the day; `except_` never belongs.
    """

    id: str
    name: str
    actors: tuple[ActorCode, ...]
    expand: tuple[ActorCode, ...] = ()
    except_: tuple[ActorCode, ...] = ()

    def contains(self, code: str, day: date) -> bool:
        """Say whether an actor belongs to the group on a day; an unknown code is an error."""
        found = actor(code).code
        if found in self.except_:
            return False
        if found in self.actors or found in self.expand:
            return True
        return any(found in members(organisation, day) for organisation in self.expand)

    @classmethod
    def from_mapping(cls, id_: str, mapping: Mapping[str, object]) -> "PartnerGroup":
        """Build a group from a table of a project's settings.

        Keys: `name` (text) and the lists of codes `actors`, `expand` and `except`. Raises
        DataError for a wrong key or value, UnknownActor for an unknown code.
        """
        _check_keys(id_, mapping)
        name = mapping.get("name")
        if not isinstance(name, str) or not name.strip():
            raise DataError(f"partner group {id_}: found name = {name!r}, expected a text")
        group = cls(
            id=id_,
            name=name,
            actors=_codes(id_, "actors", mapping),
            expand=_codes(id_, "expand", mapping),
            except_=_codes(id_, "except", mapping),
        )
        _check_members(group)
        return group


# Chosen for the balance that observers of non-aligned states speak of, and open to a project's
# own choice. The West: NATO and the EU as they are on the day, the other states of the Five Eyes,
# and Japan, which acts with the Group of Seven in sanctions and arms policy. South Korea, Israel
# and Switzerland sell arms to all sides without acting as part of it, and are left out; Türkiye
# is in as a member of NATO.
_WEST = PartnerGroup(
    id="west",
    name="the West",
    actors=tuple(map(ActorCode, ("AUS", "CAN", "GBR", "JPN", "NZL", "USA", "AUKUS", "G7", "PFP"))),
    expand=tuple(map(ActorCode, ("NATO", "EU"))),
)
# Belarus is joined to Russia in a union state with a common army group. The other members of the
# CSTO buy and train elsewhere too, so the organisation belongs here and its members do not.
_RUSSIA = PartnerGroup(
    id="russia",
    name="Russia",
    actors=tuple(map(ActorCode, ("RUS", "SUN", "BLR", "CSTO"))),
)
_CHINA = PartnerGroup(id="china", name="China", actors=(ActorCode("CHN"),))


def partner_groups() -> tuple[PartnerGroup, ...]:
    """Give the built-in groups: the West, Russia, China."""
    return (_WEST, _RUSSIA, _CHINA)


def _check_keys(id_: str, mapping: Mapping[str, object]) -> None:
    if not _ID.fullmatch(id_):
        raise DataError(f"partner group {id_!r}: expected an id of a-z, 0-9, - and _")
    wrong = sorted(set(mapping) - set(_KEYS))
    if wrong:
        raise DataError(
            f"partner group {id_}: found the keys {', '.join(wrong)}, "
            f"expected only {', '.join(_KEYS)}"
        )


def _codes(id_: str, key: str, mapping: Mapping[str, object]) -> tuple[ActorCode, ...]:
    found = mapping.get(key, [])
    if not isinstance(found, list | tuple):
        raise DataError(f"partner group {id_}: found {key} = {found!r}, expected a list of codes")
    codes = tuple(actor(str(code)).code for code in found)
    repeated = sorted({code for code in codes if codes.count(code) > 1})
    if repeated:
        raise DataError(f"partner group {id_}: {key} names {', '.join(repeated)} more than once")
    return codes


def _check_members(group: PartnerGroup) -> None:
    if not group.actors and not group.expand:
        raise DataError(f"partner group {group.id}: expected at least one of actors and expand")
    for organisation in group.expand:
        if not has_members(organisation):
            raise DataError(
                f"partner group {group.id}: the members of {organisation} are not recorded, "
                "so it cannot be expanded; name it in actors"
            )
    both = sorted(set(group.actors) & set(group.except_))
    if both:
        raise DataError(f"partner group {group.id}: {', '.join(both)} in both actors and except")
