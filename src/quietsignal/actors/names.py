"""The words by which news text calls an actor, and the phrases that only seem to.

One table a language and a kind, `data/names_<language>_<kind>.csv`, so that a language is added
by adding files; `data/masks_<language>.csv` beside them.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from quietsignal.actors.codes import ActorCode, within
from quietsignal.actors.tables import Row, read_day, read_table
from quietsignal.errors import DataError

_COLUMNS = ("text", "code", "case_sensitive", "from", "until")
LANGUAGES = ("en",)


class NameKind(Enum):
    """What a name is to its actor."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    GOVERNMENT = "government"
    MILITARY = "military"
    LEADER = "leader"
    COMPANY = "company"
    ORGANISATION = "organisation"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name of an actor.

    `case_sensitive` marks a name that is another word in small letters (US, Turkey, Polish, May),
    for a matcher that would fold case. `from_` and `until` are the first and last day on which it
    stands for the actor (a leader's term); None is open or not recorded.
    """

    text: str
    code: ActorCode
    kind: NameKind
    case_sensitive: bool = False
    from_: date | None = None
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Say whether the name may stand for the actor on a day."""
        return within(day, (self.from_, self.until))


@cache
def names(language: str = "en") -> tuple[NameEntry, ...]:
    """Give every name in a language, by kind and text."""
    _check(language)
    return tuple(_entry(row, kind) for kind in NameKind for row in _rows(language, kind))


@cache
def masks(language: str = "en") -> tuple[str, ...]:
    """Give the phrases that contain a name without meaning its actor (South China Sea)."""
    _check(language)
    return tuple(row["text"] for row in read_table(f"masks_{language}.csv", ("text",)))


def _rows(language: str, kind: NameKind) -> list[Row]:
    return list(read_table(f"names_{language}_{kind.value}.csv", _COLUMNS))


def _entry(row: Row, kind: NameKind) -> NameEntry:
    return NameEntry(
        text=row["text"],
        code=ActorCode(row["code"]),
        kind=kind,
        case_sensitive=row["case_sensitive"] == "yes",
        from_=read_day(row["from"]),
        until=read_day(row["until"]),
    )


def _check(language: str) -> None:
    if language not in LANGUAGES:
        raise DataError(f"no names in the language {language!r}; there are: {', '.join(LANGUAGES)}")
