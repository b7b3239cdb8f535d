"""States and organisations in time: their codes, names, members, neighbours and groups."""

from quietsignal.actors.borders import neighbours
from quietsignal.actors.codes import Actor, ActorCode, ActorKind
from quietsignal.actors.find import find_actor
from quietsignal.actors.groups import PartnerGroup, partner_groups
from quietsignal.actors.memberships import Membership, members, memberships, organisations_of
from quietsignal.actors.names import NameEntry, NameKind, masks, names
from quietsignal.actors.registry import actor, all_actors, exists_on, numbered_state

__all__ = [
    "Actor",
    "ActorCode",
    "ActorKind",
    "Membership",
    "NameEntry",
    "NameKind",
    "PartnerGroup",
    "actor",
    "all_actors",
    "exists_on",
    "find_actor",
    "masks",
    "members",
    "memberships",
    "names",
    "neighbours",
    "numbered_state",
    "organisations_of",
    "partner_groups",
]
