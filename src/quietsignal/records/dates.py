"""Imprecise dates: intervals of days with the precision that the source gave them.

A date that is known to the month is the interval of that month, never a padded first day.
Reading and writing follow the Extended Date/Time Format (EDTF, ISO 8601-2:2019, levels 0 and 1,
with seasons 21 to 24).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quietsignal.errors import BadDate

__all__ = ["UNKNOWN_DATE", "ImpreciseDate", "Precision", "parse_day", "parse_edtf"]


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """An interval of days, both ends included; an end that is None is not known or open."""

    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise BadDate(f"date: the start {self.start} is after the end {self.end}")

    @classmethod
    def day(cls, value: date) -> "ImpreciseDate":
        """The date that is one day."""
        return cls(value, value, Precision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "ImpreciseDate":
        """The date known to the month."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> "ImpreciseDate":
        """The date known to the year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)

    @classmethod
    def range(cls, start: date, end: date) -> "ImpreciseDate":
        """The date that runs from one day to another."""
        return cls.day(start) if start == end else cls(start, end, Precision.RANGE)

    @classmethod
    def open(cls, *, start: date | None = None, end: date | None = None) -> "ImpreciseDate":
        """The date with one end at most; with none it is open on both sides."""
        return cls(start, end, Precision.OPEN)

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.start is not None or self.end is not None

    def certainly_before(self, other: "ImpreciseDate") -> bool:
        """Whether every day of this date lies before every day of the other."""
        return self.end is not None and other.start is not None and self.end < other.start

    def possibly_within(self, start: date, end: date) -> bool:
        """Whether some day of this date may lie in the interval, both ends included."""
        if not self.known:
            return False
        return (self.start or date.min) <= end and (self.end or date.max) >= start

    def certainly_within(self, start: date, end: date) -> bool:
        """Whether every day of this date lies in the interval, both ends included."""
        return (
            self.start is not None
            and self.end is not None
            and start <= self.start
            and self.end <= end
        )

    def to_edtf(self) -> str:
        """The date in EDTF; an unknown date is the empty string."""
        if self.precision is Precision.UNKNOWN:
            return ""
        mark = "~" if self.approximate else ""
        if self.precision in (Precision.RANGE, Precision.OPEN):
            start = self.start.isoformat() + mark if self.start else ".."
            end = self.end.isoformat() + mark if self.end else ".."
            return f"{start}/{end}"
        return _single_edtf(self.start or date.min, self.precision) + mark

    def __str__(self) -> str:
        return self.to_edtf() or "unknown"


UNKNOWN_DATE = ImpreciseDate(None, None, Precision.UNKNOWN)

_SINGLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_EXPECTED = "a date such as 2024, 2024-07, 2024-07-21 or 2024-07-21/2024-07-31"
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_QUARTER_FIRST = {33: 1, 34: 4, 35: 7, 36: 10}


def parse_edtf(text: str) -> ImpreciseDate:
    """The date that an EDTF string names; the empty string is the unknown date.

    Raises `BadDate` when the string is not EDTF of the levels read here, or names a day that
    does not exist.
    """
    text = text.strip()
    if not text:
        return UNKNOWN_DATE
    if "/" not in text:
        return _parse_single(text)
    left, _, right = text.partition("/")
    start = None if left in ("", "..") else _parse_single(left)
    end = None if right in ("", "..") else _parse_single(right)
    approximate = any(part is not None and part.approximate for part in (start, end))
    first = start.start if start else None
    last = end.end if end else None
    if first and last:
        precision = Precision.DAY if first == last else Precision.RANGE
    else:
        precision = Precision.OPEN
    return ImpreciseDate(first, last, precision, approximate)


def parse_day(text: str) -> date:
    """The day that an ISO 8601 string names (`2025-07-20`); raises `BadDate` for anything else."""
    expected = "expected a day that exists, as 2025-07-20"
    if not _DAY.match(text.strip()):
        raise BadDate(f"date: found {text!r}, {expected}")
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadDate(f"date: found {text!r}, {expected}") from None


def _parse_single(text: str) -> ImpreciseDate:
    match = _SINGLE.match(text)
    if match is None:
        raise BadDate(f"date: found {text!r}, expected {_EXPECTED}")
    month, day = (int(group) if group else None for group in match.groups()[1:3])
    try:
        parsed = _build(int(match.group(1)), month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise BadDate(f"date: found {text!r}, which does not exist; expected {_EXPECTED}") from None
    if match.group(4):
        return ImpreciseDate(parsed.start, parsed.end, parsed.precision, approximate=True)
    return parsed


def _build(year: int, month: int | None, day: int | None) -> ImpreciseDate:
    if month is None:
        return ImpreciseDate.year(year)
    if day is not None:
        return ImpreciseDate.day(date(year, month, day))
    if month in _SEASON_MONTHS:
        first, last = _SEASON_MONTHS[month]
        end_year = year + 1 if last < first else year
        end = date(end_year, last, calendar.monthrange(end_year, last)[1])
        return ImpreciseDate(date(year, first, 1), end, Precision.SEASON)
    if month in _QUARTER_FIRST:
        first = _QUARTER_FIRST[month]
        end = date(year, first + 2, calendar.monthrange(year, first + 2)[1])
        return ImpreciseDate(date(year, first, 1), end, Precision.QUARTER)
    return ImpreciseDate.month(year, month)


def _single_edtf(start: date, precision: Precision) -> str:
    if precision is Precision.DAY:
        return start.isoformat()
    if precision is Precision.MONTH:
        return f"{start.year:04d}-{start.month:02d}"
    if precision is Precision.YEAR:
        return f"{start.year:04d}"
    firsts = {first: code for code, (first, _) in _SEASON_MONTHS.items()}
    if precision is Precision.QUARTER:
        firsts = {first: code for code, first in _QUARTER_FIRST.items()}
    return f"{start.year:04d}-{firsts[start.month]:02d}"
