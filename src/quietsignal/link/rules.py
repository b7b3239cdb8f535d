"""How far apart in time two claims of a type may be, and what they must share beyond actors."""

from dataclasses import dataclass

from quietsignal.records import EventType

__all__ = ["RULES", "Rule"]

YEAR = 366


@dataclass(frozen=True, slots=True)
class Rule:
    """What one type needs to be linked.

    `slack` is how many days may lie between two dates of one event; `ahead` how many between an
    announcement, offer or order and what came of it. `anchors` are the fields of which one must
    agree before a score may reach what is joined without asking; without any, the actors and the
    date are enough. `apart` are details that tell two events apart where they differ. A type that
    `recurs` is never linked where a date is missing; one that `enters_force` does so after it was
    signed.
    """

    slack: int
    ahead: int
    anchors: frozenset[str]
    apart: frozenset[str] = frozenset()
    recurs: bool = False
    enters_force: bool = False


def _needs(*anchors: str) -> frozenset[str]:
    return frozenset(anchors)


RULES: dict[EventType, Rule] = {
    EventType.EXERCISE: Rule(21, 60, _needs("name", "place", "day"), recurs=True),
    EventType.TRANSFER: Rule(183, 5 * YEAR, _needs("item")),
    EventType.AID: Rule(92, 5 * YEAR, _needs("item")),
    EventType.COPRODUCTION: Rule(5 * YEAR, 5 * YEAR, _needs("item", "name")),
    EventType.FACILITY: Rule(2 * YEAR, 5 * YEAR, _needs("name", "place", "item")),
    EventType.AGREEMENT: Rule(92, 3 * YEAR, _needs("name", "day"), enters_force=True),
    EventType.TRADE_PROVISION: Rule(2 * YEAR, 4 * YEAR, _needs("item", "rates"), enters_force=True),
    EventType.VISIT: Rule(3, 31, frozenset(), recurs=True),
    EventType.DEPLOYMENT: Rule(183, YEAR, _needs("name", "place")),
    EventType.TRAINING: Rule(21, 183, _needs("name", "place", "day"), recurs=True),
    EventType.SANCTION: Rule(14, 92, _needs("day", "standing"), apart=_needs("action")),
    EventType.MEMBERSHIP: Rule(YEAR, YEAR, frozenset(), apart=_needs("relation")),
    EventType.POLICY: Rule(YEAR, YEAR, _needs("name")),
    EventType.STATEMENT: Rule(1, 1, _needs("words"), apart=_needs("stance"), recurs=True),
    EventType.ECONOMIC_DEAL: Rule(183, 3 * YEAR, _needs("name", "item", "day"), enters_force=True),
    EventType.SUSPENSION: Rule(
        92, YEAR, _needs("name", "item", "day", "what"), apart=_needs("what")
    ),
}
