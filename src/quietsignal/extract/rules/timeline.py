"""The calendar of a document: what a month without a year, or "last week", means in it."""

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from quietsignal.records import ImpreciseDate, Precision

__all__ = [
    "MONTHS",
    "PARTS",
    "SEASONS",
    "WEEKDAYS",
    "Clock",
    "days",
    "month_part",
    "number",
    "quarter",
    "season",
]

_NAMES = "january february march april may june july august september october november december"
MONTHS = {
    **{name: number for number, name in enumerate(_NAMES.split(), start=1)},
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PARTS = {
    **dict.fromkeys(
        ("early", "beginning of", "the beginning of", "the start of", "start of"), (1, 10)
    ),
    **dict.fromkeys(("mid", "middle of", "the middle of"), (11, 20)),
    **dict.fromkeys(("late", "end of", "the end of", "the close of"), (21, 31)),
    **dict.fromkeys(("the first third of", "first third of"), (1, 10)),
    **dict.fromkeys(("the second third of", "second third of"), (11, 20)),
    **dict.fromkeys(("the last third of", "last third of"), (21, 31)),
    **dict.fromkeys(("the first half of", "first half of"), (1, 15)),
    **dict.fromkeys(("the second half of", "second half of"), (16, 31)),
}
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a couple of": 2,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_STEP = {"the past": -1, "last": -1, "past": -1, "next": 1, "the coming": 1, "coming": 1}


def number(word: str) -> int:
    """A small number in digits or letters."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 1)


def days(year: int, month: int, *, day: int) -> dt.date | None:
    """That day, or None when it does not exist."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_part(year: int, month: int, *, part: str) -> ImpreciseDate:
    """Early, mid or late in a month: days 1-10, 11-20, 21 to the end."""
    first, last = PARTS[part]
    longest = calendar.monthrange(year, month)[1]
    return ImpreciseDate.range(
        dt.date(year, month, first), dt.date(year, month, min(last, longest))
    )


def quarter(year: int, which: int) -> ImpreciseDate:
    """A quarter of a year."""
    last = which * 3
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    return ImpreciseDate(dt.date(year, last - 2, 1), end, Precision.QUARTER)


def season(year: int, name: str) -> ImpreciseDate:
    """A season of the northern year; the winter of a year ends in the next one."""
    first = SEASONS[name]
    last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
    end = dt.date(last_year, last, calendar.monthrange(last_year, last)[1])
    return ImpreciseDate(dt.date(year, first, 1), end, Precision.SEASON)


class Clock(NamedTuple):
    """The day of publication, if known, and where an event lies from it.

    `forward` is True for what is still to come, False for what is past, None when not told.
    """

    today: dt.date | None
    forward: bool | None = None

    def year(self, found: Mapping[str, str | None]) -> int | None:
        """The year that a match names, in digits or as this, last or next year."""
        if found.get("y"):
            return int(found["y"] or 0)
        words = (found.get("ry") or "").replace(",", "").split()
        if not words or self.today is None:
            return None
        return self.today.year + _STEP.get(words[-2].lower(), 0)

    def day(self, month: int, day: int, *, year: int | None) -> dt.date | None:
        """A day; without a year the one nearest to publication, on the side told."""
        if year is not None:
            return days(year, month, day=day)
        if self.today is None:
            return None
        today = self.today
        choices = [days(today.year + step, month, day=day) for step in (-1, 0, 1)]
        return min((choice for choice in choices if choice), key=self._distance, default=None)

    def _distance(self, choice: dt.date) -> int:
        distance = (choice - (self.today or choice)).days
        if self.forward is True and distance < -75:
            return 400 - distance
        if self.forward is False and distance > 20:
            return 400 + distance
        return -distance if distance < 0 else distance + 60  # texts look back more than ahead

    def month_year(self, month: int, year: int | None, *, rel: str | None = None) -> int | None:
        """The year of a month named without one; `last May`, `next May` count from today."""
        if year is not None or self.today is None:
            return year
        today = self.today
        word = (rel or "").lower()
        if word == "last":
            return today.year - (month >= today.month)
        if word == "next":
            return today.year + (month <= today.month)
        if word == "this":
            return today.year
        middle = self.day(month, 15, year=None)
        return middle.year if middle else None

    def season_year(self, name: str, year: int | None, *, rel: str | None) -> int | None:
        """The year of a season."""
        if year is not None or self.today is None:
            return year
        begun = self.today.month >= SEASONS[name] + 3
        if (rel or "").lower() == "last":
            return self.today.year - (not begun)
        return self.today.year + ((rel or "").lower() == "next" and begun)

    def weekday(self, weekday: int, rel: str) -> dt.date | None:
        """The day of the week nearest before publication, or after it for what is to come."""
        if self.today is None:
            return None
        back = (self.today.weekday() - weekday) % 7
        if rel in ("next", "coming") or (self.forward is True and rel != "last"):
            return self.today + dt.timedelta(days=(weekday - self.today.weekday()) % 7 or 7)
        if rel == "last" and back == 0:
            back = 7
        return self.today - dt.timedelta(days=back)

    def near_day(self, word: str) -> ImpreciseDate | None:
        """Yesterday, today and tomorrow."""
        if self.today is None:
            return None
        steps = {
            "yesterday": -1,
            "tomorrow": 1,
            "the day before yesterday": -2,
            "the day after tomorrow": 2,
        }
        return ImpreciseDate.day(self.today + dt.timedelta(days=steps.get(word, 0)))

    def relative(self, rel: str, unit: str) -> ImpreciseDate | None:
        """This, last or next week, month or year."""
        if self.today is None:
            return None
        return self.shifted(_STEP.get(rel, 0), "week" if unit == "weekend" else unit)

    def shifted(self, count: int, unit: str) -> ImpreciseDate | None:
        """So many days, weeks, months or years from publication, as precisely as the unit."""
        if self.today is None:
            return None
        today = self.today
        if unit == "day":
            return ImpreciseDate.day(today + dt.timedelta(days=count))
        if unit == "week":
            monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=count)
            return ImpreciseDate.range(monday, monday + dt.timedelta(days=6))
        if unit == "month":
            index = today.year * 12 + today.month - 1 + count
            return ImpreciseDate.month(index // 12, index % 12 + 1)
        return ImpreciseDate.year(today.year + count)
