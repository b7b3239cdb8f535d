"""What two claims have in common, weighed: each point adds log-odds and a reason in words."""

import math
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from quietsignal.link.equipment import Match, compare_items
from quietsignal.link.names import Likeness, compare_names
from quietsignal.link.reading import Reading
from quietsignal.link.rules import RULES, YEAR, Rule
from quietsignal.link.timing import stage_gap, weigh_dates
from quietsignal.records import EventType

__all__ = ["CAP", "compare"]

# What two claims of one type with a pair of actors in common and no date against it start from.
# The weights below were set on the coded documents of gold-dev, on the side of too few links.
BASE = -1.5
CAP = 0.75  # the most without an anchor: for a person to look at, not joined unasked
PRECISE = 1.5  # dates that weigh as much meet within two months

Point = tuple[float, str, str]  # log-odds, what agrees (an anchor, or ""), the reason in words

_NAMES = {
    Likeness.SAME: (2.5, "the same name"),
    Likeness.CLOSE: (1.8, "nearly the same name"),
    Likeness.HEAD: (0.9, "names that begin alike, at one time"),
    Likeness.OTHER: (-2.0, "different names"),
}
_ITEMS = {
    Match.SAME: (2.5, "the same item"),
    Match.WORDS: (1.6, "the same item in words"),
    Match.FAMILY: (1.4, "variants of one item"),
    Match.PARTLY: (-0.5, "some items in common"),
}
# A state of things that lasts, of which there is one at a time; an application has many steps.
_STANDING = {
    "member": 2.5,
    "observer": 2.5,
    "partner": 2.5,
    "refrain": 2.5,
    "left": 2.5,
    "candidate": 1.5,
    "decline": 2.2,
}
_RATES = ("rate_from", "rate_to", "years_min", "years_max")
_DECIDED_BY_ITEM = frozenset({EventType.TRANSFER, EventType.AID, EventType.COPRODUCTION})


def compare(left: Reading, right: Reading) -> tuple[float, tuple[str, ...]] | None:
    """The score in [0, 1] of two claims' being of one event, with its reasons; None: they are not.

    Nothing but what the claims say is looked at; that they are of different documents is for the
    caller to see to.
    """
    # Aid and a transfer are of one kind: the closer of the two rules holds.
    rule = min((RULES[one.claim.type] for one in (left, right)), key=lambda found: found.slack)
    dates = weigh_dates((left.date, left.claim.status), (right.date, right.claim.status), rule=rule)
    if dates is None or _excluded(left, right, rule):
        return None
    points: list[Point] = [(dates[0], "day" if dates[0] > PRECISE else "", dates[1])]
    points.extend(_actors(left, right))
    for weigh in (_name, _item, _place, _quantity, _details, _orders, _words):
        points.extend(weigh(left, right, dates[0]))
    return _score(points, rule)


def _score(points: Iterable[Point], rule: Rule) -> tuple[float, tuple[str, ...]]:
    ordered = sorted(points, key=lambda point: -abs(point[0]))
    score = 1 / (1 + math.exp(-(BASE + sum(weight for weight, _, _ in ordered))))
    anchors = {anchor for _, anchor, _ in ordered if anchor}
    if rule.anchors and not rule.anchors & anchors:
        score = min(score, CAP)
    return round(score, 4), tuple(reason for _, _, reason in ordered)


def _excluded(left: Reading, right: Reading, rule: Rule) -> bool:
    """Whether something certain tells the two apart."""
    if left.actors.isdisjoint(right.actors):
        return True
    shared = left.roles.keys() & right.roles.keys()
    if any(left.roles[role].isdisjoint(right.roles[role]) for role in shared):
        return True
    if left.name.year and right.name.year and left.name.year != right.name.year:
        return True
    if any(_differ(left, right, key) for key in rule.apart):
        return True
    decided = left.kin in _DECIDED_BY_ITEM
    if decided and compare_items(left.item, right.item) is Match.OTHER:
        return True
    gap = stage_gap(left.claim, right.claim)
    return gap is not None and gap > YEAR


def _differ(left: Reading, right: Reading, key: str) -> bool:
    one, other = left.claim.detail(key), right.claim.detail(key)
    return one is not None and other is not None and one != other


