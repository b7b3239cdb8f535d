"""Items of a transfer: designations, what they are other names of, and the words beside them."""

import re
from dataclasses import dataclass
from enum import IntEnum

from quietsignal.link.vocabulary import equipment_names, generic, words

__all__ = ["Item", "Match", "compare_items", "read_item"]

# FK-3, CH-92A, Mi-17V-5, H145M, Hermes 900; 96K9, 57-E6, 32V01
_DESIGNATION = re.compile(
    r"\b[A-Z][A-Za-z]{0,9}[-‐‑–]?\d{1,4}[A-Za-z]{0,4}(?:-\d{1,2}\b)?"
    r"|\b[A-Z][A-Za-z]+ \d{2,4}[A-Z]{0,3}\b"
    r"|\b\d{1,3}-?[A-Z]{1,3}-?\d{1,4}\b"
)
_NAME = re.compile(r"\b(?:[A-Z][A-Za-z]{3,}|[A-Z]{3,})\b")
_YEAR = re.compile(r"[A-Za-z]+ ?(19|20)\d\d")
_ASIDE = re.compile(r"\((?:incl|for)\b[^)]*\)|\bfor\b.*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)*")
_FAMILY = re.compile(r"[a-z]+\d+|\d+[a-z]+\d*")


class Match(IntEnum):
    """How two items compare."""

    UNKNOWN = 0  # nothing to compare
    OTHER = 1
    PARTLY = 2  # some of the items of one are the items of the other
    FAMILY = 3  # variants of one design
    WORDS = 4  # no designation, the same words
    SAME = 5


@dataclass(frozen=True, slots=True)
class Item:
    """An item taken apart: designations by their first name, words, and missile or launcher.

    `main` are the designations outside of brackets, where the variant or other name stands;
    `names` are words written like names: Rafale, PULS.
    """

    main: frozenset[str]
    designations: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    kind: str


def read_item(text: str | None) -> Item:
    """The designations and words of an item; what it is for, or includes, is left aside."""
    kept = _ASIDE.sub(" ", text or "")
    found = _designations(kept)
    main = _designations(_BRACKETS.sub(" ", kept))
    spoken = words(kept)
    rest = frozenset(_stem(word) for word in spoken) - generic("items")
    return Item(main or found, found, _names(kept), rest, _kind(spoken))


def _designations(text: str) -> frozenset[str]:
    """The designations in a text, by their first names."""
    known = _known(words(text))
    listed = {
        "".join(words(match)) for match in _DESIGNATION.findall(text) if not _YEAR.match(match)
    }
    # What the table knows was read with the words beside it: the F4 of Rafale F4 is no F-4.
    apart = {name for name in listed if not any(name in longer for longer in known)}
    found = apart | set(known.values())
    return frozenset(
        name for name in found if not any(name != other and name in other for other in found)
    )


def _known(spoken: tuple[str, ...]) -> dict[str, str]:
    """The names that the table knows, with the first name of each; the longest reading wins."""
    table, found, place = equipment_names(), {}, 0
    while place < len(spoken):
        size = next((n for n in (3, 2, 1) if "".join(spoken[place : place + n]) in table), 0)
        name = "".join(spoken[place : place + size])
        if size:
            found[name] = table[name]
        place += size or 1
    return found


def _names(text: str) -> frozenset[str]:
    common = generic("items") | generic("carriers") | generic("munitions")
    return frozenset("".join(words(name)) for name in _NAME.findall(text)) - common


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _kind(spoken: tuple[str, ...]) -> str:
    said = set(spoken)
    if said & generic("carriers"):
        return "carrier"
    return "munition" if said & generic("munitions") else ""


def compare_items(left: Item, right: Item) -> Match:
    """How alike two items are; designations decide where both have them."""
    if left.kind and right.kind and left.kind != right.kind:
        return Match.OTHER
    if left.designations and right.designations:
        return _compare_designations(left, right)
    if left.designations or right.designations:
        return Match.UNKNOWN
    if left.names and left.names == right.names:
        return Match.SAME
    if left.words and left.words == right.words:
        return Match.WORDS
    told = left.words and right.words
    return Match.OTHER if told and left.words.isdisjoint(right.words) else Match.UNKNOWN


def _compare_designations(left: Item, right: Item) -> Match:
    if left.designations == right.designations or left.main == right.main:
        return Match.SAME
    one, other = _families(left.main), _families(right.main)
    if one == other:
        return Match.FAMILY
    every = _families(left.designations) & _families(right.designations)
    return Match.PARTLY if every else Match.OTHER


def _families(names: frozenset[str]) -> set[str]:
    """The designs that the variants are of: T-72B3 is a T-72."""
    matches = ((name, _FAMILY.match(name)) for name in names)
    return {match.group() if match else name for name, match in matches}
