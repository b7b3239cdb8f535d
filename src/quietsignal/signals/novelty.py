"""Novelty: whether an event is the first of its kind in a tie, and in what scope that holds.

"First" is a statement about the ledger and its coverage, never about the world: it stands with
the years and languages that were searched.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quietsignal.records import Claim, Coverage, Event

__all__ = ["Novelty", "domain", "novelty"]

MILITARY = "military"


@dataclass(frozen=True, slots=True)
class Novelty:
    """What precedes an event in its tie.

    `earlier` are events of the same type, pair and domain that ended, or are known to have begun,
    before it; one that overlaps it in time may be the same, and one without a date is neither;
    `kin` are those of the same type and pair in another domain (a police drill before an army's);
    `claimed` are the claims whose source itself calls it a first; `coverage` are the records of
    search that bear on it.
    """

    event: Event
    earlier: tuple[Event, ...]
    kin: tuple[Event, ...]
    claimed: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]

    @property
    def first(self) -> bool:
        """Whether nothing of the kind precedes the event in the ledger."""
        return not self.earlier


def novelty(
    event: Event,
    events: Iterable[Event],
    *,
    pair: tuple[str, str],
    coverage: Iterable[Coverage] = (),
) -> Novelty:
    """What precedes the event between the two actors, among the events given."""
    before = [other for other in events if _precedes(other, event, pair)]
    same = tuple(other for other in before if domain(other) == domain(event))
    kin = tuple(other for other in before if domain(other) != domain(event))
    claimed = tuple(claim for claim in event.claims if claim.detail("first") == "yes")
    return Novelty(event, same, kin, claimed, tuple(coverage))


def domain(event: Event) -> str:
    """The domain of an event: military unless its claims say otherwise (police)."""
    return event.detail("domain") or MILITARY


def _precedes(other: Event, event: Event, pair: tuple[str, str]) -> bool:
    if other.id == event.id or other.type != event.type or not other.status.happened:
        return False
    if not set(pair) <= set(other.actors()):
        return False
    start = event.date.start or event.date.end or event.first_known or date.max
    if other.date.end is not None:
        return other.date.end < start  # one that may be of the same days may be the same event
    return other.date.start is not None and other.date.start < start
