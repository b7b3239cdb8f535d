"""Quantities: how many of an item, of soldiers or of missions a text names."""

import re

__all__ = ["number_before", "people_in"]

_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
_WORDS |= _TENS | {
    "dozen": 12,
    "a dozen": 12,
    "hundred": 100,
    "a hundred": 100,
    "a thousand": 1000,
    "half a dozen": 6,
}
_NUMBER = (
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")(?P<scale> (?:thousand|million|hundred|dozen))?"
)
_BEFORE = re.compile(
    rf"(?<![\w$€£.,-]){_NUMBER}(?P<between>(?: (?!and\b|to\b|from\b|percent\b|years?\b|days?\b|months?\b|other\b|million\b|billion\b|of the\b)[\w-]+){{0,3}} )\Z",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    rf"(?<![\w$€£.,-]){_NUMBER} (?:[\w.-]+ ){{0,3}}?(?:soldiers|troops|personnel|servicemen|servicemembers|service members|peacekeepers|men|instructors|officers|marines|police officers|policemen|cadets|military personnel|people)\b",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1000, "million": 1_000_000, "hundred": 100, "dozen": 12, "": 1}


def _value(match: re.Match[str]) -> float:
    word = match["n"].lower().replace(",", "")
    base = float(_WORDS[word]) if word in _WORDS else float(word)
    return base * _SCALES[(match["scale"] or "").strip().lower()]


def number_before(text: str, position: int, *, after: int = 0) -> float | None:
    """The number that counts what begins at a position ("six CH-92A drones"), or None."""
    match = _BEFORE.search(text[max(after, position - 60) : position])
    if match is None or (1900 <= _value(match) <= 2100 and "," not in match["n"]):
        return None
    return _value(match)


def people_in(text: str, span: tuple[int, int]) -> float | None:
    """The number of soldiers, officers or other people in the span of a text, or None."""
    match = _PEOPLE.search(text, *span)
    return _value(match) if match else None