def _actors(left: Reading, right: Reading) -> Iterator[Point]:
    common = left.actors & right.actors
    words = ", ".join(sorted(common))
    if left.actors == right.actors:
        yield 0.8, "", f"the same actors: {words}"
    elif left.actors <= right.actors or right.actors <= left.actors:
        yield 0.2, "", f"one list of actors holds the other: {words}"
    elif 2 * len(common) >= len(left.actors | right.actors):
        yield 0.0, "", f"most actors in common: {words}"
    else:
        yield -0.8, "", f"few actors in common: {words}"
    if left.claim.type is not right.claim.type:
        yield -0.3, "", f"told as {left.claim.type} and as {right.claim.type}"


def _name(left: Reading, right: Reading, dates: float) -> Iterator[Point]:
    if not left.whole_name or not right.whole_name:
        return
    likeness = compare_names(left.name, right.name)
    named = f": {left.claim.name} and {right.claim.name}"
    if likeness is Likeness.UNKNOWN:
        if left.whole_name == right.whole_name:
            yield 0.5, "", f"the same general name{named}"
        return
    if likeness is Likeness.HEAD and (dates < PRECISE or left.actors != right.actors):
        likeness = Likeness.OTHER
    weight, words = _NAMES[likeness]
    anchor = "" if likeness is Likeness.OTHER else "name"
    yield weight, anchor, words + named


def _item(left: Reading, right: Reading, _: float) -> Iterator[Point]:
    match = compare_items(left.item, right.item)
    if match in _ITEMS:
        weight, words = _ITEMS[match]
        anchor = "" if match is Match.PARTLY else "item"
        yield weight, anchor, f"{words}: {left.claim.item} and {right.claim.item}"


def _place(left: Reading, right: Reading, _: float) -> Iterator[Point]:
    if not left.place or not right.place:
        return
    named = f"{left.claim.place} and {right.claim.place}"
    one, other = " ".join(sorted(left.place)), " ".join(sorted(right.place))
    if left.place & right.place or fuzz.ratio(one, other) >= 80:
        yield 0.8, "place", f"one place: {named}"
    else:
        yield -0.4, "", f"different places: {named}"


def _quantity(left: Reading, right: Reading, _: float) -> Iterator[Point]:
    one, other = left.claim.quantity, right.claim.quantity
    if not one or not other:
        return
    ratio = max(one, other) / min(one, other)
    told = f"{one:g} and {other:g}"
    if ratio == 1:
        yield 0.8, "", f"the same quantity: {one:g}"
    elif ratio <= 1.1:
        yield 0.4, "", f"nearly the same quantity: {told}"
    else:
        yield (-0.3 if ratio <= 2 else -0.8), "", f"different quantities: {told}"


def _details(left: Reading, right: Reading, _: float) -> Iterator[Point]:
    keys = {key for key, _ in left.claim.details} & {key for key, _ in right.claim.details}
    rates = [key for key in _RATES if key in keys]
    if rates:
        same = not any(_differ(left, right, key) for key in rates)
        yield (
            (1.2 if same else -1.0),
            "rates" if same else "",
            "the rates " + ("agree" if same else "differ"),
        )
    for key in sorted(keys - set(_RATES)):
        if _differ(left, right, key):
            if key == "domain":
                yield -1.2, "", f"different {key}"
        elif key in RULES[left.claim.type].apart:
            value = left.claim.detail(key)
            weight = _STANDING.get(value or "", 0.7)
            yield weight, ("standing" if weight > 1 else key), f"the same {key}: {value}"


def _orders(left: Reading, right: Reading, _: float) -> Iterator[Point]:
    gap = stage_gap(left.claim, right.claim)
    if gap is not None:
        yield (1.0, "", "ordered at one time") if gap == 0 else (-0.5, "", "ordered apart")


def _words(left: Reading, right: Reading, _: float) -> Iterator[Point]:
    # Register sentences are made by one pattern, and alike whatever they say.
    if left.said and right.said and not (left.dataset or right.dataset):
        alike = fuzz.token_set_ratio(left.said, right.said)
        if alike >= 75:
            yield 0.8, "words", "told in nearly the same words"
