"""The date at the top of a text, where it is plainly given: a whole day with its year.

Read are 14 July 2025, July 14, 2025, 14.07.2025 and 2025-07-14. Not read is 07/14/2025, whose
order differs between countries, and any date that is part of a sentence.
"""

import re
from collections.abc import Iterable
from datetime import date

__all__ = ["full_date", "published_line"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun"),
            *("july jul", "august aug", "september sept sep", "october oct", "november nov"),
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<{0}>" + "|".join(_MONTHS) + r")\.?"
_DATE = re.compile(
    r"(?<![\w.,-])(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format('m1')},?\s+(?P<y1>\d{{4}})"
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<d3>\d{1,2})\.\s?(?P<m3>\d{1,2})\.\s?(?P<y3>\d{4})\.?"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    r")(?!\w|[-.]\d)",
    re.IGNORECASE,
)
_LINES = 6  # lines of a text that are looked at, empty ones not counted
_LONGEST = 160  # a longer line is prose
_DAY_NAMES = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_FILLING = re.compile(
    rf"\b{_DAY_NAMES}(?=\W|$)"
    r"|\b(?:published|posted|issued|released|dated?|on|at|the|in|as of)\b"
    r"|\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|PST|PDT|BST|MSK|IST|local time)\b(?:[+-]\d{1,2})?",
    re.IGNORECASE,
)
_SEPARATORS = " \t|/,;:.()[]–—-•·*_"
_BYLINE = re.compile(r"(?:by|from)\s.{2,60}\Z|[\w .,'’&/()-]{0,50}\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:updated?|modified|revised|accessed|retrieved|until|before|deadline)\b", re.IGNORECASE
)
_AGENCY = re.compile(
    r"(?:[^\W\d_][\w.'’ /-]{1,40},\s*){1,3}$"  # BELGRADE, or ANKARA, Turkey,
)
_AFTER_AGENCY = re.compile(r"\s*(?:\([^)]{2,40}\)|/[^/]{2,30}/)?\s*[-–—:]|\s*\([A-Za-z .]{2,40}\)")
_CAPITALS = re.compile(r"[A-Z][A-Z .'-]{2,30}\s*(?:[-–—]|\([\w .]{0,30}[-–—]?)\s*$")  # ANKARA (AA -


def full_date(text: str) -> date | None:
    """The first day written in the text, or None when there is none or it does not exist."""
    match = _DATE.search(text)
    return _day(match) if match else None


def published_line(lines: Iterable[str]) -> date | None:
    """The day that stands alone, with a byline or as an agency's dateline, in the first lines.

    The headline (first line) counts only where it is nothing but the date.
    """
    for number, line in enumerate(_first(lines)):
        matches = list(_DATE.finditer(line))
        if not matches or _CHANGED.search(line[: matches[0].start()]):
            continue
        if _stands_alone(line, matches, headline=number == 0) or _agency(line, matches[0]):
            return _day(matches[0])
    return None


def _first(lines: Iterable[str]) -> list[str]:
    """The first lines that are not empty, of long ones only what can hold a dateline."""
    chosen: list[str] = []
    for line in lines:
        if line.strip():
            chosen.append(line.strip()[: _LONGEST + 1])
        if len(chosen) == _LINES:
            break
    return chosen


def _stands_alone(line: str, matches: list[re.Match[str]], *, headline: bool) -> bool:
    """Whether the line is a date with nothing but a label, a time or a byline beside it."""
    if len(line) > _LONGEST or len({_day(match) for match in matches}) > 1:
        return False
    rest = _FILLING.sub(" ", _DATE.sub(" ", line)).strip(_SEPARATORS)
    if not rest or any(_only_date(part) for part in re.split(r"[|•·]", line)):
        return True
    # A few words before or after the date are a byline or a place, more of them a sentence.
    short = len(rest.split()) <= 6 and _BYLINE.fullmatch(rest) is not None
    return short and not headline and not line.endswith((".", "?", "!", ":"))


def _only_date(part: str) -> bool:
    return bool(_DATE.search(part)) and not _FILLING.sub(" ", _DATE.sub(" ", part)).strip(
        _SEPARATORS
    )


def _agency(line: str, match: re.Match[str]) -> bool:
    """Whether the line opens as agencies do: BELGRADE, July 14, 2025 (Tanjug) - ..."""
    before, after = line[: match.start()], line[match.end() :]
    if _CAPITALS.match(before):
        return True
    return _AGENCY.match(before) is not None and _AFTER_AGENCY.match(after) is not None


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    number = next(number for number in "1234" if part[f"y{number}"])
    month = part[f"m{number}"].lower()
    try:
        return date(
            int(part[f"y{number}"]),
            _MONTHS[month] if month in _MONTHS else int(month),
            int(part[f"d{number}"]),
        )
    except ValueError:
        return None
