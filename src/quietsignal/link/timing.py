"""Dates of two claims: whether they can be of one event, and how much that says."""

import datetime as dt

from quietsignal.link.rules import YEAR, Rule
from quietsignal.records import Claim, ImpreciseDate, Precision, Status, parse_edtf

__all__ = ["Gap", "days_apart", "first_day", "known_date", "stage_gap", "weigh_dates"]

Gap = tuple[float, str] | None  # what the dates say in log-odds and in words; None: not one event

_BEFOREHAND = frozenset(
    {Status.ANNOUNCED, Status.OFFERED, Status.HYPOTHETICAL, Status.REPORTED, Status.CANCELLED}
)
_MONTH = 31
_DAYS = 10


def known_date(claim: Claim, year: int | None) -> ImpreciseDate:
    """The claim's date, or the year in its name where it has none."""
    if claim.date.known or year is None:
        return claim.date
    return ImpreciseDate.year(year)


def first_day(date: ImpreciseDate) -> dt.date:
    """The first day that the date may be."""
    return date.start or dt.date.min


def days_apart(left: ImpreciseDate, right: ImpreciseDate) -> int:
    """The days that certainly lie between two dates; 0 where they may meet."""
    if left.certainly_before(right):
        return ((right.start or dt.date.max) - (left.end or dt.date.min)).days
    if right.certainly_before(left):
        return days_apart(right, left)
    return 0


def _width(date: ImpreciseDate) -> int:
    if date.start is None or date.end is None:
        return 100 * YEAR
    return (date.end - date.start).days + 1


def stage_gap(left: Claim, right: Claim) -> int | None:
    """The days between the orders (or signatures) of two claims; None where one tells none."""
    ordered = []
    for claim in (left, right):
        stages = dict(claim.stages)
        text = stages.get("ordered") or stages.get("signed")
        if text:
            ordered.append(parse_edtf(text))
    return days_apart(*ordered) if len(ordered) == 2 else None


def weigh_dates(
    left: tuple[ImpreciseDate, Status], right: tuple[ImpreciseDate, Status], *, rule: Rule
) -> Gap:
    """What two dates, each with the status told of it, say for their being of one event."""
    (one, _), (other, _) = left, right
    if not one.known or not other.known:
        return None if rule.recurs else (-0.3, "a date is not known")
    gap = days_apart(one, other)
    if gap:
        return _weigh_gap(left, right, gap=gap, rule=rule)
    return _weigh_meeting(one, other)


def _weigh_meeting(one: ImpreciseDate, other: ImpreciseDate) -> tuple[float, str]:
    """What two dates say that may meet: the more, the narrower they are."""
    shorter, longer = sorted((_width(one), _width(other)))
    vague = Precision.MONTH in (one.precision, other.precision)
    if (one.start, one.end) == (other.start, other.end) and longer <= _MONTH and not vague:
        return (2.2 if longer <= _DAYS else 1.8), f"the same date, {one}"
    if longer <= 2 * _MONTH:
        return 1.5, f"dates meet: {one} and {other}"
    if longer <= YEAR:
        weight = 0.4 if shorter <= 2 * _MONTH else 0.6
        return weight, f"dates may meet: {one} and {other}"
    return 0.2, f"dates do not exclude each other: {one} and {other}"


def _weigh_gap(
    left: tuple[ImpreciseDate, Status],
    right: tuple[ImpreciseDate, Status],
    *,
    gap: int,
    rule: Rule,
) -> Gap:
    earlier, later = (left, right) if left[0].certainly_before(right[0]) else (right, left)
    words = f"{gap} days apart: {earlier[0]} and {later[0]}"
    in_force = rule.enters_force and later[1] is Status.IN_FORCE
    ahead = earlier[1] in _BEFOREHAND or in_force
    # What is still announced after it was done is another one.
    backwards = not ahead and later[1] in (Status.ANNOUNCED, Status.OFFERED)
    if gap <= rule.slack and not backwards:
        return 0.2, words
    if ahead and gap <= rule.ahead:
        return 0.0, f"{words}, {earlier[1]} and then {later[1]}"
    return None
