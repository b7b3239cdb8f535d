"""Which claims of different documents may tell one event: proposals with a score and reasons.

A wrong link misleads an analyst more than a missing one: claims are only compared within a type
and with a pair of actors in common, and what is certain against a pair excludes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from quietsignal.link.compare import compare
from quietsignal.link.reading import Reading, read_claim
from quietsignal.link.rules import RULES
from quietsignal.link.timing import days_apart, first_day
from quietsignal.records import Claim, Document, DocumentId, Proposal

__all__ = ["FLOOR", "LINKER", "propose"]

LINKER = "link/1"
FLOOR = 0.5  # pairs that are likelier two events than one are not proposed

_MANY = 8  # actors beyond which pairs of them grow too many; such claims meet by name alone


def propose(
    claims: Iterable[Claim], documents: Mapping[DocumentId, Document]
) -> tuple[Proposal, ...]:
    """The pairs of claims that may tell one event, the likeliest first.

    Claims of one document are never proposed, nor two of one edition of a data set: those are
    different deals. Each pair stands once, with the smaller id on the left, a score in [0, 1] of
    at least `FLOOR`, and the reasons, the weightiest first.
    """
    readings = sorted(
        (read_claim(claim, documents) for claim in claims), key=lambda one: one.claim.id
    )
    proposals = []
    for left, right in _candidates(readings):
        found = compare(left, right)
        if found and found[0] >= FLOOR:
            proposals.append(Proposal(left.claim.id, right.claim.id, *found))
    return tuple(sorted(proposals, key=lambda one: (-one.score, one.left, one.right)))


def _candidates(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    blocks: dict[tuple[str, ...], list[int]] = {}
    for number, reading in enumerate(readings):
        for key in _keys(reading):
            blocks.setdefault(key, []).append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in _near(block, readings):
            if pair not in seen:
                seen.add(pair)
                yield readings[pair[0]], readings[pair[1]]


def _keys(reading: Reading) -> Iterator[tuple[str, ...]]:
    """The blocks in which a claim is looked for."""
    actors = sorted(reading.actors)
    if len(actors) == 1:
        yield reading.kin, actors[0]
    elif len(actors) <= _MANY:
        yield from ((reading.kin, *pair) for pair in combinations(actors, 2))
    if reading.name.words:
        yield reading.kin, "named", reading.name.words[0]


def _near(block: list[int], readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """The pairs of a block that are of different documents and may be near enough in time."""
    ordered = sorted(block, key=lambda number: (first_day(readings[number].date), number))
    for place, number in enumerate(ordered):
        one = readings[number]
        rule = RULES[one.claim.type]
        reach = max(rule.slack, rule.ahead)
        for other in ordered[place + 1 :]:
            later = readings[other]
            # Those that follow begin later still, so that none of them is near enough.
            if days_apart(one.date, later.date) > reach and one.date.certainly_before(later.date):
                break
            if one.home != later.home:
                yield (number, other) if number < other else (other, number)
