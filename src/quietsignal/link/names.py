"""Names of exercises, agreements and policies: what is one name, and what is another."""

import re
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from quietsignal.link.vocabulary import abbreviations, generic, words

__all__ = ["Likeness", "Name", "compare_names", "read_name"]

_CLOSE = 88  # of 100; below it, names of one series begin to meet ("Slavic Shield", "Slavic Field")
_HEAD = 4  # letters that a first word needs to mark a name
_ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)
}


class Likeness(IntEnum):
    """How two names compare."""

    UNKNOWN = 0  # one is missing, or says nothing particular
    OTHER = 1
    HEAD = 2  # the first word alone: Peace Guardian, Peace Defenders
    CLOSE = 3
    SAME = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: the words that mark it, and the year in it."""

    words: tuple[str, ...]
    year: int | None


def read_name(text: str | None, years: range, *, agreement: bool = False) -> Name:
    """The words and the year of a name.

    Two digits at the end are a year where they fit `years`, those that the event may have had:
    Platinum Wolf 25 is Platinum Wolf 2025. With `agreement`, words that most agreements share do
    not mark it.
    """
    expanded: list[str] = []
    for word in words(text or ""):
        expanded.extend(abbreviations().get(word, (word,)))
    year, rest = None, []
    for place, word in enumerate(expanded):
        found = _year(word, years, last=place == len(expanded) - 1)
        year = found or year
        if found is None:
            rest.append(_ROMAN.get(word, word))
    common = generic("names") | (generic("agreements") if agreement else frozenset())
    # A name and its abbreviation beside it are one: Free Trade Agreement (FTA).
    return Name(tuple(dict.fromkeys(word for word in rest if word not in common)), year)


def _year(word: str, years: range, *, last: bool) -> int | None:
    if re.fullmatch(r"(19|20)\d\d", word):
        return int(word)
    if last and re.fullmatch(r"\d\d", word):
        return next((year for year in years if year % 100 == int(word)), None)
    return None


def _numbers(found: set[str]) -> set[str]:
    return {word for word in found if word.isdigit()}


def compare_names(left: Name, right: Name) -> Likeness:
    """How alike two names are, their years aside."""
    if not left.words or not right.words:
        return Likeness.UNKNOWN
    joined = "".join(left.words) == "".join(right.words)
    if joined or sorted(left.words) == sorted(right.words):
        return Likeness.SAME
    one, other = set(left.words), set(right.words)
    if _numbers(one) and _numbers(other) and not _numbers(one) & _numbers(other):
        return Likeness.OTHER  # Umoja 7 and Umoja 8, Resolution 1244 and Resolution 1160
    within = len(one & other) >= 2 and (one <= other or other <= one)
    ratio = fuzz.token_sort_ratio(" ".join(left.words), " ".join(right.words))
    if within or ratio >= _CLOSE:
        return Likeness.CLOSE
    head = left.words[0]
    if head == right.words[0] and len(head) >= _HEAD:
        return Likeness.HEAD
    return Likeness.OTHER
