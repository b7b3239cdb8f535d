"""Dates in text: a small grammar of intervals that never invents a day.

A date is read as precisely as it is written and no more: "March 2023" is the month, "late July"
its last days. What depends on the day of publication stays unknown when that day is not known.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from quietsignal.extract.rules.anchors import ANCHORS
from quietsignal.extract.rules.timeline import (
    MONTHS,
    PARTS,
    SEASONS,
    WEEKDAYS,
    Clock,
    days,
    month_part,
    number,
    quarter,
    season,
)
from quietsignal.records import ImpreciseDate, Precision

__all__ = ["Clock", "DateSpan", "find_dates"]


class DateSpan(NamedTuple):
    """A date written at text[start:end]; `sign` tells since, until and the like."""

    start: int
    end: int
    date: ImpreciseDate
    sign: str = ""


_M = rf"(?P<m>{'|'.join(MONTHS)})\.?"
_M2 = rf"(?P<m2>{'|'.join(MONTHS)})\.?"
_D = r"(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_D2 = r"(?:the )?(?P<d2>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?:,? (?:of )?(?P<y>(?:19|20)\d\d)|(?P<ry>,? (?:of )?(?:this|last|next) year))"
_Y1 = r"(?:,? (?P<y1>(?:19|20)\d\d))"
_TO = r"(?: ?[-–—] ?| to | until | till | through | and (?:will )?(?:end|finish)(?:s|ed)?(?: on)? | and | up to )"
_YEAR = r"(?:19[4-9]\d|20[0-6]\d)"
Reader = Callable[[re.Match[str], Clock], ImpreciseDate | None]


def _day_range(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    last_month = MONTHS[(found.get("m2") or found["m"]).lower()]
    first_month = MONTHS[found["m"].lower()]
    end = clock.day(last_month, int(found["d2"]), year=clock.year(found))
    if end is None:
        return None
    first_year = int(found["y1"]) if found.get("y1") else end.year - (first_month > last_month)
    start = days(first_year, first_month, day=int(found["d"]))
    return ImpreciseDate.range(start, end) if start and start <= end else None


def _one_day(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    day = clock.day(MONTHS[found["m"].lower()], int(found["d"]), year=clock.year(found))
    return ImpreciseDate.day(day) if day else None


def _month(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    month = MONTHS[found["m"].lower()]
    year = clock.month_year(month, clock.year(found), rel=found.get("rel"))
    if year is None:
        return None
    part = (found.get("part") or "").lower()
    return month_part(year, month, part=part) if part else ImpreciseDate.month(year, month)


def _month_parts(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    """`mid and late July`: from the first day of the one part to the last of the other."""
    found = match.groupdict()
    month = MONTHS[found["m"].lower()]
    year = clock.month_year(month, clock.year(found))
    if year is None:
        return None
    first, last = (
        month_part(year, month, part=(found[key] or "").lower()) for key in ("part", "part2")
    )
    if first.start is None or last.end is None or first.start > last.end:
        return None
    return ImpreciseDate.range(first.start, last.end)


def _month_range(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    last = MONTHS[found["m2"].lower()]
    first = MONTHS[found["m"].lower()]
    year = clock.month_year(last, clock.year(found))
    if year is None:
        return None
    start = ImpreciseDate.month(
        int(found["y1"]) if found.get("y1") else year - (first > last), first
    )
    end = ImpreciseDate.month(year, last)
    if start.start is None or end.end is None or start.start > end.end:
        return None
    return ImpreciseDate.range(start.start, end.end)


def _numeric(match: re.Match[str], _clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    day = days(int(found["y"]), int(found["mm"]), day=int(found["d"]))
    return ImpreciseDate.day(day) if day else None


def _iso_month(match: re.Match[str], _clock: Clock) -> ImpreciseDate | None:
    month = int(match["mm"])
    return ImpreciseDate.month(int(match["y"]), month) if 1 <= month <= 12 else None


def _year_range(match: re.Match[str], _clock: Clock) -> ImpreciseDate | None:
    first, last = int(match["y"]), int(match["y2"])
    last += first // 100 * 100 if last < 100 else 0
    if not first <= last <= 2099:
        return None
    return ImpreciseDate.range(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _quarter(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    year = clock.year(found)
    return quarter(year, number(found["n"])) if year else None


def _half(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    year = clock.year(found)
    if year is None:
        return None
    first = found["n"].lower() in ("first", "1st")
    months = ((1, 1), (6, 30)) if first else ((7, 1), (12, 31))
    return ImpreciseDate.range(dt.date(year, *months[0]), dt.date(year, *months[1]))


def _season(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    found = match.groupdict()
    year = clock.season_year(found["s"].lower(), clock.year(found), rel=found.get("rel"))
    return season(year, found["s"].lower()) if year else None


def _year(match: re.Match[str], _clock: Clock) -> ImpreciseDate | None:
    return ImpreciseDate.year(int(match["y"]))


def _weekday(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    day = clock.weekday(WEEKDAYS[match["w"].lower()], (match["rel"] or "").lower())
    return ImpreciseDate.day(day) if day else None


def _near(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    return clock.near_day(match["near"].lower())


def _relative(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    return clock.relative(match["rel"].lower(), match["unit"].lower())


def _ago(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    back = match["dir"].lower() in ("ago", "earlier", "before")
    count = number(match["n"])
    return clock.shifted(-count if back else count, match["unit"].lower())


def _in_units(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    return clock.shifted(number(match["n"]), match["unit"].lower())


def _anchor(match: re.Match[str], _clock: Clock) -> ImpreciseDate | None:
    return ImpreciseDate.day(ANCHORS[match.lastgroup or ""].day)


def _swapped(match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    """`10 to 21 June` and `28 May to 3 June`: the month of the first day may be left out."""
    found = match.groupdict()
    last_month = MONTHS[found["m2"].lower()]
    first_month = MONTHS[found["m"].lower()] if found["m"] else last_month
    end = clock.day(last_month, int(found["d2"]), year=clock.year(found))
    if end is None:
        return None
    first_year = int(found["y1"]) if found.get("y1") else end.year - (first_month > last_month)
    start = days(first_year, first_month, day=int(found["d"]))
    return ImpreciseDate.range(start, end) if start and start <= end else None


_N = r"(?P<n>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a couple of)"
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_SEASON = "|".join(SEASONS)
_GRAMMAR: tuple[tuple[str, Reader], ...] = (
    *((rf"(?P<{key}>{anchor.pattern})", _anchor) for key, anchor in ANCHORS.items()),
    (
        rf"\b{_D}(?: (?:of )?{_M}{_Y1}?)?{_TO}{_D2} (?:of )?{_M2}{_Y}?\b",
        _swapped,
    ),
    (
        rf"\b{_M} {_D}{_Y1}?{_TO}(?:{_M2} )?{_D2}\b(?! (?:percent|other|more|countries|nations)){_Y}?",
        _day_range,
    ),
    (
        rf"\b(?P<part>early|mid)-?(?: ?- ?| and | to | or )(?:(?:in|the) )?(?P<part2>mid|late)[ -]{_M}{_Y}?\b",
        _month_parts,
    ),
    (rf"\b(?P<part>{_PART})[ -](?:of |in )?{_M}{_Y}?\b", _month),
    (rf"\b{_D} (?:of )?{_M}{_Y}?\b", _one_day),
    (rf"\b{_M} {_D}\b(?!\d|[.,]\d){_Y}?", _one_day),
    (rf"\b{_M}{_Y1}?{_TO}{_M2}{_Y}?\b", _month_range),
    (r"\b(?P<y>(?:19|20)\d\d)[-/.](?P<mm>\d\d)[-/.](?P<d>\d\d)\b", _numeric),
    (r"\b(?P<d>\d{1,2})[./](?P<mm>\d{1,2})[./](?P<y>(?:19|20)\d\d)\b", _numeric),
    (r"(?<![-\d])(?P<y>(?:19|20)\d\d)-(?P<mm>\d\d)\b(?!-)", _iso_month),
    (rf"\b{_M}{_Y}\b", _month),
    (rf"\b(?P<rel>this|last|next) {_M}(?!\w)", _month),
    (
        rf"\b(?:in|since|until|till|by|during|of|from|through|before|after) (?:the month of )?{_M}(?![\w])(?! \d)",
        _month,
    ),
    (rf"\b(?P<n>first|second|third|fourth|1st|2nd|3rd|4th) quarter{_Y}", _quarter),
    (rf"\bQ(?P<n>[1-4]){_Y}", _quarter),
    (rf"\b(?P<n>first|second|1st|2nd) half(?: of)?{_Y}", _half),
    (rf"\b(?:(?P<rel>this|last|next) )?(?P<s>{_SEASON})(?: of)?{_Y}", _season),
    (rf"\b(?P<rel>this|last|next) (?P<s>{_SEASON})\b", _season),
    (
        rf"(?:\bbetween |\bfrom )?\b(?P<y>{_YEAR})(?: ?[-–—/] ?| and | to | until | through )(?P<y2>{_YEAR}|\d\d)\b(?![-\d])",
        _year_range,
    ),
    (
        rf"(?:\b(?:in|since|until|till|by|during|of|from|before|after|through|for|and|year|late|early|mid) |\bin the year |\bby the end of |\bmid-|\()(?P<y>{_YEAR})\b(?![-\d%])",
        _year,
    ),
    (rf"(?<![-\w$€£.,])(?P<y>{_YEAR})(?=['’]s |,| (?:when|as)\b)", _year),
    (rf"(?:['’]s |\b(?:the|their|its|his|her|a) )(?P<y>{_YEAR})\b(?= [A-Za-z])", _year),
    (
        rf"\b(?:(?P<rel>last|next|this|past|coming) )?(?P<w>{'|'.join(WEEKDAYS)})\b(?! (?:papers|newspaper))",
        _weekday,
    ),
    (
        r"\b(?P<near>yesterday|today|tomorrow|tonight|the day before yesterday|the day after tomorrow)\b(?!['’]s)",
        _near,
    ),
    (
        r"\b(?:(?:earlier|later|in the course of|during|in|over|at the end of|by the end of) )?(?P<rel>this|last|next|the past|the coming|the current) (?P<unit>week|month|year|weekend)\b(?! old)",
        _relative,
    ),
    (rf"\b{_N} (?P<unit>day|week|month|year)s? (?P<dir>ago|earlier)\b", _ago),
    (rf"\bin {_N} (?P<unit>day|week|month)s?(?:['’])?(?: time)?\b(?= |,|\.)", _in_units),
)


def _gate(pattern: str) -> str:
    """Which kind of word a pattern cannot do without, so that most patterns are not tried."""
    if pattern.startswith("(?P<") and "invasion" in pattern:
        return "anchor"
    if "?P<m>" in pattern:
        return "month"
    for group, gate in (
        ("?P<w>", "day"),
        ("?P<s>", "season"),
        ("?P<near>", "near"),
        ("?P<unit>", "unit"),
        ("?P<n>", "part"),
    ):
        if group in pattern:
            return gate
    return "year"


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    """The grammar compiled, once and not before it is needed."""
    return tuple(
        (re.compile(pattern, re.IGNORECASE), reader, _gate(pattern)) for pattern, reader in _GRAMMAR
    )


_GATES = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "day"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight"), "near"),
    **dict.fromkeys(
        ("day", "days", "week", "weeks", "month", "months", "year", "years", "weekend"), "unit"
    ),
    **dict.fromkeys(("quarter", "half", "q"), "part"),
    **dict.fromkeys(("invasion", "annexation"), "anchor"),
}
_GATE_WORD = re.compile(r"[a-z]+|(?:19|20)\d\d")


def _gates(text: str) -> set[str]:
    """The kinds of words in a text that some date needs."""
    words = set(_GATE_WORD.findall(text.lower()))
    gates = {_GATES[word] for word in words if word in _GATES}
    return gates | {"year"} if any(word[0].isdigit() for word in words) else gates


_SIGN = re.compile(
    r"(?P<since>\b(?:since|as of|from|starting|beginning|effective)(?: from| in| on| with)?(?: at least)?(?: the)? ?)\Z"
    r"|(?P<until>\b(?:until|till|through|no later than|by|by the end of|before the end of|up to)(?: the)? ?)\Z"
    r"|(?P<before>\b(?:before|prior to|ahead of)(?: the)?(?: \w+['’]s?)?(?: full-scale)? ?)\Z"
    r"|(?P<after>\b(?:after|following)(?: the)?(?: \w+['’]s)? ?)\Z",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"(?P<since>since|from|as of)\b|(?P<until>until|till|by|through)\b|(?P<before>before)\b|(?P<after>after)\b",
    re.IGNORECASE,
)


def find_dates(text: str, span: tuple[int, int], *, clock: Clock) -> list[DateSpan]:
    """The dates written in a span of a text, from left to right."""
    start, end = span
    gates = _gates(text[start:end])
    if not gates:
        return []
    found: list[DateSpan] = []
    taken: list[tuple[int, int]] = []
    for pattern, reader, gate in _grammar():
        if gate not in gates:
            continue
        for match in pattern.finditer(text, start, end):
            if any(match.start() < stop and match.end() > first for first, stop in taken):
                continue
            taken.append(match.span())
            date = _safely(reader, match, clock)
            if date is not None:
                found.append(_signed(text, start, match=match, date=date))
    return sorted(found)


def _safely(reader: Reader, match: re.Match[str], clock: Clock) -> ImpreciseDate | None:
    try:
        return reader(match, clock)
    except (ValueError, OverflowError):  # the 31st of June, or a year beyond the calendar
        return None


def _signed(text: str, start: int, *, match: re.Match[str], date: ImpreciseDate) -> DateSpan:
    """The date with the preposition before it: since and until open one end."""
    before = text[max(start, match.start() - 40) : match.start()]
    mark = _INNER.match(match.group()) or _SIGN.search(before)
    sign = (mark.lastgroup or "") if mark else ""
    one_sided = date.precision is not Precision.RANGE or sign == "before"
    if sign and one_sided:
        date = _opened(date, sign) or date
    return DateSpan(match.start(), match.end(), date, sign)


def _opened(date: ImpreciseDate, sign: str) -> ImpreciseDate | None:
    if sign in ("since", "after") and date.start:
        return ImpreciseDate.open(start=date.start) if sign == "since" else None
    if sign == "until" and date.end:
        return ImpreciseDate.open(end=date.end)
    if sign == "before" and date.start and date.start > dt.date.min:
        return ImpreciseDate.open(end=date.start - dt.timedelta(days=1))
    return None
