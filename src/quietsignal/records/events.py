"""Judgements, proposals and events: what people and rules say of claims, and what follows."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quietsignal.records.claims import Claim, Pairs, Roles
from quietsignal.records.dates import ImpreciseDate
from quietsignal.records.ids import ClaimId, EventId, JudgementId
from quietsignal.records.ontology import EventType, Rail, Status, type_entry

__all__ = ["Conflict", "Event", "FieldValue", "Judgement", "Proposal", "Verdict"]


class Verdict(StrEnum):
    """A person's decision on a claim, or on a pair of claims."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNSURE = "unsure"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision with author, time and reason; appended, never changed.

    `claims` holds one claim, or the pair for `same` and `different`.
    """

    id: JudgementId
    verdict: Verdict
    claims: tuple[ClaimId, ...]
    author: str
    made_at: dt.datetime
    reason: str = ""
    correction: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule's suggestion that two claims tell one event, with its score and reasons."""

    left: ClaimId
    right: ClaimId
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One value of a field of an event, with the claims that state it."""

    value: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which the claims of an event disagree; the value shown comes first."""

    field: str
    values: tuple[FieldValue, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The claims that tell one real-world thing, with the values that are shown for it.

    Computed from claims, judgements and proposals; `claims` are ordered so that the one whose
    values are shown comes first. `first_known` is the first day on which a source told it.
    """

    id: EventId
    type: EventType
    roles: Roles
    date: ImpreciseDate
    status: Status
    claims: tuple[Claim, ...]
    name: str | None = None
    item: str | None = None
    quantity: float | None = None
    place: str | None = None
    details: Pairs = ()
    stages: Pairs = ()
    conflicts: tuple[Conflict, ...] = ()
    first_known: dt.date | None = None
    independent_sources: int = 1

    def actors(self, role: str | None = None) -> tuple[str, ...]:
        """The actors in that role, or in any role, each once."""
        chosen = (codes for name, codes in self.roles if role is None or name == role)
        return tuple(dict.fromkeys(code for codes in chosen for code in codes))

    def detail(self, key: str) -> str | None:
        """The value of that extra key, or None."""
        return dict(self.details).get(key)

    @property
    def rail(self) -> Rail:
        """The side of a tie on which the event counts."""
        return type_entry(self.type).rail

    @property
    def label(self) -> str:
        """A short title in words: the name or item where there is one, else the type's label."""
        return self.name or self.item or type_entry(self.type).label
