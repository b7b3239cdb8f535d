"""Which states share a border on land."""

from collections import defaultdict
from datetime import date
from functools import cache

from quietsignal.actors.codes import ActorCode
from quietsignal.actors.registry import actor
from quietsignal.actors.tables import read_table
from quietsignal.errors import DataError

_COLUMNS = ("first", "second")


def neighbours(code: str, day: date | None = None) -> frozenset[ActorCode]:
    """Give the states that share a land border with a state on a day.

    Without a day: today's neighbours of a state that exists, the last ones of a state that ended.
    Overseas parts count (France borders Brazil); leased bases, bridges and causeways do not.
    A day on which the state itself does not exist raises DataError.
    """
    state = actor(code)
    if day is not None and not state.exists_on(day):
        raise DataError(f"{code} ({state.name}) does not exist on {day}, so it has no neighbours")
    last = day or state.until or date.max
    return frozenset(other for other in _pairs()[code] if actor(other).exists_on(last))


@cache
def _pairs() -> defaultdict[str, frozenset[ActorCode]]:
    sets: dict[str, set[ActorCode]] = defaultdict(set)
    for row in read_table("borders.csv", _COLUMNS):
        first, second = actor(row["first"]).code, actor(row["second"]).code
        sets[first].add(second)
        sets[second].add(first)
    return defaultdict(frozenset, {code: frozenset(others) for code, others in sets.items()})
