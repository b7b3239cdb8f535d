"""Which of the values that claims give for one field is shown, and which stand beside it.

The rule, first to last: a person's judgement (a corrected field, then an accepted claim; one that
a person is unsure of comes last), the grade of the source (A to E, then F), the number of
independent sources that state the value, the day of the latest of them, the smallest claim id.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from quietsignal.records import (
    Claim,
    Conflict,
    EventType,
    FieldValue,
    Grade,
    ImpreciseDate,
    Precision,
    Status,
)

__all__ = [
    "Candidate",
    "Extent",
    "Witness",
    "as_conflict",
    "choose_date",
    "choose_status",
    "extent_of",
    "ranked",
    "text_key",
]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_GRADES = {grade: place for place, grade in enumerate(Grade)}
_DENYING = (Status.CANCELLED, Status.DENIED)
# How far an event has come, for documents of one day that tell different stages of it.
_PROGRESS = {
    status: place
    for place, status in enumerate(
        (
            Status.HYPOTHETICAL,
            Status.OFFERED,
            Status.ANNOUNCED,
            Status.REPORTED,
            Status.ONGOING,
            Status.DONE,
            Status.IN_FORCE,
        )
    )
}
_NO_LETTERS = re.compile(r"[\W_]+")


class Extent(StrEnum):
    """How an event lies in time, which tells what a date within a range of days is."""

    MOMENT = "moment"  # a better date for the same thing
    PERIOD = "period"  # a single day is a day of it: an exercise
    SERIES = "series"  # any date is a part of it: deliveries over years


_EXTENTS = {
    EventType.EXERCISE: Extent.PERIOD,
    EventType.DEPLOYMENT: Extent.PERIOD,
    EventType.TRAINING: Extent.PERIOD,
    EventType.TRANSFER: Extent.SERIES,
    EventType.AID: Extent.SERIES,
}


def extent_of(event_type: EventType) -> Extent:
    """How events of that type lie in time."""
    return _EXTENTS.get(event_type, Extent.MOMENT)


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim, as corrected, with what its word weighs.

    `standing` is 1 for an accepted claim, 2 for one nobody judged, 3 for one a person is unsure
    of; `source` is the same for claims whose documents are not independent; `told` is the ordinal
    of the day, 0 where it is not known.
    """

    claim: Claim
    standing: int
    grade: Grade
    source: str
    told: int
    corrected: frozenset[str] = frozenset()

    def weight(self, field: str) -> tuple[int, int, int, str]:
        """What orders witnesses that state one value; the smallest comes first."""
        standing = 0 if field in self.corrected else self.standing
        return standing, _GRADES[self.grade], -self.told, self.claim.id


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T_co]):
    """A value with the witnesses that state it, best first."""

    value: T_co
    witnesses: tuple[Witness, ...]

    def weight(self, field: str) -> tuple[int, int, int, int, str]:
        """What orders the values of a field; the smallest is shown."""
        if len(self.witnesses) == 1:
            standing, grade, told, claim = self.witnesses[0].weight(field)
            return standing, grade, -1, told, claim
        weights = [witness.weight(field) for witness in self.witnesses]
        return (
            min(weight[0] for weight in weights),
            min(weight[1] for weight in weights),
            -len({witness.source for witness in self.witnesses}),
            min(weight[2] for weight in weights),
            min(weight[3] for weight in weights),
        )


def text_key(text: str) -> str:
    """The letters and digits of a text, for telling spellings of one value from other values."""
    return _NO_LETTERS.sub("", text).casefold() or text


def ranked(
    field: str,
    stated: Iterable[tuple[T, Witness]],
    *,
    key: Callable[[T], Hashable] = lambda value: value,
) -> list[Candidate[T]]:
    """The values stated for a field, the one to be shown first.

    Values with an equal `key` are one value, in the spelling of its best witness.
    """
    together: dict[Hashable, list[tuple[T, Witness]]] = {}
    for value, witness in stated:
        together.setdefault(key(value), []).append((value, witness))
    candidates = []
    for several in together.values():
        if len(several) > 1:
            several.sort(key=lambda one: one[1].weight(field))
        candidates.append(Candidate(several[0][0], tuple(witness for _, witness in several)))
    if len(candidates) > 1:
        candidates.sort(key=lambda candidate: candidate.weight(field))
    return candidates


