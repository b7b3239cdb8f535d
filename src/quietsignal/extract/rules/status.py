"""Status: how far an event has come, by tense, modality, negation and hedges of its clause."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from quietsignal.extract.rules.inflect import expand
from quietsignal.extract.rules.phrases import PhraseIndex
from quietsignal.extract.rules.tokens import Token
from quietsignal.records import Status

__all__ = ["clause_around", "is_negated", "status_of"]


@cache
def _index() -> PhraseIndex[str]:
    table: dict[str, list[str]] = tomllib.loads(
        files(__package__).joinpath("data/status.toml").read_text(encoding="utf-8")
    )
    return PhraseIndex(
        (phrase, status)
        for status, patterns in table.items()
        for pattern in patterns
        for phrase in expand(pattern)
    )


_NEGATIONS = frozenset(
    {"not", "never", "no", "neither", "nor", "without", "refuses", "refused", "declined"}
)
_BREAK = frozenset({";", ":", "—", "–", "(", ")"})
_SOFT = frozenset(
    {
        "while",
        "but",
        "although",
        "though",
        "whereas",
        "because",
        "after",
        "before",
        "since",
        "when",
        "which",
        "who",
        "until",
    }
)
_PROGRESSIVE = re.compile(
    r"\b(?:is|are|am) (?:now |currently |also |jointly |still )?\w+ing\b", re.IGNORECASE
)


def clause_around(tokens: Sequence[Token], position: int) -> tuple[int, int]:
    """The tokens first..last (last excluded) of the clause that holds a position."""
    first = last = position
    while first > 0 and not _breaks(tokens, first - 1):
        first -= 1
    while last < len(tokens) and not (last > position and _breaks(tokens, last)):
        last += 1
    return first, last


def _breaks(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].lower
    if word in _BREAK:
        return not (
            word in "–—"
            and index + 1 < len(tokens)
            and tokens[index - 1].end == tokens[index].start
        )
    return (
        word in _SOFT
        and index > 0
        and (
            tokens[index - 1].lower in (",", "and")
            or word in ("while", "but", "although", "whereas")
        )
    )


def is_negated(tokens: Sequence[Token], position: int, *, reach: int = 5) -> bool:
    """Whether a negation stands shortly before a position, within its clause."""
    first, _ = clause_around(tokens, position)
    window = tokens[max(first, position - reach) : position]
    words = [token.lower for token in window]
    return (
        any(word in _NEGATIONS for word in words)
        or ("t" in words and "’" in words)
        or "n't" in words
    )


def _near_cues(tokens: Sequence[Token], position: int) -> list[tuple[int, str]]:
    first, last = clause_around(tokens, position)
    clause = tokens[first:last]
    return sorted(
        (abs(first + hit.first - position), hit.value)
        for hit in _index().find(clause)
        if clause[hit.first].text != "May" or hit.first == 0  # the month, not the verb
    )


def status_of(tokens: Sequence[Token], position: int, *, standing: bool = False) -> Status:
    """The status that the clause around a trigger gives its event.

    `standing` marks events that last (agreements, memberships), whose progress is no event.
    """
    cues = _near_cues(tokens, position)
    values = [value for _, value in cues]
    if "cancelled" in values[:3]:
        return Status.CANCELLED
    if "denied" in values[:3] or _denied(tokens):
        return Status.DENIED
    if standing and any(hit.value == "in_force" for hit in _index().find(tokens)):
        values.append("in_force")
    if "in_force" in values and "announced" not in values[:2]:
        return Status.IN_FORCE
    if "reported" in values:
        return Status.REPORTED
    return _by_tense(tokens, position, values=values, standing=standing)


def _denied(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with a denial: "Iran rejected this: no drones had been sold"."""
    opening = [token.lower for token in tokens[:8]]
    return ":" in opening and bool({"denied", "denies", "rejected", "rejects"} & set(opening))


def _by_tense(
    tokens: Sequence[Token], position: int, *, values: list[str], standing: bool
) -> Status:
    if "ended" in values and "announced" not in values[:1]:
        return Status.DONE
    for value in values:
        if value in ("offered", "hypothetical", "announced"):
            return Status(value)
        if value == "ongoing" and not standing:
            return Status.ONGOING
    first, last = clause_around(tokens, position)
    words = " ".join(
        token.lower for token in tokens[max(first, position - 4) : min(last, position + 3)]
    )
    if not standing and _PROGRESSIVE.search(words):
        return Status.ONGOING
    return Status.DONE
