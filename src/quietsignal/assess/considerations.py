"""Considerations: what in the ledger speaks for reading an event as a shift, and what against.

Each rule looks at one thing and names the events that it rests on. The list weighs nothing; it
shows both sides so that a reader can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quietsignal.actors import PartnerGroup
from quietsignal.measure import event_depth
from quietsignal.records import Event, EventType, Status
from quietsignal.signals import Novelty, domain

__all__ = ["YEARS_BACK", "Consideration", "Kind", "Side", "considerations"]

YEARS_BACK = 5


class Side(StrEnum):
    """The reading that a consideration favours."""

    SHIFT = "shift"
    ORDINARY = "ordinary"


class Kind(StrEnum):
    """What a consideration looks at."""

    FIRST = "first of its kind"
    RUN = "a run of deep events"
    OTHER_SUSPENDED = "cooperation with another partner suspended"
    KIN = "similar events before"
    EARLIER = "events of the kind before"
    OTHER_PARTNERS = "the same with other partners"
    OTHER_DEALS = "deep events with other partners"


@dataclass(frozen=True, slots=True)
class Consideration:
    """One thing that favours a reading, with its events."""

    side: Side
    kind: Kind
    events: tuple[Event, ...]


def considerations(
    found: Novelty,
    events: Sequence[Event],
    *,
    pair: tuple[str, str],
    groups: Sequence[PartnerGroup],
    as_of: date,
) -> tuple[Consideration, ...]:
    """What favours either reading of the event, in a fixed order; empty ones are left out."""
    focus, partner = pair
    recent = [other for other in events if _within(other, as_of) and other.id != found.event.id]
    own = next((group for group in groups if group.contains(partner, as_of)), None)
    outside = [other for other in recent if _outside(other, focus, partner, own, as_of)]
    happened = [other for other in outside if other.status.happened]
    kind = found.event.type
    rules = (
        (Side.SHIFT, Kind.FIRST, (found.event,) if found.first else ()),
        (Side.SHIFT, Kind.RUN, _deep(other for other in recent if _of_tie(other, pair))),
        (Side.SHIFT, Kind.OTHER_SUSPENDED, _broken(outside)),
        (Side.ORDINARY, Kind.EARLIER, found.earlier),
        (Side.ORDINARY, Kind.KIN, found.kin),
        (
            Side.ORDINARY,
            Kind.OTHER_PARTNERS,
            tuple(o for o in happened if o.type is kind and domain(o) == domain(found.event)),
        ),
        (Side.ORDINARY, Kind.OTHER_DEALS, _deep(o for o in happened if o.type is not kind)),
    )
    return tuple(
        Consideration(side, what, found_events)
        for side, what, found_events in rules
        if found_events
    )


def _within(event: Event, as_of: date) -> bool:
    start = date(as_of.year - YEARS_BACK, 1, 1)
    return event.date.possibly_within(start, as_of) and event.date.start is not None


def _of_tie(event: Event, pair: tuple[str, str]) -> bool:
    return set(pair) <= set(event.actors()) and event.status.happened


def _outside(event: Event, focus: str, partner: str, own: PartnerGroup | None, as_of: date) -> bool:
    """Whether the event binds the focus state to partners of other groups only."""
    others = [code for code in event.actors() if code != focus]
    if focus not in event.actors() or not others or partner in others:
        return False
    return own is None or not any(own.contains(code, as_of) for code in others)


def _deep(events: Iterable[Event]) -> tuple[Event, ...]:
    chosen = [event for event in events if event_depth(event) >= 3]
    return tuple(sorted(chosen, key=lambda event: (event.date.start or date.min, event.id)))


def _broken(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(
        event
        for event in events
        if event.type is EventType.SUSPENSION or event.status is Status.CANCELLED
    )