def as_conflict(
    field: str, candidates: Sequence[Candidate[T]], *, text: Callable[[T], str] = str
) -> Conflict | None:
    """The conflict of a field with several values, the shown one first; None where they agree."""
    if len(candidates) < 2:
        return None
    values = tuple(
        FieldValue(
            text(candidate.value),
            tuple(sorted(witness.claim.id for witness in candidate.witnesses)),
        )
        for candidate in candidates
    )
    return Conflict(field, values)


def choose_date(
    field: str, stated: Iterable[tuple[ImpreciseDate, Witness]], *, extent: Extent
) -> list[Candidate[ImpreciseDate]]:
    """The dates that conflict, the one to be shown first.

    A date within another one is the same date, better known: it is shown, and the wider one does
    not conflict. Within a range of days it may be a part instead, as `extent` tells: a day of an
    exercise gives way to the range, and a range of deliveries is not narrowed to one of them.
    """
    candidates = ranked(field, ((date, who) for date, who in stated if date.known))
    if len(candidates) < 2:
        return candidates
    shown = candidates[0]
    narrower = _first_within(shown, candidates, extent=extent)
    while narrower:
        shown = narrower
        narrower = _first_within(shown, candidates, extent=extent)
    if extent is Extent.PERIOD:
        whole = (one for one in candidates if _is_part(shown.value, one.value, extent))
        shown = next(whole, shown)
    apart = (
        one
        for one in candidates
        if not _contains(one.value, shown.value) and not _contains(shown.value, one.value)
    )
    return [shown, *apart]


def _first_within(
    shown: Candidate[ImpreciseDate],
    candidates: Iterable[Candidate[ImpreciseDate]],
    *,
    extent: Extent,
) -> Candidate[ImpreciseDate] | None:
    for one in candidates:
        within = _contains(shown.value, one.value) and _ends(one.value) != _ends(shown.value)
        if within and not _is_part(one.value, shown.value, extent):
            return one
    return None


def _ends(date: ImpreciseDate) -> tuple[object, object]:
    return date.start, date.end


def _is_part(inner: ImpreciseDate, outer: ImpreciseDate, extent: Extent) -> bool:
    if outer.precision is not Precision.RANGE or not _contains(outer, inner):
        return False
    day = inner.precision is Precision.DAY
    return extent is Extent.SERIES or (extent is Extent.PERIOD and day)


def _contains(outer: ImpreciseDate, inner: ImpreciseDate) -> bool:
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends


def choose_status(stated: Iterable[tuple[Status, Witness]]) -> list[Candidate[Status]]:
    """The status to be shown, with those that contradict it first after it.

    What a person judged comes first, then the documents of the latest day: an older status is
    what the event was, not a contradiction. Of the documents of one day the furthest stage is
    shown, and only a denial or cancellation beside another status is kept as a conflict.
    """
    witnesses = list(stated)
    best = min(_judged(who) for _, who in witnesses)
    latest = max(who.told for _, who in witnesses if _judged(who) == best)
    last = [one for one in witnesses if _judged(one[1]) == best and one[1].told == latest]
    candidates = ranked("status", last)
    denied = [one for one in candidates if one.value in _DENYING]
    others = [one for one in candidates if one.value not in _DENYING]
    others.sort(key=lambda one: -_PROGRESS[one.value])
    if not denied or not others:
        return (denied or others)[:1]
    if candidates[0].value in _DENYING:
        return [denied[0], *others]
    return [others[0], *denied]


def _judged(witness: Witness) -> int:
    return 0 if "status" in witness.corrected else witness.standing
