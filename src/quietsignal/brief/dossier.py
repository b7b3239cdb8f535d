"""The dossier: everything that a brief may speak of, as it was known on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from quietsignal.actors import Actor, PartnerGroup
from quietsignal.assess import Commitment
from quietsignal.records import Claim, Coverage, Document, DocumentId, Event, Source

__all__ = ["ArmsRegister", "Dossier"]

WINDOW = 5


@dataclass(frozen=True, slots=True)
class ArmsRegister:
    """Deliveries to the focus state as one edition of the register has them."""

    edition: date
    layout: str
    deliveries: pl.DataFrame
    credit: str

    @property
    def window(self) -> tuple[int, int]:
        """The years that SIPRI itself reports for a release: the five before it."""
        return self.edition.year - WINDOW, self.edition.year - 1


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the ledger and the lake hold on a state and a partner by a day.

    `lead` is the event that the brief starts from; `left_out` are events read by machine with too
    little confidence to count before a person has looked at them. `registers` are the editions of
    the arms register that were out, oldest first. `commitment_claims` gives for each commitment
    the claims that cite it. `seed` makes the simulated intervals repeatable.
    """

    focus: Actor
    partner: Actor
    as_of: date
    groups: tuple[PartnerGroup, ...]
    weights: Mapping[str, float]
    events: tuple[Event, ...]
    left_out: tuple[Event, ...]
    lead: Event | None
    documents: Mapping[DocumentId, Document]
    sources: Mapping[str, Source]
    coverage: tuple[Coverage, ...]
    commitments: tuple[Commitment, ...]
    commitment_claims: Mapping[str, tuple[Claim, ...]]
    registers: tuple[ArmsRegister, ...]
    first_year: int
    seed: int

    @property
    def pair(self) -> tuple[str, str]:
        """The codes of the focus state and the partner."""
        return self.focus.code, self.partner.code

    def tie(self) -> tuple[Event, ...]:
        """The events of the two actors."""
        return tuple(event for event in self.events if set(self.pair) <= set(event.actors()))

    def event(self, event_id: str) -> Event:
        """The event of that id."""
        return next(event for event in self.events if event.id == event_id)

    def group_of(self, code: str) -> PartnerGroup | None:
        """The partner group that the actor belongs to on the day of the brief."""
        return next((group for group in self.groups if group.contains(code, self.as_of)), None)
