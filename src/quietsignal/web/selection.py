"""Which events a page lists: what its address asks for, and how often each choice would be met.

An address is a permalink: the same choices give the same address, and it says all there is to say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from quietsignal.actors import find_actor
from quietsignal.errors import UnknownActor
from quietsignal.records import EventType, Status
from quietsignal.web.holdings import UNKNOWN_YEAR, Entry
from quietsignal.web.paging import page_number
from quietsignal.web.words import folded, label_words, names, type_words

__all__ = ["Choice", "Facet", "Selection", "facets"]

_Kind = TypeVar("_Kind", bound=StrEnum)

FACETS = ("actor", "type", "status", "year")
MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """What an address asks for: actors that all take part; alternatives of the others; words."""

    actor: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    text: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryParams) -> "Selection":
        """The selection of an address; raises a 400 that names what cannot be read."""
        return cls(
            actor=_each(_actor, query.getlist("actor")),
            type=_each(
                lambda value: _member(EventType, "type", value=value), query.getlist("type")
            ),
            status=_each(
                lambda value: _member(Status, "status", value=value), query.getlist("status")
            ),
            year=_each(_year, query.getlist("year")),
            text=" ".join(query.get("text", "").split())[:MAX_TEXT],
            page=page_number(query.get("page")),
        )

    def address(self, *, page: int = 1) -> str:
        """The address of a page of this selection."""
        pairs = [(name, value) for name in FACETS for value in sorted(self.chosen(name))]
        pairs += [("text", self.text)] if self.text else []
        pairs += [("page", str(page))] if page > 1 else []
        return f"/events?{urlencode(pairs)}" if pairs else "/events"

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The values chosen of that facet."""
        values: tuple[str, ...] = getattr(self, facet)
        return values

    def toggled(self, facet: str, value: str) -> "Selection":
        """The selection with that value taken in, or left out where it was in."""
        values = self.chosen(facet)
        kept = tuple(one for one in values if one != value)
        return self._with(facet, kept if value in values else (*values, value))

    def _with(self, facet: str, values: tuple[str, ...]) -> "Selection":
        changed: dict[str, tuple[str, ...]] = {facet: values}
        return replace(self, page=1, **changed)  # type: ignore[arg-type]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a form for the text must carry along: names and values."""
        return [(name, value) for name in FACETS for value in self.chosen(name)]

    @property
    def empty(self) -> bool:
        """Whether it asks for everything."""
        return not self.text and not any(self.chosen(name) for name in FACETS)

    def filtered(self, entries: Iterable[Entry], *, without: str = "") -> list[Entry]:
        """The entries that pass, in their order; one facet may be left out of account."""
        tests = [
            _TESTS[name](self.chosen(name))
            for name in FACETS
            if name != without and self.chosen(name)
        ]
        words = folded(self.text).split()
        if words:
            tests.append(lambda entry: all(word in entry.text for word in words))
        return [entry for entry in entries if all(test(entry) for test in tests)]


_Test = Callable[[Entry], bool]


def _with_actors(values: tuple[str, ...]) -> _Test:
    return lambda entry: entry.actors.issuperset(values)


def _of_types(values: tuple[str, ...]) -> _Test:
    return lambda entry: entry.event.type.value in values


def _of_statuses(values: tuple[str, ...]) -> _Test:
    return lambda entry: entry.event.status.value in values


def _in_years(values: tuple[str, ...]) -> _Test:
    return lambda entry: not entry.years.isdisjoint(values)


_TESTS: Mapping[str, Callable[[tuple[str, ...]], _Test]] = {
    "actor": _with_actors,
    "type": _of_types,
    "status": _of_statuses,
    "year": _in_years,
}
_VALUES: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "actor": lambda entry: entry.actors,
    "type": lambda entry: (entry.event.type.value,),
    "status": lambda entry: (entry.event.status.value,),
    "year": lambda entry: entry.years,
}
_WORDS: Mapping[str, Callable[[str], str]] = {
    "actor": lambda value: names([value]),
    "type": type_words,
    "status": label_words,
    "year": lambda value: "date not known" if value == UNKNOWN_YEAR else value,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its words, how many events it would show, and where it leads."""

    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list, with its choices: those shown at once, then the rest."""

    name: str
    choices: tuple[Choice, ...]
    shown: int = 12

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """The choices that are in force."""
        return tuple(choice for choice in self.choices if choice.chosen)


def facets(selection: Selection, entries: Sequence[Entry]) -> tuple[Facet, ...]:
    """The facets of a list; the counts tell what would be shown if a choice were added.

    Actors add up (all of them take part), so that they are counted among what is shown now; the
    values of the other facets are alternatives and are counted without those chosen.
    """
    return tuple(_facet(name, selection, entries=entries) for name in FACETS)


def _facet(name: str, selection: Selection, *, entries: Sequence[Entry]) -> Facet:
    among = selection.filtered(entries, without="" if name == "actor" else name)
    counts = Counter(value for entry in among for value in _VALUES[name](entry))
    chosen = selection.chosen(name)
    values = sorted({*counts, *chosen}, key=lambda value: _order(name, value, count=counts[value]))
    values.sort(key=lambda value: value not in chosen)
    return Facet(
        name,
        tuple(
            Choice(
                words=_WORDS[name](value),
                count=counts[value],
                address=selection.toggled(name, value).address(),
                chosen=value in chosen,
            )
            for value in values
        ),
    )


def _order(name: str, value: str, *, count: int) -> tuple[int, str]:
    """Years from the latest on, those not known last; the others by how often they are met."""
    if name == "year":
        return (1, "") if value == UNKNOWN_YEAR else (-int(value), "")
    return (-count, _WORDS[name](value))


def _each(read: Callable[[str], str], values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(read(value) for value in values if value))


def _actor(value: str) -> str:
    try:
        return find_actor(value[:MAX_TEXT]).code
    except UnknownActor as error:
        raise HTTPException(400, f"Actor: {error}.") from None


def _member(kind: type[_Kind], name: str, *, value: str) -> str:
    try:
        return kind(value).value
    except ValueError:
        expected = ", ".join(member.value for member in kind)
        reason = f"{name.capitalize()}: found {value[:MAX_TEXT]!r}, expected one of {expected}."
        raise HTTPException(400, reason) from None


def _year(value: str) -> str:
    if value == UNKNOWN_YEAR or (value.isascii() and value.isdigit() and len(value) == 4):
        return value
    raise HTTPException(400, f"Year: found {value[:MAX_TEXT]!r}, expected one as 2025, or unknown.")
