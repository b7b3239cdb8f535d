"""Settling: what the day of publication tells of an event's status."""

import datetime as dt

from quietsignal.extract.rules.drafts import Draft
from quietsignal.records import EventType, Precision, Status

__all__ = ["settle"]

_EXACT = (Precision.DAY, Precision.RANGE, Precision.MONTH)
_RUNS = frozenset({EventType.EXERCISE, EventType.VISIT})


def settle(event: Draft, today: dt.date | None) -> None:
    """Correct a status that the dates contradict: what lies ahead is announced, not done."""
    start, end = event.date.start, event.date.end
    if today is None or start is None or end is None or event.date.precision not in _EXACT:
        return
    if start > today and event.status in (Status.DONE, Status.ONGOING):
        event.status = Status.ANNOUNCED
    elif end < today and event.status in (Status.ANNOUNCED, Status.ONGOING):
        event.status = Status.DONE
    elif _runs(event, today) and event.status is Status.DONE:
        # What is told as still to come stays announced: "late July" may begin tomorrow.
        event.status = Status.ONGOING


def _runs(event: Draft, today: dt.date) -> bool:
    """Whether an exercise or a stay of known days has begun and is not over."""
    ranged = event.type in _RUNS and event.date.precision is Precision.RANGE
    return (
        ranged
        and event.date.certainly_within(dt.date.min, dt.date.max)
        and event.date.possibly_within(today, today)
    )
